package mendline.detect;

import static mendline.detect.Sketches.ORS;
import static mendline.detect.Sketches.PHQ9;
import static mendline.detect.Sketches.SETTINGS;
import static mendline.detect.Sketches.series;
import static mendline.detect.Sketches.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import mendline.measure.Yardstick;
import mendline.model.DetectionSettings;
import mendline.model.EpisodeRules;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.model.SetbackRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules beside S1; step 6 points, clinical from 10 on, unless said otherwise. */
class SetbackRulesTest {
    private static DetectionSettings by(SetbackRule rule) {
        return SETTINGS.with(EpisodeRules.DEFAULT.withSetbacks(rule, Set.of()));
    }

    private static String found(SetbackRule rule, String scores) {
        return told(ScoreSetbacks.in(series(PHQ9, scores), PHQ9, true, by(rule)).setbacks());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a step worse than the first             | 10,16       | s2 worst s2 depth 6 open
            just short of a step                    | 10,15.99    | ''
            worse than the best, not than the first | 16,8,21     | ''
            half-way back by the next score         | 10,18,14    | s2 worst s2 depth 8 bounced_back s3 after 1
            not yet half-way back                   | 10,18,14.01 | s2 worst s2 depth 8 open
            no second without a better one between  | 10,24,17,17 | s2 worst s2 depth 14 bounced_back s3 after 1
            a second after a better one             | 10,24,17,15,16 | \
                s2 worst s2 depth 14 bounced_back s3 after 1; s5 worst s5 depth 6 open
            one score says nothing                  | 27          | ''
            """)
    void worseThanStart(String name, String scores, String expected) {
        assertThat(found(SetbackRule.S2, scores)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            one score a step worse than the best     | 16,10,16       | s3 worst s3 depth 6 open
            just short of a step                     | 16,10,15.99    | ''
            the best is not the first                | 16,12,18       | s3 worst s3 depth 6 open
            half-way back by the next score          | 16,10,18,14    | s3 worst s3 depth 8 bounced_back s4 after 1
            not yet half-way back                    | 16,10,18,14.01 | s3 worst s3 depth 8 open
            worse before it is better                | 10,16,20,15    | s2 worst s3 depth 10 bounced_back s4 after 2
            a second once the first has ended        | 10,16,13,16,10 | \
                s2 worst s2 depth 6 bounced_back s3 after 1; s4 worst s4 depth 6 bounced_back s5 after 1
            half-way back can be the new best        | 10,16,8,14     | \
                s2 worst s2 depth 6 bounced_back s3 after 1; s4 worst s4 depth 6 open
            two scores are enough                    | 10,16          | s2 worst s2 depth 6 open
            one score says nothing                   | 27             | ''
            """)
    void aSingleScoreWorseThanTheBest(String name, String scores, String expected) {
        assertThat(found(SetbackRule.S1_SINGLE, scores)).isEqualTo(expected);
    }

    @Test
    void aSingleScoreRuleNamesItselfInFilesAndHasNoUnconfirmedOnes() {
        ScoreSetbacks found = ScoreSetbacks.in(series(PHQ9, "15,9,16"), PHQ9, true, by(SetbackRule.S1_SINGLE));
        assertThat(found.confirmed()).extracting(Episode::subtype).containsExactly("S1_single");
        assertThat(found.confirmed().get(0).confirmed().orElseThrow().session()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            clinical again on the line             | 16,9,10       | s3 worst s3 depth 1 open
            just below the line                    | 16,9,9.99     | ''
            never below the line before            | 16,10,16      | ''
            below, but not a step better           | 14,9,15       | ''
            below and exactly a step better        | 15,9,15       | s3 worst s3 depth 6 open
            a step better, not below               | 18,11,15      | ''
            half-way back measured from the best   | 16,4,9,14,9   | s4 worst s4 depth 10 bounced_back s5 after 1
            just short of half-way back            | 16,4,9,14,9.01 | s4 worst s4 depth 10 open
            another needs to be below again        | 22,4,14,9.5,8,14 | \
                s3 worst s3 depth 10 bounced_back s5 after 2; s6 worst s6 depth 10 open
            clinical at half-way does not start one | 22,4,22,13,13 | s3 worst s3 depth 18 bounced_back s4 after 1
            """)
    void backAboveTheCutoff(String name, String scores, String expected) {
        assertThat(found(SetbackRule.S5, scores)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'16,9,10', S5_within_error", "'16,9,14.99', S5_within_error", "'16,9,15', S5", "'16,9,10,15', S5"})
    void aReturnSmallerThanAStepIsMarkedAsWithinMeasurementError(String scores, String subtype) {
        List<Episode> found = ScoreSetbacks.in(series(PHQ9, scores), PHQ9, true, by(SetbackRule.S5))
                .setbacks();
        assertThat(found).extracting(Episode::subtype).containsExactly(subtype);
        assertThat(found.get(0).depthInThreshold().orElseThrow() >= 1).isEqualTo(subtype.equals("S5"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            two below, two back                        | 16,9,9,15,15        | s4 worst s4 depth 6 open
            one below is no remission                  | 16,9,11,15,15       | ''
            two below with one between are not in a row | 16,9,11,9,15,15    | ''
            second below is not a step better          | 15,9,9.01,16,16     | ''
            back, but less than a step from the best   | 16,9,9,14.99,15     | s5 worst s5 depth 6 unconfirmed
            one back on the last score                 | 16,9,9,15           | s4 worst s4 depth 6 unconfirmed
            one back and away again                    | 16,9,9,15,9,15,15   | s6 worst s6 depth 6 open
            clinical, but not both a step              | 16,9,9,15,14,9      | ''
            half-way back after the confirming one     | 18,9,8,16,18,13     | s4 worst s5 depth 10 bounced_back s6 after 1
            just short                                 | 18,9,8,16,18,13.01  | s4 worst s5 depth 10 open
            another needs a remission again            | 16,9,9,15,15,9,15,15 | s4 worst s4 depth 6 bounced_back s6 after 1
            and then counts                            | 16,9,9,15,15,9,9,15,15 | \
                s4 worst s4 depth 6 bounced_back s6 after 1; s8 worst s8 depth 6 open
            """)
    void returnAfterSustainedRecovery(String name, String scores, String expected) {
        assertThat(found(SetbackRule.S6, scores)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a sudden loss, time from the third session after | 10,11,10,20,21,20,14   | s4 worst s5 depth 11 bounced_back s7 after 1
            not yet half-way back                            | 10,11,10,20,21,20,15.6 | s4 worst s5 depth 11 open
            the scores that the rule looks at cannot end it  | 10,11,10,20,21,20      | s4 worst s5 depth 11 open
            a slow worsening is none                         | 10,12,14,16,18,20      | ''
            """)
    void suddenLosses(String name, String scores, String expected) {
        assertThat(found(SetbackRule.S3, scores)).isEqualTo(expected);
    }

    @Test
    void theClockOfASuddenLossRunsFromTheLastScoreThatTheRuleLooksAt() {
        Episode whole = ScoreSetbacks.in(series(PHQ9, "10,11,10,20,21,20,14"), PHQ9, true, by(SetbackRule.S3))
                .setbacks()
                .get(0);
        assertThat(whole.confirmed().orElseThrow().session()).isEqualTo(6);
        Episode gap = ScoreSetbacks.in(series(PHQ9, "10,11,10,20,21,-,14"), PHQ9, true, by(SetbackRule.S3))
                .setbacks()
                .get(0);
        assertThat(gap.confirmed().orElseThrow().session()).isEqualTo(5);
        assertThat(told(gap)).isEqualTo("s4 worst s5 depth 11 bounced_back s7 after 1");
    }

    @Test
    void higherBetterIsReadTheOtherWayRound() {
        assertThat(told(ScoreSetbacks.in(series(ORS, "20,26,24.99,20"), ORS, true, by(SetbackRule.S5))
                        .setbacks()))
                .isEqualTo("s3 worst s4 depth 6 open");
        assertThat(told(ScoreSetbacks.in(series(ORS, "20,26,25,25"), ORS, true, by(SetbackRule.S5))
                        .setbacks()))
                .isEmpty();
        assertThat(told(ScoreSetbacks.in(series(ORS, "20,15"), ORS, true, by(SetbackRule.S2))
                        .setbacks()))
                .isEqualTo("s2 worst s2 depth 5 open");
    }

    @Test
    void withoutACutoffThereIsNoReturnAboveIt() {
        Yardstick none = new Yardstick(
                PHQ9.measure(),
                OptionalDouble.of(6),
                true,
                OptionalDouble.of(6),
                Optional.empty(),
                OptionalDouble.empty());
        for (SetbackRule rule : List.of(SetbackRule.S5, SetbackRule.S6)) {
            assertThat(ScoreSetbacks.in(series(PHQ9, "16 9 9 15 15"), PHQ9, true, by(rule))
                            .setbacks())
                    .hasSize(1);
            assertThat(ScoreSetbacks.in(series(PHQ9, "16 9 9 15 15"), none, true, by(rule))
                            .setbacks())
                    .isEmpty();
        }
    }

    /** Whatever the scores: half-way back and worst fit together, and setbacks do not overlap. */
    @ParameterizedTest
    @EnumSource(value = SetbackRule.class, mode = EnumSource.Mode.EXCLUDE, names = "S7")
    void setbacksOfOneRuleNeverOverlap(SetbackRule rule) {
        SplittableRandom random = new SplittableRandom(41);
        int seen = 0;
        for (int run = 0; run < 2_000; run++) {
            int[] scores = random.ints(14, 0, 28).map(x -> 100 * x).toArray();
            List<Episode> found = ScoreSetbacks.in(ScoreSeries.of("phq9", Rater.CLIENT, scores), PHQ9, false, by(rule))
                    .setbacks();
            int last = 0;
            for (Episode e : found) {
                assertThat(e.onset().session()).as(Arrays.toString(scores)).isGreaterThan(last);
                assertThat(e.worst().orElseThrow()).isGreaterThan(e.peak().orElseThrow());
                last = e.end().map(Moment::session).orElse(Integer.MAX_VALUE - 1);
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void otherRulesAreListedBesideAndNotCounted() {
        DetectionSettings settings = SETTINGS.with(
                EpisodeRules.DEFAULT.withSetbacks(SetbackRule.S1, EnumSet.of(SetbackRule.S2, SetbackRule.S5)));
        CourseFindings findings = CourseFindings.of(
                CourseSketch.dated().scores("phq9", 16, 9, 16, 16, 23).course(), Sketches.instruments(settings, PHQ9));
        assertThat(findings.episodes(EpisodeKind.SETBACK, EpisodeSource.SCORE))
                .extracting(e -> e.subtype() + " " + e.onset().session() + " " + e.countedSetback())
                .containsExactly("S1 3 true", "S5 3 false", "S2 5 false");
    }

    @Test
    void theCountedRuleCanBeAnother() {
        CourseFindings findings = CourseFindings.of(
                CourseSketch.dated().scores("phq9", 16, 9, 16, 16, 23).course(),
                Sketches.instruments(by(SetbackRule.S2), PHQ9));
        assertThat(findings.episodes(EpisodeKind.SETBACK, EpisodeSource.SCORE))
                .extracting(e -> e.subtype() + " " + e.onset().session() + " " + e.countedSetback())
                .containsExactly("S2 5 true");
        assertThat(findings.shape()).isEqualTo(CourseShape.SETBACK_NOT_BACK);
    }
}
