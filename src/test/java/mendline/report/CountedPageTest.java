package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import mendline.aggregate.Metric;
import mendline.aggregate.Topic;
import mendline.model.Months;
import mendline.model.ProblemCode;
import org.junit.jupiter.api.Test;

class CountedPageTest {
    private final Ledger ledger = new Ledger();

    private static SampleInput practice() {
        return SampleInput.dated()
                .rows(11_919, 412)
                .setAside(ProblemCode.FUTURE_ROW, 14)
                .count(Topic.COURSES, "all", Months.UNDATED, 820)
                .count(Topic.NUMERATOR, Metric.CASELOAD_OPEN.key(), 131)
                .count(Topic.COURSES, "counted", SampleInput.SEPTEMBER - 20, 165)
                .count(Topic.COURSES, "counted", 412)
                .count(Topic.COURSES, "one_treatment_session", SampleInput.SEPTEMBER - 11, 60)
                .count(Topic.COURSES, "no_first_and_last_score", 48)
                .count(Topic.ATTENDANCE, "attended", 10_900)
                .count(Topic.ATTENDANCE, "did_not_attend", 1_019);
    }

    private Page page(SampleInput sample) {
        Page page = CountedPage.of(sample.input(), ledger);
        PageText.obeysTheLaws(page, ledger);
        return page;
    }

    private long written(String id) {
        return SampleInput.figure(ledger, "counted." + id).orElseThrow();
    }

    @Test
    void saysHowManyOfTheCoursesThatEndedAreCounted() {
        Page page = page(practice());
        assertThat(page.title()).isEqualTo("412 of 520 courses that ended are counted");
        assertThat(PageText.of(page))
                .contains("The data hold 820 courses. 131 are still open, 4 have no attended session and 165 ended "
                        + "before or after these months. Of those that ended in the last 12 months, 412 of 520 (79 %, "
                        + "95 % interval 76–82 %) have what an outcome needs.")
                .contains("12,345 rows were read. 412 repeat others and count only once, 14 were set aside for a "
                        + "reason, and 11,919 were used; the page on data quality says what the reasons mean. The rows used make "
                        + "11,919 appointments: 10,900 attended and 1,019 not attended.");
    }

    @Test
    void everyCourseAndEveryRowGoesSomewhere() {
        page(practice());
        assertThat(written("courses_open")
                        + written("courses_unseen")
                        + written("courses_elsewhere")
                        + written("courses_ended"))
                .isEqualTo(written("courses_all"));
        assertThat(written("excluded_one_treatment_session")
                        + written("excluded_no_first_and_last_score")
                        + written("courses_counted"))
                .isEqualTo(written("courses_ended"));
        assertThat(written("rows_duplicate") + written("rows_future_row") + written("rows_used"))
                .isEqualTo(written("rows_read"));
    }

    @Test
    void whatIsAboutAllOfTheDataSaysSo() {
        page(practice());
        assertThat(ledger.rows())
                .filteredOn(row -> row.id().equals("counted.courses_all"))
                .extracting(FigureRow::period)
                .containsExactly("all");
        assertThat(ledger.rows())
                .filteredOn(row -> row.id().equals("counted.courses_counted"))
                .extracting(FigureRow::period)
                .containsExactly("2025-10_2026-09");
    }

    @Test
    void theBarsNarrowStepByStep() {
        Figure figure = PageText.figure(page(practice()), "courses-counted");
        assertThat(figure.series().get(0).points().stream()
                        .map(point -> point.n().orElseThrow()))
                .containsExactly(820L, 816L, 685L, 520L, 412L);
        assertThat(figure.alt()).contains("in the data 820").contains("counted 412");
    }

    @Test
    void withoutDatesNothingHasEndedElsewhere() {
        Page page = page(SampleInput.undated()
                .count(Topic.COURSES, "all", 42)
                .count(Topic.COURSES, "counted", 34)
                .count(Topic.COURSES, "no_first_and_last_score", 6));
        assertThat(page.title()).isEqualTo("34 of 40 courses are counted");
        assertThat(PageText.of(page))
                .contains("2 have no attended session")
                .doesNotContain("still open")
                .doesNotContain("ended before or");
        assertThat(PageText.figures(page).get(0).x().ticks())
                .containsExactly("In the data", "With an attended session", "Counted");
    }

    @Test
    void saysSoWhenNoCourseEnded() {
        Page page = page(SampleInput.dated()
                .count(Topic.COURSES, "all", Months.UNDATED, 3)
                .count(Topic.NUMERATOR, Metric.CASELOAD_OPEN.key(), 3));
        assertThat(page.title()).isEqualTo("No course ended in the last 12 months");
        assertThat(PageText.of(page)).contains("So there are no outcomes to count yet.");
    }

    @Test
    void saysSoWhenThereIsNoOutcomeMeasureOrNoCourse() {
        Page page = page(SampleInput.dated().primary(Optional.empty()));
        assertThat(PageText.of(page)).contains("No outcome measure was found");
        assertThat(PageText.figures(page)).isEmpty();
    }
}
