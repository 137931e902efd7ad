package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodChoiceTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            the last weekday of the month makes it complete   | 2025-01-07 | 2025-05-30 | last            | 2025-05         | -
            a day earlier it is not                           | 2025-01-07 | 2025-05-29 | last            | 2025-04         | -
            the only month, complete                          | 2025-05-02 | 2025-05-30 | last            | 2025-05         | -
            the only month, not complete                      | 2025-05-02 | 2025-05-29 | last            | all             | No month of the data is complete yet (they end on 2025-05-29), so the report covers all of them.
            the first month                                   | 2025-01-31 | 2025-05-30 | 2025-01         | 2025-01         | -
            the last month, not complete                      | 2025-01-31 | 2025-05-29 | 2025-05         | 2025-05         | 2025-05 is not complete: the data end on 2025-05-29.
            a span inside the data                            | 2025-01-31 | 2025-05-29 | 2025-01 2025-05 | 2025-01_2025-05 | -
            a span of one month                               | 2025-01-31 | 2025-05-29 | 2025-02 2025-02 | 2025-02_2025-02 | -
            a span that begins before the data                | 2025-01-31 | 2025-05-29 | 2024-12 2025-01 | 2024-12_2025-01 | The data cover only part of 2024-12 to 2025-01: they run from 2025-01 to 2025-05.
            a span that ends after the data                   | 2025-01-31 | 2025-05-29 | 2025-05 2025-06 | 2025-05_2025-06 | The data cover only part of 2025-05 to 2025-06: they run from 2025-01 to 2025-05.
            everything                                        | 2025-01-31 | 2025-05-29 | all             | all             | -
            """)
    void settlesTheRequestAgainstTheData(
            String name, String first, String asOf, String asked, String key, String remark) throws UsageProblem {
        PeriodChoice choice = PeriodChoice.of(request(asked), day(first), day(asOf));
        assertThat(choice.period().key()).isEqualTo(key);
        assertThat(choice.remark().orElse(null)).isEqualTo(remark);
        assertThat(choice.period().dated()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the month before the data  | 2024-12         | The data have nothing in 2024-12: they run from 2025-01 to 2025-05.
            the month after the data   | 2025-06         | The data have nothing in 2025-06: they run from 2025-01 to 2025-05.
            a span before the data     | 2024-11 2024-12 | The data have nothing in 2024-11 to 2024-12: they run from 2025-01 to 2025-05.
            a span after the data      | 2025-06 2026-01 | The data have nothing in 2025-06 to 2026-01: they run from 2025-01 to 2025-05.
            """)
    void aPeriodOutsideTheDataIsRefusedNamingTheirMonths(String name, String asked, String sentence) {
        assertThatThrownBy(() -> PeriodChoice.of(request(asked), day("2025-01-31"), day("2025-05-29")))
                .isInstanceOf(UsageProblem.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            last            | -
            all             | -
            2025-02         | The data have no dates, so the report covers all of them and --month 2025-02 was not used.
            2025-02 2025-03 | The data have no dates, so the report covers all of them and --from 2025-02 and --to 2025-03 were not used.
            """)
    void dataWithoutDatesAreCoveredWhole(String asked, String remark) throws UsageProblem {
        PeriodChoice choice = PeriodChoice.of(request(asked), OptionalInt.empty(), OptionalInt.empty());
        assertThat(choice.period().dated()).isFalse();
        assertThat(choice.period().key()).isEqualTo("all");
        assertThat(choice.remark().orElse(null)).isEqualTo(remark);
    }

    @Test
    void everythingEndsWithTheMonthOfTheAsOfDay() throws UsageProblem {
        PeriodChoice choice = PeriodChoice.of(request("all"), day("2025-01-31"), day("2025-05-01"));
        assertThat(choice.period().firstMonth()).isEqualTo(2025 * 12);
        assertThat(choice.period().lastMonth()).isEqualTo(2025 * 12 + 4);
    }

    private static OptionalInt day(String iso) {
        return OptionalInt.of((int) LocalDate.parse(iso).toEpochDay());
    }

    private static PeriodRequest request(String asked) {
        if (asked.equals("last")) {
            return new PeriodRequest.LastCompleteMonth();
        }
        if (asked.equals("all")) {
            return new PeriodRequest.Everything();
        }
        String[] months = asked.split(" ");
        return months.length == 1
                ? new PeriodRequest.OneMonth(YearMonth.parse(months[0]))
                : new PeriodRequest.Span(YearMonth.parse(months[0]), YearMonth.parse(months[1]));
    }
}
