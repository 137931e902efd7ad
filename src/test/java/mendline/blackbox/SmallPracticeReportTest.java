package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mendline.cli.Cli;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same small practice in one file, whole, dirty, shuffled and cut, and what each of these changes. */
class SmallPracticeReportTest {
    private static final List<String> DATA_FILES = List.of(
            "monthly.csv",
            "service_outcomes.csv",
            "internal/courses.csv",
            "internal/episodes.csv",
            "internal/events.csv");

    @TempDir
    private static Path folder;

    private static String header;
    private static List<String> rows;
    private static ReportFolder plain;

    @BeforeAll
    static void makeAPractice() throws IOException {
        Path made = folder.resolve("made");
        Cli run = Cli.run(
                "simulate",
                "--clients",
                90,
                "--seed",
                11,
                "--months",
                9,
                "--last-month",
                "2026-09",
                "--no-data-problems",
                "--out",
                made,
                "--quiet");
        assertThat(run.exitCode()).isZero();
        header = Files.readAllLines(made.resolve("sessions-2026-09.csv")).get(0);
        rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(made)) {
            for (Path file : files.filter(found -> found.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                rows.addAll(sameColumns(Files.readAllLines(file)));
            }
        }
        rows = new ArrayList<>(new TreeSet<>(rows));
        rows.removeIf(row -> date(row).compareTo("2026-09-30") > 0);
        plain = report("plain", export("plain", header, rows));
    }

    /** Rows of a file that may lack some columns, filled up with empty cells. */
    private static List<String> sameColumns(List<String> lines) {
        List<String> has = List.of(lines.get(0).split(",", -1));
        List<String> wanted = List.of(header.split(",", -1));
        List<String> made = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            List<String> row = new ArrayList<>();
            wanted.forEach(column -> row.add(has.contains(column) ? cells[has.indexOf(column)] : ""));
            made.add(String.join(",", row));
        }
        return made;
    }

    private static String date(String row) {
        return row.split(",", -1)[List.of(header.split(",", -1)).indexOf("session_date")];
    }

    private static Path export(String name, String head, List<String> lines) throws IOException {
        Path exports = Files.createDirectories(folder.resolve("in-" + name));
        Files.writeString(exports.resolve("sessions.csv"), head + "\n" + String.join("\n", lines) + "\n");
        return exports;
    }

    private static ReportFolder report(String name, Path exports, Object... options) throws IOException {
        List<Object> line =
                new ArrayList<>(List.of("report", exports, "--out", folder.resolve("out-" + name), "--quiet"));
        line.addAll(List.of(options));
        Cli run = Cli.run(line.toArray());
        assertThat(run).isEqualTo(new Cli(0, "", ""));
        return only(name);
    }

    private static ReportFolder only(String name) throws IOException {
        try (Stream<Path> reports = Files.list(folder.resolve("out-" + name))) {
            List<Path> found = reports.filter(
                            path -> !path.getFileName().toString().startsWith("."))
                    .toList();
            assertThat(found).hasSize(1);
            return new ReportFolder(found.get(0));
        }
    }

    private static void sameData(ReportFolder one, ReportFolder other) {
        for (String file : DATA_FILES) {
            assertThat(other.text(file)).as(file).isEqualTo(one.text(file));
        }
        assertThat(other.figuresButRows()).isEqualTo(one.figuresButRows());
    }

    private static List<String> problems(ReportFolder report) {
        return report.rows("internal/problems.csv").stream()
                .map(row -> row.get("code"))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void thePracticeHasSomethingToCompare() {
        assertThat(plain.path().getFileName()).hasToString("2026-09");
        assertThat(plain.rows("internal/courses.csv")).hasSizeGreaterThan(80);
        assertThat(plain.rows("internal/episodes.csv")).hasSizeGreaterThan(50);
        assertThat(plain.rows("monthly.csv")).hasSizeGreaterThan(100);
        assertThat(plain.figuresButRows()).hasSizeGreaterThan(150);
    }

    @Test
    void aMistypedYearAndBookedSessionsChangeNothingButTheProblemList() throws IOException {
        List<String> dirty = new ArrayList<>(rows);
        String last = rows.stream()
                .filter(row -> date(row).equals("2026-09-30") || date(row).equals("2026-09-29"))
                .findFirst()
                .orElseThrow();
        dirty.add(rows.get(5).replaceFirst(date(rows.get(5)), "2062-03-04"));
        for (int i = 0; i < 3; i++) {
            dirty.add(booked(last, "2026-10-" + (12 + 7 * i)));
        }
        ReportFolder report = report("dirty", export("dirty", header, dirty));
        sameData(plain, report);
        assertThat(report.manifest().path("as_of")).isEqualTo(plain.manifest().path("as_of"));
        assertThat(problems(report)).contains("implausible_date", "future_row");
        assertThat(problems(plain)).doesNotContain("implausible_date", "future_row");
        assertThat(report.manifest()
                        .path("rows")
                        .path("set_aside")
                        .path("implausible_date")
                        .asInt())
                .isEqualTo(1);
        assertThat(report.manifest()
                        .path("rows")
                        .path("set_aside")
                        .path("future_row")
                        .asInt())
                .isEqualTo(3);
        assertThat(report.manifest().path("rows").path("used"))
                .isEqualTo(plain.manifest().path("rows").path("used"));
    }

    /** An appointment of the same course that has not been yet: no attendance, no scores. */
    private static String booked(String row, String date) {
        List<String> columns = List.of(header.split(",", -1));
        Set<String> kept = Set.of("client_id", "course_id", "stage", "mode", "therapist_id", "site", "referral_date");
        String[] cells = row.split(",", -1);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            made.add(columns.get(i).equals("session_date") ? date : kept.contains(columns.get(i)) ? cells[i] : "");
        }
        return String.join(",", made);
    }

    @Test
    void theOrderOfRowsAndFilesDoesNotShowInAnyData() throws IOException {
        List<String> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(5));
        Path exports = export("shuffled", header, shuffled.subList(0, 200));
        Files.writeString(
                exports.resolve("a.csv"), header + "\n" + String.join("\n", shuffled.subList(200, 300)) + "\n");
        Files.writeString(
                exports.resolve("z.csv"),
                header + "\n" + String.join("\n", shuffled.subList(300, shuffled.size())) + "\n");
        ReportFolder report = report("shuffled", exports);
        for (String file : DATA_FILES) {
            assertThat(report.text(file)).as(file).isEqualTo(plain.text(file));
        }
        assertThat(report.figuresButRows()).isEqualTo(plain.figuresButRows());
        assertThat(report.manifest().path("rows")).isEqualTo(plain.manifest().path("rows"));
        for (String name : plain.hashes().keySet()) {
            if (name.startsWith("charts/")) {
                assertThat(report.hashes())
                        .as(name)
                        .containsEntry(name, plain.hashes().get(name));
            }
        }
    }

    @Test
    void asOfReadsTheDataAsTheyStoodThen() throws IOException {
        ReportFolder then = report("as-of", export("as-of", header, rows), "--as-of", "2026-07-31");
        List<String> before = rows.stream()
                .filter(row -> date(row).compareTo("2026-07-31") <= 0)
                .toList();
        assertThat(before).hasSizeLessThan(rows.size());
        ReportFolder cut = report("cut", export("cut", header, before), "--as-of", "2026-07-31");
        assertThat(then.path().getFileName()).hasToString("2026-07");
        sameData(cut, then);
        assertThat(then.manifest()
                        .path("rows")
                        .path("set_aside")
                        .path("future_row")
                        .asInt())
                .isEqualTo(rows.size() - before.size());
    }

    @Test
    void anEarlierMonthASpanAndAllOfItHaveFoldersOfTheirOwn() throws IOException {
        Path exports = export("periods", header, rows);
        Path out = folder.resolve("out-periods");
        for (List<String> period : List.of(
                List.of("--month", "2026-06"), List.of("--from", "2026-03", "--to", "2026-08"), List.of("--all"))) {
            List<Object> line = new ArrayList<>(List.of("report", exports, "--out", out, "--quiet"));
            line.addAll(period);
            assertThat(Cli.run(line.toArray())).isEqualTo(new Cli(0, "", ""));
        }
        try (Stream<Path> made = Files.list(out)) {
            assertThat(made.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("2026-06", "2026-03_2026-08", "all");
        }
        ReportFolder june = new ReportFolder(out.resolve("2026-06"));
        ReportFolder span = new ReportFolder(out.resolve("2026-03_2026-08"));
        ReportFolder all = new ReportFolder(out.resolve("all"));
        assertThat(lastMonth(june)).isEqualTo("2026-06");
        assertThat(lastMonth(span)).isEqualTo("2026-08");
        assertThat(lastMonth(all)).isEqualTo("2026-09");
        for (ReportFolder report : List.of(june, span, all)) {
            assertThat(report.text("internal/courses.csv"))
                    .as("up to as-of, whatever the period")
                    .isEqualTo(plain.text("internal/courses.csv"));
            assertThat(report.text("internal/episodes.csv")).isEqualTo(plain.text("internal/episodes.csv"));
            assertThat(report.manifest().path("period").asText())
                    .isEqualTo(report.path().getFileName().toString());
        }
        assertThat(sessions(june)).isEqualTo(monthly(plain, "2026-06"));
        long spanned = 0;
        for (int month = 3; month <= 8; month++) {
            spanned += monthly(plain, "2026-0" + month);
        }
        assertThat(sessions(span)).isEqualTo(spanned);
    }

    private static String lastMonth(ReportFolder report) {
        List<Map<String, String>> monthly = report.rows("monthly.csv");
        return monthly.get(monthly.size() - 1).get("month");
    }

    private static long sessions(ReportFolder report) {
        return report.rows("figures.csv").stream()
                .filter(row -> row.get("figure_id").equals("headlines.sessions"))
                .mapToLong(row -> Long.parseLong(row.get("n")))
                .findFirst()
                .orElseThrow();
    }

    private static long monthly(ReportFolder report, String month) {
        return report.rows("monthly.csv").stream()
                .filter(row ->
                        row.get("month").equals(month) && row.get("metric").equals("sessions_attended"))
                .mapToLong(row -> Long.parseLong(row.get("numerator")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFileThatIsNoCsvIsNamedAndTheOthersAreUsed() throws IOException {
        Path exports = export("broken", header, rows);
        Files.write(
                exports.resolve("scan.csv"),
                "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<< >>\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(exports.resolve("empty.csv"), "");
        Files.writeString(exports.resolve("other.csv"), "patient,when\n1,2026-03-02\n");
        ReportFolder report = report("broken", exports);
        sameData(plain, report);
        assertThat(report.rows("internal/problems.csv"))
                .extracting(row -> row.get("file"))
                .contains("scan.csv", "empty.csv", "other.csv");
        assertThat(report.manifest().path("inputs")).hasSize(4);
    }

    @Test
    void everyRowIsAccountedForInAFolderOfTroubles() throws IOException {
        List<String> dirty = new ArrayList<>(rows);
        dirty.add(rows.get(0));
        dirty.add(rows.get(1).replaceFirst(date(rows.get(1)), "31.31.2026"));
        dirty.add(rows.get(2).replaceFirst("^[^,]*", ""));
        dirty.add(rows.get(3).replaceFirst(date(rows.get(3)), ""));
        dirty.add(",".repeat(header.split(",", -1).length - 1));
        dirty.add("only,two");
        ReportFolder report = report("troubles", export("troubles", header, dirty));
        long aside = 0;
        for (JsonNode count : report.manifest().path("rows").path("set_aside")) {
            aside += count.asLong();
        }
        assertThat(report.manifest().path("rows").path("read").asInt()).isEqualTo(dirty.size());
        assertThat(report.manifest().path("rows").path("duplicate").asInt()).isEqualTo(1);
        assertThat(aside).isEqualTo(5);
        assertThat(report.manifest().path("rows").path("used").asInt()).isEqualTo(rows.size());
        sameData(plain, report);
        assertThat(Cli.run(
                                "report",
                                folder.resolve("in-troubles"),
                                "--out",
                                folder.resolve("out-strict"),
                                "--strict",
                                "--quiet")
                        .exitCode())
                .isEqualTo(4);
    }

    @Test
    void aReportThatComparesWithAnEarlierOneIsAnotherDocument() throws IOException {
        Path exports = export("compared", header, rows);
        Path alone = folder.resolve("out-alone");
        Path after = folder.resolve("out-after");
        assertThat(Cli.run("report", exports, "--out", after, "--month", "2026-06", "--quiet"))
                .isEqualTo(new Cli(0, "", ""));
        for (Path out : List.of(alone, after)) {
            assertThat(Cli.run("report", exports, "--out", out, "--month", "2026-07", "--quiet"))
                    .isEqualTo(new Cli(0, "", ""));
        }
        ReportFolder first = new ReportFolder(alone.resolve("2026-07"));
        ReportFolder second = new ReportFolder(after.resolve("2026-07"));
        assertThat(first.pdfText("report.pdf")).contains("No earlier report lies beside this one");
        assertThat(second.pdfText("report.pdf")).doesNotContain("No earlier report lies beside this one");
        assertThat(second.documentId("report.pdf")).isNotEmpty().isNotEqualTo(first.documentId("report.pdf"));
        assertThat(second.text("monthly.csv")).isEqualTo(first.text("monthly.csv"));
    }

    @Test
    void dataWithoutDatesGiveAWholeReport() throws IOException {
        List<String> undated = new ArrayList<>();
        Random random = new Random(2);
        for (int client = 100; client < 140; client++) {
            int level = 14 + random.nextInt(8);
            for (int session = 1; session <= 9; session++) {
                level = Math.max(0, Math.min(27, level - 1 + random.nextInt(5) - 2));
                undated.add("P" + client + "," + session + "," + level + "," + (32 + random.nextInt(8)));
            }
        }
        ReportFolder report = report("undated", export("undated", "client_id,session_number,phq9,srs", undated));
        assertThat(report.path().getFileName()).hasToString("all");
        assertThat(report.hashes())
                .containsKeys("report.pdf", "report.html", "manifest.json", "internal/conversation.pdf", "figures.csv");
        assertThat(report.rows("monthly.csv")).isEmpty();
        assertThat(report.rows("internal/courses.csv"))
                .hasSize(40)
                .allMatch(
                        row -> row.get("start").isEmpty() && !row.get("change").isEmpty());
        assertThat(report.pdfText("report.pdf").replaceAll("\\s+", " ")).contains("carry no dates", "All of the data");
        assertThat(report.manifest().path("as_of").isNull()).isTrue();
        assertThat(report.rows("figures.csv"))
                .extracting(row -> row.get("period"))
                .containsOnly("all");
    }

    @Test
    void aFolderWithoutACsvIsExitCode3() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("nothing"));
        Cli run = Cli.run("report", empty, "--out", folder.resolve("out-nothing"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("mendline: There is no CSV file in " + empty + ".\n");
        assertThat(folder.resolve("out-nothing")).doesNotExist();
    }

    @Test
    void aMissingColumnIsExitCode3AndNamesColumnFileAndColumnsFound() throws IOException {
        Path exports = export(
                "no-date", header.replace("session_date", "when").replace("session_number", "no"), rows.subList(0, 20));
        Cli run = Cli.run("report", exports, "--out", folder.resolve("out-no-date"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .startsWith(
                        "mendline: sessions.csv lacks one of the columns session_date, day and session_number; the columns found are: client_id, ")
                .contains("when", "no,", "phq9")
                .hasLineCount(1);
    }

    @Test
    void rowsOfWhichNoneCanBeUsedAreExitCode3WithTheReasons() throws IOException {
        Path exports =
                export("no-row", "client_id,session_date,phq9", List.of("A,soon,12", "B,later,13", ",2026-03-02,11"));
        Cli run = Cli.run("report", exports, "--out", folder.resolve("out-no-row"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo("mendline: None of the 3 rows can be used (1 missing_client_id, 2 bad_date).\n");
    }
}
