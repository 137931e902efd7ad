package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeastSquaresTest {
    private static double[][] line(double... x) {
        double[][] design = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            design[i] = new double[] {1, x[i]};
        }
        return design;
    }

    private static Refusal refusal(double[][] design, double... response) {
        return LeastSquares.fit(design, response).refusal().orElseThrow();
    }

    @Test
    void refusesWithNoMoreRowsThanColumns() {
        assertThat(refusal(line())).isEqualTo(Refusal.TOO_FEW_ROWS);
        assertThat(refusal(line(1), 3)).isEqualTo(Refusal.TOO_FEW_ROWS);
        assertThat(refusal(line(1, 2), 3, 5)).isEqualTo(Refusal.TOO_FEW_ROWS);
        assertThat(LeastSquares.fit(line(1, 2, 3), new double[] {3, 5, 6}).value())
                .isPresent();
    }

    @Test
    void refusesAColumnThatFollowsFromTheOthers() {
        assertThat(refusal(line(2, 2, 2, 2), 1, 2, 3, 4)).isEqualTo(Refusal.SINGULAR_DESIGN);
        assertThat(refusal(line(0, 0, 0, 0), 1, 2, 3, 4)).isEqualTo(Refusal.SINGULAR_DESIGN);
        assertThat(refusal(new double[][] {{1, 0, 1}, {0, 1, 1}, {1, 0, 1}, {0, 1, 1}}, 1, 2, 3, 5))
                .isEqualTo(Refusal.SINGULAR_DESIGN);
    }

    @Test
    void refusesWhenNothingIsLeftOver() {
        assertThat(refusal(line(1, 2, 3, 4), 0.1, 0.2, 0.3, 0.4)).isEqualTo(Refusal.EXACT_FIT);
        assertThat(refusal(line(1, 2, 3, 4), 7, 7, 7, 7)).isEqualTo(Refusal.EXACT_FIT);
        assertThat(refusal(line(1, 2, 3, 4), 0, 0, 0, 0)).isEqualTo(Refusal.EXACT_FIT);
    }

    @Test
    void hc3NeedsMoreThanOneRowBehindEachCoefficient() {
        LeastSquares fit =
                LeastSquares.fit(line(0, 0, 0, 1), new double[] {1, 2, 4, 9}).orElseThrow();
        assertThat(fit.hc3().refusal()).contains(Refusal.FULL_LEVERAGE);
        assertThat(fit.classical().coefficient(1).value()).isPresent();
    }

    @Test
    void clustersAreAtLeastTwo() {
        LeastSquares fit =
                LeastSquares.fit(line(1, 2, 3, 4), new double[] {1, 3, 2, 5}).orElseThrow();
        int[] one = {7, 7, 7, 7};
        assertThat(fit.cr0(one).refusal()).contains(Refusal.TOO_FEW_GROUPS);
        assertThat(fit.cr1(one).refusal()).contains(Refusal.TOO_FEW_GROUPS);
        assertThat(fit.cr2(one).refusal()).contains(Refusal.TOO_FEW_GROUPS);
        assertThat(fit.cr2(new int[] {7, 7, 8, 8}).value()).isPresent();
    }

    @Test
    void theNamesAndTheOrderOfClustersDoNotMatter() {
        double[] y = {3, 5, 4, 8, 6, 9, 7};
        LinearEstimate one = estimate(line(1, 2, 3, 4, 5, 6, 7), y, 1, 1, 2, 2, 3, 3, 3);
        LinearEstimate other = estimate(line(1, 2, 3, 4, 5, 6, 7), y, 9, 9, -4, -4, 0, 0, 0);
        assertThat(other.standardError()).isCloseTo(one.standardError(), within(1e-12));
        assertThat(other.degreesOfFreedom()).isCloseTo(one.degreesOfFreedom(), within(1e-10));
    }

    private static LinearEstimate estimate(double[][] design, double[] y, int... clusters) {
        return LeastSquares.fit(design, y)
                .orElseThrow()
                .cr2(clusters)
                .orElseThrow()
                .coefficient(1)
                .orElseThrow();
    }

    @Test
    void takesOnlyFiniteNumbersAndOneRowForEachResponse() {
        assertThatThrownBy(() -> LeastSquares.fit(line(1, 2, Double.NaN, 4), new double[] {1, 2, 3, 4}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LeastSquares.fit(line(1, 2, 3), new double[] {1, Double.POSITIVE_INFINITY, 3}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LeastSquares.fit(line(1, 2, 3), new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
