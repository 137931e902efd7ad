package mendline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SwemwbsMetricTest {
    @ParameterizedTest(name = "raw {0} is {1}")
    @CsvSource({"7, 7.00", "8, 9.51", "9, 11.25", "20, 18.59", "21, 19.25", "27, 24.11", "34, 32.55", "35, 35.00"})
    void rawSumsHaveTheirMetricScore(int raw, double metric) {
        assertThat(SwemwbsMetric.of(raw * 100L)).hasValue((int) Math.round(metric * 100));
    }

    @ParameterizedTest
    @CsvSource({"699", "600", "3600", "3550", "-700", "1999"})
    void nothingLiesBetweenOrBeyondTheRowsOfTheTable(long hundredths) {
        assertThat(SwemwbsMetric.of(hundredths)).isEmpty();
    }

    @Test
    void theMetricScoreRisesWithTheRawSum() {
        for (int raw = 8; raw <= 35; raw++) {
            OptionalInt before = SwemwbsMetric.of((raw - 1) * 100L);
            assertThat(SwemwbsMetric.of(raw * 100L).orElseThrow()).isGreaterThan(before.orElseThrow());
        }
    }
}
