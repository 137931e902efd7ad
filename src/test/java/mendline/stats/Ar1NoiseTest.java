package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ar1NoiseTest {
    @ParameterizedTest
    @ValueSource(doubles = {-0.4, 0, 0.5, 0.8})
    void everyPlaceHasTheGivenSpreadAndRemembersTheOneBefore(double rho) {
        int series = 100_000;
        int length = 6;
        SplittableRandom random = new SplittableRandom(Seeds.of("ar1", Double.toString(rho)));
        double[] noise = new double[length];
        double[] squares = new double[length];
        double[] lagged = new double[length];
        double[] sums = new double[length];
        for (int s = 0; s < series; s++) {
            Ar1Noise.fill(noise, 1.5, rho, random);
            for (int i = 0; i < length; i++) {
                sums[i] += noise[i];
                squares[i] += noise[i] * noise[i];
                lagged[i] += i == 0 ? 0 : noise[i] * noise[i - 1];
            }
        }
        for (int i = 0; i < length; i++) {
            assertThat(sums[i] / series).isEqualTo(0, within(0.025));
            assertThat(Math.sqrt(squares[i] / series)).isEqualTo(1.5, within(0.02));
            if (i > 0) {
                assertThat(lagged[i] / series / 2.25).isEqualTo(rho, within(0.02));
            }
        }
    }

    @Test
    void theTailsAreThoseOfTheNormalDistribution() {
        double[] noise = new double[200_000];
        Ar1Noise.fill(noise, 1, 0, new SplittableRandom(Seeds.of("tails")));
        int beyondOne = 0;
        int beyondTwo = 0;
        int beyondThree = 0;
        for (double value : noise) {
            beyondOne += Math.abs(value) > 1 ? 1 : 0;
            beyondTwo += Math.abs(value) > 2 ? 1 : 0;
            beyondThree += Math.abs(value) > 3 ? 1 : 0;
        }
        assertThat(beyondOne / 200_000.0).isEqualTo(0.3173, within(0.005));
        assertThat(beyondTwo / 200_000.0).isEqualTo(0.0455, within(0.002));
        assertThat(beyondThree / 200_000.0).isEqualTo(0.0027, within(0.0006));
    }

    @Test
    void theSameSeedGivesTheSameNoise() {
        double[] first = new double[9];
        double[] second = new double[12];
        Ar1Noise.fill(first, 2, 0.3, new SplittableRandom(7));
        Ar1Noise.fill(second, 9, 2, 0.3, new SplittableRandom(7));
        for (int i = 0; i < 9; i++) {
            assertThat(second[i]).isEqualTo(first[i]);
        }
        assertThat(second[9]).isZero();
    }

    @Test
    void noSpreadGivesNoNoise() {
        double[] noise = {5, 5, 5};
        Ar1Noise.fill(noise, 0, 0.5, new SplittableRandom(1));
        for (double value : noise) {
            assertThat(Math.abs(value)).isZero();
        }
    }

    @Test
    void aCorrelationOfOneIsRefused() {
        assertThatThrownBy(() -> Ar1Noise.fill(new double[3], 1, 1, new SplittableRandom(1)))
                .hasMessageContaining("1.0 and 1.0");
        assertThatThrownBy(() -> Ar1Noise.fill(new double[3], -1, 0, new SplittableRandom(1)))
                .hasMessageContaining("-1.0");
    }
}
