package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import mendline.model.GainRules;
import mendline.model.GainStability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GainChanceTest {
    @ParameterizedTest
    @CsvSource({"1, 10", "12.5, 10", "12.6, 15", "17.5, 15", "17.6, 20", "60, 20"})
    void theNearestRowIsTakenAndOfTwoTheShorter(double scores, int row) {
        assertThat(GainChance.nearest(scores).scores()).isEqualTo(row);
    }

    @Test
    void theRateIsThatOfTheRuleInUse() {
        assertThat(GainChance.nearest(10).told(GainRules.DEFAULT))
                .contains("9 % of clients who do not change and 29 % of those who improve along a straight line");
        GainRules kelly =
                new GainRules(true, OptionalDouble.empty(), true, 0.25, GainStability.KELLY, true, false, false);
        assertThat(GainChance.nearest(10).told(kelly)).contains("Kelly and others flags 35 % of clients");
    }
}
