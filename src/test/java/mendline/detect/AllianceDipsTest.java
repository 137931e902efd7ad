package mendline.detect;

import static mendline.detect.Sketches.SETTINGS;
import static mendline.detect.Sketches.SRS;
import static mendline.detect.Sketches.series;
import static mendline.detect.Sketches.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import mendline.model.DetectionSettings;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllianceDipsTest {
    private static final double SAMPLE_SCALE = 2;

    private static AllianceDips dips(String scores, boolean open) {
        return AllianceDips.in(series(SRS, scores), SAMPLE_SCALE, true, open, SETTINGS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            one session, then repaired                      | 38 37 38 30 36 38 37            | 5.560 | s4 worst s4 depth 8 repaired s5 after 1
            three sessions, window not complete             | 36 34 31 28 30 31 - 31 30       | 7.413 | s2 worst s4 depth 8 open
            three sessions, window complete                 | 36 34 31 28 30 31 - 31 30 30    | 5.560 | s2 worst s4 depth 8 not_repaired
            half-way back is partly repaired                | 38 40 30 35 34 35 35 36         | 5     | s3 worst s3 depth 10 partly_repaired
            small movements are none                        | 39 39 38 39 38 39               | 5     |
            wide swings cap the threshold                   | 38 30 37 31 38 38               | 7.5   | s2 worst s2 depth 8 repaired s3 after 1
            a decline over two sessions                     | 38 37 38 37 31                  | 5     | s4 worst s5 depth 7 open
            a small rise does not end the decline           | 38 34 35 30 36 37               | 7.5   | s2 worst s4 depth 8 repaired s5 after 3
            two dips                                        | 38 29 37 30 38 28 37 38         | 7.5   | s2 worst s2 depth 9 repaired s3 after 1; s6 worst s6 depth 10 repaired s7 after 1
            """)
    void workedExamplesOfTheMethodsPage(String name, String scores, double threshold, String found) {
        AllianceDips dips = dips(scores, true);
        assertThat(told(dips.episodes())).isEqualTo(found == null ? "" : found);
        assertThat(dips.threshold()).isCloseTo(threshold, within(0.0005));
    }

    @Test
    void oneSessionThenRepairedHasItsScaleAndShares() {
        AllianceDips dips = dips("38 37 38 30 36 38 37", true);
        Episode dip = dips.episodes().get(0);
        assertThat(dips.withinScale()).isCloseTo(2.2239, within(0.00005));
        assertThat(dip.peak()).hasValue(3800);
        assertThat(dip.worst()).hasValue(3000);
        assertThat(dip.bestFraction().orElseThrow()).isEqualTo(0.75);
        assertThat(dip.depthInThreshold().orElseThrow()).isCloseTo(8 / 5.5598, within(0.0001));
        assertThat(dip.length()).hasValue(1);
        assertThat(dips.upAndDown()).isFalse();
    }

    @Test
    void anOpenDipOfAnEndedCourseEndedBeforeKnown() {
        Episode dip = dips("36 34 31 28 30 31 - 31 30", false).episodes().get(0);
        assertThat(dip.status()).isEqualTo(EpisodeStatus.ENDED_BEFORE_KNOWN);
        assertThat(dip.bestFraction().orElseThrow()).isEqualTo(0.375);
        assertThat(dip.length()).hasValue(3);
        assertThat(dip.scoresWatched()).hasValue(6);
        assertThat(dips("36 34 31 28 30 31 - 31 30", true).withinScale()).isCloseTo(2.9652, within(0.00005));
    }

    @Test
    void partlyRepairedKeepsItsBestShare() {
        Episode dip = dips("38 40 30 35 34 35 35 36", true).episodes().get(0);
        assertThat(dip.bestFraction().orElseThrow()).isEqualTo(0.6);
        assertThat(dip.peak()).hasValue(4000);
    }

    @Test
    void wideSwingsAreUpAndDown() {
        AllianceDips dips = dips("38 30 37 31 38 38", true);
        assertThat(dips.upAndDown()).isTrue();
        assertThat(dips.withinScale()).isCloseTo(10.378, within(0.0005));
        assertThat(dips.scale()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a depth of exactly the threshold                       | 38 33 38          | s2 worst s2 depth 5 repaired s3 after 1
            a hundredth short of the threshold                     | 38 33.01 38       |
            a rise of exactly half the scale goes on               | 38 34 35 33       | s2 worst s4 depth 5 open
            a rise of more than half the scale ends the decline    | 38 34 35.01 33    |
            repaired at exactly half a threshold below the peak    | 38 33 35.5        | s2 worst s2 depth 5 repaired s3 after 1
            a hundredth below that is not repaired                 | 38 33 35.49       | s2 worst s2 depth 5 open
            a deep dip needs half of its depth back                | 38 26 35.49 35.5  | s2 worst s2 depth 12 repaired s4 after 2
            six scores after the peak still belong to it           | 38 37 37 36 35 34 33             | s2 worst s7 depth 5 open
            the seventh does not                                   | 38 37 37 37 36 35 34 33          |
            two scores are not assessable                          | 38 20             |
            the first score can be a peak                          | 38 30 38          | s2 worst s2 depth 8 repaired s3 after 1
            a rise alone is none                                   | 20 30 38          |
            repaired by the fifth score after the lowest           | 38 30 30 31 30 31 38   | s2 worst s2 depth 8 repaired s7 after 5
            the sixth is too late                                  | 38 30 30 31 30 31 30 38 | s2 worst s2 depth 8 not_repaired
            a lower score moves the lowest one and starts again    | 38 30 32 32 32 29 32 32 32 38 | s2 worst s6 depth 9 repaired s10 after 8
            exactly half of the depth is partly repaired           | 38 28 33 33 33 33 33   | s2 worst s2 depth 10 partly_repaired
            a hundredth less is not                                | 38 28 32.99 32.99 32.99 32.99 32.99 | s2 worst s2 depth 10 not_repaired
            """)
    void boundariesFromBothSides(String name, String scores, String found) {
        // k 2.5 on a scale of 2: no series here has four differences with a larger median
        assertThat(told(dips(scores, true).episodes())).isEqualTo(found == null ? "" : found);
    }

    @Test
    void fewerThanThreeScoresAreNotAssessable() {
        assertThat(dips("38 20", true).assessable()).isFalse();
        assertThat(dips("38 20 38", true).assessable()).isTrue();
    }

    @Test
    void theWithinScaleCountsFromFourDifferences() {
        assertThat(dips("38 34 38 34", true).withinScale()).isZero();
        assertThat(dips("38 34 38 34 38", true).withinScale()).isCloseTo(4 * 1.4826, within(1e-9));
    }

    @Test
    void shiftingAllScoresChangesNoDip() {
        SplittableRandom random = new SplittableRandom(11);
        int found = 0;
        for (int round = 0; round < 300; round++) {
            int[] scores = random.ints(12, 2000, 4000).toArray();
            int[] shifted = Arrays.stream(scores).map(s -> s - 1234).toArray();
            List<Episode> dips = of(scores, true, true).episodes();
            List<Episode> others = of(shifted, true, true).episodes();
            found += dips.size();
            assertThat(told(others)).isEqualTo(told(dips));
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void aMeasureWithLowerBetterIsReflected() {
        SplittableRandom random = new SplittableRandom(12);
        int found = 0;
        for (int round = 0; round < 300; round++) {
            int[] scores = random.ints(10, 1000, 4000).toArray();
            int[] reflected = Arrays.stream(scores).map(s -> 4000 - s).toArray();
            List<Episode> dips = of(scores, true, false).episodes();
            found += dips.size();
            assertThat(told(of(reflected, false, false).episodes())).isEqualTo(told(dips));
        }
        assertThat(found).isGreaterThan(100);
    }

    @Test
    void aSmallerKFindsAtLeastAsManyCoursesWithDips() {
        DetectionSettings sensitive =
                new DetectionSettings(2.0, 5, SETTINGS.dipScales(), 6, 28, 8, OptionalInt.empty(), OptionalInt.empty());
        ScoreSeries series = series(SRS, "38 34 38 37 38 37");
        assertThat(AllianceDips.in(series, SAMPLE_SCALE, true, true, SETTINGS).episodes())
                .isEmpty();
        assertThat(AllianceDips.in(series, SAMPLE_SCALE, true, true, sensitive).episodes())
                .hasSize(1);
    }

    @Test
    void theMonthlyFigureKnowsADipOnceItsWindowIsCompleteOrTheCourseHasEnded() {
        int[] days = {0, 7, 14, 21, 28, 35, 42};
        ScoreSeries repairedEarly =
                new ScoreSeries("srs", Rater.CLIENT, new int[] {1, 2, 3, 4, 5, 6, 7}, days, new int[] {
                    3800, 3000, 3800, 3800, 3800, 3800, 3800
                });
        Episode complete = AllianceDips.in(repairedEarly, SAMPLE_SCALE, true, true, SETTINGS)
                .episodes()
                .get(0);
        assertThat(complete.withinWindow()).isEqualTo(Known.YES);
        assertThat(complete.knownDay()).hasValue(42);
        assertThat(complete.daysToEnd()).hasValue(7);

        ScoreSeries short6 =
                new ScoreSeries("srs", Rater.CLIENT, new int[] {1, 2, 3, 4, 5, 6}, Arrays.copyOf(days, 6), new int[] {
                    3800, 3000, 3800, 3800, 3800, 3800
                });
        Episode running = AllianceDips.in(short6, SAMPLE_SCALE, true, true, SETTINGS)
                .episodes()
                .get(0);
        assertThat(running.status()).isEqualTo(EpisodeStatus.REPAIRED);
        assertThat(running.withinWindow()).isEqualTo(Known.NOT_YET);
        assertThat(running.knownDay()).isEmpty();

        CourseEnding ending = new CourseEnding(false, OptionalInt.of(50));
        Episode ended = AllianceDips.in(short6, SAMPLE_SCALE, true, ending, SETTINGS)
                .episodes()
                .get(0);
        assertThat(ended.withinWindow()).isEqualTo(Known.YES);
        assertThat(ended.knownDay()).hasValue(50);
    }

    @Test
    void neighbouringScoresMoreThanSixWeeksApartAreALongGap() {
        assertThat(gap(42).longGap()).isFalse();
        assertThat(gap(43).longGap()).isTrue();
    }

    private static Episode gap(int days) {
        ScoreSeries series = new ScoreSeries(
                "srs", Rater.CLIENT, new int[] {1, 2, 3}, new int[] {0, days, days + 7}, new int[] {3800, 3000, 3800});
        return AllianceDips.in(series, SAMPLE_SCALE, true, true, SETTINGS)
                .episodes()
                .get(0);
    }

    @Test
    void withoutAScaleItRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllianceDips.in(series(SRS, "38 30 38"), 0, true, true, SETTINGS))
                .withMessageContaining("scale above 0");
    }

    private static AllianceDips of(int[] scores, boolean higherBetter, boolean open) {
        return AllianceDips.in(ScoreSeries.of("srs", Rater.CLIENT, scores), SAMPLE_SCALE, higherBetter, open, SETTINGS);
    }
}
