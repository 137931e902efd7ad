package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PooledAutocorrelationTest {
    private static PooledAutocorrelation noise(int series, double rho, int... lengths) {
        SplittableRandom random = new SplittableRandom(Seeds.of("pooled", Double.toString(rho), "" + lengths[0]));
        PooledAutocorrelation pooled = PooledAutocorrelation.NONE;
        for (int s = 0; s < series; s++) {
            double[] y = new double[lengths[s % lengths.length]];
            Ar1Noise.fill(y, 1.5, rho, random);
            for (int i = 0; i < y.length; i++) {
                y[i] += 36 - 0.4 * i;
            }
            pooled = pooled.with(y);
        }
        return pooled;
    }

    /** The correction recovers the ρ that made the noise where the plain estimate is far off. */
    @ParameterizedTest
    @CsvSource(textBlock = """
             6, 0.0, -0.40
             6, 0.5, -0.21
             8, 0.0, -0.29
             8, 0.5, -0.02
            12, 0.0, -0.18
            12, 0.3,  0.05
            12, 0.5,  0.18
            12, 0.8,  0.33
            20, 0.5,  0.32
            """)
    void theLineIsAllowedFor(int length, double rho, double plain) {
        PooledAutocorrelation pooled = noise(12_000, rho, length);
        assertThat(pooled.rho(-1, 1).orElseThrow()).isEqualTo(rho, within(0.04));
        assertThat(pooled.uncorrectedRho(-1, 1).orElseThrow()).isEqualTo(plain, within(0.03));
    }

    @Test
    void seriesOfDifferentLengthsArePooled() {
        assertThat(noise(12_000, 0.5, 5, 7, 12, 24).rho(-1, 1).orElseThrow()).isEqualTo(0.5, within(0.03));
    }

    @Test
    void aLineTakenOutBeforehandMakesNoDifference() {
        double[] y = {3, 5, 4, 8, 7, 7, 9, 6};
        double[] rest = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            rest[i] = y[i] - (2.5 - 0.75 * i);
        }
        assertThat(PooledAutocorrelation.NONE.with(rest)).isEqualTo(PooledAutocorrelation.NONE.with(y));
    }

    @Test
    void theEstimateIsClipped() {
        PooledAutocorrelation pooled = noise(3_000, 0.5, 12);
        assertThat(pooled.rho(0, 0.4)).hasValue(0.4);
        assertThat(pooled.rho(0.6, 0.8)).hasValue(0.6);
        assertThat(pooled.uncorrectedRho(0.4, 0.8)).hasValue(0.4);
    }

    @Test
    void nothingShortSeriesAndStraightLinesGiveNoEstimate() {
        assertThat(PooledAutocorrelation.NONE.rho(0, 0.8)).isEmpty();
        assertThat(PooledAutocorrelation.NONE.uncorrectedRho(0, 0.8)).isEmpty();
        assertThat(PooledAutocorrelation.NONE.with(new double[] {1, 9, 1, 9})).isEqualTo(PooledAutocorrelation.NONE);
        assertThat(PooledAutocorrelation.NONE
                        .with(new double[] {1, 2, 3, 4, 5, 6})
                        .rho(0, 0.8))
                .isEmpty();
        assertThat(PooledAutocorrelation.NONE.with(new double[] {4, 4, 4, 4, 4}).rho(0, 0.8))
                .isEmpty();
        assertThat(PooledAutocorrelation.NONE.with(new double[] {1, 9, 1, 9, 1}).rho(0, 0.8))
                .hasValue(0);
    }

    @Test
    void theExpectedRatioRisesWithTheCorrelation() {
        for (int length : new int[] {5, 6, 8, 12, 30, 60}) {
            TreeMap<Integer, Long> lengths = new TreeMap<>();
            lengths.put(length, 1L);
            LineResidualSums sums = LineResidualSums.of(lengths);
            double previous = -1;
            for (int step = -99; step <= 99; step++) {
                double ratio = sums.ratio(step / 100.0);
                assertThat(ratio).as("length %d, rho %d/100", length, step).isGreaterThan(previous);
                previous = ratio;
            }
        }
    }

    /** For white noise the squares add up to n − 2 and the products to minus the off-diagonal of the hat matrix. */
    @Test
    void theExpectedRatioForWhiteNoiseIsKnownInClosedForm() {
        int n = 12;
        double offDiagonal = 0;
        for (int i = 1; i < n; i++) {
            offDiagonal += 1.0 / n + (i - 5.5) * (i - 6.5) / 143;
        }
        TreeMap<Integer, Long> lengths = new TreeMap<>();
        lengths.put(n, 3L);
        assertThat(LineResidualSums.of(lengths).ratio(0)).isEqualTo(-offDiagonal / (n - 2), within(1e-12));
    }
}
