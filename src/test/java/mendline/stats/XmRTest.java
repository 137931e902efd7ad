package mendline.stats;

import static mendline.stats.XmR.PointType.COMMON_CAUSE;
import static mendline.stats.XmR.PointType.EMPTY;
import static mendline.stats.XmR.PointType.SPECIAL_CAUSE_HIGH;
import static mendline.stats.XmR.PointType.SPECIAL_CAUSE_LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class XmRTest {
    private static final XmR.Settings STANDARD = XmR.Settings.STANDARD;
    private static final XmR.Settings UNSCREENED = STANDARD.withScreening(false);

    /** The series of the NHSRplotthedots vignette on screening. */
    private static final double[] VIGNETTE = {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};

    /** The series of NHSRplotthedots' snapshot tests: twenty standard normal numbers, R seed 123. */
    private static final double[] SNAPSHOT = {
        -0.56047565,
        -0.23017749,
        1.55870831,
        0.07050839,
        0.12928774,
        1.71506499,
        0.46091621,
        -1.26506123,
        -0.68685285,
        -0.44566197,
        1.2240818,
        0.35981383,
        0.40077145,
        0.11068272,
        -0.55584113,
        1.78691314,
        0.49785048,
        -1.96661716,
        0.7013559,
        -0.47279141
    };

    private static List<OptionalDouble> series(double... values) {
        List<OptionalDouble> series = new ArrayList<>();
        for (double value : values) {
            series.add(Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
        }
        return series;
    }

    private static XmR.Limits limits(XmR.Settings settings, double... values) {
        return XmR.of(series(values), settings).limits().orElseThrow();
    }

    private static double[] alternating(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = i % 2 == 0 ? 1 : -1;
        }
        return values;
    }

    private static double[] join(double[] first, double... second) {
        double[] all = new double[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    @Test
    void theVignetteWithScreening() {
        XmR.Limits limits = limits(STANDARD, VIGNETTE);
        assertThat(limits.mean()).isEqualTo(1.9444, within(5e-5));
        assertThat(limits.averageRange()).isEqualTo(1.0);
        assertThat(limits.rangesDropped()).isEqualTo(2);
        assertThat(limits.lower()).isEqualTo(-.7156, within(5e-5));
        assertThat(limits.upper()).isEqualTo(4.6044, within(5e-5));
        assertThat(limits.trial()).isFalse();
    }

    @Test
    void theVignetteWithoutScreening() {
        XmR.Limits limits = limits(UNSCREENED, VIGNETTE);
        assertThat(limits.averageRange()).isEqualTo(1.882353, within(1e-6));
        assertThat(limits.rangesDropped()).isZero();
        assertThat(limits.lower()).isEqualTo(-3.0626, within(5e-5));
        assertThat(limits.upper()).isEqualTo(6.9515, within(5e-5));
    }

    @Test
    void theSnapshotOfPlotTheDots() {
        XmR.Limits limits = limits(STANDARD, SNAPSHOT);
        assertThat(limits.mean()).isEqualTo(.1416238, within(1e-6));
        assertThat(limits.lower()).isEqualTo(-3.01138, within(5e-6));
        assertThat(limits.upper()).isEqualTo(3.294627, within(1e-6));
    }

    @Test
    void theSnapshotWithOneExtremeValue() {
        double[] values = SNAPSHOT.clone();
        values[14] = 10;
        XmR.Limits screened = limits(STANDARD, values);
        assertThat(screened.mean()).isEqualTo(.6694159, within(1e-6));
        assertThat(screened.lower()).isEqualTo(-2.383666, within(1e-6));
        assertThat(screened.upper()).isEqualTo(3.722497, within(1e-6));
        XmR.Limits unscreened = limits(UNSCREENED, values);
        assertThat(unscreened.lower()).isEqualTo(-4.596625, within(1e-6));
        assertThat(unscreened.upper()).isEqualTo(5.935457, within(1e-6));
    }

    @Test
    void nearLimitsLieTwoThirdsOfTheWay() {
        XmR.Limits limits = limits(STANDARD, VIGNETTE);
        assertThat(limits.nearUpper() - limits.mean()).isEqualTo(2 * 2.66 / 3, within(1e-12));
        assertThat(limits.mean() - limits.nearLower()).isEqualTo(2 * 2.66 / 3, within(1e-12));
    }

    @Test
    void twoNeighboursFarOutOnEitherSideAreCommonCause() {
        double[] values = join(alternating(20), 5.5, -5.5);
        XmR chart = XmR.of(series(values), STANDARD);
        XmR.Limits limits = chart.limits().orElseThrow();
        assertThat(5.5).isBetween(limits.nearUpper(), limits.upper());
        assertThat(-5.5).isBetween(limits.lower(), limits.nearLower());
        assertThat(chart.types()).hasSize(22).containsOnly(COMMON_CAUSE);
    }

    @Test
    void twoNeighboursFarOutOnOneSideAreSignals() {
        double[] values = join(alternating(20), 5.5, 0.5, 5.5, -1);
        XmR chart = XmR.of(series(values), STANDARD);
        assertThat(chart.types().subList(19, 24))
                .containsExactly(COMMON_CAUSE, SPECIAL_CAUSE_HIGH, COMMON_CAUSE, SPECIAL_CAUSE_HIGH, COMMON_CAUSE);
        assertThat(chart.rules().get(20)).hasValue(XmR.Rule.TWO_IN_THREE);
        assertThat(chart.rules().get(21)).isEmpty();
    }

    @Test
    void aPointOutsideIsNamedByThatRuleAlone() {
        XmR chart = XmR.of(series(VIGNETTE), STANDARD);
        assertThat(chart.types().get(4)).isEqualTo(SPECIAL_CAUSE_HIGH);
        assertThat(chart.rules().get(4)).hasValue(XmR.Rule.OUTSIDE);
        assertThat(Collections.frequency(chart.types(), COMMON_CAUSE)).isEqualTo(17);
    }

    @Test
    void aPointOnALimitIsNotOutside() {
        double[] values = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
        XmR.Limits limits = limits(STANDARD.withBaseline(12), values);
        double on = limits.upper();
        XmR.Settings fixed = STANDARD.withBaseline(12);
        assertThat(XmR.of(series(join(values, on)), fixed).types().get(12)).isEqualTo(COMMON_CAUSE);
        assertThat(XmR.of(series(join(values, Math.nextUp(on))), fixed).types().get(12))
                .isEqualTo(SPECIAL_CAUSE_HIGH);
        double under = limits.lower();
        assertThat(XmR.of(series(join(values, under)), fixed).types().get(12)).isEqualTo(COMMON_CAUSE);
        assertThat(XmR.of(series(join(values, Math.nextDown(under))), fixed)
                        .types()
                        .get(12))
                .isEqualTo(SPECIAL_CAUSE_LOW);
    }

    /** Eleven ranges of 1 and one of r average (11 + r)/12, of which r is 3.267 times at r = 4.115. */
    @Test
    void aRangeIsDroppedFrom3267TimesTheAverageOn() {
        double[] steps = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
        assertThat(limits(STANDARD, join(steps, 1 + 4.11)).rangesDropped()).isZero();
        assertThat(limits(STANDARD, join(steps, 1 + 4.12)).rangesDropped()).isEqualTo(1);
        double[] exact = {0, 800, 0, 800, 0, 800, 0, 800, 0, 800, 0, 733, 733 + 3267};
        assertThat(limits(UNSCREENED, exact).averageRange()).isEqualTo(1000);
        assertThat(limits(STANDARD, exact).rangesDropped()).isEqualTo(1);
    }

    @Test
    void aPointOnANearLimitIsNotNear() {
        double[] base = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
        XmR.Settings fixed = STANDARD.withBaseline(12);
        double near = limits(fixed, base).nearUpper();
        double beyond = Math.nextUp(near);
        assertThat(XmR.of(series(join(base, near, near, 0)), fixed).types()).containsOnly(COMMON_CAUSE);
        assertThat(XmR.of(series(join(base, beyond, beyond, 0)), fixed).types().subList(12, 15))
                .containsExactly(SPECIAL_CAUSE_HIGH, SPECIAL_CAUSE_HIGH, COMMON_CAUSE);
    }

    @Test
    void aPointOutsideDoesNotCountAsNear() {
        double[] base = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
        XmR.Settings fixed = STANDARD.withBaseline(12);
        XmR chart = XmR.of(series(join(base, 9, 2.5, 1, 0)), fixed);
        assertThat(chart.types().subList(12, 15)).containsExactly(SPECIAL_CAUSE_HIGH, COMMON_CAUSE, COMMON_CAUSE);
        XmR three = XmR.of(series(join(base, 9, 2.5, 2.5, 0)), fixed);
        assertThat(three.rules().subList(12, 15))
                .containsExactly(
                        Optional.of(XmR.Rule.OUTSIDE),
                        Optional.of(XmR.Rule.TWO_IN_THREE),
                        Optional.of(XmR.Rule.TWO_IN_THREE));
    }

    @Test
    void theFirstRuleInOrderNamesThePoint() {
        double[] base = {0, 9, 0, 9, 0, 9, 0, 9, 0, 9, 0, 9};
        XmR.Settings fixed = STANDARD.withBaseline(12);
        double beyond = limits(fixed, base).upper() + 1;
        XmR chart = XmR.of(series(join(base, 5, 6, 7, 8, 9, 10, 11, beyond, 6)), fixed);
        assertThat(chart.rules().subList(12, 19)).containsOnly(Optional.of(XmR.Rule.TREND));
        assertThat(chart.rules().get(19)).hasValue(XmR.Rule.OUTSIDE);
        assertThat(chart.rules().get(20)).hasValue(XmR.Rule.SHIFT);
    }

    @Test
    void aTrendInsideTheLimitsIsHighWhenRisingAndLowWhenFalling() {
        double[] wide = {0, 9, 0, 9, 0, 9, 0, 9, 0, 9, 0, 9};
        double[] rising = join(wide, 2, 3, 4, 4.2, 4.6, 5, 6, 5);
        XmR up = XmR.of(series(rising), STANDARD);
        assertThat(up.types().subList(12, 19)).containsOnly(SPECIAL_CAUSE_HIGH);
        assertThat(up.rules().subList(12, 19)).containsOnly(Optional.of(XmR.Rule.TREND));
        assertThat(up.types().get(19)).isEqualTo(COMMON_CAUSE);
        XmR down = XmR.of(series(join(wide, 7, 6, 5, 4.6, 4.2, 4, 3, 4)), STANDARD);
        assertThat(down.types().subList(12, 19)).containsOnly(SPECIAL_CAUSE_LOW);
    }

    @Test
    void aShiftIsNamedOnEveryPointOfTheRun() {
        double[] values = {0, 9, 0, 9, 0, 9, 0, 9, 6, 7, 6, 7, 6, 7, 6, 0, 0, 9, 0};
        XmR chart = XmR.of(series(values), STANDARD);
        assertThat(chart.types().subList(7, 15)).containsOnly(SPECIAL_CAUSE_HIGH);
        assertThat(chart.rules().subList(7, 15)).containsOnly(Optional.of(XmR.Rule.SHIFT));
        assertThat(chart.types().get(6)).isEqualTo(COMMON_CAUSE);
        assertThat(chart.types().get(15)).isEqualTo(COMMON_CAUSE);
    }

    @Test
    void aGapBreaksARunAndHasNoRange() {
        double gap = Double.NaN;
        double[] values = {0, 9, 0, 9, 0, 9, 0, 9, 6, 7, 6, gap, 7, 6, 7, 6, 0, 0, 9, 0};
        XmR chart = XmR.of(series(values), STANDARD);
        assertThat(chart.types().get(11)).isEqualTo(EMPTY);
        assertThat(chart.types()).doesNotContain(SPECIAL_CAUSE_HIGH, SPECIAL_CAUSE_LOW);
        assertThat(chart.rules().get(11)).isEmpty();
        XmR.Limits jump = limits(UNSCREENED, 1, 2, 1, 2, gap, 101, 102, 101, 102);
        assertThat(jump.averageRange()).isEqualTo(1.0);
    }

    @Test
    void valuesAllEqualGetLimitsOfNoWidth() {
        for (int count : new int[] {6, 7, 30}) {
            double[] values = new double[count];
            Arrays.fill(values, 0.1);
            XmR chart = XmR.of(series(values), STANDARD);
            XmR.Limits limits = chart.limits().orElseThrow();
            assertThat(limits.mean()).isEqualTo(0.1);
            assertThat(limits.lower()).isEqualTo(0.1);
            assertThat(limits.upper()).isEqualTo(0.1);
            assertThat(chart.types()).hasSize(count).containsOnly(COMMON_CAUSE);
        }
    }

    @Test
    void nothingAndOnlyGapsGiveNoLimits() {
        assertThat(XmR.of(List.of(), STANDARD).limits()).isEmpty();
        assertThat(XmR.of(List.of(), STANDARD).types()).isEmpty();
        XmR gaps = XmR.of(Collections.nCopies(9, OptionalDouble.empty()), STANDARD);
        assertThat(gaps.limits()).isEmpty();
        assertThat(gaps.types()).hasSize(9).containsOnly(EMPTY);
    }

    @Test
    void valuesWithoutANeighbourGiveNoLimits() {
        double gap = Double.NaN;
        XmR chart = XmR.of(series(1, gap, 2, gap, 3, gap, 4, gap, 5, gap, 6), STANDARD);
        assertThat(chart.limits()).isEmpty();
    }

    @Test
    void fiveValuesGetNoLimitsSixGetTrialLimitsTwelveFirmOnes() {
        XmR five = XmR.of(series(1, 2, 1, 2, 50), STANDARD);
        assertThat(five.limits()).isEmpty();
        assertThat(five.types()).hasSize(5).containsOnly(COMMON_CAUSE);
        assertThat(limits(STANDARD, alternating(6)).trial()).isTrue();
        assertThat(limits(STANDARD, alternating(11)).trial()).isTrue();
        assertThat(limits(STANDARD, alternating(12)).trial()).isFalse();
        assertThat(limits(STANDARD, join(alternating(11), Double.NaN)).trial()).isTrue();
    }

    @Test
    void aFixedBaselineKeepsLaterPointsOutOfTheLimits() {
        double[] base = {4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 6};
        double[] values = join(base, 20, 30, 20);
        XmR.Limits fixed = limits(STANDARD.withBaseline(12), values);
        assertThat(fixed).isEqualTo(limits(STANDARD, base));
        assertThat(limits(STANDARD, values).mean()).isGreaterThan(fixed.mean() + 1);
        assertThat(XmR.of(series(values), STANDARD.withBaseline(12)).types().subList(12, 15))
                .containsOnly(SPECIAL_CAUSE_HIGH);
    }

    @Test
    void valuesThatDoNotCountForTheLimitsAreHeldAgainstThemLikeTheOthers() {
        // Without the 90 and the 0: mean 5, ranges 2 2 2 2 2 2 2 of 4 6 4 6 | 4 6 | 6 4 6 4, where a gap has no range.
        double[] values = {4, 6, 4, 6, 90, 4, 6, 0, 6, 4, 6, 4};
        XmR chart = XmR.of(series(values), i -> i != 4 && i != 7, UNSCREENED);
        XmR.Limits limits = chart.limits().orElseThrow();
        assertThat(limits.mean()).isEqualTo(5);
        assertThat(limits.averageRange()).isEqualTo(2);
        assertThat(limits.upper()).isCloseTo(10.32, within(1e-12));
        assertThat(limits.lower()).isCloseTo(-0.32, within(1e-12));
        assertThat(limits.trial()).as("ten values").isTrue();
        assertThat(chart.types().get(4)).isEqualTo(SPECIAL_CAUSE_HIGH);
        assertThat(chart.types().get(7)).as("drawn, not missing").isEqualTo(COMMON_CAUSE);
        double gap = Double.NaN;
        assertThat(limits).isEqualTo(limits(UNSCREENED, 4, 6, 4, 6, gap, 4, 6, gap, 6, 4, 6, 4));
    }

    @Test
    void fiveValuesThatCountGetNoLimits() {
        XmR chart = XmR.of(series(1, 2, 1, 2, 1, 9, 9, 9), i -> i < 5, STANDARD);
        assertThat(chart.limits()).isEmpty();
        assertThat(chart.types()).hasSize(8).containsOnly(COMMON_CAUSE);
        assertThat(XmR.of(series(1, 2, 1, 2, 1, 2, 9, 9), i -> i < 6, STANDARD).limits())
                .isPresent();
    }

    @Test
    void aBaselineShorterThanTwelveIsRefused() {
        assertThatThrownBy(() -> STANDARD.withBaseline(11)).hasMessageContaining("got 11");
        assertThat(STANDARD.withBaseline(12).baseline()).hasValue(12);
    }

    @Test
    void aShorterRunLengthSignalsEarlier() {
        double[] values = {0, 9, 0, 9, 0, 9, 0, 9, 6, 7, 6, 7, 6, 0, 0, 9, 0};
        assertThat(XmR.of(series(values), STANDARD).types()).doesNotContain(SPECIAL_CAUSE_HIGH);
        assertThat(XmR.of(series(values), STANDARD.withRunLength(6)).types()).contains(SPECIAL_CAUSE_HIGH);
    }

    @Test
    void eachSegmentIsComputedAlone() {
        double[] before = {1, 2, 1, 2, 1, 2, 1};
        double[] after = {11, 13, 11, 13, 11, 13};
        List<OptionalDouble> all = series(join(before, after));
        List<XmR> charts = XmR.ofSegments(all, List.of(7), STANDARD);
        assertThat(charts).containsExactly(XmR.of(series(before), STANDARD), XmR.of(series(after), STANDARD));
        assertThat(XmR.ofSegments(all, List.of(0, 7), STANDARD)).isEqualTo(charts);
        assertThat(XmR.ofSegments(all, List.of(), STANDARD)).containsExactly(XmR.of(all, STANDARD));
    }

    @Test
    void segmentsOutOfOrderAreRefused() {
        List<OptionalDouble> all = series(alternating(12));
        assertThatThrownBy(() -> XmR.ofSegments(all, List.of(5, 5), STANDARD)).hasMessageContaining("[5, 5]");
        assertThatThrownBy(() -> XmR.ofSegments(all, List.of(12), STANDARD)).hasMessageContaining("[12]");
        assertThatThrownBy(() -> XmR.ofSegments(all, List.of(-1), STANDARD)).hasMessageContaining("[-1]");
    }
}
