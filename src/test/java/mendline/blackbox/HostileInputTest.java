package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import mendline.cli.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that was made to do harm: it ends in one sentence, or stays text. */
@Timeout(120)
class HostileInputTest {
    @TempDir
    private Path folder;

    @Test
    void aBombOfLineBreaksIsNamedAndNotUnpacked() throws IOException {
        Path bomb = folder.resolve("bomb.csv.gz");
        byte[] lines = new byte[1 << 20];
        Arrays.fill(lines, (byte) '\n');
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write("client_id,session_date\nA,2026-01-05\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 300; i++) {
                out.write(lines);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        long before = System.nanoTime();
        Cli run = Cli.run("check", bomb, "--out", folder.resolve("out"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .isEqualTo(
                        "mendline: bomb.csv.gz cannot be used: expected a compressed file that unpacks to at most 200 times its size.\n");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void anExportThatPacksWellIsRead() throws IOException {
        Path packed = folder.resolve("a.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("client_id,session_date\n".getBytes(StandardCharsets.UTF_8));
            out.write("A,2026-01-05\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(1_300_000 / Files.size(packed)).isGreaterThan(200);
        Cli run = Cli.run("check", packed, "--out", folder.resolve("out"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("100,000 read: 1 used, 99,999 duplicates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aliases", "depth", "tag", "flow"})
    void aProfileThatWouldGrowIsRefusedInOneSentence(String kind) throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "client_id,session_date\nA,2026-01-05\n");
        Path profile = Files.writeString(folder.resolve("p.yaml"), profile(kind));
        Cli run = Cli.run("check", csv, "--profile", profile, "--out", folder.resolve("out"));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).startsWith("mendline: ").contains("p.yaml").hasLineCount(1);
        assertThat(run.err().length()).isLessThan(500);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private static String profile(String kind) {
        return switch (kind) {
            case "aliases" -> {
                StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
                for (int i = 1; i < 12; i++) {
                    text.append("a").append(i).append(": &a").append(i).append(" [");
                    text.append(("*a" + (i - 1) + ", ").repeat(8))
                            .append("*a")
                            .append(i - 1)
                            .append("]\n");
                }
                yield text.toString();
            }
            case "depth" -> "name: " + "[".repeat(200_000) + "\n";
            case "flow" -> "name: " + "{a: ".repeat(100_000) + "\n";
            default -> "name: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1:9/\"]]\n";
        };
    }

    @Test
    void markupAndFormulasInCellsAndHeadersStayText() throws IOException {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        StringBuilder csv = new StringBuilder(
                "client_id,session_date,phq9,srs,site,<script>alert(1)</script>,=cmd|' /C calc'!A0\n");
        List<String> ids =
                List.of("=HYPERLINK(1)", "+1", "-2+3", "@SUM(1)", "<b>7</b>", "&lt;8", "]]>9", "\u0000\u000710");
        for (String id : ids.subList(0, 7)) {
            for (int day = 1; day <= 12; day++) {
                csv.append(String.join(
                                ",",
                                id,
                                "2026-01-" + (day + 10),
                                Integer.toString(20 - day % 5 * 4),
                                Integer.toString(40 - day % 4 * 5),
                                "<img src=x onerror=alert(2)>",
                                "1",
                                "2"))
                        .append('\n');
            }
        }
        Files.writeString(exports.resolve("<i>.csv"), csv);
        Path out = folder.resolve("out");
        Cli run = Cli.run("report", exports, "--all", "--out", out);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Cli.run("check", exports, "--out", out).exitCode()).isZero();
        for (String html : List.of("2026-01/report.html", "all/report.html", "check/check.html")) {
            if (Files.exists(out.resolve(html))) {
                String text = Files.readString(out.resolve(html));
                assertThat(text).doesNotContain("<script", "<img", "onerror=alert(2)>", "<b>", "<i>");
                assertThat(text).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;i&gt;.csv");
            }
        }
        assertThat(out.resolve("all/report.html")).exists();
        ReportFolder report = new ReportFolder(out.resolve("all"));
        assertThat(report.pdfText("report.pdf")).contains("<script>alert(1)</script>");
        assertThat(report.rows("internal/courses.csv"))
                .extracting(row -> row.get("client"))
                .contains("'=HYPERLINK(1)", "'-2+3", "'@SUM(1)", "<b>7</b>")
                .allMatch(client -> !client.startsWith("=") && !client.startsWith("@"));
        for (String file : report.hashes().keySet()) {
            if (file.endsWith(".csv")) {
                assertThat(report.text(file).lines()).as(file).noneMatch(line -> line.matches("(.*,)?\"?[=@].*"));
            }
        }
    }

    /** Enough rows that groups, sites and courses are shown, with markup, formulas and terminal commands in every text that is. */
    private Path hostileExports(int clients) throws IOException {
        Path exports = Files.createDirectory(folder.resolve("hostile"));
        StringBuilder csv = new StringBuilder(
                "client_id,course_id,session_date,therapist_id,site,group_x,phq9,srs,rupture,repair,=1+1,x\u001b[2Jy\n");
        for (int client = 0; client < clients; client++) {
            for (int week = 0; week < 9; week++) {
                csv.append(String.join(
                                ",",
                                "=C" + client,
                                "+K" + client,
                                LocalDate.of(2026, 1, 5)
                                        .plusDays(7L * week + client % 7)
                                        .toString(),
                                "@T" + client % 12,
                                client % 2 == 0 ? "=1+1<img src=x>" : "\uff1dcmd<b>",
                                client % 3 == 0 ? "-x<i>" : "@y</td>",
                                Integer.toString(24 - 2 * week + client % 4),
                                Integer.toString(week % 4 == 2 ? 20 : 36),
                                week == 3 ? "withdrawal" : "none",
                                week == 4 ? "3" : "",
                                "1",
                                "2"))
                        .append('\n');
            }
        }
        Files.writeString(exports.resolve("=a&b.csv"), csv);
        return exports;
    }

    @Test
    void namesOfPracticeSitesAndGroupsStayTextInEveryFile() throws IOException {
        Path profile = Files.writeString(
                folder.resolve("p.yaml"),
                "name: \"</title><script>alert(3)</script>\"\n"
                        + "report: {notes: {2026-02: \"=cmd <img src=x onerror=alert(4)>\"}, curves: {by: group_x}}\n");
        Path exports = hostileExports(60);
        Path out = folder.resolve("out");
        assertThat(Cli.run("report", exports, "--all", "--profile", profile, "--out", out, "--quiet"))
                .isEqualTo(new Cli(0, "", ""));
        assertThat(Cli.run("check", exports, "--profile", profile, "--out", out, "--quiet"))
                .isEqualTo(new Cli(0, "", ""));
        for (String html : List.of("all/report.html", "check/check.html")) {
            String text = Files.readString(out.resolve(html));
            assertThat(text).as(html).doesNotContain("<script", "<img src=x", "<b>", "<i>", "onerror=alert(4)>");
        }
        assertThat(Files.readString(out.resolve("all/report.html")))
                .contains("&lt;script&gt;alert(3)", "&lt;img src=x");
        ReportFolder report = new ReportFolder(out.resolve("all"));
        assertThat(report.pdfText("report.pdf")).contains("<script>alert(3)</script>", "<img src=x");
        assertThat(report.rows("internal/courses.csv"))
                .extracting(row -> row.get("client"))
                .contains("'=C1")
                .allMatch(client -> client.startsWith("'="));
        int tables = 0;
        for (ReportFolder each : List.of(report, new ReportFolder(out.resolve("check")))) {
            for (String file : each.hashes().keySet()) {
                if (file.endsWith(".csv")) {
                    tables++;
                    for (Map<String, String> row : each.rows(file)) {
                        assertThat(row.values())
                                .as(file)
                                .noneMatch(cell -> cell.matches("(?s)[=@\\uff1d\\t\\r\\n].*|[+-](?![\\d.]).*"));
                    }
                }
            }
        }
        assertThat(tables).isGreaterThan(10);
    }

    @Test
    void whatIsSaidOnATerminalDoesNotSteerIt() throws IOException {
        Path exports = hostileExports(3);
        Cli told = Cli.run("report", exports, "--all", "--out", folder.resolve("out"), "--verbose");
        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out() + told.err()).contains("x?[2Jy").doesNotContain("\u001b");
        Path without = Files.writeString(folder.resolve("b.csv"), "\"a\u001b[31m\nred\",\u202eclient\n1,2\n");
        Cli refused = Cli.run("check", without, "--out", folder.resolve("out"));
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err())
                .isEqualTo("mendline: b.csv lacks the column client_id; the columns found are: a?[31m red, ?client.\n");
    }

    @Test
    void aLinkThatLeadsOutOfAFolderIsNotFollowedUnlessItIsNamed() throws IOException {
        Files.writeString(folder.resolve("secret.csv"), "client_id,session_date\nS,2026-01-05\n");
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Files.writeString(exports.resolve("a.csv"), "client_id,session_date\nA,2026-01-05\n");
        Files.createSymbolicLink(exports.resolve("b.csv"), Path.of("a.csv"));
        Path outside = Files.createSymbolicLink(exports.resolve("c.csv"), Path.of("../secret.csv"));
        Cli run = Cli.run("check", exports, "--out", folder.resolve("out"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("1 read: 1 used");
        assertThat(new ReportFolder(folder.resolve("out").resolve("check")).rows("internal/problems.csv"))
                .extracting(row -> row.get("file"))
                .containsExactly("c.csv");
        assertThat(Cli.run("check", exports, outside, "--out", folder.resolve("out"))
                        .out())
                .contains("2 read: 2 used");
    }

    @Test
    void aLinkInPlaceOfTheLockIsNotFollowed() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "client_id,session_date\nA,2026-01-05\n");
        Path precious = Files.writeString(folder.resolve("precious.txt"), "precious");
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.createSymbolicLink(out.resolve(".check.lock"), precious);
        Cli run = Cli.run("check", csv, "--out", out);
        assertThat(run)
                .isEqualTo(new Cli(
                        1, "", "mendline: The report cannot be written to " + out + ": a link is in the way.\n"));
        assertThat(precious).hasContent("precious");
    }

    @Test
    void aDeviceOrAPipeIsRefused() {
        assumeThat(Path.of("/dev/zero")).exists();
        assertThat(Cli.run("check", "/dev/zero", "--out", folder.resolve("out")))
                .isEqualTo(
                        new Cli(
                                2,
                                "",
                                "mendline: /dev/zero is a pipe or a device, which cannot be read twice; save what comes from it as a file.\n"));
    }
}
