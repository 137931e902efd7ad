package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import mendline.aggregate.Metric;
import mendline.model.Months;
import mendline.model.Period;
import mendline.model.SuppressionScheme;
import org.junit.jupiter.api.Test;

class MonthlyTableTest {
    private static final int APRIL = Months.of(YearMonth.of(2026, 4));

    /** April to September 2026: twenty sessions a month, one missed in ten, and setbacks. */
    private static SampleInput sixMonths() {
        SampleInput sample = SampleInput.dated().data("2026-04-01", "2026-09-30");
        for (int month = APRIL; month <= SampleInput.SEPTEMBER; month++) {
            sample.ratio(Metric.SESSIONS_ATTENDED, month, 20 + month % 2, 0)
                    .ratio(Metric.MISSED_SHARE, month, 2, 22)
                    .ratio(Metric.SETBACKS_PER_100, month, 1, 8);
        }
        return sample;
    }

    private static List<String> lines(DataTable table) {
        return table.rows().stream().map(row -> String.join(",", row)).toList();
    }

    @Test
    void theColumnsAreThoseOfTheContract() {
        assertThat(MonthlyTable.of(sixMonths().input()).header())
                .containsExactly(
                        "month",
                        "metric",
                        "numerator",
                        "denominator",
                        "value",
                        "mean",
                        "lower_limit",
                        "upper_limit",
                        "point_type",
                        "limits");
    }

    @Test
    void rowsStandByMonthThenByMetricWithExactNumbers() {
        assertThat(lines(MonthlyTable.of(sixMonths().input())))
                .startsWith(
                        "2026-04,sessions_attended,21,,21,20.5,17.84,23.16,common_cause,trial",
                        "2026-04,missed_share,2,22,0.09090909090909091,0.09090909090909091,0.09090909090909091,0.09090909090909091,"
                                + "common_cause,trial",
                        "2026-05,sessions_attended,20,,20,20.5,17.84,23.16,common_cause,trial")
                .contains(
                        "2026-06,courses_ended,0,,0,,,,empty,none", "2026-06,setbacks_per_100,100,8,12.5,,,,empty,none")
                .doesNotContain("2026-05,courses_ended,0,,0,,,,empty,none")
                .hasSize(2 * 6 + 4 * 4);
    }

    @Test
    void aMetricThatWasNeverMeasuredHasNoRows() {
        assertThat(MonthlyTable.of(sixMonths().input()).rows())
                .noneMatch(row -> row.get(1).equals("recovery"));
    }

    @Test
    void aMonthThatIsNotCompleteIsAbsent() {
        assertThat(MonthlyTable.of(sixMonths().data("2026-04-01", "2026-09-29").input())
                        .rows())
                .isNotEmpty()
                .noneMatch(row -> row.get(0).equals("2026-09"))
                .anyMatch(row -> row.get(0).equals("2026-08"));
        assertThat(MonthlyTable.of(SampleInput.dated()
                                .data("2026-09-01", "2026-09-15")
                                .ratio(Metric.SESSIONS_ATTENDED, SampleInput.SEPTEMBER, 20, 0)
                                .over(Period.all(SampleInput.SEPTEMBER, SampleInput.SEPTEMBER))
                                .input())
                        .rows())
                .as("the only month of the data is not complete")
                .isEmpty();
    }

    @Test
    void theReportedMonthIsTheLast() {
        DataTable may =
                MonthlyTable.of(sixMonths().over(Period.month(APRIL + 1)).input());
        assertThat(may.rows()).extracting(row -> row.get(0)).containsOnly("2026-04", "2026-05");
    }

    @Test
    void withoutDatesThereIsTheHeaderOnly() {
        DataTable table = MonthlyTable.of(
                SampleInput.undated().ratio(Metric.SESSIONS_ATTENDED, 5, 0).input());
        assertThat(table.rows()).isEmpty();
        assertThat(table.header()).hasSize(10);
    }

    @Test
    void withASchemeCountsAreRoundedOrWithheldAndValuesFollow() {
        assertThat(lines(MonthlyTable.of(
                        sixMonths().suppression(SuppressionScheme.HES).input())))
                .anyMatch(line -> line.startsWith("2026-04,sessions_attended,20,,20,"))
                .anyMatch(line -> line.startsWith("2026-04,missed_share,*,*,*,"))
                .anyMatch(line -> line.startsWith("2026-06,setbacks_per_100,*,*,*,"))
                .anyMatch(line -> line.startsWith("2026-06,courses_ended,0,,0,"));
        SampleInput larger = sixMonths();
        for (int month = APRIL; month <= SampleInput.SEPTEMBER; month++) {
            larger.ratio(Metric.SETBACKS_PER_100, month, 11, 92);
        }
        assertThat(lines(MonthlyTable.of(
                        larger.suppression(SuppressionScheme.TALKING_THERAPIES).input())))
                .anyMatch(line -> line.startsWith("2026-06,setbacks_per_100,1000,100,10,"))
                .anyMatch(line -> line.startsWith("2026-06,courses_ended,*,,*,"));
    }
}
