package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mendline.cli.Cli;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 20 clients come weekly from January to August, and four times in all in September; counts of 1 to 7 are withheld. */
class TwoReportsAreNotSubtractedTest {
    private static final String HEADER = "client_id,session_date,attendance,phq9\n";
    private static final Object[] TO_AUGUST = {"--from", "2026-01", "--to", "2026-08"};
    private static final Object[] TO_SEPTEMBER = {"--from", "2026-01", "--to", "2026-09"};

    @TempDir
    private Path folder;

    private Path exports;
    private Path profile;

    @BeforeEach
    void makeAPractice() throws IOException {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int client = 0; client < 20; client++) {
            for (int week = 0; week < 34; week++) {
                LocalDate day = LocalDate.of(2026, 1, 5).plusWeeks(week);
                csv.append("C" + client + "," + day + ",attended," + (8 + (week + client) % 6) + "\n");
            }
        }
        for (int client = 0; client < 4; client++) {
            csv.append("C" + client + ",2026-09-30,attended,9\n");
        }
        exports = Files.createDirectory(folder.resolve("exports"));
        Files.writeString(exports.resolve("sessions.csv"), csv);
        profile = Files.writeString(folder.resolve("hes.yaml"), "report: {suppression: hes, pages: [2, 11]}\n");
    }

    private Cli report(String out, Object... period) {
        Object[] line = new Object[period.length + 6];
        System.arraycopy(
                new Object[] {"report", exports, "--profile", profile, "--out", folder.resolve(out)}, 0, line, 0, 6);
        System.arraycopy(period, 0, line, 6, period.length);
        Cli run = Cli.run(line);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private ReportFolder made(String out, String period) {
        return new ReportFolder(folder.resolve(out).resolve(period));
    }

    private static String sessions(ReportFolder report) {
        return report.rows("figures.csv").stream()
                .filter(row -> row.get("figure_id").equals("summary.sessions_attended.period"))
                .findFirst()
                .orElseThrow()
                .get("n");
    }

    @Test
    void aSpanLessElevenMonthsOfItDoesNotGiveTheTwelfthAway() throws IOException {
        Cli alone = report("alone", TO_SEPTEMBER);
        assertThat(sessions(made("alone", "2026-01_2026-09"))).isEqualTo("685");
        assertThat(alone.err()).doesNotContain("withheld");
        report("out", TO_AUGUST);
        assertThat(sessions(made("out", "2026-01_2026-08"))).isEqualTo("680");
        Cli beside = report("out", TO_SEPTEMBER);
        ReportFolder span = made("out", "2026-01_2026-09");
        assertThat(sessions(span)).isEqualTo("*");
        assertThat(span.htmlText())
                .contains("withheld because an earlier report lies")
                .doesNotContain("685");
        assertThat(span.pdfText("report.pdf")).doesNotContain("685");
        assertThat(beside.err()).contains("withheld because an earlier report lies in the same folder");
        assertThat(span.rows("internal/withheld.csv"))
                .extracting(row -> row.get("label") + " " + row.get("shown") + " " + row.get("report"))
                .contains("Sessions attended 680 2026-01_2026-08");
        assertThat(span.manifest().path("outputs").toString()).contains("internal/withheld.csv");
    }

    @Test
    void replacingAReportTwiceDoesNotEither() throws IOException {
        report("out", TO_AUGUST);
        report("out", TO_SEPTEMBER);
        Map<String, String> first = made("out", "2026-01_2026-09").hashes();
        Files.move(folder.resolve("out/2026-01_2026-08"), folder.resolve("given-away"));
        report("out", TO_SEPTEMBER);
        ReportFolder again = made("out", "2026-01_2026-09");
        assertThat(sessions(again)).isEqualTo("*");
        assertThat(again.hashes()).containsEntry("figures.csv", first.get("figures.csv"));
    }

    @Test
    void aMonthThatIsReportedAgainWithThreeMoreRowsDoesNotGiveThemAway() throws IOException {
        report("out", "--month", "2026-08");
        ReportFolder august = made("out", "2026-08");
        assertThat(sessions(august)).isEqualTo("80");
        StringBuilder late = new StringBuilder(HEADER);
        for (int client = 0; client < 3; client++) {
            late.append("C" + client + ",2026-08-05,attended,9\n");
        }
        Files.writeString(exports.resolve("late.csv"), late);
        Cli again = report("out", "--month", "2026-08");
        assertThat(sessions(august)).isEqualTo("*");
        assertThat(august.rows("monthly.csv"))
                .filteredOn(row -> row.get("metric").equals("sessions_attended")
                        && row.get("month").equals("2026-08"))
                .extracting(row -> row.get("value"))
                .containsExactly("*");
        assertThat(again.err()).contains("withheld");
    }

    @Test
    void theSameReportMadeAgainIsTheSame() throws IOException {
        report("out", "--month", "2026-08");
        Map<String, String> first = made("out", "2026-08").hashes();
        assertThat(report("out", "--month", "2026-08").err()).doesNotContain("withheld");
        assertThat(made("out", "2026-08").hashes()).isEqualTo(first);
    }

    @Test
    void reportsWithoutASchemeAreTakenAsKeptInside() throws IOException {
        Files.writeString(profile, "report: {pages: [2, 11]}\n");
        report("out", TO_AUGUST);
        Files.writeString(profile, "report: {suppression: hes, pages: [2, 11]}\n");
        assertThat(report("out", TO_SEPTEMBER).err()).doesNotContain("withheld");
        assertThat(List.of(sessions(made("out", "2026-01_2026-09")))).containsExactly("685");
    }
}
