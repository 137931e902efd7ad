package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import mendline.cli.QuickReports;
import mendline.model.Months;
import mendline.model.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole report whose dips are those of the therapists' ratings, while clients always rate alike. */
class TherapistRatedDipsTest {
    private static final int CLIENTS = 36;
    private static final int SESSIONS = 12;

    /** Every third therapist's rating falls at session 5 and is back at 7; of another third it falls and stays down. */
    private static final int WITH_A_DIP = 24;

    @TempDir
    static Path folder;

    private static ReportFolder byTherapists;
    private static ReportFolder byClients;

    @BeforeAll
    static void bothReports() throws Exception {
        List<String> rows = new ArrayList<>(List.of("client_id,session_date,session_number,phq9,srs,srs_therapist"));
        LocalDate start = LocalDate.of(2026, 1, 5);
        for (int client = 0; client < CLIENTS; client++) {
            for (int session = 1; session <= SESSIONS; session++) {
                boolean low = client % 3 == 1 && session >= 5 && session <= 6 || client % 3 == 2 && session >= 5;
                int outcome = 20 - session - (client * client + session * session * 3) % 7;
                rows.add("C" + client + "," + start.plusDays(client % 5 + 7L * (session - 1)) + "," + session + ","
                        + outcome + "," + (37 + session % 2) + "," + (low ? 25 + session % 2 : 36 + session % 2));
            }
        }
        Path exports = Files.createDirectories(folder.resolve("in"));
        Files.writeString(exports.resolve("sessions.csv"), String.join("\n", rows) + "\n");
        byTherapists = report(exports, "therapist");
        byClients = report(exports, "client");
    }

    private static ReportFolder report(Path exports, String rater) throws Exception {
        Path profile = folder.resolve(rater + ".yaml");
        Files.writeString(
                profile, "alliance: srs\ndetection: {dip: {rater: " + rater + ", scale: {srs: 2}}, landmark: 8}\n");
        Path out = Files.createDirectories(folder.resolve(rater));
        new QuickReports(exports, Period.all(month(1), month(3))).write(profile, out, false);
        return new ReportFolder(out);
    }

    private static int month(int month) {
        return Months.of(YearMonth.of(2026, month));
    }

    private static List<String> figures(ReportFolder report, String id) throws IOException {
        return report.text("figures.csv")
                .lines()
                .filter(line -> line.contains(id))
                .toList();
    }

    @Test
    void dipsAreThoseOfTheTherapistsAndTheReportSaysSo() throws IOException {
        assertThat(byTherapists.htmlText())
                .contains("A dip is a fall in the therapist")
                .contains("alliance as therapists rate it")
                .contains("Dips are those of the therapist's ratings, the outcome is the client's own.");
        assertThat(dips(byTherapists)).isEqualTo(WITH_A_DIP);
    }

    @Test
    void theirClientsRatingsHaveNone() throws IOException {
        assertThat(byClients.htmlText())
                .contains("A dip is a fall in the client")
                .doesNotContain("as therapists rate it");
        assertThat(dips(byClients)).isZero();
    }

    @Test
    void groupsAtTheLandmarkAreMadeOfTheSameRatings() throws IOException {
        String groups = "12 courses without a dip, 12 with a dip repaired, 12 not yet";
        assertThat(byTherapists.htmlText()).contains(groups);
        assertThat(byClients.htmlText()).doesNotContain(groups);
    }

    @Test
    void completionOfFormsStaysThatOfTheClients() throws IOException {
        List<String> completion = figures(byTherapists, "alliance_completion");
        assertThat(completion).isNotEmpty().isEqualTo(figures(byClients, "alliance_completion"));
    }

    private static int dips(ReportFolder report) throws IOException {
        List<String> lines = figures(report, "headlines.dips.year");
        assertThat(lines).hasSize(1);
        return Integer.parseInt(lines.get(0).split(",")[7]);
    }
}
