package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
    /** Newcombe 1998, Table I, method 3, and two more. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            81, 263, .2553, .3662
            15, 148, .0624, .1605
             0,  20, .0000, .1611
             1,  29, .0061, .1718
            29,  40, .5717, .8389
            """)
    void newcombesCasesComeOut(long x, long n, double lower, double upper) {
        Interval interval = Wilson.interval(x, n).orElseThrow();
        assertThat(interval.lower()).isEqualTo(lower, within(5e-5));
        assertThat(interval.upper()).isEqualTo(upper, within(5e-5));
    }

    @Test
    void nobodyGivesNoInterval() {
        assertThat(Wilson.interval(0, 0)).isEmpty();
    }

    @Test
    void noneStartsAtExactlyZeroAndAllEndsAtExactlyOne() {
        for (long n = 1; n <= 500; n++) {
            assertThat(Wilson.interval(0, n).orElseThrow().lower()).isZero();
            assertThat(Wilson.interval(n, n).orElseThrow().upper()).isEqualTo(1.0);
        }
    }

    @Test
    void theComplementIsTheMirrorImage() {
        for (long x = 0; x <= 37; x++) {
            Interval share = Wilson.interval(x, 37).orElseThrow();
            Interval rest = Wilson.interval(37 - x, 37).orElseThrow();
            assertThat(rest.lower()).isEqualTo(1 - share.upper(), within(1e-14));
            assertThat(share.contains(x / 37.0)).isTrue();
        }
    }

    @Test
    void aLargerZGivesAWiderInterval() {
        double usual = Wilson.interval(12, 40).orElseThrow().width();
        assertThat(Wilson.interval(12, 40, 3.090232).orElseThrow().width()).isGreaterThan(usual);
        assertThat(Wilson.interval(12, 40, 1.959963984540054).orElseThrow().width())
                .isEqualTo(usual);
    }

    @Test
    void moreThanAllIsRefused() {
        assertThatThrownBy(() -> Wilson.interval(6, 5)).hasMessageContaining("got 6 of 5");
        assertThatThrownBy(() -> Wilson.interval(-1, 5)).hasMessageContaining("got -1 of 5");
    }
}
