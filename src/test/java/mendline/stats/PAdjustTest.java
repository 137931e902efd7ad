package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PAdjustTest {
    @Test
    void fiveInSteps() {
        assertThat(PAdjust.holm(.01, .02, .03, .04, .05))
                .containsExactly(new double[] {.05, .08, .09, .09, .09}, within(1e-12));
        assertThat(PAdjust.benjaminiHochberg(.01, .02, .03, .04, .05))
                .containsExactly(new double[] {.05, .05, .05, .05, .05}, within(1e-12));
    }

    @Test
    void keepsTheOrderInWhichTheyCame() {
        assertThat(PAdjust.holm(.05, .01, .03)).containsExactly(new double[] {.06, .03, .06}, within(1e-12));
        assertThat(PAdjust.benjaminiHochberg(.05, .01, .03))
                .containsExactly(new double[] {.05, .03, .045}, within(1e-12));
    }

    @Test
    void neverAboveOne() {
        assertThat(PAdjust.holm(.6, .7)).containsExactly(1, 1);
        assertThat(PAdjust.holm()).isEmpty();
        assertThat(PAdjust.benjaminiHochberg(.4)).containsExactly(.4);
    }

    @Test
    void takesOnlyProbabilities() {
        assertThatThrownBy(() -> PAdjust.holm(.1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PAdjust.benjaminiHochberg(1.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
