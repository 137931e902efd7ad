package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogisticTest {
    private static Answer<Logistic> fit(String x, String outcomes) {
        String[] values = x.split(" ");
        double[][] design = new double[values.length][];
        boolean[] yes = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            design[i] = new double[] {1, Double.parseDouble(values[i])};
            yes[i] = outcomes.charAt(i) == '1';
        }
        return Logistic.fit(design, yes);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1 2,                 01,       TOO_FEW_ROWS
            1 2 3 4 5,           11111,    ONE_OUTCOME
            1 2 3 4 5,           00000,    ONE_OUTCOME
            2 2 2 2 2,           01010,    SINGULAR_DESIGN
            1 2 3 4 5 6,         000111,   SEPARATION
            6 5 4 3 2 1,         000111,   SEPARATION
            0.1 0.2 0.3 900 901, 00011,    SEPARATION
            1 2 3 3 4 5,         000111,   SEPARATION
            0 0 0 0 1 1,         010111,   SEPARATION
            """)
    void saysWhyThereIsNoFit(String x, String outcomes, Refusal refusal) {
        assertThat(fit(x, outcomes).refusal()).contains(refusal);
    }

    @Test
    void oneRowOnTheWrongSideIsEnoughForAFit() {
        Logistic fit = fit("1 2 3 4 5 6", "001011").orElseThrow();
        assertThat(fit.coefficient(1)).isPositive();
        assertThat(fit("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20", "00000000010111111111")
                        .value())
                .isPresent();
    }

    @Test
    void aTableOfFourHasTheLogOddsRatio() {
        Logistic fit = fit("0 0 0 0 0 1 1 1 1 1", "0001100111").orElseThrow();
        assertThat(fit.coefficient(1)).isCloseTo(Math.log((3.0 / 2) / (2.0 / 3)), within(1e-9));
        assertThat(fit.standardError(1)).isCloseTo(Math.sqrt(1 / 3.0 + 1 / 2.0 + 1 / 2.0 + 1 / 3.0), within(1e-9));
    }

    @Test
    void profileLimitsHoldTheEstimateAndNeedNotLieEven() {
        Logistic fit = fit("1 2 3 4 5 6 7 8", "00010111").orElseThrow();
        Logistic.Limits limits = fit.profile(1).orElseThrow();
        double down = fit.coefficient(1) - limits.lower().orElseThrow();
        double up = limits.upper().orElseThrow() - fit.coefficient(1);
        assertThat(down).isPositive();
        assertThat(up).isGreaterThan(1.5 * down);
    }

    @Test
    void theUnitOfAColumnDoesNotMatter() {
        Logistic small = fit("1 2 3 4 5 6 7 8", "00101011").orElseThrow();
        Logistic large = fit("1e6 2e6 3e6 4e6 5e6 6e6 7e6 8e6", "00101011").orElseThrow();
        assertThat(large.coefficient(1) * 1e6).isCloseTo(small.coefficient(1), within(1e-9));
        assertThat(large.profile(1).orElseThrow().upper().orElseThrow() * 1e6)
                .isCloseTo(small.profile(1).orElseThrow().upper().orElseThrow(), within(1e-8));
    }
}
