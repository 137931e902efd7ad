package mendline.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rates of {@link ChanceRates} against those of a simulation outside this program. */
class ChanceRatesTest {
    @ParameterizedTest(name = "k {0}, {1} scores: {2}")
    @CsvSource({
        "1, 8, 0.86", "1, 12, 0.97", "1, 20, 1.00",
        "2, 8, 0.14", "2, 12, 0.25", "2, 20, 0.46",
        "2.5, 8, 0.03", "2.5, 12, 0.06", "2.5, 20, 0.14",
        "3, 8, 0.00", "3, 12, 0.01", "3, 20, 0.03"
    })
    void atLeastOneDipOfASteadyClientWithAKnownScale(double k, int length, double expected) {
        assertThat(ChanceRates.dips(k, length)).isCloseTo(expected, within(0.02));
    }

    @ParameterizedTest(name = "{0} scores: {1}")
    @CsvSource({"6, 0.03", "12, 0.14", "20, 0.31"})
    void atLeastOneSetbackOfASteadyClientWhoseErrorIsThatOfTheMeasure(int length, double expected) {
        assertThat(ChanceRates.setbacks(length)).isCloseTo(expected, within(0.02));
    }

    @ParameterizedTest(name = "{0} scores: {1}")
    @CsvSource({"6, 0.23", "12, 0.56", "20, 0.82"})
    void atLeastOneSingleScoreAStepWorseThanTheBest(int length, double expected) {
        assertThat(ChanceRates.singleScores(length)).isCloseTo(expected, within(0.02));
    }
}
