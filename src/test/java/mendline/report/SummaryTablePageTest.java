package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import mendline.aggregate.Metric;
import mendline.model.ChartKind;
import mendline.model.Period;
import mendline.model.SuppressionScheme;
import org.junit.jupiter.api.Test;

/** Page 2 read aloud. */
class SummaryTablePageTest {
    private final Ledger ledger = new Ledger();

    private String told(SampleInput sample) {
        ReportInput in = sample.input();
        Page page = SummaryTablePage.of(in, ledger);
        PageText.obeysTheLaws(page, ledger);
        return PageTold.of(page);
    }

    @Test
    void aBusyMonthStandsBesideItsYearAndTheTwelveBefore() {
        assertThat(told(Practices.plenty())).isEqualTo("""
                # 1 of 18 charted figures left its usual range
                (September 2026, beside October 2025 to September 2026 and October 2024 to September 2025)
                | Figure | September | Last 12 months | The 12 before | Year to date | By month | Sign
                | Sessions attended | 239 | 2,867 | 2,868 | 2,153 | ~ | usual
                | Missed sessions (above its usual range) | 18 % (48 of 270) | 9 % ([8–10]) | 9 % ([8–10]) | 10 % | ~ | \
                concern_high
                | Returned after a missed session | 75 % (18 of 24) | 75 % ([70–80]) | 75 % ([69–80]) | 75 % | ~ | usual
                | Open courses at month end | 103 | 102.9 | 103.1 | 103.2 | ~ | usual
                | Days from referral to first session, median | 21 (n = 12) | 21 | 21 | 21 | ~ | usual
                | Courses started | 21 | 251 | – | 191 | ~ | usual
                | Courses ended | 23 | 275 | – | 209 | ~ | usual
                | Unplanned endings | 26 % (6 of 23) | 26 % ([21–32]) | 26 % ([21–32]) | 26 % | ~ | usual
                | Setbacks in scores per 100 sessions | 3.3 (7 in 210) | 3.3 ([2.6–4.1]) | 3.4 ([2.6–4.3]) | 3.4 | ~ | \
                usual
                | Recorded setbacks per 100 sessions | 4.3 (10 in 230) | 4.3 ([3.6–5.2]) | 4.4 ([3.6–5.3]) | 4.4 | ~ | \
                usual
                | Came half-way back within six scores (too few for a chart) | 3 of 5 | 60 % ([47–71]) | 60 % ([46–72]) | \
                60 % | ~ | too_few
                | Alliance dips per 100 sessions | 4.0 (8 in 200) | 4.0 ([3.2–4.8]) | 4.1 ([3.2–5.0]) | 4.1 | ~ | usual
                | Dips repaired (too few for a chart) | 4 of 6 | 67 % ([55–76]) | 67 % ([54–77]) | 67 % | ~ | too_few
                | Ruptures noted by therapists per 100 sessions (by quarter; trial range) | 5.0 (3 in 60) | 5.0 ([3.5–6.9]) | 5.0 \
                ([3.4–7.1]) | 5.0 | ~ | usual
                | Recovery | 48 % (10 of 21) | 48 % ([42–54]) | 43 % ([36–49]) | 47 % | ~ | usual
                | Reliable recovery | 43 % (9 of 21) | 43 % ([37–49]) | 38 % ([32–45]) | 42 % | ~ | usual
                | Reliable improvement | 57 % (13 of 23) | 57 % ([51–62]) | 52 % ([46–58]) | 56 % | ~ | usual
                | Reliable deterioration | 4 % (1 of 23) | 4 % ([3–7]) | 4 % ([2–8]) | 4 % | ~ | usual
                | Ended with a first and a last score | 83 % (19 of 23) | 83 % ([78–87]) | 82 % ([77–87]) | 82 % | ~ | \
                usual
                | Sessions with an alliance score | 84 % (200 of 239) | 84 % ([82–85]) | 84 % ([82–85]) | 84 % | ~ | \
                usual
                signs: usual variation; unusually high, an improvement; unusually high, worth a look; unusually high, \
                neither good nor bad; too few for a chart
                In a steady practice chance alone would light up one of these 18 signs about every 3 months.
                No earlier report lies beside this one, so nothing can be said of revised figures.
                The data begin in October 2024. All figures but sessions and missed sessions are taken from the third \
                month on, when courses that were already running no longer weigh; for these "the 12 before" are fewer \
                months.
                A trial range stands on fewer than twelve months or quarters and may still move.
                Square brackets hold 95 % intervals. Shares show counts only below 10, counts and interval from 10, \
                the percentage from 20 on. The grey band is the usual range, worked out from month to month \
                differences; hollow points stand on fewer than 10. A sign says that a figure is unusual for this \
                practice, not that it is good or bad.
                """);
    }

    @Test
    void aSmallPracticeSeesCountsAndIntervalsByTheRule() {
        assertThat(told(Practices.few())).isEqualTo("""
                # The one charted figure is within its usual range
                (September 2026)
                | Figure | September | Last 8 months | The 12 before | Year to date | By month | Sign
                | Sessions attended | 12 | 89 | – | 89 | ~ | usual
                | Missed sessions (too few for a chart) | 1 of 12 ([1–35]) | 8 % ([4–16]) | – | 8 % | ~ | too_few
                | Returned after a missed session (too few for a chart) | 1 of 1 | 1 of 1 | – | 1 of 1 | ~ | too_few
                | Open courses at month end (too few for a chart) | 3 | 3.0 | – | 3.0 | ~ | too_few
                | Courses started (too few for a chart) | 1 | – | – | – | ~ | too_few
                | Courses ended (too few for a chart) | 1 | – | – | – | ~ | too_few
                | Unplanned endings (too few for a chart) | 1 of 1 | 1 of 1 | – | 1 of 1 | ~ | too_few
                | Setbacks in scores per 100 sessions (too few for a chart) | 1 in 9 | 1 in 9 | – | 1 in 9 | ~ | \
                too_few
                | Came half-way back within six scores (too few for a chart) | 0 of 1 | 0 of 1 | – | 0 of 1 | ~ | \
                too_few
                | Alliance dips per 100 sessions (too few for a chart) | 1 in 8 | 1 in 8 | – | 1 in 8 | ~ | too_few
                | Dips repaired (too few for a chart) | 1 of 1 | 1 of 1 | – | 1 of 1 | ~ | too_few
                | Reliable improvement (too few for a chart) | 1 of 1 | 1 of 1 | – | 1 of 1 | ~ | too_few
                | Ended with a first and a last score (too few for a chart) | 1 of 1 | 1 of 1 | – | 1 of 1 | ~ | \
                too_few
                | Sessions with an alliance score (too few for a chart) | 4 of 10 ([17–69]) | 40 % ([29–53]) | – | 40 % \
                | ~ | too_few
                signs: usual variation; unusually high, an improvement; unusually high, worth a look; unusually high, \
                neither good nor bad; too few for a chart
                In a steady practice chance alone would light up this one sign about every 83 months.
                No earlier report lies beside this one, so nothing can be said of revised figures.
                The usual range is a trial range: it stands on fewer than twelve months or quarters and may still move.
                Square brackets hold 95 % intervals. Shares show counts only below 10, counts and interval from 10, \
                the percentage from 20 on. The grey band is the usual range, worked out from month to month \
                differences; hollow points stand on fewer than 10. A sign says that a figure is unusual for this \
                practice, not that it is good or bad.
                """);
    }

    @Test
    void oneSessionIsOneRowEach() {
        assertThat(told(Practices.nothing())).isEqualTo("""
                # Too few months for usual ranges: counts only
                (September 2026)
                | Figure | September | The data so far | The 12 before | Year to date | By month | Sign
                | Sessions attended (too few for a chart) | 1 | 1 | – | 1 | ~ | too_few
                | Missed sessions (too few for a chart) | 0 of 1 | 0 of 1 | – | 0 of 1 | ~ | too_few
                signs: usual variation; unusually high, an improvement; unusually high, worth a look; unusually high, \
                neither good nor bad; too few for a chart
                A usual range needs at least six months or quarters with enough behind them.
                No earlier report lies beside this one, so nothing can be said of revised figures.
                Square brackets hold 95 % intervals. Shares show counts only below 10, counts and interval from 10, \
                the percentage from 20 on. The grey band is the usual range, worked out from month to month \
                differences; hollow points stand on fewer than 10. A sign says that a figure is unusual for this \
                practice, not that it is good or bad.
                """);
    }

    @Test
    void nothingIsSaidOfMissedSessionsWhereNobodyWroteDownWhoCame() {
        assertThat(told(Practices.plenty())).contains("| Missed sessions", "| Returned after a missed session");
        SummaryTablePageTest other = new SummaryTablePageTest();
        assertThat(other.told(Practices.plenty().noAttendanceColumn()))
                .contains("| Sessions attended")
                .doesNotContain("| Missed sessions", "| Returned after a missed session");
    }

    @Test
    void undatedDataHaveOneColumn() {
        assertThat(told(Practices.undated())).isEqualTo("""
                # The figures of all the data together
                (These data carry no dates, so there are no months, no trends and no usual ranges)
                | Figure | All of the data
                | Sessions attended | 400
                | Setbacks in scores per 100 sessions | 3.2 [1.6–5.5]
                | Came half-way back within six scores | 7 of 11 (95 % interval 35–85 %)
                | Ended with a first and a last score | 38 of 40 (95 %, 95 % interval 83–99 %)
                """);
    }

    @Test
    void aSpanHasItsOwnColumns() {
        assertThat(told(Practices.plenty().over(Period.span(Practices.LAST - 17, Practices.LAST - 6))))
                .isEqualTo("""
                # All 17 charted figures are within their usual range
                (April 2025 to March 2026)
                | Figure | Period | By month | Sign | Note
                | Sessions attended | 2,864 | ~ | usual |
                | Missed sessions | 8 % (272 of 3,240) | ~ | usual |
                | Returned after a missed session | 75 % (212 of 284) | ~ | usual |
                | Open courses at month end | 101 | ~ | usual |
                | Days from referral to first session, median | 20.5 (n = 144) | ~ | usual |
                | Courses started | 248 | ~ | usual |
                | Courses ended | 272 | ~ | usual |
                | Unplanned endings | 26 % (72 of 272) | ~ | usual |
                | Setbacks in scores per 100 sessions | 3.2 (80 in 2,520) | ~ | usual |
                | Recorded setbacks per 100 sessions | 4.2 (116 in 2,760) | ~ | usual |
                | Came half-way back within six scores (too few for a chart) | 60 % (36 of 60) | ~ | too_few |
                | Alliance dips per 100 sessions | 3.8 (92 in 2,400) | ~ | usual |
                | Dips repaired (too few for a chart) | 67 % (48 of 72) | ~ | too_few |
                | Ruptures noted by therapists per 100 sessions (too few for a chart) | 5.0 (36 in 720) | ~ | too_few \
                |
                | Recovery | 46 % (114 of 248) | ~ | usual |
                | Reliable recovery | 41 % (102 of 248) | ~ | usual |
                | Reliable improvement | 55 % (150 of 272) | ~ | usual |
                | Reliable deterioration | 4 % (12 of 272) | ~ | usual |
                | Ended with a first and a last score | 84 % (228 of 272) | ~ | usual |
                | Sessions with an alliance score | 84 % (2,400 of 2,864) | ~ | usual |
                signs: usual variation; unusually high, an improvement; unusually high, worth a look; unusually high, \
                neither good nor bad; too few for a chart
                In a steady practice chance alone would light up one of these 17 signs about every 4 months.
                No earlier report lies beside this one, so nothing can be said of revised figures.
                Square brackets hold 95 % intervals. Shares show counts only below 10, counts and interval from 10, \
                the percentage from 20 on. The grey band is the usual range, worked out from month to month \
                differences; hollow points stand on fewer than 10. A sign says that a figure is unusual for this \
                practice, not that it is good or bad.
                """);
    }

    @Test
    void aTargetStandsWithWhatTheUsualRangeSaysOfIt() {
        SampleInput sample = Practices.plenty()
                .target(Metric.RETURNED_AFTER_MISSED, .3)
                .target(Metric.RECOVERY, .95)
                .target(Metric.RELIABLE_IMPROVEMENT, .55);
        assertThat(told(sample))
                .contains("| Returned after a missed session (target 30 %: consistently passes) |")
                .contains("| Recovery (target 95 %: consistently falls short) |")
                .contains("| Reliable improvement (target 55 %: inconsistent) |")
                .contains("its whole usual range lies on one side");
    }

    @Test
    void withoutATargetNothingIsSaidOfTargets() {
        assertThat(told(Practices.plenty())).doesNotContain("target");
    }

    @Test
    void aFigureWithATChartPointsToThePageOfItsDays() {
        SampleInput sample = Practices.plenty().chart(Metric.RUPTURES_THERAPIST_PER_100, ChartKind.T);
        assertThat(told(sample))
                .contains("| Ruptures noted by therapists per 100 sessions (by the days between them: page 6) | 5.0")
                .contains("([3.4–7.1]) | 5.0 | ~ | –");
    }

    @Test
    void whereTheDaysAreNotShownTheTableSaysNoMoreThanThatThereIsNoRange() {
        SampleInput sample = Practices.plenty()
                .chart(Metric.SETBACKS_RECORDED_PER_100, ChartKind.T)
                .suppression(SuppressionScheme.HES);
        assertThat(PageTold.of(SummaryTablePage.of(sample.input(), new Ledger(SuppressionScheme.HES))))
                .contains("| Recorded setbacks per 100 sessions (no usual range by month) |");
    }

    @Test
    void rangesThatStartAnewSayWhenAndWhyAndThatTheyMayStillMove() {
        String page = told(Practices.plenty().rebase(Practices.LAST - 8));
        assertThat(page)
                .contains("usual ranges start anew in January 2026 (new intake team).")
                .contains("| Sessions attended | 239 |")
                .contains("The usual ranges are trial ranges: they stand on fewer than twelve months or quarters");
    }
}
