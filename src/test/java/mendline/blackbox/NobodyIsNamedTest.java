package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mendline.cli.Cli;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, addresses and numbers are planted wherever an export can hold them; only the code list may repeat the ids among them. */
class NobodyIsNamedTest {
    /** Parts of what is planted, in lower case; no ordinary word of a report contains one. */
    private static final List<String> CANARIES = List.of(
            "quillfeather",
            "zarnowski",
            "ottoline",
            "xanthippe",
            "wigglesworth",
            "brzezicki",
            "oakenfold",
            "thistlewood",
            "nightingale-rey",
            "zebedee",
            "example.org",
            "07700",
            "900123",
            "9434765919",
            "943 476 5919",
            "1971-05-17");

    private static final String HEADER =
            "client_id,course_id,session_date,attendance,stage,mode,therapist_id,site,phq9,srs,setback,response,rupture,"
                    + "course_end,group_gender,referral_date,client_stuck,Notes,Next of kin,Colour,Date of Birth\n";

    @TempDir
    private Path folder;

    private Path exports;
    private Path profile;

    @BeforeEach
    void plant() throws IOException {
        exports = Files.createDirectory(folder.resolve("exports"));
        profile = Files.writeString(folder.resolve("profile.yaml"), "report: {therapist_in_files: true}\n");
        List<String> clients = List.of(
                "Ottoline Quillfeather",
                "\"Zarnowski, Xanthippe\"",
                "zebedee",
                "anna@example.org",
                "9434765919",
                "C-17",
                "C-18");
        StringBuilder csv = new StringBuilder(HEADER);
        for (String client : clients) {
            for (int week = 0; week < 14; week++) {
                LocalDate day = LocalDate.of(2026, 1, 5).plusWeeks(week);
                boolean ordinary = week % 7 != 5;
                csv.append(String.join(
                                ",",
                                client,
                                "",
                                week == 9 ? "Ottoline Quillfeather" : day.toString(),
                                week == 4 && client.equals("C-17") ? "Brzezicki" : "attended",
                                ordinary ? "treatment" : "Oakenfold",
                                ordinary ? "video" : "07700 900123",
                                "Hugo Wigglesworth",
                                week == 3 && client.equals("C-18") ? "Thistlewood Nightingale-Rey" : "North",
                                ordinary ? Integer.toString(8 + (week * 5) % 13) : "anna@example.org",
                                ordinary ? Integer.toString(40 - (week * 3) % 9) : "07700 900123",
                                ordinary ? "other" : "Zarnowski",
                                ordinary ? "hope" : "xanthippe@example.org",
                                ordinary ? "none" : "Oakenfold",
                                ordinary ? "" : "Brzezicki",
                                client.equals("zebedee") ? "Wigglesworth Oakenfold" : "f",
                                ordinary ? "" : "Thistlewood",
                                ordinary ? "3" : "943 476 5919",
                                "\"Ottoline Quillfeather said that Xanthippe had called her on 07700 900123\"",
                                "Xanthippe Zarnowski",
                                "943 476 5919",
                                "1971-05-17"))
                        .append('\n');
            }
        }
        csv.append("Ottoline Quillfeather,\"never closed,2026-02-03\nXanthippe Zarnowski,too,few\n");
        Files.writeString(exports.resolve("a.csv"), csv);
        Files.writeString(
                exports.resolve("b.csv"),
                "Ottoline Quillfeather,2026-01-05,anna@example.org,12\nzebedee,2026-01-06,,3\n");
        Files.writeString(
                exports.resolve("c.csv"),
                "client_id,session_date,phq9,zarnowski@example.org,07700 900123\nC-19,2026-01-05,9,1,2\n");
    }

    @Test
    void notInAReportNorInWhatItSays() throws IOException {
        Path out = folder.resolve("reports");
        Cli run = Cli.run("report", exports, "--profile", profile, "--all", "--verbose", "--out", out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("personal_data_suspected, 8", "id_replaced, 4");
        nothingIn("the terminal", run.out() + run.err());
        Path report = only(out);
        nothingIn(report, List.of("internal/code-list.csv"));
        ReportFolder files = new ReportFolder(report);
        assertThat(files.rows("internal/code-list.csv"))
                .extracting(row -> row.get("column") + " " + row.get("code") + " " + row.get("original"))
                .contains(
                        "client_id P001 9434765919",
                        "client_id P002 Ottoline Quillfeather",
                        "client_id P003 Zarnowski, Xanthippe")
                .contains(
                        "client_id P004 anna@example.org",
                        "client_id P005 zebedee",
                        "therapist_id T001 Hugo Wigglesworth");
        assertThat(files.rows("internal/courses.csv"))
                .extracting(row -> row.get("client"))
                .contains("P001", "P002", "P005", "C-17");
        assertThat(files.text("report.html"))
                .contains("Id replaced (used with care)", "Personal data suspected (used with care)");
    }

    @Test
    void notInACheckNorInWhatItSays() throws IOException {
        Path out = folder.resolve("reports");
        Cli run = Cli.run("check", exports, "--profile", profile, "--verbose", "--strict", "--out", out);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
        assertThat(run.out()).contains("Personal data suspected", "Id replaced");
        nothingIn("the terminal", run.out() + run.err());
        nothingIn(only(out), List.of());
    }

    @Test
    void notWhereNothingCanBeUsed() throws IOException {
        for (String name : List.of("b.csv", "d.csv")) {
            Files.writeString(exports.resolve("d.csv"), "patient;xanthippe@example.org\nOttoline Quillfeather;1\n");
            Cli run = Cli.run("report", exports.resolve(name), "--verbose", "--out", folder.resolve("reports"));
            assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
            nothingIn("the terminal", run.out() + run.err());
        }
    }

    private static Path only(Path out) throws IOException {
        try (Stream<Path> all = Files.list(out)) {
            List<Path> found = all.toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    private static void nothingIn(Path report, List<String> but) throws IOException {
        ReportFolder files = new ReportFolder(report);
        List<String> names = new ArrayList<>(files.hashes().keySet());
        names.removeAll(but);
        assertThat(names).hasSizeGreaterThan(3);
        for (String name : names) {
            nothingIn(name, name);
            nothingIn(name, new String(Files.readAllBytes(report.resolve(name)), StandardCharsets.UTF_8));
            if (name.endsWith(".pdf")) {
                nothingIn(name, files.pdfText(name));
            }
        }
    }

    private static void nothingIn(String place, String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        assertThat(CANARIES.stream().filter(folded::contains).toList())
                .as(place)
                .isEmpty();
    }
}
