package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Page 4 read aloud. */
class OutcomesPageTest {
    private final Ledger ledger = new Ledger();

    private String told(SampleInput sample) {
        ReportInput in = sample.input();
        Page page = OutcomesPage.of(in, ledger);
        PageText.obeysTheLaws(page, ledger);
        return PageTold.withoutTheBox(page);
    }

    @Test
    void aBusyYearHasClassesAPictureRatesAndEffect() {
        assertThat(told(Practices.plenty())).isEqualTo("""
                # On the Patient Health Questionnaire-9 156 of 228 courses improved reliably; 108 of them recovered
                (October 2025 to September 2026, courses that ended)
                chart: Outcome of 228 courses (Patient Health Questionnaire-9, courses that ended, October 2025 to \
                September 2026) One bar in parts: recovered 108, improved 48, unchanged 60, deteriorated 9, moved \
                into clinical range 3.
                A reliable change is at least 6 points. The cut-off is 10.
                | Rate | September | Last 12 months | The 12 before
                | Reliable recovery (Patient Health Questionnaire-9) | 43 % [24–63] (9 of 21) | 43 % [37–49] (108 of \
                251) | 38 % [32–44] (96 of 252)
                | Recovery (Patient Health Questionnaire-9) | 48 % [28–68] (10 of 21) | 48 % [42–54] (120 of 251) | \
                43 % [37–49] (108 of 252)
                | Reliable improvement (Patient Health Questionnaire-9) | 57 % [37–74] (13 of 23) | 57 % [51–62] (156 \
                of 275) | 52 % [46–58] (144 of 276)
                | Reliable deterioration (Patient Health Questionnaire-9) | 4 % [1–21] (1 of 23) | 4 % [3–7] (12 of \
                275) | 4 % [3–7] (12 of 276)
                | First and last score there (Patient Health Questionnaire-9) | 83 % [63–93] (19 of 23) | 83 % \
                [78–87] (228 of 275) | 83 % [78–87] (228 of 276)
                Of courses that ended with at least two attended treatment sessions. Recovery is counted out of those \
                not known to start below caseness; unpaired courses stay in the denominator, as in the national \
                figures; where there are any, the rates of the paired ones alone stand beside them. Square brackets: \
                95 % Wilson intervals.
                chart: First and last score of 228 courses (Patient Health Questionnaire-9, points; October 2025 to \
                September 2026) Scatter of first against last score: 156 improved reliably, 60 without reliable \
                change, 12 moved the other way.
                One dot a course, moved a little within the scoring step so that dots do not hide each other. Dots on \
                the better side of the band improved by more than measurement error.
                | Measure | Both scores | Improved reliably | Deteriorated reliably | Mean improvement, points | \
                Effect size g
                | Patient Health Questionnaire-9 | 228 of 279 | 68 % [62–74] | 5 % [3–9] | 7.1 [6.4 to 7.7] | 3.37 [2.97 to \
                3.77]
                """);
    }

    @Test
    void oneCourseIsCountedAndNothingElse() {
        assertThat(told(Practices.few())).isEqualTo("""
                # On the Patient Health Questionnaire-9 1 of 1 course improved reliably; 0 of them recovered
                (February 2026 to September 2026, courses that ended)
                chart: Outcome of 1 course (Patient Health Questionnaire-9, courses that ended, February 2026 to \
                September 2026) One bar in parts: improved 1.
                A reliable change is at least 6 points. The cut-off is 10.
                | Rate | September | Last 8 months | The 12 before
                | Reliable recovery (Patient Health Questionnaire-9) | 0 of 1 | 0 of 1 | –
                | Recovery (Patient Health Questionnaire-9) | 0 of 1 | 0 of 1 | –
                | Reliable improvement (Patient Health Questionnaire-9) | 1 of 1 | 1 of 1 | –
                | Reliable deterioration (Patient Health Questionnaire-9) | 0 of 1 | 0 of 1 | –
                | First and last score there (Patient Health Questionnaire-9) | 1 of 1 | 1 of 1 | –
                Of courses that ended with at least two attended treatment sessions. Recovery is counted out of those \
                not known to start below caseness; unpaired courses stay in the denominator, as in the national \
                figures; where there are any, the rates of the paired ones alone stand beside them. Square brackets: \
                95 % Wilson intervals.
                A picture of single courses needs at least 20 of them, so there is none.
                | Measure | Both scores | Improved reliably | Deteriorated reliably | Mean improvement, points | \
                Effect size g
                | Patient Health Questionnaire-9 | 1 of 1 | 1 of 1 | 0 of 1 | too few (n = 1) | too few
                """);
    }

    @Test
    void withoutAnOutcomeMeasureThePageSaysSo() {
        assertThat(told(Practices.nothing())).isEqualTo("""
                # No outcome measure was found in the data
                (September 2026)
                No column of a known outcome measure holds a score, so nothing can be said of outcomes. A profile can \
                name the measure that the practice uses.
                """);
    }

    @Test
    void undatedDataHaveEveryCourseWithBothScores() {
        assertThat(told(Practices.undated())).isEqualTo("""
                # On the Patient Health Questionnaire-9 20 of 38 courses improved reliably; 20 of them recovered
                (All of the data, every course with both scores)
                chart: Outcome of 38 courses (Patient Health Questionnaire-9, courses with a first and a last score, \
                all of the data) One bar in parts: recovered 20, unchanged 18.
                A reliable change is at least 6 points. The cut-off is 10.
                chart: First and last score of 38 courses (Patient Health Questionnaire-9, points; all of the data) \
                Scatter of first against last score: 20 improved reliably, 18 without reliable change, 0 moved the \
                other way.
                One dot a course, moved a little within the scoring step so that dots do not hide each other. Dots on \
                the better side of the band improved by more than measurement error.
                | Measure | Both scores | Improved reliably | Deteriorated reliably | Mean improvement, points | \
                Effect size g
                | Patient Health Questionnaire-9 | 38 of 38 | 53 % [37–68] | 0 % [0–9] | 6.0 [5.0 to 7.0] | 1.93 [1.35 to \
                2.51]
                """);
    }

    @Test
    void everyReaderIsToldHowToReadIt() {
        ReportInput in = Practices.plenty().input();
        assertThat(PageTold.of(OutcomesPage.of(in, ledger))).endsWith("""
                box: How to read this
                Reliable means more than measurement error of the questionnaire. Recovered means that a course began \
                in the clinical range, ended outside it and changed reliably. Recovery rates depend on how severe \
                courses were at the start, so reliable recovery comes first.
                Change from first to last score includes natural recovery and the drift of extreme scores towards the \
                middle; there is no comparison group here.
                """);
    }
}
