package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import mendline.aggregate.Metric;
import mendline.aggregate.Topic;
import mendline.model.Period;
import org.junit.jupiter.api.Test;

class ActivityPageTest {
    private static final int SEPTEMBER = SampleInput.SEPTEMBER;
    private final Ledger ledger = new Ledger();

    private static SampleInput practice() {
        SampleInput sample = SampleInput.dated();
        for (int month = SEPTEMBER - 11; month <= SEPTEMBER; month++) {
            sample.count(Topic.NUMERATOR, Metric.SESSIONS_ATTENDED.key(), month, 240 + month % 12)
                    .count(Topic.NUMERATOR, Metric.COURSES_STARTED.key(), month, 20)
                    .count(Topic.NUMERATOR, Metric.COURSES_ENDED.key(), month, month % 2 == 0 ? 18 : 22)
                    .count(Topic.NUMERATOR, Metric.CASELOAD_OPEN.key(), month, 131);
        }
        return sample.ratio(Metric.MISSED_SHARE, 290, 3300)
                .ratio(Metric.RETURNED_AFTER_MISSED, 13, 19)
                .ratio(Metric.UNPLANNED_ENDINGS_SHARE, 80, 240)
                .ratio(Metric.OUTCOME_COMPLETION, 152, 211)
                .count(Topic.ATTENDANCE, "cancelled_by_client", 210)
                .count(Topic.END_KIND, "planned", 150)
                .count(Topic.END_KIND, "unplanned", 30)
                .count(Topic.END_KIND, "silent", 50)
                .count(Topic.END_KIND, "referred_on", 10)
                .count(Topic.ENDED_WITHOUT_LAST_SCORE, "silent", 37)
                .histogram(Topic.WAIT_DAYS, "", 14, 20)
                .histogram(Topic.WAIT_DAYS, "", 21, 10)
                .histogram(Topic.WAIT_DAYS, "", 40, 20)
                .histogram(Topic.DOSE, "", 1, 30)
                .histogram(Topic.DOSE, "", 5, 100)
                .histogram(Topic.DOSE, "", 19, 60)
                .histogram(Topic.DOSE, "", 20, 30)
                .histogram(Topic.DOSE, "", 44, 20);
    }

    private Page page(SampleInput sample) {
        Page page = ActivityPage.of(sample.input(), ledger);
        PageText.obeysTheLaws(page, ledger);
        return page;
    }

    @Test
    void saysWhatWasDoneInSentences() {
        Page page = page(practice());
        assertThat(page.title())
                .isEqualTo("2,946 sessions were attended; 131 courses were open at the end of September 2026");
        assertThat(PageText.of(page))
                .contains("2,946 sessions were attended in the last 12 months, 248 of them in September 2026. Clients "
                        + "cancelled 210 and the service 0.")
                .contains("Half of the 50 starts with a referral date waited 21 days or less for the first session; "
                        + "the middle half waited 14 to 40 days.")
                .contains("within 28 days in 13 of 19 (95 % interval 46–85 %) cases")
                .contains("Half of the 240 courses that ended had 5 attended sessions or fewer; the middle half had 5 "
                        + "to 19.");
    }

    @Test
    void endingsStandByKindWithThoseWithoutALastScore() {
        Page page = page(practice());
        assertThat(PageText.cell(page, "Silent: no further session came", 1)).isEqualTo("50");
        assertThat(PageText.cell(page, "Silent: no further session came", 2)).isEqualTo("37");
        assertThat(PageText.cell(page, "Planned", 2)).isEqualTo("0");
        long sum = 0;
        for (String kind : new String[] {"planned", "unplanned", "silent", "referred_on"}) {
            sum += SampleInput.figure(ledger, "activity.ended_" + kind).orElseThrow();
        }
        assertThat(sum)
                .isEqualTo(SampleInput.figure(ledger, "activity.courses_ended").orElseThrow());
    }

    @Test
    void doseBarsHoldEveryCourseOnceAtTheirBoundaries() {
        Figure dose = PageText.figure(page(practice()), "dose");
        assertThat(dose.x().ticks()).containsExactly("1", "2", "3–5", "6–9", "10–14", "15–19", "20+");
        assertThat(dose.series().get(0).points().stream().map(p -> p.n().orElseThrow()))
                .containsExactly(30L, 0L, 100L, 0L, 0L, 60L, 50L);
    }

    @Test
    void chartsCarryTheNotesOfTheirMonths() {
        Page page =
                page(practice().note(SEPTEMBER - 3, "new after-session sheet").note(SEPTEMBER - 30, "long ago"));
        Figure sessions = PageText.figure(page, "sessions-by-month");
        assertThat(sessions.notes()).containsExactly(new Figure.Annotation(8, "new after-session sheet"));
        assertThat(PageText.of(page))
                .contains("What the practice noted: new after-session sheet (June 2026).")
                .doesNotContain("long ago");
        assertThat(sessions.series().get(0).points().get(11).x()).isEqualTo("2026-09");
        assertThat(sessions.alt())
                .contains("from 249 in October 2025 to 248 in September 2026, lowest 240, highest 251");
    }

    @Test
    void startsOfTheFirstTwoMonthsOfTheDataAreNotMeasured() {
        int first = SEPTEMBER - 23;
        SampleInput sample = practice().over(Period.span(first, SEPTEMBER));
        Figure starts = PageText.figure(page(sample), "starts-and-endings");
        assertThat(starts.series().get(0).points().subList(0, 3))
                .extracting(Point::state)
                .containsExactly(PointState.NOT_MEASURED, PointState.NOT_MEASURED, PointState.OK);
    }

    @Test
    void nineWaitsAreTooFewAndTenAreNot() {
        assertThat(PageText.of(page(SampleInput.dated().histogram(Topic.WAIT_DAYS, "", 10, 9))))
                .contains("Only 9 starts with a referral date are there: too few for a typical wait.");
        assertThat(PageText.of(ActivityPage.of(
                        SampleInput.dated()
                                .histogram(Topic.WAIT_DAYS, "", 10, 10)
                                .input(),
                        new Ledger())))
                .contains("Half of the 10 starts with a referral date waited 10 days or less");
    }

    @Test
    void undatedDataHaveNoMonths() {
        Page page = page(SampleInput.undated()
                .count(Topic.NUMERATOR, Metric.SESSIONS_ATTENDED.key(), 500)
                .ratio(Metric.MISSED_SHARE, 3, 503));
        assertThat(page.title()).isEqualTo("500 sessions were attended");
        assertThat(PageText.figures(page)).isEmpty();
        assertThat(PageText.of(page))
                .contains("The data carry no dates")
                .contains("Whether clients came again is not known yet.");
    }

    @Test
    void withoutAnAttendanceColumnNothingIsSaidAboutMissedSessions() {
        Page page = page(SampleInput.undated()
                .noAttendanceColumn()
                .count(Topic.NUMERATOR, Metric.SESSIONS_ATTENDED.key(), 172)
                .ratio(Metric.MISSED_SHARE, 0, 172));
        assertThat(PageText.of(page))
                .contains("every appointment in it is taken as attended")
                .contains("the export does not say which appointments were missed")
                .contains("The data name no ending of a course.")
                .doesNotContain("0 of 172");
    }

    @Test
    void emptyDataStillMakeAPage() {
        Page page = page(SampleInput.dated());
        assertThat(PageText.figures(page)).isEmpty();
        assertThat(PageText.of(page))
                .contains("No course ended in the last 12 months.")
                .contains("no start has a referral date");
    }
}
