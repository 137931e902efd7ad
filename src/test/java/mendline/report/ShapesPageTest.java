package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import mendline.aggregate.Topic;
import mendline.detect.CourseShape;
import mendline.detect.OwnCourses;
import mendline.detect.ResponseTally;
import mendline.model.Direction;
import org.junit.jupiter.api.Test;

class ShapesPageTest {
    private final Ledger ledger = new Ledger();

    private static SampleInput practice() {
        return SampleInput.dated()
                .count(Topic.SHAPE, "steady_gain", 96)
                .count(Topic.SHAPE, "setback_and_rebound", 60)
                .count(Topic.SHAPE, "spike_and_rebound", 11)
                .count(Topic.SHAPE, "setback_not_back", 29)
                .count(Topic.SHAPE, "level", 54)
                .count(Topic.SHAPE, "worsening", 9)
                .count(Topic.SHAPE, "too_short", 41);
    }

    private Page page(SampleInput sample) {
        Page page = ShapesPage.of(sample.input(), ledger);
        PageText.obeysTheLaws(page, ledger);
        return page;
    }

    @Test
    void namesTheMostCommonShapeAndWhatLayOnTheWay() {
        Page page = page(practice());
        assertThat(page.title()).isEqualTo("The most common shape is “steady gain”: 96 of 259 courses");
        assertThat(PageText.of(page))
                .contains("Among courses with at least four scores, 100 of 259 (39 %, 95 % interval 33–45 %) had a "
                        + "setback or a spike on the way; of these, 71 of 100 (71 %, 95 % interval 61–79 %) came at "
                        + "least half-way back or settled. 41 more courses have fewer than four scores.");
    }

    @Test
    void everyShapeHasABarEvenWithoutCourses() {
        Figure figure = PageText.figure(page(practice()), "shapes");
        assertThat(figure.series().get(0).points()).hasSize(CourseShape.values().length);
        assertThat(figure.series().get(0).points().stream()
                        .mapToLong(p -> p.n().orElseThrow())
                        .sum())
                .isEqualTo(300);
        assertThat(figure.alt()).contains("a step forward 0").contains("steady gain 96");
    }

    @Test
    void drawsALineOnlyAsFarAsTenCoursesGo() {
        SampleInput sample = practice();
        for (int position = 1; position <= 6; position++) {
            sample.histogram(
                    Topic.TRAJECTORY, "steady_gain:" + position, 1800 - 100 * position, position <= 5 ? 10 : 9);
            sample.histogram(Topic.TRAJECTORY, "worsening:" + position, 1200, 9);
        }
        Figure figure = PageText.figure(page(sample), "shape-lines");
        assertThat(figure.series()).extracting(Series::panel).containsExactly("steady gain", "steady gain");
        assertThat(figure.series().get(1).points()).hasSize(5);
        assertThat(figure.series().get(1).points().get(4).y()).hasValue(13);
        assertThat(figure.alt()).contains("steady gain from 17.0 to 13.0 at score 5");
    }

    @Test
    void withoutTenCoursesOfAShapeThereIsNoTypicalLine() {
        Page page = page(practice());
        assertThat(PageText.figures(page)).hasSize(1);
        assertThat(PageText.of(page)).contains("none has so far");
    }

    @Test
    void worseMeansRisingOrFallingByTheMeasure() {
        assertThat(ShapesPage.name(CourseShape.WORSENING, Direction.LOWER)).isEqualTo("scores rose");
        assertThat(ShapesPage.name(CourseShape.WORSENING, Direction.HIGHER)).isEqualTo("scores fell");
        Page page = page(practice().primary(Optional.of(SampleInput.phq9(Direction.HIGHER))));
        assertThat(PageText.cell(page, "Scores fell", 2)).contains("moved the wrong way");
    }

    @Test
    void theExpectedCourseStandsOnlyWhereTheProfileAsksForItAndSaysWhatFollowed() {
        SampleInput sample = practice()
                .count(Topic.EXPECTED_SCORES, "as_expected", 80)
                .count(Topic.EXPECTED_SCORES, "borderline", 9)
                .count(Topic.EXPECTED_SCORES, "below_expected", 11)
                .count(Topic.EXPECTED_SCORES, "not_checked", 30)
                .count(Topic.BELOW_EXPECTED, "bounced_back", 4)
                .count(Topic.BELOW_EXPECTED, "open", 1)
                .count(Topic.BELOW_EXPECTED, "ended_before_known", 2);
        assertThat(PageText.of(ShapesPage.of(sample.input(), new Ledger()))).doesNotContain("expected course");

        assertThat(PageText.of(page(sample.expected(OwnCourses.settle(ResponseTally.NONE, 5, Direction.LOWER)))))
                .contains("Of the later scores 11 of 100 (11 %, 95 % interval 6–19 %) lay below the expected course")
                .contains("Up to about 10 in 100 scores lie there by construction")
                .contains(
                        "Of 7 times at which scores fell below it, 4 came back to it, 1 is still open and 2 ended before")
                .contains("30 more were not checked, since fewer than 50 scores of closed courses that began alike");
    }

    @Test
    void whereNothingCouldBeHeldAgainstAnExpectedCourseThatIsSaid() {
        OwnCourses own = OwnCourses.settle(ResponseTally.NONE, 5, Direction.LOWER);
        assertThat(PageText.of(page(practice().expected(own).count(Topic.EXPECTED_SCORES, "not_checked", 30))))
                .contains("None of the 30 later scores could be held against an expected course: fewer than 50 scores");
    }

    @Test
    void tiesAreNamedTogether() {
        Page page = page(SampleInput.undated().count(Topic.SHAPE, "level", 5).count(Topic.SHAPE, "fluctuating", 5));
        assertThat(page.title())
                .isEqualTo("The most common shapes are “level” and “up and down”: 5 of 10 courses each");
        assertThat(PageText.of(page)).contains("0 of 10 (95 % interval 0–28 %) had a setback or a spike on the way.");
    }

    @Test
    void saysSoWhenThereIsNothingToShape() {
        assertThat(page(SampleInput.dated()).title()).isEqualTo("No course to give a shape to in the last 12 months");
        assertThat(ShapesPage.of(practice().primary(Optional.empty()).input(), new Ledger())
                        .title())
                .isEqualTo("Courses cannot be given a shape in these data");
        assertThat(ShapesPage.of(
                                SampleInput.dated()
                                        .count(Topic.SHAPE, "too_short", 3)
                                        .input(),
                                new Ledger())
                        .title())
                .isEqualTo("All 3 courses have too few scores to tell their shape");
    }
}
