package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mendline.model.Months;
import mendline.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTest {
    private static final int MAY = SampleInput.SEPTEMBER - 4;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0       | 0
            999     | 999
            1000    | 1,000
            1234567 | 1,234,567
            -1      | −1
            -1000   | −1,000
            """)
    void countsHaveACommaAtTheThousandsAndARealMinus(long count, String text) {
        assertThat(Written.count(count)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0       | 0 %
            0.0001  | <1 %
            0.0049  | <1 %
            0.005   | 1 %
            0.0149  | 1 %
            0.5     | 50 %
            0.9949  | 99 %
            0.995   | >99 %
            0.9999  | >99 %
            1       | 100 %
            """)
    void nothingButNothingIsNoughtAndNothingButAllIsAHundred(double fraction, String text) {
        assertThat(Written.percent(fraction)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2.345  | 2 | 2.35
            2.675  | 2 | 2.68
            0.05   | 1 | 0.1
            0.04   | 1 | 0.0
            -0.04  | 1 | 0.0
            -0.05  | 1 | −0.1
            -3.26  | 1 | −3.3
            12     | 0 | 12
            12.5   | 0 | 13
            """)
    void decimalsAreRoundedHalfUpAndNeverMinusZero(double value, int decimals, String text) {
        assertThat(Written.decimal(value, decimals)).isEqualTo(text);
    }

    @Test
    void intervalsOfSharesStayWithinNoughtAndAHundred() {
        assertThat(Written.percentInterval(-0.02, 1.3)).isEqualTo("0–100 %");
        assertThat(Written.percentInterval(0.66, 0.78)).isEqualTo("66–78 %");
        assertThat(Written.interval(-1.26, 2, 1)).isEqualTo("−1.3 to 2.0");
    }

    @Test
    void monthsAndDaysAreWrittenOutWhateverTheMachinesLanguage() {
        assertThat(Written.month(MAY)).isEqualTo("May 2026");
        assertThat(Written.monthName(SampleInput.SEPTEMBER)).isEqualTo("September");
        assertThat(Written.day(Months.lastDay(SampleInput.SEPTEMBER))).isEqualTo("30 September 2026");
        assertThat(Written.period(Period.month(MAY))).isEqualTo("May 2026");
        assertThat(Written.period(Period.span(MAY, MAY))).isEqualTo("May 2026");
        assertThat(Written.period(Period.span(MAY, SampleInput.SEPTEMBER))).isEqualTo("May 2026 to September 2026");
        assertThat(Written.period(Period.undated())).isEqualTo("all of the data");
    }

    @Test
    void wordsAreJoinedAndCounted() {
        assertThat(Written.list(List.of())).isEmpty();
        assertThat(Written.list(List.of("a"))).isEqualTo("a");
        assertThat(Written.list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Written.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
        assertThat(Written.some(1, "course", "courses")).isEqualTo("1 course");
        assertThat(Written.some(0, "course", "courses")).isEqualTo("0 courses");
        assertThat(Written.some(1200, "course", "courses")).isEqualTo("1,200 courses");
        assertThat(Written.words("hard_topic_avoided")).isEqualTo("hard topic avoided");
        assertThat(Written.sentence("one")).isEqualTo("One");
        assertThat(Written.sentence("")).isEmpty();
    }
}
