package mendline.detect;

import static mendline.detect.Sketches.SETTINGS;
import static mendline.detect.Sketches.SRS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import mendline.model.Course;
import mendline.stats.Ar1Noise;
import org.junit.jupiter.api.Test;

/**
 * Whether the counts expected by chance are near what chance gives: simulated practices of 600 courses with 12 scores, noise SD 1.5, whole
 * points, ceiling 40, clients' own levels with an SD of 1.5 around the practice's. Every figure is the mean over several practices, so that
 * the test speaks of the method and not of one draw.
 *
 * <p>How far the clients' levels differ matters near the ceiling: with SD 0 / 1.5 / 2 / 2.5 the lower number is 1.05 / 0.93 / 0.86 / 0.72 of
 * the dips that noise gave at level 36, because clients at the ceiling lower the scale for all.
 */
class ChanceTest {
    private static final int PRACTICES = 16;
    private static final int COURSES = 600;
    private static final int SCORES = 12;
    private static final double SD = 1.5;
    private static final double LEVEL_SD = 1.5;
    private static final int REPLICATIONS = 40;

    /** What is planted into the level series of every third course. */
    private enum Planted {
        NOTHING(0),
        ONE_SESSION(1),
        THREE_SESSIONS(3);

        private final int sessions;

        Planted(int sessions) {
            this.sessions = sessions;
        }
    }

    /** Means over the practices. */
    private record Observed(double all, double found, double planted, double a, double b) {
        double foundShare() {
            return found / planted;
        }

        double others() {
            return all - found;
        }
    }

    private static Observed observe(int level, double rho, Planted planted) {
        double all = 0;
        double found = 0;
        double plants = 0;
        double a = 0;
        double b = 0;
        for (int practice = 0; practice < PRACTICES; practice++) {
            SplittableRandom random = new SplittableRandom(1000L * practice + level);
            List<Course> courses = new ArrayList<>();
            int[] onsets = new int[COURSES];
            SampleTally sample = SampleTally.NONE;
            for (int i = 0; i < COURSES; i++) {
                Course course = course(i, level, rho, planted, onsets, random);
                courses.add(course);
                sample = sample.plus(SampleTally.of(course, List.of(SRS), SETTINGS));
            }
            Instruments run = alliance(sample);
            ChanceCounts low = ChanceCounts.NONE;
            ChanceCounts high = ChanceCounts.NONE;
            for (int i = 0; i < COURSES; i++) {
                List<Episode> dips = CourseFindings.of(courses.get(i), run).episodes();
                int onset = onsets[i];
                all += dips.size();
                plants += onset > 0 ? 1 : 0;
                found += onset > 0 && dips.stream().anyMatch(d -> overlaps(d, onset, planted.sessions)) ? 1 : 0;
                low = low.plus(Chance.of(courses.get(i), run, 0, 0, 1, REPLICATIONS));
                high = high.plus(
                        Chance.of(courses.get(i), run, run.allianceRho().orElse(0), 0, 1, REPLICATIONS));
            }
            a += low.expectedDips();
            b += high.expectedDips();
        }
        return new Observed(all / PRACTICES, found / PRACTICES, plants / PRACTICES, a / PRACTICES, b / PRACTICES);
    }

    private static boolean overlaps(Episode dip, int onset, int sessions) {
        int from = dip.onset().session();
        int to = dip.worstAt().orElseThrow().session();
        return from <= onset + sessions - 1 && to >= onset;
    }

    private static Course course(
            int number, int level, double rho, Planted planted, int[] onsets, SplittableRandom random) {
        double[] noise = new double[SCORES];
        Ar1Noise.fill(noise, SD, rho, random);
        double[] scores = new double[SCORES];
        double[] ownLevel = new double[1];
        Ar1Noise.fill(ownLevel, LEVEL_SD, 0, random);
        double own = level + ownLevel[0];
        int sessions = planted.sessions;
        onsets[number] = sessions > 0 && number % 3 == 0 ? 3 + random.nextInt(SCORES - 3 - sessions) : 0;
        for (int i = 0; i < SCORES; i++) {
            int since = i + 1 - onsets[number];
            double depth = onsets[number] > 0 && since >= 0 && since < sessions ? 8.0 * (since + 1) / sessions : 0;
            scores[i] = Math.max(0, Math.min(40, Math.rint(own + noise[i] - depth)));
        }
        return CourseSketch.undated()
                .client("c" + number)
                .scores("srs", scores)
                .ended()
                .course();
    }

    private static Instruments alliance(SampleTally sample) {
        MeasureTally srs = sample.measure("srs");
        return new Instruments(
                Optional.empty(),
                Optional.of(SRS),
                List.of(),
                srs.scale(),
                false,
                srs.noiseScale(),
                srs.rho(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                SETTINGS);
    }

    @Test
    void withoutMemoryTheLowerNumberIsNearWhatChanceGives() {
        Observed o = observe(36, 0, Planted.NOTHING);
        assertThat(o.all()).as("%s", o).isGreaterThan(20);
        assertThat(o.a() / o.all()).as("%s", o).isBetween(0.85, 1.15);
    }

    @Test
    void withMemoryTheUpperNumberIsNearWhatChanceGives() {
        Observed o = observe(36, 0.5, Planted.NOTHING);
        assertThat(o.b() / o.all()).as("%s", o).isBetween(0.6, 1.2);
        Observed lower = observe(30, 0.5, Planted.NOTHING);
        assertThat(lower.b() / lower.all()).as("%s", lower).isBetween(0.6, 1.2);
    }

    @Test
    void rupturesOfOneSessionAreFoundAndTheOtherDipsAreAboutWhatChanceGives() {
        Observed o = observe(36, 0, Planted.ONE_SESSION);
        assertThat(o.foundShare()).as("%s", o).isGreaterThanOrEqualTo(0.8);
        assertThat(o.others()).as("%s", o).isBetween(o.a() - 10, o.b() + 10);
    }

    @Test
    void declinesOverThreeSessionsAreFoundAndTheUpperNumberOverstates() {
        Observed o = observe(36, 0, Planted.THREE_SESSIONS);
        assertThat(o.foundShare()).as("%s", o).isGreaterThanOrEqualTo(0.8);
        assertThat(o.b()).as("%s", o).isGreaterThan(o.others());
    }

    private static Course practiceCourse(String client) {
        return CourseSketch.undated()
                .client(client)
                .scores("srs", 36, 37, 33, 36, 38, 37, 35, 36, 30, 36, 37, 36)
                .scores("phq9", 14, 12, 15, 11, 17, 12, 15, 11, 13, 16, 12, 15, 11, 17, 13, 12, 16, 11, 14, 13)
                .course();
    }

    @Test
    void theSeedIsMadeOfTheCourseSoThatOrderAndSplitChangeNothing() {
        Instruments run = Sketches.instruments(Sketches.PHQ9);
        ChanceCounts one = Chance.of(practiceCourse("a"), run, 0.2, 0.2, 1, 400);
        ChanceCounts two = Chance.of(practiceCourse("b"), run, 0.2, 0.2, 1, 400);
        assertThat(Chance.of(practiceCourse("a"), run, 0.2, 0.2, 1, 400)).isEqualTo(one);
        assertThat(one.expectedDips() + one.expectedSetbacks() + one.expectedSpikes())
                .isPositive();
        assertThat(two).isNotEqualTo(one);
        assertThat(two.plus(one))
                .isEqualTo(one.plus(two))
                .isEqualTo(one.plus(ChanceCounts.NONE).plus(two));
        assertThat(Chance.of(practiceCourse("a"), run, 0.2, 0.2, 2, 400)).isNotEqualTo(one);
    }

    @Test
    void countsAgreeWithOneAnother() {
        ChanceCounts counts = Chance.of(practiceCourse("a"), Sketches.instruments(Sketches.PHQ9), 0.5, 0.5, 1, 2000);
        assertThat(counts.repairs().total()).isEqualTo(counts.dips().total());
        assertThat(counts.repairs().events()).isEqualTo(counts.dipsRepaired().total());
        assertThat(counts.bounces().total())
                .isPositive()
                .isLessThanOrEqualTo(counts.setbacks().total());
        assertThat(counts.learningDepth().n())
                .isPositive()
                .isEqualTo(counts.learningScores().n());
        assertThat(counts.expectedDips()).isCloseTo(counts.dips().total() / 2000.0, within(1e-12));
    }

    @Test
    void moreReplicationsAddUpAndDifferentNumbersOfThemAreRefusedForCourses() {
        Instruments run = Sketches.instruments(Sketches.PHQ9);
        ChanceCounts first = Chance.of(practiceCourse("a"), run, 0, 0, 1, 100);
        ChanceCounts second = Chance.of(practiceCourse("a"), run, 0, 0, 2, 50);
        assertThat(first.plusReplications(second).replications()).isEqualTo(150);
        assertThatIllegalArgumentException().isThrownBy(() -> first.plus(second));
    }

    @Test
    void aCourseWithoutScoresGivesNothing() {
        ChanceCounts none =
                Chance.of(CourseSketch.undated().attend(5).course(), Sketches.instruments(Sketches.PHQ9), 0, 0, 1, 10);
        assertThat(none.dips().total() + none.setbacks().total() + none.spikes().total())
                .isZero();
        assertThat(none.replications()).isEqualTo(10);
    }
}
