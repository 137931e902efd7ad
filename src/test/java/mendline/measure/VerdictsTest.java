package mendline.measure;

import static mendline.measure.MeasureFixtures.norm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import mendline.model.Direction;
import mendline.model.MeasureKind;
import mendline.stats.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictsTest {
    private static final int[] HAMD = {
        25, 13, 15, 11, 28, 4, 30, 25, 21, 9, 26, 17, 31, 15, 21, 2, 27, 8, 28, 7, 23, 13, 24, 30, 28, 9, 26, 8, 27, 14,
                32, 27, 27, 20,
        25, 28, 28, 14, 25, 24, 22, 10, 24, 18, 24, 22, 21, 8, 18, 20, 27, 2, 25, 13, 27, 18, 22, 2, 23, 16, 25, 16, 25,
                24, 26, 8, 22, 6,
        24, 22, 23, 20, 26, 18, 28, 24, 24, 9, 21, 25
    };

    private static Measure measure(Direction better, int min, int max) {
        return new Measure(
                "test",
                "Test",
                0,
                100 * min,
                100 * max,
                100,
                better,
                MeasureKind.OUTCOME,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                CutoffRule.CASENESS,
                List.of(),
                "made up",
                false,
                "");
    }

    @ParameterizedTest(name = "{0} is better, {1} to {2}: {3}")
    @CsvSource(textBlock = """
            LOWER,  15, 10, IMPROVED
            LOWER,  15, 11, UNCHANGED
            LOWER,  15, 17, UNCHANGED
            LOWER,  15, 18, DETERIORATED
            HIGHER, 20, 25, IMPROVED
            HIGHER, 20, 24, UNCHANGED
            HIGHER, 20, 18, UNCHANGED
            HIGHER, 20, 17, DETERIORATED
            """)
    void theAnchorIncludesItsBoundaries(Direction better, int first, int last, Verdict verdict) {
        assertThat(Verdicts.anchor(new Thresholds(5, 3), better, 100 * first, 100 * last))
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "{0} is better, {1} to {2}: {3}")
    @CsvSource(textBlock = """
            LOWER,  20, 10, IMPROVED
            LOWER,  20, 11, UNCHANGED
            LOWER,  20, 25, UNCHANGED
            LOWER,  20, 26, DETERIORATED
            HIGHER, 20, 30, IMPROVED
            HIGHER, 20, 29, UNCHANGED
            HIGHER, 30, 35, IMPROVED
            HIGHER, 20, 15, UNCHANGED
            HIGHER, 20, 14, DETERIORATED
            """)
    void thePercentageIncludesItsBoundariesAndReflectsScoresWhereHigherIsBetter(
            Direction better, int first, int last, Verdict verdict) {
        assertThat(Verdicts.percentage(new Thresholds(0.5, 0.3), measure(better, 0, 40), 100 * first, 100 * last))
                .contains(verdict);
    }

    @Test
    void aFirstScoreOfNothingHasNoPercentage() {
        assertThat(Verdicts.percentage(Thresholds.both(0.5), measure(Direction.LOWER, 0, 27), 0, 500))
                .isEmpty();
        assertThat(Verdicts.percentage(Thresholds.both(0.5), measure(Direction.LOWER, 0, 27), 0, 0))
                .isEmpty();
        assertThat(Verdicts.percentage(Thresholds.both(0.5), measure(Direction.HIGHER, 0, 40), 4000, 3000))
                .isEmpty();
        assertThat(Verdicts.percentage(Thresholds.both(0.5), measure(Direction.LOWER, 0, 27), 100, 500))
                .contains(Verdict.DETERIORATED);
    }

    @Test
    void sixteenOfTheFortyHamdPairsImprovedByHalf() {
        int[] counts = new int[3];
        for (int i = 0; i < HAMD.length; i += 2) {
            Verdict verdict = Verdicts.percentage(
                            new Thresholds(0.5, 0.3), measure(Direction.LOWER, 0, 52), 100 * HAMD[i], 100 * HAMD[i + 1])
                    .orElseThrow();
            counts[verdict.ordinal()]++;
        }

        assertThat(counts).containsExactly(16, 24, 0);
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(textBlock = """
            10, 9,  IMPROVED
            9,  10, DETERIORATED
            27, 10, UNCHANGED
            9,  0,  UNCHANGED
            """)
    void theCutOffAloneLooksOnlyAtTheSides(int first, int last, Verdict verdict) {
        assertThat(Verdicts.statistical(new Cutoff(10, true, Direction.LOWER), 100 * first, 100 * last))
                .isEqualTo(verdict);
    }

    @Test
    void aScoreOnAComputedCutOffIsOnNeitherSideAndOneOnAPublishedCutOffIsClinical() {
        Cutoff computed = new Cutoff(10, false, Direction.LOWER);
        Cutoff published = new Cutoff(10, true, Direction.LOWER);

        assertThat(Verdicts.statistical(computed, 1000, 500)).isEqualTo(Verdict.UNCHANGED);
        assertThat(Verdicts.statistical(published, 1000, 500)).isEqualTo(Verdict.IMPROVED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            A_TRUE, 103.7702
            B_TRUE, 81.4038
            C_TRUE, 94.84241
            """)
    void cutOffsOfTrueScoresShrinkTheSdByTheRootOfTheReliability(CutoffRule rule, double points) {
        Measure measure = MeasureFixtures.with(
                Direction.HIGHER,
                rule,
                norm(114.8, 17.8),
                norm(81.58333, 11.82566),
                MeasureFixtures.truax(0.88, 11.82566));

        // a: 81.58333 + 2 · √.88 · 11.82566; b: 114.8 − 2 · √.88 · 17.8; the common factor of c cancels.
        assertThat(Cutoffs.of(measure, Optional.empty()).orElseThrow().points()).isCloseTo(points, within(5e-4));
    }

    @Test
    void withoutTheNumbersOfACutOffThereIsNoneInsteadOfAllUnchanged() {
        Measure measure = MeasureFixtures.with(
                Direction.LOWER, CutoffRule.C, norm(8, 8), Optional.empty(), MeasureFixtures.truaxFromSample(0.8));

        assertThat(Yardsticks.settle(measure, OptionalDouble.empty(), OptionalDouble.empty())
                        .cutoff())
                .isEmpty();
        assertThat(Yardsticks.settle(measure, OptionalDouble.of(20), OptionalDouble.of(0))
                        .cutoff())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} [{1}, {2}]: {3}")
    @CsvSource(textBlock = """
            2,   -1,  5,   NOT_SIGNIFICANT
            2,    0,  4,   NOT_SIGNIFICANT
            -2,  -3, -1,   SIGNIFICANTLY_WORSE
            2,    1,  3,   NOT_RELEVANT
            4,    2,  6,   NOT_SIGNIFICANTLY_BEYOND
            5,    3,  7,   PROBABLY_RELEVANT
            7,    5,  9,   PROBABLY_RELEVANT
            8,  5.1, 10.9, LARGE
            """)
    void theMeanChangeOfAGroupAgainstFivePoints(double mean, double lower, double upper, GroupChange change) {
        assertThat(GroupChange.of(mean, new Interval(lower, upper), 5)).isEqualTo(change);
    }
}
