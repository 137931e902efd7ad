package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import mendline.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the report of a month looks back on, as far as the data go. */
class WindowsTest {
    @ParameterizedTest(name = "data from {0}: {1}, before {2}, to date {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2024-10-01 | 2025-10_2026-09 | 2024-10_2025-09 | 2026-01_2026-09
            2020-01-01 | 2025-10_2026-09 | 2024-10_2025-09 | 2026-01_2026-09
            2025-09-30 | 2025-10_2026-09 | 2025-09_2025-09 | 2026-01_2026-09
            2025-10-01 | 2025-10_2026-09 | none            | 2026-01_2026-09
            2026-03-15 | 2026-03_2026-09 | none            | 2026-03_2026-09
            2026-09-01 | 2026-09_2026-09 | none            | 2026-09_2026-09
            """)
    void aMonthHasItsYearTheTwelveBeforeAndTheYearToDate(String first, String year, String before, String toDate) {
        Windows windows = SampleInput.dated().data(first, "2026-09-30").input().windows();
        assertThat(windows.year().key()).isEqualTo(year);
        assertThat(windows.before().map(Period::key).orElse("none")).isEqualTo(before);
        assertThat(windows.toDate().key()).isEqualTo(toDate);
    }

    @Test
    void aSpanIsItsOwnYearAndHasNoneBefore() {
        Period span = Period.span(SampleInput.SEPTEMBER - 17, SampleInput.SEPTEMBER - 6);
        Windows windows = SampleInput.dated().over(span).input().windows();
        assertThat(windows.year()).isEqualTo(span);
        assertThat(windows.before()).isEmpty();
        assertThat(YearWords.during(windows)).isEqualTo("from April 2025 to March 2026");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2024-10-01 | in the last 12 months
            2026-03-15 | in the last 7 months
            2026-09-01 | in September 2026
            """)
    void theSpanOfTheChartsIsSpokenOfInWords(String first, String words) {
        assertThat(YearWords.during(
                        SampleInput.dated().data(first, "2026-09-30").input().windows()))
                .isEqualTo(words);
    }

    @Test
    void undatedDataHaveOneWindow() {
        Windows windows = SampleInput.undated().input().windows();
        assertThat(windows.year()).isEqualTo(Period.undated());
        assertThat(windows.before()).isEmpty();
        assertThat(YearWords.during(windows)).isEqualTo("in all of the data");
    }
}
