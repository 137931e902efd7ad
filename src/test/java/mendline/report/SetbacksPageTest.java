package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Page 5 read aloud. */
class SetbacksPageTest {
    private final Ledger ledger = new Ledger();

    private String told(SampleInput sample) {
        ReportInput in = sample.input();
        Page page = SetbacksPage.of(in, ledger);
        PageText.obeysTheLaws(page, ledger);
        return PageTold.withoutTheBox(page);
    }

    @Test
    void aSetbackNeverStandsWithoutWhatFollowed() {
        assertThat(told(Practices.plenty())).isEqualTo("""
                # 36 of 60 setbacks came half-way back within 6 scores
                (Patient Health Questionnaire-9, October 2025 to September 2026)
                chart: How soon scores came half-way back (First setback of each course, October 2025 to September \
                2026; 64 courses) Step curve of 64 first setbacks: share that came half-way back rises to 76 % by \
                score 5; half of them by score 3.
                Share that regained at least half of the lost ground. Dashed: 95 % interval. Grey: what measurement \
                noise alone would give. Half of them had come half-way back within 3 scores (95 % interval 2 to \
                3). 5 first setbacks have no later score and are not in the curve.
                chart: Setbacks in scores by month (Confirmed in the month, October 2025 to September 2026, n = 83) \
                Bars by month, October 2025 to September 2026, 83 in all.
                ## Setbacks in scores
                A setback is two scores in a row that are each at least 6 points worse than the best score before. 83 \
                were found; chance alone would give about 16 to 24.
                Of these setbacks 52 came half-way back or further, 14 are still open, 10 had not come half-way back \
                when therapy ended and 8 ended before it could be known. 40 came fully back and 31 went on to a new \
                best score. In 4 of them a changed direction was noted: coming back is not the only way on.
                ## Learning curve
                24 courses have two setbacks that ended. Second against first, within the same course: depth −1.2 (95 % \
                interval −2.3 to −0.1, n = 24) points, scores to half-way back (up to 6) −1.0 (95 % interval −1.9 to \
                −0.1, n = 24). Minus means shallower, and sooner. Noise alone gives −0.3 points and 0.0 scores.
                ## Returns
                After a missed session clients came again within 28 days in 215 of 287 (75 %, 95 % interval 70–80 %). \
                After a recorded setback the next appointment was attended in 88 of 100 (88 %, 95 % interval 80–93 \
                %). After a recorded rupture the next appointment was attended in 30 of 36 (83 %, 95 % interval 68–92 \
                %).
                chart: What was written down (Entries in 119 of 2,760 attended sessions that were asked, October 2025 \
                to September 2026) Bars: old habit 44, goal missed 31, other and rarer kinds together 9.
                9 planned experiments are not among them: practice, not setbacks.
                ## And what was carried forward
                In 41 sessions something was taken from it: pattern seen (25) and need named (20).
                | Met with | Sessions | Next appointment attended | Half-way back, where a setback in scores overlaps
                | Curiosity | 40 | 92 % [79–97] | 7 of 11 [35–85]
                In the order of the alphabet. Described, not tested: people are met in the way that seems right for \
                them, so the rows cannot be compared with each other. Responses noted fewer than 10 times are left \
                out (1).
                """);
    }

    @Test
    void oneSetbackHasNoCurve() {
        assertThat(told(Practices.few())).isEqualTo("""
                # 0 of 1 setback came half-way back within 6 scores
                (Patient Health Questionnaire-9, February 2026 to September 2026)
                1 first setback has a later score: too few for a curve.
                chart: Setbacks in scores by month (Confirmed in the month, February 2026 to September 2026, n = 1) \
                Bars by month, February 2026 to September 2026, 1 in all.
                ## Setbacks in scores
                A setback is two scores in a row that are each at least 6 points worse than the best score before. 1 \
                was found; what chance alone gives is not known.
                Of these setbacks 1 had not come half-way back when therapy ended. 0 came fully back and 0 went on to \
                a new best score.
                ## Learning curve
                No course has two setbacks that ended.
                ## Returns
                After a missed session clients came again within 28 days in 1 of 1.
                What was written down. The exports of this time have no column for setbacks, so none could be written \
                down. That is not the same as none.
                """);
    }

    @Test
    void withoutAnOutcomeMeasureSetbacksCannotBeLookedFor() {
        assertThat(told(Practices.nothing())).isEqualTo("""
                # Setbacks in scores could not be looked for
                (September 2026)
                No outcome measure was found, so setbacks in scores cannot be looked for.
                What was written down. The exports of this time have no column for setbacks, so none could be written \
                down. That is not the same as none.
                """);
    }

    @Test
    void undatedDataHaveACurveAndNoMonths() {
        assertThat(told(Practices.undated())).isEqualTo("""
                # 7 of 11 setbacks came half-way back within 6 scores
                (Patient Health Questionnaire-9, all of the data)
                chart: How soon scores came half-way back (First setback of each course, all of the data; 12 courses) \
                Step curve of 12 first setbacks: share that came half-way back rises to 33 % by score 1; half of them \
                by score 2.
                Share that regained at least half of the lost ground. Dashed: 95 % interval. Half of them had come \
                half-way back within 2 scores (95 % interval 1 or more, no upper limit). Every first setback has a \
                later score.
                ## Setbacks in scores
                A setback is two scores in a row that are each at least 6 points worse than the best score before. 12 \
                were found; what chance alone gives is not known.
                Of these setbacks 7 came half-way back or further and 5 are still open. 0 came fully back and 0 went \
                on to a new best score.
                ## Learning curve
                No course has two setbacks that ended.
                ## Returns
                No missed session, recorded setback or rupture is old enough to say.
                What was written down. The exports have no column for setbacks, so none could be written down. That \
                is not the same as none.
                """);
    }

    @Test
    void everyReaderIsToldHowToReadIt() {
        ReportInput in = Practices.plenty().input();
        assertThat(PageTold.of(SetbacksPage.of(in, ledger))).contains("""
                box: How to read this
                A setback is a data point, not a verdict. Scores that rose often fall again by themselves, so the \
                curve is drawn beside what noise alone gives. Open is open: nobody has to bounce back by a certain \
                session, and a changed direction is a way on too.
                How not to: not by therapist, and not as a target.
                """);
    }
}
