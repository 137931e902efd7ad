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
            "1971-05-17",
            "1968-02-29",
            "sw1a 1aa",
            "ab123456c",
            "078-05-1120",
            "gb82west");

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
        nothingIn(only(out), List.of("internal/code-list.csv"));
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

    /** Sessions, scores and courses in files of their own; ids, headers and file names are single names too. */
    @Test
    void notWhereSeveralTablesCallEveryThingByNames() throws IOException {
        Path several = Files.createDirectory(folder.resolve("several"));
        StringBuilder sessions = new StringBuilder(
                "client_id,session_date,attendance,site,Xanthippe Zarnowski,Oakenfold,Code,Born,Nr,Konto,Anschrift\n");
        StringBuilder scores = new StringBuilder("client_id,date,measure,score,Thistlewood\n");
        StringBuilder courses = new StringBuilder("client_id,referral_date,end,course_end,group_pronoun,Brzezicki\n");
        List<String> clients = List.of("Brzezicki", "WIGGLESWORTH", "oakenfold", "Zebedee7", "C-17", "C-18");
        for (int i = 0; i < 12; i++) {
            String client = i < clients.size() ? clients.get(i) : "C-" + i;
            courses.append(client)
                    .append(",2025-12-01,,")
                    .append(i == 2 ? "Thistlewood" : "")
                    .append(i == 1 ? ",Ottoline" : ",they")
                    .append(",Hugo Wigglesworth\n");
            for (int week = 0; week < 12; week++) {
                LocalDate day = LocalDate.of(2026, 1, 5).plusWeeks(week);
                sessions.append(String.join(
                                ",",
                                client,
                                day.toString(),
                                "attended",
                                i == 0 ? "Zarnowski" : "North",
                                "x",
                                "3",
                                "AB123456C",
                                "1968-02-29",
                                "078-05-1120",
                                "GB82WEST12345698765432",
                                "SW1A 1AA"))
                        .append('\n');
                scores.append(String.join(
                                ",",
                                client,
                                day.toString(),
                                week == 5 ? "Xanthippe Zarnowski" : "PHQ-9",
                                week == 7 ? "Oakenfold" : Integer.toString(8 + (week * 5 + i) % 13),
                                "Ottoline Quillfeather rang on 07700 900123 and wept"))
                        .append('\n');
            }
        }
        Files.writeString(several.resolve("Ottoline Quillfeather.csv"), sessions);
        Files.writeString(several.resolve("scores.csv"), scores);
        Files.writeString(several.resolve("courses.csv"), courses);
        Files.writeString(several.resolve("Zarnowski.csv"), "client_id\nBrzezicki\n");
        Path described = Files.writeString(folder.resolve("several.yaml"), """
                files:
                  sessions: {match: "*q*.csv"}
                  scores: {match: "scores.csv"}
                  courses: {match: "courses.csv"}
                report: {therapist_in_files: true}
                """);
        Path out = folder.resolve("reports");
        Cli report = Cli.run("report", several, "--profile", described, "--all", "--verbose", "--out", out);
        assertThat(report.exitCode()).as(report.err()).isZero();
        nothingIn("the terminal", report.out() + report.err());
        nothingIn(out.resolve("all"), List.of("internal/code-list.csv"));
        assertThat(new ReportFolder(out.resolve("all")).rows("internal/code-list.csv"))
                .extracting(row -> row.get("column") + " " + row.get("original"))
                .contains(
                        "client_id Brzezicki",
                        "client_id WIGGLESWORTH",
                        "client_id oakenfold",
                        "file Ottoline Quillfeather.csv",
                        "file Zarnowski.csv",
                        "site Zarnowski");
        Cli check = Cli.run("check", several, "--profile", described, "--verbose", "--out", out);
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.out()).contains("File name withheld", "Personal data suspected");
        nothingIn("the terminal", check.out() + check.err());
        nothingIn(out.resolve("check"), List.of("internal/code-list.csv"));
        Path draft = folder.resolve("draft.yaml");
        Cli profiled = Cli.run("profile", several, "--verbose", "--out", draft);
        assertThat(profiled.exitCode()).as(profiled.err()).isZero();
        nothingIn("the terminal", profiled.out() + profiled.err());
        nothingIn("the draft", Files.readString(draft));
    }

    /** A file for each client, called after the client, beside files with ordinary names, one that is no CSV and one that leads out. */
    @Test
    void notWhereFilesAreCalledAfterPersons() throws IOException {
        Path named = Files.createDirectory(folder.resolve("named"));
        List<String> ordinary = List.of("sessions.csv", "export-2026-10.csv", "phq9.csv");
        List<String> ofPersons = List.of(
                "quillfeather.csv",
                "Zarnowski export.csv",
                "ottoline_wigglesworth_2026.csv",
                "THISTLEWOOD-2026-10.csv.gz",
                "thistlewood.sessions.csv",
                "brzezicki.phq9.txt");
        int client = 0;
        for (String name : Stream.concat(ordinary.stream(), ofPersons.stream()).toList()) {
            StringBuilder rows = new StringBuilder("client_id,session_date,phq9\n");
            for (int week = 0; week < 12; week++) {
                rows.append("C-" + client + "," + LocalDate.of(2026, 1, 5).plusWeeks(week) + "," + (8 + week % 9))
                        .append('\n');
            }
            Files.writeString(named.resolve(name), rows.append("C-" + client++ + ",soon,7\n"));
        }
        Files.writeString(named.resolve("oakenfold.xlsx"), "PK\u0003\u0004");
        Files.writeString(named.resolve("xanthippe.csv"), "");
        Path elsewhere = Files.writeString(folder.resolve("outside.csv"), "client_id,session_date\n");
        Files.createSymbolicLink(named.resolve("Zebedee.csv"), elsewhere);
        Path out = folder.resolve("reports");
        for (List<String> command : List.of(List.of("report", "--all"), List.of("check"))) {
            List<Object> line = new ArrayList<>(command);
            line.addAll(List.of(named, "--verbose", "--out", out));
            Cli run = Cli.run(line.toArray());
            assertThat(run.exitCode()).as(run.err()).isZero();
            nothingIn("the terminal", run.out() + run.err());
            Path report = out.resolve(command.size() > 1 ? "all" : "check");
            nothingIn(report, List.of("internal/code-list.csv"));
            ReportFolder files = new ReportFolder(report);
            assertThat(files.rows("internal/code-list.csv"))
                    .extracting(row -> row.get("original"))
                    .containsAll(ofPersons)
                    .contains("oakenfold.xlsx", "xanthippe.csv", "Zebedee.csv")
                    .doesNotContainAnyElementsOf(ordinary);
            assertThat(files.rows("internal/problems.csv"))
                    .extracting(row -> row.get("code") + " " + row.get("file"))
                    .contains("bad_date sessions.csv", "bad_date export-2026-10.csv", "bad_date phq9.csv")
                    .contains("file_is_a_link file-003.csv");
        }
        Path draft = folder.resolve("draft.yaml");
        Cli profiled = Cli.run("profile", named, "--verbose", "--out", draft);
        assertThat(profiled.exitCode()).as(profiled.err()).isZero();
        nothingIn("the terminal", profiled.out() + profiled.err());
        nothingIn("the draft", Files.readString(draft));
        Cli alone = Cli.run("report", named.resolve("oakenfold.xlsx"), "--verbose", "--out", out);
        assertThat(alone.exitCode()).isEqualTo(3);
        nothingIn("the terminal", alone.out() + alone.err());
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
