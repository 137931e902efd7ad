package mendline.detect;

import static mendline.detect.Sketches.PHQ9;
import static mendline.detect.Sketches.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.DipDetector;
import mendline.model.EpisodeRules;
import mendline.model.GainRules;
import mendline.model.GainStability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dips by other rules than the one in use, and what noise gives by them; scale 2 points. */
class DipRuleTest {
    private static final Instruments RUN = Sketches.instruments(PHQ9);

    private static Map<String, Integer> found(Course course, Instruments run) {
        return DipRule.dips(course, run).entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().key(), e -> e.getValue().size()));
    }

    @ParameterizedTest(name = "a fall of {0}")
    @CsvSource({"3.99, 0, 0, 0", "4, 1, 0, 0", "4.99, 1, 0, 0", "5, 1, 1, 0", "5.99, 1, 1, 0", "6, 1, 1, 1"})
    void eachThresholdIncludesItsBoundary(double fall, int two, int twoAndAHalf, int three) {
        Course course = CourseSketch.dated()
                .scores("srs", 36, 36, 36, 36, 36 - fall, 36, 36, 36)
                .course();
        assertThat(found(course, RUN))
                .containsEntry("A_2.0", two)
                .containsEntry("A_2.5", twoAndAHalf)
                .containsEntry("A_3.0", three)
                .containsKey("B")
                .hasSize(4);
    }

    @Test
    void theRuleInUseFindsWhatTheReportCountsAndStandsAmongTheOthers() {
        DetectionSettings own = SETTINGS.withDips(DipDetector.A, 1.5);
        assertThat(DipRule.beside(own))
                .extracting(DipRule::key)
                .containsExactly("A_1.5", "A_2.0", "A_2.5", "A_3.0", "B");
        assertThat(DipRule.used(own).key()).isEqualTo("A_1.5");
        DetectionSettings chart = SETTINGS.with(EpisodeRules.DEFAULT.withDips(DipDetector.B));
        assertThat(DipRule.beside(chart)).extracting(DipRule::key).containsExactly("A_2.0", "A_2.5", "A_3.0", "B");
        assertThat(DipRule.used(chart).key()).isEqualTo("B");
        Course course = CourseSketch.dated()
                .scores("srs", 38, 37, 38, 37, 38, 37, 38, 37, 30, 37, 38)
                .course();
        for (DetectionSettings settings : List.of(SETTINGS, own, chart)) {
            Instruments run = Sketches.instruments(settings, PHQ9);
            List<Episode> counted = CourseFindings.of(course, run).episodes(EpisodeKind.DIP, EpisodeSource.SCORE);
            assertThat(counted).isNotEmpty();
            assertThat(DipRule.dips(course, run).get(DipRule.used(settings)))
                    .extracting(e -> e.onset() + " " + e.status())
                    .isEqualTo(counted.stream()
                            .map(e -> e.onset() + " " + e.status())
                            .toList());
        }
    }

    @Test
    void withoutAllianceScoresThereIsNothingToLookAt() {
        assertThat(DipRule.dips(CourseSketch.dated().attend(5).course(), RUN)).isEmpty();
    }

    private static Course noisy(String client) {
        return CourseSketch.undated()
                .client(client)
                .scores("srs", 32, 33, 29, 32, 34, 33, 31, 32, 30, 32, 33, 32)
                .scores("phq9", 14, 12, 15, 11, 17, 12, 15, 11, 13, 16, 12, 15, 11, 17, 13, 12)
                .course();
    }

    @Test
    void theRuleInUseGivesByChanceWhatTheSimulationOfTheReportGives() {
        RuleChance byRule = RuleChance.of(noisy("a"), RUN, 0.2, 0.2, 300);
        ChanceCounts report = Chance.of(noisy("a"), RUN, 0.2, 0.2, 0, 300);
        assertThat(byRule.of("A_2.5")).isEqualTo(report.dips());
        assertThat(report.dips().total()).isPositive();
        assertThat(byRule.of("A_2.0").total()).isGreaterThan(byRule.of("A_2.5").total());
        assertThat(byRule.of("A_2.5").total()).isGreaterThan(byRule.of("A_3.0").total());
        assertThat(byRule.of("B").total()).isPositive();
    }

    @Test
    void suddenGainsByChanceAreThoseOfTheRulesInUse() {
        GainRules usual = GainRules.DEFAULT;
        GainRules two =
                new GainRules(true, usual.points(), true, usual.percent(), GainStability.OFF, true, false, false);
        RuleChance strict = RuleChance.of(noisy("a"), RUN, 0, 0, 400);
        RuleChance loose = RuleChance.of(
                noisy("a"), Sketches.instruments(SETTINGS.with(EpisodeRules.DEFAULT.withGains(two)), PHQ9), 0, 0, 400);
        assertThat(strict.of(RuleChance.GAINS).total()).isPositive();
        assertThat(loose.of(RuleChance.GAINS).total())
                .isGreaterThan(strict.of(RuleChance.GAINS).total());
        assertThat(loose.of(RuleChance.LOSSES).total())
                .isGreaterThan(strict.of(RuleChance.LOSSES).total());
    }

    @Test
    void countsOfCoursesAddInAnyOrderAndOfOtherReplicationsNot() {
        RuleChance a = RuleChance.of(noisy("a"), RUN, 0, 0, 50);
        RuleChance b = RuleChance.of(noisy("b"), RUN, 0, 0, 50);
        assertThat(a).isNotEqualTo(b);
        assertThat(a.plus(b))
                .isEqualTo(b.plus(a))
                .isEqualTo(RuleChance.NONE.plus(a).plus(b));
        assertThat(a.plus(b).of("A_2.0").total())
                .isEqualTo(a.of("A_2.0").total() + b.of("A_2.0").total());
        assertThat(a.plus(b).replications()).isEqualTo(50);
        RuleChance more = RuleChance.of(noisy("b"), RUN, 0, 0, 51);
        assertThatIllegalArgumentException().isThrownBy(() -> a.plus(more));
    }

    @Test
    void aCourseWithoutScoresGivesNothing() {
        RuleChance none = RuleChance.of(CourseSketch.undated().attend(5).course(), RUN, 0, 0, 10);
        assertThat(none.found()).isEmpty();
        assertThat(none.replications()).isEqualTo(10);
    }
}
