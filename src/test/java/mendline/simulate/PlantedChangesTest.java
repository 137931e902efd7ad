package mendline.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is planted can be seen: in the curves exactly, in noise-free scores to a rounding. */
class PlantedChangesTest {
    private static final SimulationSettings SETTINGS = SimulationSettings.of(1500, 5);
    private static final Practice PRACTICE = Practice.of(SETTINGS);

    @TempDir
    private Path folder;

    private static List<CourseScript> scripts() {
        List<CourseScript> scripts = new ArrayList<>();
        for (int client = 0; client < SETTINGS.clients(); client++) {
            scripts.addAll(CourseScript.of(PRACTICE, client));
        }
        return scripts;
    }

    @Test
    void aDipFallsFromTheSessionBeforeByExactlyItsDepth() {
        int dips = 0;
        for (CourseScript script : scripts()) {
            for (Change change : script.changes()) {
                if (change.kind() == PlantedKind.DIP) {
                    Curves curves = script.curves();
                    assertThat(curves.srs(change.onset() - 1) - curves.srs(change.deepest()))
                            .as(script.course())
                            .isEqualTo(change.depth(), within(1e-9));
                    dips++;
                }
            }
        }
        assertThat(dips).isGreaterThan(250);
    }

    @Test
    void aSetbackIsWorseThanTheBestSoFarByItsDepthTwiceRunning() {
        int setbacks = 0;
        for (CourseScript script : scripts()) {
            for (Change change : script.changes()) {
                if (change.kind() == PlantedKind.SETBACK) {
                    double best = script.curves().bestPhqBefore(change.onset());
                    assertThat(script.curves().phq(change.onset()) - best).isEqualTo(change.depth(), within(1e-9));
                    assertThat(script.curves().phq(change.onset() + 1) - best).isEqualTo(change.depth(), within(1e-9));
                    setbacks++;
                }
            }
        }
        assertThat(setbacks).isGreaterThan(180);
    }

    @Test
    void aSuddenGainImprovesByItsDepthOrALittleMore() {
        int gains = 0;
        for (CourseScript script : scripts()) {
            for (Change change : script.changes()) {
                if (change.kind() == PlantedKind.SUDDEN_GAIN) {
                    double gain = script.curves().phq(change.onset() - 1)
                            - script.curves().phq(change.onset());
                    assertThat(gain).isBetween(change.depth() - 1e-9, change.depth() + 4);
                    gains++;
                }
            }
        }
        assertThat(gains).isGreaterThan(20);
    }

    @Test
    void withoutNoiseTheFilesShowEveryDepthToARounding() throws IOException {
        SimulatedFiles files = Simulation.run(SETTINGS.withNoise(0).withoutDataProblems(), folder);

        Map<String, Map<String, String>> sessions = Exports.sessions(Exports.merged(files.exports()));
        int dips = 0;
        int setbacks = 0;
        for (Map<String, String> truth : Exports.rows(files.truth())) {
            double depth = Double.parseDouble(truth.get("depth"));
            if (truth.get("kind").equals("dip")) {
                double peak = score(sessions, truth, "srs", -1);
                double lowest = Double.POSITIVE_INFINITY;
                for (int later = 0; later < 3; later++) {
                    lowest = Math.min(lowest, score(sessions, truth, "srs", later));
                }
                assertThat(peak - lowest).as(truth.toString()).isEqualTo(depth, within(1.0));
                dips++;
            }
            if (truth.get("kind").equals("setback")) {
                double before = score(sessions, truth, "phq9", -1);
                assertThat(score(sessions, truth, "phq9", 0) - before)
                        .as(truth.toString())
                        .isGreaterThan(depth - 5);
                assertThat(score(sessions, truth, "phq9", 1)).isEqualTo(score(sessions, truth, "phq9", 0), within(1.0));
                setbacks++;
            }
        }
        assertThat(dips).isGreaterThan(200);
        assertThat(setbacks).isGreaterThan(150);
    }

    /** The score so many sessions after the onset; infinite if it was left out. */
    private static double score(
            Map<String, Map<String, String>> sessions, Map<String, String> truth, String measure, int after) {
        String session = truth.get("course") + "#" + (Integer.parseInt(truth.get("onset_session")) + after);
        String score = sessions.getOrDefault(session, Map.of()).get(measure);
        return score == null ? Double.POSITIVE_INFINITY : Double.parseDouble(score);
    }

    @Test
    void sharesOfPlantedCoursesAreThoseAskedFor() {
        double longEnoughForDip = 0;
        double dips = 0;
        double longEnoughForSetback = 0;
        double setbacks = 0;
        for (CourseScript script : scripts()) {
            int sessions = script.curves().sessions();
            if (sessions >= Plantings.DIP_SESSIONS && script.person().alliance()) {
                longEnoughForDip++;
                dips += has(script, PlantedKind.DIP) ? 1 : 0;
            }
            if (sessions >= Plantings.SETBACK_SESSIONS) {
                longEnoughForSetback++;
                setbacks += has(script, PlantedKind.SETBACK) ? 1 : 0;
            }
            assertThat(sessions < Plantings.DIP_SESSIONS && has(script, PlantedKind.DIP))
                    .isFalse();
            assertThat(sessions < Plantings.SETBACK_SESSIONS && has(script, PlantedKind.SETBACK))
                    .isFalse();
        }
        assertThat(dips / longEnoughForDip).isEqualTo(SETTINGS.dipShare(), within(0.04));
        assertThat(setbacks / longEnoughForSetback)
                .isBetween(SETTINGS.setbackShare() - 0.08, SETTINGS.setbackShare() + 0.03);
    }

    private static boolean has(CourseScript script, PlantedKind kind) {
        return script.changes().stream().anyMatch(change -> change.kind() == kind);
    }

    @Test
    void coursesGoOnSlightlyBetterAfterARepairedDip() {
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (CourseScript script : scripts()) {
            Curves gradual = Curves.gradual(
                    PRACTICE, script.person(), script.plan(), script.dice(PRACTICE, Dice.Concern.CURVES));
            int last = gradual.sessions() - 1;
            for (Change change : script.changes()) {
                if (change.kind() == PlantedKind.DIP && script.changes().size() == 1 && last >= change.onset() + 5) {
                    int repaired = change.backTo(Plantings.REPAIRED_SHARE).isPresent() ? 1 : 0;
                    sums[repaired] += script.curves().phq(last) - gradual.phq(last);
                    counts[repaired]++;
                }
            }
        }
        assertThat(counts[0]).isGreaterThan(20);
        assertThat(counts[1]).isGreaterThan(60);
        assertThat(sums[0] / counts[0]).isBetween(0.4, 0.8);
        assertThat(sums[1] / counts[1]).isBetween(-0.8, -0.4);
    }
}
