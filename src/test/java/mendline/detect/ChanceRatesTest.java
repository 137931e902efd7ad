package mendline.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import mendline.stats.Ar1Noise;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often independent Gaussian noise around a level shows at least one finding: 20,000 series each, practically
 * unrounded (an SD of 100,000 units). The reference rates come from a simulation outside this program.
 */
class ChanceRatesTest {
    private static final int SERIES = 20_000;
    private static final double SD = 100_000;

    private static int[] noise(int length, double[] space, SplittableRandom random) {
        Ar1Noise.fill(space, length, SD, 0, random);
        int[] scores = new int[length];
        for (int i = 0; i < length; i++) {
            scores[i] = (int) Math.round(space[i]);
        }
        return scores;
    }

    @ParameterizedTest(name = "k {0}, {1} scores: {2}")
    @CsvSource({
        "1, 8, 0.86", "1, 12, 0.97", "1, 20, 1.00",
        "2, 8, 0.14", "2, 12, 0.25", "2, 20, 0.46",
        "2.5, 8, 0.03", "2.5, 12, 0.06", "2.5, 20, 0.14",
        "3, 8, 0.00", "3, 12, 0.01", "3, 20, 0.03"
    })
    void atLeastOneDipOfASteadyClientWithAKnownScale(double k, int length, double expected) {
        SplittableRandom random = new SplittableRandom(20 + length);
        double[] space = new double[length];
        DipWalk walk = new DipWalk();
        int hits = 0;
        for (int i = 0; i < SERIES; i++) {
            walk.run(noise(length, space, random), length, SD * Math.sqrt(2), k, 5);
            hits += walk.count > 0 ? 1 : 0;
        }
        assertThat(hits / (double) SERIES).isCloseTo(expected, within(0.02));
    }

    @ParameterizedTest(name = "{0} scores: {1}")
    @CsvSource({"6, 0.03", "12, 0.14", "20, 0.31"})
    void atLeastOneSetbackOfASteadyClientWhoseErrorIsThatOfTheMeasure(int length, double expected) {
        SplittableRandom random = new SplittableRandom(60 + length);
        double[] space = new double[length];
        int reliableChange = (int) Math.round(1.96 * Math.sqrt(2) * SD);
        SetbackWalk walk = new SetbackWalk();
        int hits = 0;
        for (int i = 0; i < SERIES; i++) {
            walk.run(noise(length, space, random), length, reliableChange);
            hits += walk.count > 0 ? 1 : 0;
        }
        assertThat(hits / (double) SERIES).isCloseTo(expected, within(0.02));
    }
}
