package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import mendline.model.Period;
import org.junit.jupiter.api.Test;

/** Page 1 read aloud. */
class HeadlinesPageTest {
    private final Ledger ledger = new Ledger();

    private String told(SampleInput sample) {
        ReportInput in = sample.input();
        Page page = HeadlinesPage.of(in, ledger, 7);
        PageText.obeysTheLaws(page, ledger);
        return PageTold.of(page);
    }

    @Test
    void aBusyMonthIsToldInFiveSentencesWithTheirCounts() {
        assertThat(told(Practices.plenty())).isEqualTo("""
                # September 2026
                (239 attended sessions, 23 courses ended. Data up to 30 September 2026.)
                [usual] Most courses that end have improved reliably. Patient Health Questionnaire-9: 156 of 275 in \
                the last 12 months, against 120 of 231 in the 10 before. Within its usual range from month to month.
                [plain] Most setbacks are followed by a way back. 36 of 60 setbacks that could be followed for 6 \
                scores, or to the end of therapy, came at least half-way back. Noise alone would give about 36 to 42. \
                Found in the last 12 months: 83.
                [plain] 95 possible dips in the alliance in the last 12 months. 48 of 72 that could be followed were \
                repaired. 12 are still open. Chance alone would give about 22 to 31.
                [usual] After a missed session most clients return. 18 of 24 missed sessions were followed by an \
                attended one within 28 days. Within its usual range from month to month.
                [concern_high] Missed sessions: above its usual range. September 2026: 18 %; the usual range is 6 % \
                to 12 %.
                box: Worth talking about
                7 courses have a dip or setback that is still open, or ended before it was known, or a missed session \
                without a return. They are named in the internal list, not here.
                box: How far to trust it
                A first and a last score are there for 228 of 275 courses that ended in the last 12 months.
                An alliance score is there for 200 of 239 attended sessions.
                14 of 5,544 rows read were set aside; the page on data quality says why.
                A setback is a data point, not a verdict. Nothing here compares people, and this is not an alerting \
                system: nobody should wait for a report to act on a worry.
                """);
    }

    @Test
    void aSmallPracticeIsToldItsCountsAndThatTheyAreTooFew() {
        assertThat(told(Practices.few())).isEqualTo("""
                # September 2026
                (12 attended sessions, 1 course ended. Data up to 30 September 2026.)
                [too_few] Courses that ended are too few to judge outcomes. Patient Health Questionnaire-9: 1 of 1 in \
                the last 8 months.
                [too_few] Setbacks are too few to judge what follows. 1 setback in the last 8 months; 0 of 1 that \
                could be followed for 6 scores came half-way back.
                [plain] 1 possible dip in the alliance in the last 8 months. 1 of 1 that could be followed was \
                repaired. 0 are still open.
                [too_few] Missed sessions are too few to judge returns. 1 of 1 missed session was followed by an \
                attended one within 28 days.
                box: Worth talking about
                7 courses have a dip or setback that is still open, or ended before it was known, or a missed session \
                without a return. They are named in the internal list, not here.
                box: How far to trust it
                A first and a last score are there for 1 of 1 course that ended in the last 8 months.
                An alliance score is there for 4 of 10 attended sessions.
                0 of 90 rows read were set aside; the page on data quality says why.
                A setback is a data point, not a verdict. Nothing here compares people, and this is not an alerting \
                system: nobody should wait for a report to act on a worry.
                """);
    }

    @Test
    void whereNothingWasMeasuredThePageSaysSo() {
        assertThat(told(Practices.nothing())).isEqualTo("""
                # September 2026
                (1 attended session, 0 courses ended. Data up to 30 September 2026.)
                [plain] Outcomes were not measured. No outcome score was found in the data.
                [plain] Setbacks in scores could not be looked for. No outcome score was found in the data.
                [too_few] Alliance dips could not be looked for. No alliance score was found in the data.
                box: Worth talking about
                7 courses have a dip or setback that is still open, or ended before it was known, or a missed session \
                without a return. They are named in the internal list, not here.
                box: How far to trust it
                0 of 1 row read was set aside; the page on data quality says why.
                A setback is a data point, not a verdict. Nothing here compares people, and this is not an alerting \
                system: nobody should wait for a report to act on a worry.
                """);
    }

    @Test
    void dataWithoutDatesAreToldWhole() {
        assertThat(told(Practices.undated())).isEqualTo("""
                # All of the data
                (400 attended sessions in 40 courses. The data carry no dates.)
                [plain] 20 of 38 courses improved reliably. 20 of them also left the clinical range. Patient Health \
                Questionnaire-9, first to last score.
                [plain] Most setbacks are followed by a way back. 7 of 11 setbacks that could be followed for 6 \
                scores, or to the end of therapy, came at least half-way back. Found in all of the data: 12.
                [too_few] Alliance dips could not be looked for. There are too few alliance scores to know their \
                usual ups and downs. The page on ruptures and repairs says more.
                box: Worth talking about
                7 courses have a dip or setback that is still open, or ended before it was known, or a missed session \
                without a return. They are named in the internal list, not here.
                box: How far to trust it
                A first and a last score are there for 38 of 40 courses.
                0 of 400 rows read were set aside; the page on data quality says why.
                A setback is a data point, not a verdict. Nothing here compares people, and this is not an alerting \
                system: nobody should wait for a report to act on a worry.
                These data carry no dates, so the report covers all of them and shows no months or trends.
                """);
    }

    @Test
    void aSpanOfMonthsIsSpokenOfAsOne() {
        assertThat(told(Practices.plenty().over(Period.span(Practices.LAST - 17, Practices.LAST - 6))))
                .isEqualTo("""
                # April 2025 to March 2026
                (2,864 attended sessions, 272 courses ended. Data up to 30 September 2026.)
                [usual] Most courses that end have improved reliably. Patient Health Questionnaire-9: 150 of 272 from \
                April 2025 to March 2026. Within its usual range from month to month.
                [plain] Most setbacks are followed by a way back. 36 of 60 setbacks that could be followed for 6 \
                scores, or to the end of therapy, came at least half-way back. Noise alone would give about 36 to 42. \
                Found from April 2025 to March 2026: 80.
                [plain] 92 possible dips in the alliance from April 2025 to March 2026. 48 of 72 that could be \
                followed were repaired. 0 are still open. Chance alone would give none.
                [usual] After a missed session most clients return. 212 of 284 missed sessions were followed by an \
                attended one within 28 days. Within its usual range from month to month.
                box: Worth talking about
                7 courses have a dip or setback that is still open, or ended before it was known, or a missed session \
                without a return. They are named in the internal list, not here.
                box: How far to trust it
                A first and a last score are there for 228 of 272 courses that ended from April 2025 to March 2026.
                An alliance score is there for 2,400 of 2,864 attended sessions.
                14 of 5,544 rows read were set aside; the page on data quality says why.
                A setback is a data point, not a verdict. Nothing here compares people, and this is not an alerting \
                system: nobody should wait for a report to act on a worry.
                """);
    }
}
