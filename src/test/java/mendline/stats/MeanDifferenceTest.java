package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanDifferenceTest {
    @Test
    void theIntervalOfAMeanUsesStudentsT() {
        Interval interval = MeanInterval.of(Moments.of(1, 2, 3, 4, 5)).orElseThrow();
        double halfWidth = 2.776445105198 * Math.sqrt(2.5 / 5);
        assertThat(interval.lower()).isEqualTo(3 - halfWidth, within(1e-9));
        assertThat(interval.upper()).isEqualTo(3 + halfWidth, within(1e-9));
    }

    @Test
    void noneOneOrEqualValuesGiveNoIntervalOfTheMean() {
        assertThat(MeanInterval.of(Moments.NONE)).isEmpty();
        assertThat(MeanInterval.of(Moments.of(5))).isEmpty();
        assertThat(MeanInterval.of(Moments.of(5, 5, 5))).isEmpty();
        assertThat(MeanInterval.of(Moments.of(5, 6))).isPresent();
    }

    @Test
    void equalSpreadAndSizeGiveThePooledDegreesOfFreedom() {
        MeanDifference difference = MeanDifference.welch(Moments.of(1, 2, 3, 4), Moments.of(11, 12, 13, 14))
                .orElseThrow();
        assertThat(difference.difference()).isEqualTo(-10);
        assertThat(difference.degreesOfFreedom()).isEqualTo(6, within(1e-12));
        double halfWidth = 2.446911851145 * Math.sqrt(2 * (5.0 / 3) / 4);
        assertThat(difference.interval().upper()).isEqualTo(-10 + halfWidth, within(1e-9));
    }

    @Test
    void swappingTheGroupsTurnsTheSign() {
        Moments a = Moments.of(3, 9, 27);
        Moments b = Moments.of(1, 4, 9, 16);
        MeanDifference forward = MeanDifference.welch(a, b).orElseThrow();
        MeanDifference backward = MeanDifference.welch(b, a).orElseThrow();
        assertThat(backward.difference()).isEqualTo(-forward.difference());
        assertThat(backward.interval().lower()).isEqualTo(-forward.interval().upper());
        assertThat(backward.degreesOfFreedom()).isEqualTo(forward.degreesOfFreedom(), within(1e-12));
    }

    @Test
    void aGroupOfOneOrNoSpreadAnywhereGivesNoDifference() {
        Moments varied = Moments.of(1, 2, 3);
        assertThat(MeanDifference.welch(varied, Moments.of(4))).isEmpty();
        assertThat(MeanDifference.welch(Moments.NONE, varied)).isEmpty();
        assertThat(MeanDifference.welch(Moments.of(1, 1), Moments.of(2, 2))).isEmpty();
        assertThat(MeanDifference.welch(varied, Moments.of(2, 2))).isPresent();
    }
}
