package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;
import mendline.aggregate.Metric;
import mendline.aggregate.Topic;
import mendline.model.ChartKind;
import mendline.model.LimitsSettings;
import mendline.model.Months;
import mendline.model.SmallMonths;
import mendline.stats.PointLimits;
import mendline.stats.XmR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a figure gets a usual range, from which months, and what its sign says. Data run from October 2024 to September 2026. */
class MetricSeriesTest {
    private static final int FIRST = Months.of(YearMonth.of(2024, 10));
    private static final int LAST = SampleInput.SEPTEMBER;

    /** Counts in every month, by how many months it lies before the last one. */
    private static SampleInput counted(
            SampleInput sample, Metric metric, IntUnaryOperator numerator, IntUnaryOperator denominator) {
        for (int back = 0; LAST - back >= FIRST; back++) {
            sample.ratio(metric, LAST - back, numerator.applyAsInt(back), denominator.applyAsInt(back));
        }
        return sample;
    }

    private static SampleInput share(IntUnaryOperator denominator) {
        return counted(SampleInput.dated(), Metric.RECOVERY, back -> denominator.applyAsInt(back) / 2, denominator);
    }

    private static SampleInput sessions(IntUnaryOperator count) {
        return counted(SampleInput.dated(), Metric.COURSES_STARTED, count, back -> 0);
    }

    private static String shown(SampleInput sample, Metric metric) {
        MetricSeries series = MetricSeries.shown(sample.input(), metric);
        return (series.quarterly() ? "quarters" : "months") + (series.charted() ? "" : " without a range");
    }

    @Test
    void aShareIsChartedByMonthFromAMedianDenominatorOfTwenty() {
        assertThat(shown(share(back -> 20), Metric.RECOVERY)).isEqualTo("months");
        assertThat(shown(share(back -> back % 2 == 0 ? 19 : 21), Metric.RECOVERY))
                .isEqualTo("months");
        assertThat(shown(share(back -> 19), Metric.RECOVERY)).isEqualTo("quarters");
        assertThat(shown(share(back -> back < 12 ? 19 : 400), Metric.RECOVERY)).isEqualTo("quarters");
        assertThat(shown(share(back -> back % 3 == 0 ? 8 : 6), Metric.RECOVERY)).isEqualTo("quarters");
        assertThat(shown(share(back -> back % 3 == 0 ? 7 : 6), Metric.RECOVERY)).isEqualTo("months without a range");
    }

    @Test
    void aCountIsChartedByMonthFromFiveAMonthAndByQuarterFromFiveAQuarter() {
        assertThat(shown(sessions(back -> 5), Metric.COURSES_STARTED)).isEqualTo("months");
        assertThat(shown(sessions(back -> back < 2 ? 4 : 5), Metric.COURSES_STARTED))
                .as("4.9 a month")
                .isEqualTo("quarters");
        assertThat(shown(sessions(back -> back % 3 == 0 ? 1 : 2), Metric.COURSES_STARTED))
                .isEqualTo("quarters");
        assertThat(shown(sessions(back -> back % 3 == 0 ? 2 : 1), Metric.COURSES_STARTED))
                .isEqualTo("months without a range");
    }

    @Test
    void aRatePerHundredLooksAtItsCountNotAtItsSessions() {
        assertThat(shown(counted(SampleInput.dated(), Metric.DIPS_PER_100, back -> 5, back -> 15), Metric.DIPS_PER_100))
                .isEqualTo("months");
        assertThat(shown(
                        counted(SampleInput.dated(), Metric.DIPS_PER_100, back -> 4, back -> 900), Metric.DIPS_PER_100))
                .isEqualTo("quarters");
    }

    @Test
    void aMedianIsChartedFromAMedianOfTenStarts() {
        assertThat(shown(waits(10), Metric.WAIT_DAYS_MEDIAN)).isEqualTo("months");
        assertThat(shown(waits(9), Metric.WAIT_DAYS_MEDIAN)).isEqualTo("quarters");
        MetricSeries series = MetricSeries.monthly(waits(10).input(), Metric.WAIT_DAYS_MEDIAN);
        assertThat(series.latest().orElseThrow().value()).hasValue(21);
        assertThat(series.latest().orElseThrow().denominator()).hasValue(10);
        assertThat(series.latest().orElseThrow().numerator()).hasValue(21);
    }

    private static SampleInput waits(int starts) {
        SampleInput sample = SampleInput.dated();
        for (int month = FIRST; month <= LAST; month++) {
            sample.histogram(Topic.WAIT_DAYS, "", month, 21, starts);
        }
        return sample;
    }

    @ParameterizedTest(name = "data from {0}: {1} months, {2}")
    @CsvSource({
        "2026-03-01, 5, none",
        "2026-02-28, 6, trial",
        "2025-09-01, 11, trial",
        "2025-08-31, 12, xmr",
        "2024-10-01, 22, xmr"
    })
    void limitsNeedSixMonthsAndAreFirmFromTwelve(String firstDay, int months, String limits) {
        MetricSeries series = MetricSeries.monthly(
                sessions(back -> 9 + back % 2).data(firstDay, "2026-09-30").input(), Metric.COURSES_STARTED);
        assertThat(series.items()).hasSize(months);
        assertThat(series.charted()).isEqualTo(months >= 6);
        assertThat(series.items())
                .allSatisfy(item -> assertThat(item.limits()
                                .map(found -> found.trial() ? "trial" : "xmr")
                                .orElse("none"))
                        .isEqualTo(limits));
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void theFirstTwoMonthsAreLeftOutOfAllButSessionsAndMissedSessions(Metric metric) {
        SampleInput sample = counted(waits(30), metric, back -> 20, back -> 40);
        boolean whole = metric == Metric.SESSIONS_ATTENDED || metric == Metric.MISSED_SHARE;
        MetricSeries series = MetricSeries.monthly(sample.input(), metric);
        assertThat(series.items().get(0).firstMonth()).isEqualTo(whole ? FIRST : FIRST + 2);
        assertThat(series.items()).hasSize(whole ? 24 : 22);
        assertThat(series.charted()).isTrue();
    }

    @ParameterizedTest(name = "as of {0}: {1}")
    @CsvSource({"2026-09-29, 2026-08", "2026-09-30, 2026-09", "2026-08-28, 2026-07", "2026-08-31, 2026-08"})
    void aMonthThatIsNotCompleteIsNotListed(String asOf, String last) {
        MetricSeries series = MetricSeries.monthly(
                sessions(back -> 9).data("2024-10-01", asOf).input(), Metric.COURSES_STARTED);
        assertThat(Months.iso(series.latest().orElseThrow().lastMonth())).isEqualTo(last);
    }

    @Test
    void aQuarterEndsWithTheReportedMonth() {
        MetricSeries series =
                MetricSeries.shown(sessions(back -> back < 3 ? 3 : 4).input(), Metric.COURSES_STARTED);
        assertThat(series.quarterly()).isTrue();
        assertThat(series.items()).hasSize(7);
        MetricSeries.Item latest = series.latest().orElseThrow();
        assertThat(Months.iso(latest.firstMonth())).isEqualTo("2026-07");
        assertThat(Months.iso(latest.lastMonth())).isEqualTo("2026-09");
        assertThat(latest.value()).hasValue(9);
        assertThat(series.items().get(0).value()).hasValue(12);
    }

    @Test
    void theCaseloadOfAQuarterIsThatOfItsLastMonthEnd() {
        SampleInput sample =
                counted(SampleInput.dated(), Metric.CASELOAD_OPEN, back -> back % 3 == 0 ? 4 : 1, back -> 0);
        MetricSeries series = MetricSeries.shown(sample.input(), Metric.CASELOAD_OPEN);
        assertThat(series.quarterly()).isTrue();
        assertThat(series.latest().orElseThrow().value()).hasValue(4);
    }

    @Test
    void aRatePerHundredIsItsCountTimesAHundredOverItsSessions() {
        MetricSeries series = MetricSeries.monthly(
                counted(SampleInput.dated(), Metric.SETBACKS_PER_100, back -> 7, back -> 280)
                        .input(),
                Metric.SETBACKS_PER_100);
        MetricSeries.Item latest = series.latest().orElseThrow();
        assertThat(latest.numerator()).hasValue(700);
        assertThat(latest.denominator()).hasValue(280);
        assertThat(latest.value()).hasValue(2.5);
    }

    @Test
    void aRebaseGivesLimitsOfItsOwnToWhatFollows() {
        MetricSeries series = MetricSeries.monthly(
                sessions(back -> (back < 8 ? 30 : 10) + back % 2)
                        .rebase(LAST - 7)
                        .input(),
                Metric.COURSES_STARTED);
        PointLimits before = series.items().get(13).limits().orElseThrow();
        PointLimits after = series.items().get(14).limits().orElseThrow();
        assertThat(before.centre()).isCloseTo(10.5, within(1e-9));
        assertThat(after.centre()).isCloseTo(30.5, within(1e-9));
        assertThat(before.trial()).isFalse();
        assertThat(after.trial()).isTrue();
        assertThat(series.icon()).isEqualTo(Icon.USUAL);
    }

    @Test
    void afterARebaseASignWaitsForSixMonths() {
        SampleInput six = sessions(back -> (back < 6 ? 30 : 10) + back % 2).rebase(LAST - 5);
        assertThat(MetricSeries.monthly(six.input(), Metric.COURSES_STARTED).charted())
                .isTrue();
        MetricSeries five = MetricSeries.monthly(
                sessions(back -> (back < 5 ? 30 : 10) + back % 2)
                        .rebase(LAST - 4)
                        .input(),
                Metric.COURSES_STARTED);
        assertThat(five.charted()).isFalse();
        assertThat(five.icon()).isEqualTo(Icon.TOO_FEW);
        assertThat(five.items().get(0).limits()).isPresent();
        assertThat(five.latest().orElseThrow().limits()).isEmpty();
    }

    @Test
    void aRebaseAtTheFirstMonthChangesNothing() {
        ReportInput plain = sessions(back -> 10 + back % 3).input();
        ReportInput rebased = sessions(back -> 10 + back % 3).rebase(FIRST + 2).input();
        assertThat(MetricSeries.monthly(rebased, Metric.COURSES_STARTED))
                .isEqualTo(MetricSeries.monthly(plain, Metric.COURSES_STARTED));
    }

    @Test
    void aBaselineOfAtLeastTwelveMonthsSetsTheLimits() {
        IntUnaryOperator jump = back -> (back < 10 ? 20 : 10) + back % 2;
        MetricSeries twelve =
                MetricSeries.monthly(sessions(jump).baselineTo(LAST - 10).input(), Metric.COURSES_STARTED);
        assertThat(twelve.latest().orElseThrow().limits().orElseThrow().centre())
                .isCloseTo(10.5, within(1e-9));
        assertThat(twelve.icon()).isEqualTo(Icon.NEUTRAL_HIGH);
        MetricSeries eleven =
                MetricSeries.monthly(sessions(jump).baselineTo(LAST - 11).input(), Metric.COURSES_STARTED);
        assertThat(eleven).isEqualTo(MetricSeries.monthly(sessions(jump).input(), Metric.COURSES_STARTED));
    }

    @Test
    void aBaselineBeforeARebaseDoesNotReachIntoWhatComesAfterIt() {
        // 22 months: 13 at 10 or 11 (the baseline), 2 at 20, then 7 rebased ones at 30 to 33.
        IntUnaryOperator levels = back -> back < 7 ? 30 + back % 4 : back < 9 ? 20 : 10 + back % 2;
        SampleInput plain = sessions(levels).rebase(LAST - 6);
        MetricSeries all = MetricSeries.monthly(plain.input(), Metric.COURSES_STARTED);
        MetricSeries fixed = MetricSeries.monthly(plain.baselineTo(LAST - 9).input(), Metric.COURSES_STARTED);
        assertThat(fixed.latest()).isEqualTo(all.latest());
        assertThat(fixed.latest().orElseThrow().centre()).hasValueCloseTo(219 / 7.0, within(1e-9));
        assertThat(fixed.items().get(0).centre().orElseThrow())
                .isBetween(10.0, 11.0)
                .isLessThan(all.items().get(0).centre().orElseThrow());
    }

    @Test
    void aBaselineEndsWhereTheProfileSaysAlsoWhereMonthsAreMissing() {
        // Waits of 10 or 11 days until the baseline ends, of 40 after it; two months of the baseline had no start.
        SampleInput sample = SampleInput.dated();
        for (int back = 0; LAST - back >= FIRST + 2; back++) {
            if (back != 12 && back != 13) {
                sample.histogram(Topic.WAIT_DAYS, "", LAST - back, back < 8 ? 40 : 10 + back % 2, 12);
            }
        }
        MetricSeries series = MetricSeries.monthly(sample.baselineTo(LAST - 8).input(), Metric.WAIT_DAYS_MEDIAN);
        assertThat(series.latest().orElseThrow().centre()).hasValueCloseTo(10.5, within(1e-9));
    }

    @Test
    void smallMonthsCountForTheRangeUnlessTheProfileLeavesThemOut() {
        // Every fifth month has 4 asked of whom all are hits; the others 8 or 9 of 40.
        SampleInput sample = counted(
                SampleInput.dated(),
                Metric.RECOVERY,
                back -> back % 5 == 1 ? 4 : 8 + back % 2,
                back -> back % 5 == 1 ? 4 : 40);
        MetricSeries kept = MetricSeries.monthly(sample.input(), Metric.RECOVERY);
        MetricSeries dropped =
                MetricSeries.monthly(sample.smallMonths(SmallMonths.DROP).input(), Metric.RECOVERY);
        assertThat(kept.latest().orElseThrow().centre().orElseThrow()).isGreaterThan(0.3);
        assertThat(dropped.latest().orElseThrow().centre().orElseThrow()).isBetween(8 / 40.0, 9 / 40.0);
        MetricSeries.Item small = dropped.items().get(dropped.items().size() - 2);
        assertThat(small.value()).hasValue(1);
        assertThat(small.type()).isEqualTo(XmR.PointType.SPECIAL_CAUSE_HIGH);
        PointState state = dropped.spark().series().get(dropped.spark().series().size() - 1).points().stream()
                .filter(point -> point.n().equals(OptionalLong.of(4)))
                .findFirst()
                .orElseThrow()
                .state();
        assertThat(state).isEqualTo(PointState.SPECIAL_CAUSE_HIGH);
        MetricSeries shares = MetricSeries.monthly(sample.chart(ChartKind.P).input(), Metric.RECOVERY);
        assertThat(shares)
                .as("a p chart weighs months by what stands behind them")
                .isEqualTo(MetricSeries.monthly(
                        sample.smallMonths(SmallMonths.KEEP).input(), Metric.RECOVERY));
    }

    @Test
    void monthsWithNothingToDivideByAreEmptyAndGiveNoRangeByThemselves() {
        SampleInput sample = SampleInput.dated().data("2026-02-01", "2026-09-30");
        for (int back = 0; back < 4; back++) {
            sample.ratio(Metric.RECOVERY, LAST - back, 20, 40);
        }
        MetricSeries series = MetricSeries.monthly(sample.input(), Metric.RECOVERY);
        assertThat(series.items()).hasSize(6);
        assertThat(series.items().get(0).value()).isEmpty();
        assertThat(series.charted()).as("four values only").isFalse();
        assertThat(series.icon()).isEqualTo(Icon.TOO_FEW);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SESSIONS_ATTENDED, NEUTRAL_HIGH, NEUTRAL_LOW",
        "MISSED_SHARE, CONCERN_HIGH, IMPROVEMENT_LOW",
        "RETURNED_AFTER_MISSED, IMPROVEMENT_HIGH, CONCERN_LOW",
        "CASELOAD_OPEN, NEUTRAL_HIGH, NEUTRAL_LOW",
        "COURSES_STARTED, NEUTRAL_HIGH, NEUTRAL_LOW",
        "COURSES_ENDED, NEUTRAL_HIGH, NEUTRAL_LOW",
        "UNPLANNED_ENDINGS_SHARE, CONCERN_HIGH, IMPROVEMENT_LOW",
        "SETBACKS_PER_100, NEUTRAL_HIGH, NEUTRAL_LOW",
        "SETBACKS_RECORDED_PER_100, NEUTRAL_HIGH, NEUTRAL_LOW",
        "BOUNCED_BACK_SHARE, IMPROVEMENT_HIGH, CONCERN_LOW",
        "DIPS_PER_100, NEUTRAL_HIGH, NEUTRAL_LOW",
        "DIPS_REPAIRED_SHARE, IMPROVEMENT_HIGH, CONCERN_LOW",
        "RUPTURES_CLIENT_PER_100, NEUTRAL_HIGH, NEUTRAL_LOW",
        "RUPTURES_THERAPIST_PER_100, NEUTRAL_HIGH, NEUTRAL_LOW",
        "RUPTURES_OBSERVER_PER_100, NEUTRAL_HIGH, NEUTRAL_LOW",
        "RECOVERY, IMPROVEMENT_HIGH, CONCERN_LOW",
        "RELIABLE_RECOVERY, IMPROVEMENT_HIGH, CONCERN_LOW",
        "RELIABLE_IMPROVEMENT, IMPROVEMENT_HIGH, CONCERN_LOW",
        "RELIABLE_DETERIORATION, CONCERN_HIGH, IMPROVEMENT_LOW",
        "OUTCOME_COMPLETION, IMPROVEMENT_HIGH, CONCERN_LOW",
        "ALLIANCE_COMPLETION, IMPROVEMENT_HIGH, CONCERN_LOW"
    })
    void aSignMeansWhatItsFigureMeans(Metric metric, Icon high, Icon low) {
        assertThat(latest(metric, 90).icon()).isEqualTo(high);
        assertThat(latest(metric, 90).why()).isEqualTo("above its usual range");
        assertThat(latest(metric, 10).icon()).isEqualTo(low);
        assertThat(latest(metric, 10).why()).isEqualTo("below its usual range");
        assertThat(latest(metric, 50).icon()).isEqualTo(Icon.USUAL);
        assertThat(latest(metric, 50).why()).isEmpty();
    }

    /** 50 or 51 of 100 a month, and so many in the last one. */
    private static MetricSeries latest(Metric metric, int last) {
        return MetricSeries.monthly(
                counted(SampleInput.dated(), metric, back -> back == 0 ? last : 50 + back % 2, back -> 100)
                        .input(),
                metric);
    }

    @Test
    void aRunIsSaidInWords() {
        MetricSeries shift = MetricSeries.monthly(
                sessions(back -> back < 7 ? 13 + back % 2 : 9 + back * 5 % 7 / 2)
                        .input(),
                Metric.COURSES_STARTED);
        assertThat(shift.why()).isEqualTo("seven months in a row above the average");
        MetricSeries trend = MetricSeries.monthly(
                sessions(back -> back < 7 ? 16 - back : 9 + back * 5 % 7).input(), Metric.COURSES_STARTED);
        assertThat(trend.why()).isEqualTo("seven months rising in a row");
    }

    @Test
    void theTinyChartShowsEveryValueAndARangeThatAShareCanHave() {
        Figure spark = MetricSeries.monthly(
                        share(back -> back == 5 ? 4 : back % 2 == 0 ? 20 : 200).input(), Metric.RECOVERY)
                .spark();
        assertThat(spark.series()).extracting(Series::name).containsExactly("usual range", "average", "Recovery");
        assertThat(spark.series().get(2).points()).hasSize(22);
        assertThat(spark.series().get(2).points().get(21 - 5).state())
                .as("four behind it")
                .isEqualTo(PointState.SMALL);
        assertThat(spark.series().get(2).points().get(21).state()).isEqualTo(PointState.OK);
        assertThat(spark.series().get(0).points()).allSatisfy(point -> {
            assertThat(point.lower().orElseThrow()).isGreaterThanOrEqualTo(0);
            assertThat(point.upper().orElseThrow()).isLessThanOrEqualTo(1);
        });
        assertThat(spark.alt()).isEqualTo("Recovery by month, 22 values, latest: usual variation");
    }

    @Test
    void undatedDataHaveNoSeries() {
        MetricSeries none = MetricSeries.shown(SampleInput.undated().input(), Metric.SESSIONS_ATTENDED);
        assertThat(none.items()).isEmpty();
        assertThat(none.measured()).isFalse();
        assertThat(none.icon()).isEqualTo(Icon.TOO_FEW);
    }

    private static MetricSeries recovery(SampleInput sample) {
        return MetricSeries.monthly(sample.input(), Metric.RECOVERY);
    }

    private static SampleInput halves() {
        return counted(
                SampleInput.dated(), Metric.RECOVERY, back -> 40 + 6 * (back % 3), back -> 100 - 40 * (back % 2));
    }

    @Test
    void withoutTheOptionEveryFigureIsAnXmrChart() {
        for (Metric metric : Metric.values()) {
            assertThat(UsualRanges.kind(SampleInput.dated().input().settings().limits(), metric))
                    .isEqualTo(ChartKind.XMR);
        }
    }

    @Test
    void aChartForAllIsTakenWhereItFits() {
        LimitsSettings shares =
                SampleInput.dated().chart(ChartKind.P_PRIME).input().settings().limits();
        assertThat(UsualRanges.kind(shares, Metric.RECOVERY)).isEqualTo(ChartKind.P_PRIME);
        assertThat(UsualRanges.kind(shares, Metric.SETBACKS_PER_100)).isEqualTo(ChartKind.XMR);
        LimitsSettings counts = SampleInput.dated()
                .chart(ChartKind.C)
                .chart(Metric.COURSES_ENDED, ChartKind.RUN)
                .input()
                .settings()
                .limits();
        assertThat(UsualRanges.kind(counts, Metric.COURSES_STARTED)).isEqualTo(ChartKind.C);
        assertThat(UsualRanges.kind(counts, Metric.COURSES_ENDED)).isEqualTo(ChartKind.RUN);
        assertThat(UsualRanges.kind(counts, Metric.CASELOAD_OPEN)).isEqualTo(ChartKind.XMR);
    }

    @ParameterizedTest
    @CsvSource({"P, p", "P_PRIME, p_prime", "RUN, run", "XMR, xmr"})
    void theChartIsSaidInTheTableOfMonths(ChartKind kind, String word) {
        MetricSeries series = recovery(halves().chart(kind));
        assertThat(series.items())
                .allSatisfy(item -> assertThat(series.limitsWord(item)).isEqualTo(word));
        assertThat(series.items().get(3).limits().isPresent()).isEqualTo(kind != ChartKind.RUN);
        assertThat(series.items().get(3).centre()).isPresent();
        MetricSeries few = recovery(halves().chart(kind).data("2026-02-01", "2026-09-30"));
        assertThat(few.limitsWord(few.items().get(0))).isEqualTo(kind == ChartKind.RUN ? "run" : "trial");
        MetricSeries none = recovery(halves().chart(kind).data("2026-03-01", "2026-09-30"));
        assertThat(none.limitsWord(none.items().get(0))).isEqualTo("none");
    }

    @Test
    void limitsOfAShareFollowTheSizeOfItsMonth() {
        MetricSeries series = recovery(halves().chart(ChartKind.P));
        PointLimits large = series.items().get(21).limits().orElseThrow();
        PointLimits small = series.items().get(20).limits().orElseThrow();
        assertThat(large.centre()).isEqualTo(small.centre());
        assertThat((small.upper() - small.centre()) / (large.upper() - large.centre()))
                .isCloseTo(Math.sqrt(100.0 / 60), within(1e-9));
    }

    @Test
    void aRatePerHundredHasLimitsPerHundred() {
        MetricSeries series = MetricSeries.monthly(
                counted(SampleInput.dated(), Metric.SETBACKS_PER_100, back -> 7, back -> 280)
                        .chart(Metric.SETBACKS_PER_100, ChartKind.U)
                        .input(),
                Metric.SETBACKS_PER_100);
        PointLimits limits = series.latest().orElseThrow().limits().orElseThrow();
        assertThat(limits.centre()).isCloseTo(2.5, within(1e-9));
        assertThat(limits.upper()).isCloseTo(2.5 + 300 * Math.sqrt(.025 / 280), within(1e-9));
        assertThat(limits.lower()).isZero();
    }

    @Test
    void aCountHasLimitsFromItsMean() {
        MetricSeries series =
                MetricSeries.monthly(sessions(back -> 16).chart(ChartKind.C).input(), Metric.COURSES_STARTED);
        PointLimits limits = series.latest().orElseThrow().limits().orElseThrow();
        assertThat(limits.lower()).isCloseTo(4, within(1e-9));
        assertThat(limits.upper()).isCloseTo(28, within(1e-9));
    }

    @Test
    void aRunChartSaysALongRunInWords() {
        MetricSeries series = MetricSeries.monthly(
                sessions(back -> back < 11 ? 20 + back % 2 : 10 + back % 2)
                        .chart(ChartKind.RUN)
                        .input(),
                Metric.COURSES_STARTED);
        assertThat(series.why()).isEqualTo("a long run of months above the median");
        assertThat(series.icon()).isEqualTo(Icon.NEUTRAL_HIGH);
        assertThat(series.fewCrossings()).isTrue();
        assertThat(series.spark().series()).extracting(Series::name).containsExactly("median", "Courses started");
    }

    @Test
    void sixInARowStandOutWhereTheProfileSaysSo() {
        IntUnaryOperator six = back -> back < 6 ? 13 + back % 2 : 9 + back * 5 % 7 / 2;
        assertThat(MetricSeries.monthly(sessions(six).input(), Metric.COURSES_STARTED)
                        .why())
                .doesNotContain("in a row");
        assertThat(MetricSeries.monthly(sessions(six).runLength(6).input(), Metric.COURSES_STARTED)
                        .why())
                .isEqualTo("six months in a row above the average");
    }

    @Test
    void withoutScreeningOneOddMonthWidensTheRange() {
        IntUnaryOperator odd = back -> back == 9 ? 90 : 10 + back % 2;
        double screened = width(sessions(odd));
        assertThat(width(sessions(odd).screening(false))).isGreaterThan(3 * screened);
    }

    private static double width(SampleInput sample) {
        PointLimits limits = MetricSeries.monthly(sample.input(), Metric.COURSES_STARTED)
                .latest()
                .orElseThrow()
                .limits()
                .orElseThrow();
        return limits.upper() - limits.lower();
    }

    @Test
    void aRebaseGivesEveryChartLimitsOfItsOwn() {
        for (ChartKind kind : new ChartKind[] {ChartKind.C, ChartKind.RUN}) {
            MetricSeries series = MetricSeries.monthly(
                    sessions(back -> (back < 8 ? 30 : 10) + back % 2)
                            .chart(kind)
                            .rebase(LAST - 7)
                            .input(),
                    Metric.COURSES_STARTED);
            assertThat(series.items().get(13).centre().getAsDouble()).isCloseTo(10.5, within(1e-9));
            assertThat(series.items().get(14).centre().getAsDouble()).isCloseTo(30.5, within(1e-9));
        }
    }

    /** 40 to 52 of 100 or 60: the range lies around one half. */
    @Test
    void aTargetIsPassedMissedOrNeitherByTheWholeRange() {
        PointLimits range = recovery(halves()).latest().orElseThrow().limits().orElseThrow();
        MetricSeries higher = recovery(halves());
        assertThat(higher.assurance(Math.nextDown(range.lower()))).isEqualTo("consistently passes");
        assertThat(higher.assurance(range.lower())).isEqualTo("inconsistent");
        assertThat(higher.assurance(range.upper())).isEqualTo("inconsistent");
        assertThat(higher.assurance(Math.nextUp(range.upper()))).isEqualTo("consistently falls short");
        SampleInput missed = counted(SampleInput.dated(), Metric.MISSED_SHARE, back -> 40 + back % 2, back -> 100);
        MetricSeries lower = MetricSeries.monthly(missed.input(), Metric.MISSED_SHARE);
        assertThat(lower.assurance(.1)).isEqualTo("consistently falls short");
        assertThat(lower.assurance(.9)).isEqualTo("consistently passes");
        assertThat(recovery(halves().data("2026-03-01", "2026-09-30")).assurance(.1))
                .isEmpty();
        assertThat(recovery(halves().chart(ChartKind.RUN)).assurance(.1)).isEmpty();
        assertThat(MetricSeries.monthly(sessions(back -> 9).input(), Metric.COURSES_STARTED)
                        .assurance(.1))
                .isEmpty();
    }

    @Test
    void aBandIsDrawnNoLowerThanNothingAndTheTableKeepsTheLimit() {
        MetricSeries series =
                MetricSeries.monthly(sessions(back -> 2 + 12 * (back % 2)).input(), Metric.COURSES_STARTED);
        assertThat(series.latest().orElseThrow().limits().orElseThrow().lower()).isNegative();
        assertThat(series.spark().series().get(0).points())
                .allMatch(point -> point.lower().getAsDouble() == 0);
    }
}
