package mendline.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
    private static final SimulationSettings SMALL = SimulationSettings.of(150, 11);

    /** The columns of the session file, as the data contract names them. */
    private static final Set<String> CANONICAL = Set.of(
            "client_id",
            "session_date",
            "day",
            "session_number",
            "course_id",
            "attendance",
            "stage",
            "mode",
            "therapist_id",
            "site",
            "referral_date",
            "phq9",
            "gad7",
            "wsas",
            "srs",
            "setback",
            "response",
            "carried_forward",
            "rupture",
            "rupture_source",
            "rupture_intensity",
            "repair",
            "client_stuck",
            "therapist_stuck",
            "course_end",
            "group_age_band",
            "group_gender");

    @TempDir
    private Path folder;

    @Test
    void oneSeedGivesTheSameBytesAgain() throws IOException {
        Simulation.run(SMALL, folder.resolve("first"));
        Simulation.run(SMALL, folder.resolve("second"));

        Map<String, String> first = Exports.contents(folder.resolve("first"));
        assertThat(first)
                .hasSize(25)
                .containsKey("truth/truth.csv")
                .isEqualTo(Exports.contents(folder.resolve("second")));
    }

    @Test
    void anotherSeedGivesOtherRows() throws IOException {
        Simulation.run(SMALL, folder.resolve("first"));
        Simulation.run(SimulationSettings.of(150, 12), folder.resolve("second"));

        assertThat(Exports.contents(folder.resolve("first")).get("sessions-2026-03.csv"))
                .isNotEqualTo(Exports.contents(folder.resolve("second")).get("sessions-2026-03.csv"));
    }

    @Test
    void moreClientsLeaveTheOthersAsTheyWere() throws IOException {
        SimulatedFiles few = Simulation.run(SMALL, folder.resolve("few"));
        SimulatedFiles many = Simulation.run(SimulationSettings.of(190, 11), folder.resolve("many"));

        Set<String> clients = Exports.merged(few.exports()).stream()
                .map(row -> row.get("client_id"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(clients).hasSize(150);
        for (int i = 0; i < few.exports().size(); i++) {
            assertThat(Exports.rows(many.exports().get(i)).stream()
                            .filter(row -> clients.contains(row.get("client_id"))))
                    .containsExactlyElementsOf(Exports.rows(few.exports().get(i)));
        }
        List<Map<String, String>> truths = Exports.rows(few.truth());
        assertThat(Exports.rows(many.truth())).hasSizeGreaterThan(truths.size());
        assertThat(Exports.rows(many.truth()).subList(0, truths.size()))
                .isNotEmpty()
                .isEqualTo(truths);
    }

    @Test
    void everyColumnIsCanonicalAndRecordedFieldsComeInLater() throws IOException {
        SimulatedFiles files = Simulation.run(SMALL, folder);

        for (Path export : files.exports()) {
            assertThat(CANONICAL).containsAll(Exports.header(export));
        }
        assertThat(Exports.header(folder.resolve("sessions-2025-04.csv")))
                .doesNotContain("setback", "rupture", "repair");
        assertThat(Exports.header(folder.resolve("sessions-2025-05.csv")))
                .contains("setback", "rupture", "repair")
                .doesNotContain("client_stuck");
        assertThat(Exports.header(folder.resolve("sessions-2026-02.csv"))).doesNotContain("client_stuck");
        assertThat(Exports.header(folder.resolve("sessions-2026-03.csv"))).contains("client_stuck", "therapist_stuck");
        assertThat(Exports.header(files.truth())).isEqualTo(Truth.HEADER);
    }

    @Test
    void eachFileRepeatsTheLastDaysOfTheMonthBeforeRowForRow() throws IOException {
        SimulatedFiles files = Simulation.run(SMALL.withoutDataProblems(), folder);

        int repeated = 0;
        for (int i = 1; i < files.exports().size(); i++) {
            String month = YearMonth.of(2024, 11).plusMonths(i).toString();
            List<Map<String, String>> earlier =
                    new ArrayList<>(Exports.rows(files.exports().get(i)));
            earlier.removeIf(row -> row.get("session_date").compareTo(month) >= 0);
            String from = YearMonth.parse(month)
                    .atDay(1)
                    .minusDays(MonthFiles.DAYS_REPEATED)
                    .toString();
            List<Map<String, String>> before =
                    new ArrayList<>(Exports.rows(files.exports().get(i - 1)));
            before.removeIf(row -> row.get("session_date").compareTo(from) < 0);
            assertThat(earlier).as(month).containsExactlyElementsOf(before);
            repeated += earlier.size();
        }
        assertThat(repeated).isGreaterThan(100);
    }

    @Test
    void onlyBookedAppointmentsStandAfterTheLastMonth() throws IOException {
        SimulatedFiles files = Simulation.run(SMALL.withoutDataProblems(), folder);

        List<Map<String, String>> later = Exports.merged(files.exports()).stream()
                .filter(row -> row.get("session_date").compareTo("2026-11") >= 0)
                .toList();
        assertThat(later)
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(row)
                        .doesNotContainKeys(
                                "attendance",
                                "session_number",
                                "phq9",
                                "gad7",
                                "wsas",
                                "srs",
                                "setback",
                                "course_end"));
        assertThat(Exports.merged(files.exports()).stream()
                        .filter(row -> row.get("session_date").compareTo("2026-11") < 0))
                .allSatisfy(row -> assertThat(row).containsKey("attendance"));
    }

    @Test
    void everyTruthPointsToAttendedSessionsOfItsCourse() throws IOException {
        SimulatedFiles files = Simulation.run(SimulationSettings.of(600, 3), folder);

        Map<String, Map<String, String>> sessions = Exports.sessions(Exports.merged(files.exports()));
        List<Map<String, String>> truths = Exports.rows(files.truth());
        assertThat(truths).hasSize((int) files.planted()).hasSizeGreaterThan(200);
        for (Map<String, String> truth : truths) {
            int onset = Integer.parseInt(truth.get("onset_session"));
            assertThat(sessions).containsKey(truth.get("course") + "#" + onset);
            assertThat(sessions.get(truth.get("course") + "#" + onset)).containsEntry("client_id", truth.get("client"));
            if (truth.containsKey("end_session")) {
                assertThat(truth).containsEntry("repaired", "true");
                assertThat(Integer.parseInt(truth.get("end_session"))).isGreaterThanOrEqualTo(onset);
                assertThat(sessions).containsKey(truth.get("course") + "#" + truth.get("end_session"));
            }
        }
        assertThat(truths.stream()
                        .map(truth -> truth.get("kind") + " " + truth.get("repaired"))
                        .collect(Collectors.toSet()))
                .contains("setback true", "setback false", "setback null", "dip true", "dip false", "dip null")
                .contains("rupture true", "rupture false", "rupture null", "sudden_gain null");
    }

    @Test
    void nothingPlantedLeavesTheCalendarAloneAndTheTruthEmpty() throws IOException {
        SimulationSettings settings = SMALL.withoutDataProblems();
        SimulatedFiles planted = Simulation.run(settings, folder.resolve("planted"));
        SimulatedFiles plain = Simulation.run(settings.withNothingPlanted(), folder.resolve("plain"));

        assertThat(planted.planted()).isPositive();
        assertThat(plain.planted()).isZero();
        assertThat(Exports.rows(plain.truth())).isEmpty();
        assertThat(calendar(plain)).hasSizeGreaterThan(1000).isEqualTo(calendar(planted));
    }

    private static Set<String> calendar(SimulatedFiles files) throws IOException {
        Set<String> calendar = new HashSet<>();
        for (Map<String, String> row : Exports.merged(files.exports())) {
            calendar.add(row.get("course_id") + " " + row.get("session_date") + " " + row.get("attendance"));
        }
        return calendar;
    }

    @Test
    void aFolderWithSomebodysFilesIsRefusedAndLeftAlone() throws IOException {
        Files.writeString(folder.resolve("sessions-2025-01.csv"), "client_id,session_date\n");

        assertThatThrownBy(() -> Simulation.run(SMALL, folder))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("no simulation wrote");
        assertThat(Exports.contents(folder))
                .containsExactly(Map.entry("sessions-2025-01.csv", "client_id,session_date\n"));
    }

    @Test
    void anEarlierSimulationIsReplacedAndOtherFilesStay() throws IOException {
        Simulation.run(SMALL, folder);
        Files.writeString(folder.resolve("README.md"), "kept");
        Simulation.run(SMALL.withMonths(YearMonth.of(2026, 12), 3), folder);

        assertThat(Exports.contents(folder))
                .containsOnlyKeys(
                        "README.md",
                        "sessions-2026-10.csv",
                        "sessions-2026-11.csv",
                        "sessions-2026-12.csv",
                        "truth/truth.csv")
                .containsEntry("README.md", "kept");
    }

    @Test
    void linesEndWithALineFeedOnly() throws IOException {
        SimulatedFiles files = Simulation.run(SMALL, folder);

        assertThat(Files.readString(files.exports().get(0)))
                .doesNotContain("\r")
                .endsWith("\n")
                .startsWith("client_id,");
        assertThat(Files.readString(files.truth()))
                .doesNotContain("\r")
                .endsWith("\n")
                .startsWith("client,course,kind,");
    }
}
