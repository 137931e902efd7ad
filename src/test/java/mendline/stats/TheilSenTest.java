package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TheilSenTest {
    @Test
    void pointsOnALineGiveThatLine() {
        Line line = TheilSen.line(new double[] {0, 1, 2, 5}, new double[] {3, 5, 7, 13});
        assertThat(line).isEqualTo(new Line(3, 2));
        assertThat(line.at(4)).isEqualTo(11);
    }

    @Test
    void oneOddPointDoesNotMoveTheLine() {
        double[] x = {0, 1, 2, 3, 4, 5, 6, 7};
        double[] y = {3, 5, 7, 9, -60, 13, 15, 17};
        assertThat(TheilSen.line(x, y)).isEqualTo(new Line(3, 2));
    }

    @Test
    void theSlopeIsTheMedianOfAllPairs() {
        // slopes 1, 2, 3 (of 0-1, 0-2, 1-2); y - 2x is 0, -1, 0
        assertThat(TheilSen.line(new double[] {0, 1, 2}, new double[] {0, 1, 4}))
                .isEqualTo(new Line(0, 2));
        // slopes 1, 2, 1, 3, 1, -1: median 1; y - x is 0, 0, 2, 0
        assertThat(TheilSen.line(new double[] {0, 1, 2, 3}, new double[] {0, 1, 4, 3}))
                .isEqualTo(new Line(0, 1));
    }

    @Test
    void oneTwoAndEqualPoints() {
        assertThat(TheilSen.line(new double[] {4}, new double[] {9})).isEqualTo(new Line(9, 0));
        assertThat(TheilSen.line(new double[] {1, 3}, new double[] {2, 6})).isEqualTo(new Line(0, 2));
        assertThat(TheilSen.line(new double[] {2, 2, 2}, new double[] {1, 5, 9}))
                .isEqualTo(new Line(5, 0));
    }

    @Test
    void aTiedXTakesNoPartInTheSlope() {
        Line line = TheilSen.line(new double[] {0, 0, 1}, new double[] {0, 2, 3});
        assertThat(line.slope()).isEqualTo(2, within(0.0));
    }

    @Test
    void noPointOrUnequalLengthsAreRefused() {
        assertThatThrownBy(() -> TheilSen.line(new double[0], new double[0])).hasMessageContaining("got 0 and 0");
        assertThatThrownBy(() -> TheilSen.line(new double[2], new double[3])).hasMessageContaining("got 2 and 3");
    }
}
