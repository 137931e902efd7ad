package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ByarTest {
    @Test
    void sevenByTheApproximation() {
        Interval interval = Byar.approximate(7);
        assertThat(interval.lower()).isEqualTo(2.8044, within(5e-5));
        assertThat(interval.upper()).isEqualTo(14.4233, within(5e-5));
    }

    @Test
    void sevenExactly() {
        Interval interval = Byar.exact(7);
        assertThat(interval.lower()).isEqualTo(2.8144, within(5e-5));
        assertThat(interval.upper()).isEqualTo(14.4227, within(5e-5));
    }

    @Test
    void nineIsExactAndTenIsApproximate() {
        assertThat(Byar.interval(9)).isEqualTo(Byar.exact(9)).isNotEqualTo(Byar.approximate(9));
        assertThat(Byar.interval(10)).isEqualTo(Byar.approximate(10)).isNotEqualTo(Byar.exact(10));
    }

    @Test
    void noneStartsAtZeroAndEndsAtMinusTheLogOfTheTail() {
        assertThat(Byar.interval(0).lower()).isZero();
        assertThat(Byar.interval(0).upper()).isEqualTo(-Math.log(0.025), within(1e-9));
        assertThat(Byar.approximate(0).lower()).isZero();
    }

    @Test
    void fromTenOnTheApproximationIsCloseToExact() {
        for (long count = 10; count <= 200; count++) {
            assertThat(Byar.approximate(count).lower())
                    .isEqualTo(Byar.exact(count).lower(), within(0.01));
            assertThat(Byar.approximate(count).upper())
                    .isEqualTo(Byar.exact(count).upper(), within(0.01));
        }
    }

    @Test
    void aNegativeCountIsRefused() {
        assertThatThrownBy(() -> Byar.interval(-1)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> Byar.approximate(-1)).hasMessageContaining("got -1");
    }
}
