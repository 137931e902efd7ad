package mendline.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationSettingsTest {
    @ParameterizedTest(name = "{0} months")
    @CsvSource(delimiter = '|', textBlock = """
          1  | 2026-10 | 2026-10 | 2026-10
          3  | 2026-08 | 2026-08 | 2026-10
          12 | 2025-11 | 2026-02 | 2026-07
          24 | 2024-11 | 2025-05 | 2026-03
        """)
    void monthsAreCountedBackFromTheLastOne(int months, YearMonth first, YearMonth recorded, YearMonth sheet) {
        SimulationSettings settings = SimulationSettings.of(10, 1).withMonths(YearMonth.of(2026, 10), months);

        assertThat(settings.firstMonth()).isEqualTo(first);
        assertThat(settings.recordedFrom()).isEqualTo(recorded);
        assertThat(settings.sheetFrom()).isEqualTo(sheet);
    }

    @Test
    void nonsenseIsRefusedWithWhatWasGiven() {
        assertThatThrownBy(() -> SimulationSettings.of(0, 1)).hasMessage("clients needs at least 1, was 0");
        assertThatThrownBy(() -> SimulationSettings.of(1, 1).withStaff(0, 1))
                .hasMessage("sites needs at least 1, was 0");
        assertThatThrownBy(() -> SimulationSettings.of(1, 1).withStaff(1, 0))
                .hasMessage("therapists needs at least 1, was 0");
        assertThatThrownBy(() -> SimulationSettings.of(1, 1).withShares(0, 1.1, 0, 0))
                .hasMessage("dipShare needs 0 to 1, was 1.1");
        assertThatThrownBy(() -> SimulationSettings.of(1, 1).withShares(Double.NaN, 1, 0, 0))
                .hasMessageContaining("setbackShare");
        assertThatThrownBy(() -> SimulationSettings.of(1, 1).withNoise(-0.1)).hasMessageContaining("noise");
    }
}
