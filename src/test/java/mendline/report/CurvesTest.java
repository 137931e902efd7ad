package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mendline.stats.SurvivalTally;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final Curves.Text TEXT =
            new Curves.Text("c", "Title", "Subtitle", "came back", "scores", "setbacks", "score");

    private static Curve curve(SurvivalTally tally) {
        return Curve.of(tally, SurvivalTally.NONE, SurvivalTally.NONE);
    }

    private static SurvivalTally tally(int events, int censored) {
        SurvivalTally tally = SurvivalTally.NONE;
        for (int i = 0; i < events; i++) {
            tally = tally.withEvent(i < 10 ? 1 : 2);
        }
        for (int i = 0; i < censored; i++) {
            tally = tally.withCensored(i < 5 ? 1 : 3);
        }
        return tally;
    }

    @Test
    void aCurveNeedsTenFollowedAndOneEvent() {
        assertThat(curve(tally(1, 9)).drawable()).isTrue();
        assertThat(curve(tally(1, 8)).drawable()).isFalse();
        assertThat(curve(tally(0, 50)).drawable()).isFalse();
    }

    @Test
    void itRisesFromNoughtByKaplanMeierAndEndsWhileTenAreFollowed() {
        Figure figure = Curves.of(TEXT, curve(tally(20, 20)));
        assertThat(figure.series()).extracting(Series::name).containsExactly("came back", "followed no further");
        assertThat(figure.series().get(0).points()).extracting(Point::x).containsExactly("0", "1", "2", "3");
        assertThat(figure.series().get(0).points())
                .extracting(point -> point.y().orElseThrow())
                .satisfiesExactly(
                        y -> assertThat(y).isZero(),
                        y -> assertThat(y).isCloseTo(10 / 40.0, within(1e-12)),
                        y -> assertThat(y).isCloseTo(1 - 0.75 * 15 / 25, within(1e-12)),
                        y -> assertThat(y).isCloseTo(1 - 0.75 * 15 / 25, within(1e-12)));
        Point second = figure.series().get(0).points().get(2);
        assertThat(second.lower().orElseThrow()).isLessThan(second.y().orElseThrow());
        assertThat(second.upper().orElseThrow()).isGreaterThan(second.y().orElseThrow());
        assertThat(figure.underAxis().get(0).entries())
                .extracting(Figure.UnderAxis.Entry::text)
                .containsExactly("40", "40", "25", "15");
        assertThat(figure.alt())
                .isEqualTo(
                        "Step curve of 40 setbacks: share that came back rises to 55 % by score 3; half of them by score 2.");
    }

    @Test
    void aCurveEndsBeforeFewerThanTenAreFollowed() {
        Figure figure = Curves.of(TEXT, curve(tally(10, 14)));
        assertThat(figure.series().get(0).points())
                .extracting(Point::x)
                .as("nine are followed after score 1")
                .containsExactly("0", "1");
        assertThat(figure.alt()).contains("half of them is not reached");
    }

    @Test
    void noiseIsABandBetweenBothSimulations() {
        Figure figure = Curves.of(TEXT, Curve.of(tally(20, 20), tally(30, 10), tally(10, 30)));
        Series band = figure.series().get(0);
        assertThat(band.mark()).isEqualTo(Mark.STEP_BAND);
        assertThat(band.points()).hasSameSizeAs(figure.series().get(1).points());
        assertThat(band.points())
                .allSatisfy(point -> assertThat(point.lower().orElseThrow())
                        .isLessThanOrEqualTo(point.upper().orElseThrow()));
        assertThat(band.points().get(2).upper().orElseThrow())
                .isGreaterThan(band.points().get(2).lower().orElseThrow());
    }
}
