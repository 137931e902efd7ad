package mendline.detect;

import static mendline.detect.Sketches.SETTINGS;
import static mendline.detect.Sketches.SRS;
import static mendline.detect.Sketches.series;
import static mendline.detect.Sketches.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import mendline.model.DetectionSettings;
import mendline.model.DipDetector;
import mendline.model.EpisodeRules;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.stats.XmR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Detector B. The eight scores {@code 38 37 38 37 38 37 38 37} have the mean 37.5 and moving ranges of 1: lower limit
 * 34.84, near limit 35.7267.
 */
class DipChartTest {
    private static final DetectionSettings CHART = SETTINGS.with(EpisodeRules.DEFAULT.withDips(DipDetector.B));
    private static final String STEADY = "38 37 38 37 38 37 38 37 ";

    private static AllianceDips dips(String scores, boolean open) {
        return AllianceDips.in(series(SRS, scores), 2, true, open, CHART);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            on the lower limit is none                    | 34.84             | ''
            below it                                      | 34.83             | s9 worst s9 depth 2.17 open
            two in a row beyond the near limit            | 35.72 35.72       | s9 worst s9 depth 1.28 open
            two of three beyond it                        | 35.72 37 35.72    | s9 worst s9 depth 1.28 open
            one of them inside                            | 35.73 35.72       | ''
            two of four are none                          | 35.72 37 37 35.72 | ''
            the fall counts from its first score          | 35.5 34           | s9 worst s10 depth 3 open
            back to the near limit                        | 30 35.73          | s9 worst s9 depth 7 repaired s10 after 1
            not quite back                                | 30 35.72          | s9 worst s9 depth 7 open
            half-way back in the window, not inside       | 30 33.5 30 30 30 30 | s9 worst s9 depth 7 partly_repaired
            less than half-way                            | 30 33.49 30 30 30 30 | s9 worst s9 depth 7 not_repaired
            a lower score starts the window again         | 30 31 29 31 31 31 31 | s9 worst s11 depth 8 open
            staying low is no second dip                  | 30 30 30 30 30 30 29 | s9 worst s9 depth 7 not_repaired
            a second one after coming back                | 30 37 30          | \
                s9 worst s9 depth 7 repaired s10 after 1; s11 worst s11 depth 7 open
            """)
    void boundariesOfTheChart(String name, String later, String expected) {
        AllianceDips dips = dips(STEADY + later, true);
        assertThat(told(dips.episodes())).isEqualTo(expected);
        assertThat(dips.threshold()).isCloseTo(2.66, within(1e-9));
        assertThat(dips.trial()).isFalse();
    }

    @Test
    void theLimitsAreThoseOfTheChartOfTheFirstEightScores() {
        List<OptionalDouble> first = DoubleStream.of(38, 30, 37, 39, 36, 38, 35, 38)
                .mapToObj(OptionalDouble::of)
                .toList();
        XmR.Limits limits = XmR.of(first, XmR.Settings.STANDARD).limits().orElseThrow();
        AllianceDips dips = dips("38 30 37 39 36 38 35 38 38 10 10", true);
        assertThat(dips.threshold()).isCloseTo(limits.mean() - limits.lower(), within(1e-9));
        assertThat(dips.withinScale()).isCloseTo(limits.averageRange(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "'38 37 38 37 30', false, false, ''",
        "'38 37 38 37 38 37', true, true, ''",
        "'38 37 38 37 38 37 38', true, true, ''",
        "'38 37 38 37 38 37 38 37', true, false, ''"
    })
    void belowSixScoresItRefusesAndBelowEightLimitsAreTrialLimits(
            String scores, boolean assessable, boolean trial, String expected) {
        AllianceDips dips = dips(scores, true);
        assertThat(dips.assessable()).isEqualTo(assessable);
        assertThat(dips.trial()).isEqualTo(trial);
        assertThat(told(dips.episodes())).isEqualTo(expected);
    }

    @Test
    void aDipFromTrialLimitsSaysSo() {
        assertThat(dips("40 39 40 39 40 39 33", true).episodes())
                .extracting(Episode::subtype)
                .containsExactly("B_trial");
        assertThat(dips(STEADY + "30", true).episodes())
                .extracting(Episode::subtype)
                .containsExactly("B");
    }

    /** Half a standard error of measurement, 2 over the root of 2 points, times 1.128: a moving range of 0.7977. */
    @ParameterizedTest
    @CsvSource({"37.88, 0", "37.87, 1"})
    void aSeriesAtTheCeilingHasTheNarrowestLimits(String last, int found) {
        AllianceDips dips = dips("40 40 40 40 40 40 40 40 " + last, true);
        assertThat(dips.withinScale()).isZero();
        assertThat(dips.scale()).isCloseTo(0.79762, within(0.00001));
        assertThat(dips.episodes()).hasSize(found);
    }

    @Test
    void aSeriesThatStartsLowAndRisesHasNoDip() {
        assertThat(told(dips("10 12 38 37 38 37 38 37 38 37", true).episodes())).isEmpty();
    }

    @Test
    void tooFewLaterScoresOfAnEndedCourseAreNotKnown() {
        assertThat(dips(STEADY + "30 31", false).episodes().get(0).status())
                .isEqualTo(EpisodeStatus.ENDED_BEFORE_KNOWN);
    }

    @Test
    void aDipNeverOverlapsTheNextAndAlwaysFalls() {
        SplittableRandom random = new SplittableRandom(5);
        int seen = 0;
        for (int run = 0; run < 3_000; run++) {
            int[] scores = random.ints(20, 20, 41).map(x -> 100 * x).toArray();
            int last = 0;
            for (Episode e : AllianceDips.in(ScoreSeries.of("srs", Rater.CLIENT, scores), 2, true, true, CHART)
                    .episodes()) {
                assertThat(e.onset().session()).as(Arrays.toString(scores)).isGreaterThan(last);
                assertThat(e.depth().orElseThrow())
                        .isEqualTo(e.peak().orElseThrow() - e.worst().orElseThrow())
                        .isPositive();
                assertThat(e.worstAt().orElseThrow().session())
                        .isGreaterThanOrEqualTo(e.onset().session());
                last = e.end().orElse(e.worstAt().orElseThrow()).session();
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(300);
    }

    @Test
    void theWholeCourseFollowsTheDetectorOfTheSettings() {
        CourseSketch sketch = CourseSketch.dated()
                .scores("srs", 38, 37, 38, 37, 38, 37, 38, 37, 34)
                .scores("phq9", 15, 14, 13, 12, 11, 10, 9, 8, 7);
        assertThat(CourseFindings.of(sketch.course(), Sketches.instruments(CHART, Sketches.PHQ9))
                        .episodes(EpisodeKind.DIP, EpisodeSource.SCORE))
                .hasSize(1);
        assertThat(CourseFindings.of(sketch.course(), Sketches.instruments(Sketches.PHQ9))
                        .episodes(EpisodeKind.DIP, EpisodeSource.SCORE))
                .isEmpty();
    }

    @Test
    void whatChanceGivesFollowsTheDetectorToo() {
        CourseSketch sketch = CourseSketch.dated().scores("srs", 38, 31, 38, 30, 37);
        assertThat(Chance.of(sketch.course(), Sketches.instruments(CHART, Sketches.PHQ9), 0, 0, 0, 500)
                        .expectedDips())
                .isZero();
        assertThat(Chance.of(sketch.course(), Sketches.instruments(Sketches.PHQ9), 0, 0, 0, 500)
                        .expectedDips())
                .isPositive();
        sketch.scores("srs", 38, 31, 38, 30, 37, 35, 36, 33, 37, 35);
        assertThat(Chance.of(sketch.course(), Sketches.instruments(CHART, Sketches.PHQ9), 0, 0, 0, 500)
                        .expectedDips())
                .isPositive();
    }
}
