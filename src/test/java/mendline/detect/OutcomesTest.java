package mendline.detect;

import static mendline.detect.Sketches.PHQ9;
import static mendline.detect.Sketches.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mendline.measure.Cutoff;
import mendline.measure.CutoffRule;
import mendline.measure.Measure;
import mendline.measure.Norm;
import mendline.measure.ReliableChangeRule;
import mendline.measure.Yardstick;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.Direction;
import mendline.model.MeasureKind;
import mendline.model.Stage;
import mendline.stats.Moments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomesTest {
    /** HAM-D before and after, 40 people: data of the R package clinicalsignificance (claus_2020). */
    private static final String HAMD = """
            25 13 15 11 28 4 30 25 21 9 26 17 31 15 21 2 27 8 28 7 23 13 24 30 28 9 26 8 27 14 32 27 27 20 25 28 28 14 25 24
            22 10 24 18 24 22 21 8 18 20 27 2 25 13 27 18 22 2 23 16 25 16 25 24 26 8 22 6 24 22 23 20 26 18 28 24 24 9 21 25
            """;

    private static Yardstick jacobsonTruax(
            String key, int min, int max, Direction better, double sd, double reliability, double cutoff) {
        double change = 1.96 * Math.sqrt(2) * sd * Math.sqrt(1 - reliability);
        return new Yardstick(
                Sketches.measure(key, min, max, better, MeasureKind.OUTCOME),
                OptionalDouble.of(change),
                false,
                OptionalDouble.of(change),
                Optional.of(new Cutoff(cutoff, false, better)),
                OptionalDouble.of(sd));
    }

    private static MeasureOutcome outcome(Yardstick yardstick, double first, double last) {
        return Outcomes.of(
                CourseSketch.undated().scores(yardstick.key(), first, last).course(), yardstick, SETTINGS);
    }

    @Test
    void hamdOfFortyPeopleByJacobsonAndTruaxCombined() {
        String[] cells = HAMD.trim().split("\\s+");
        Moments before = Moments.NONE;
        for (int i = 0; i < cells.length; i += 2) {
            before = before.with(Long.parseLong(cells[i]));
        }
        double mean = before.mean().orElseThrow();
        double sd = before.sd().orElseThrow();
        assertThat(cells).hasSize(80);
        assertThat(mean).isEqualTo(24.85);
        assertThat(sd).isCloseTo(3.340121, within(5e-7));
        double cutoff = (sd * 8 + 8 * mean) / (sd + 8);
        assertThat(cutoff).isCloseTo(19.887, within(5e-4));
        Yardstick hamd = jacobsonTruax("hamd", 0, 52, Direction.LOWER, sd, 0.80, cutoff);

        Map<OutcomeClass, Integer> classes = new EnumMap<>(OutcomeClass.class);
        for (int i = 0; i < cells.length; i += 2) {
            OutcomeClass outcome = outcome(hamd, Double.parseDouble(cells[i]), Double.parseDouble(cells[i + 1]))
                    .outcome();
            classes.merge(outcome, 1, Integer::sum);
        }
        assertThat(classes)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        OutcomeClass.RECOVERED,
                        26,
                        OutcomeClass.IMPROVED,
                        3,
                        OutcomeClass.UNCHANGED,
                        10,
                        OutcomeClass.DETERIORATED,
                        1));
    }

    @Test
    void hamdSettledFromTheSampleItselfGivesTheSameClasses() {
        Norm functional = new Norm(8, 8, false, "example");
        Measure hamd = new Measure(
                "hamd",
                "HAM-D",
                17,
                0,
                5200,
                100,
                Direction.LOWER,
                MeasureKind.OUTCOME,
                Optional.empty(),
                Optional.of(new ReliableChangeRule.JacobsonTruax(0.80, OptionalDouble.empty(), false, "example")),
                Optional.empty(),
                Optional.of(functional),
                Optional.empty(),
                true,
                CutoffRule.C,
                List.of(),
                "",
                false,
                "");
        DetectionSettings fixed =
                new DetectionSettings(2.5, 5, SETTINGS.dipScales(), 6, 28, 8, OptionalInt.of(1), OptionalInt.of(4));
        String[] cells = HAMD.trim().split("\\s+");
        List<Course> courses = new ArrayList<>();
        SampleTally sample = SampleTally.NONE;
        for (int i = 0; i < cells.length; i += 2) {
            Course course = CourseSketch.undated()
                    .scores("hamd", Double.parseDouble(cells[i]), Double.NaN, 30, Double.parseDouble(cells[i + 1]))
                    .course();
            courses.add(course);
            sample = sample.plus(SampleTally.of(course, List.of(hamd), fixed));
        }
        Instruments run = Instruments.settle(
                Optional.of(hamd), Optional.empty(), List.of(hamd), sample, OptionalInt.empty(), fixed);
        assertThat(run.outcomes().get(0).cutoff().orElseThrow().points()).isCloseTo(19.887, within(5e-4));
        assertThat(courses.stream()
                        .map(c -> CourseFindings.of(c, run).outcomes().get(0).outcome())
                        .collect(Collectors.groupingBy(o -> o, TreeMap::new, Collectors.counting()))
                        .toString())
                .isEqualTo("{RECOVERED=26, IMPROVED=3, UNCHANGED=10, DETERIORATED=1}");
    }

    @ParameterizedTest
    @CsvSource({"90.5,97,1.1220,NONE", "74,124,8.6306,IMPROVED", "97,97.5,0.0863,NONE"})
    void firstThreeCouplesOfTheDyadicAdjustmentScale(double first, double last, double rci, ReliableChange change) {
        // Jacobson 1989 as shipped with clinicalsignificance: SD 11.82566, r .88, functional 114.8/17.8, clinical mean
        // 81.58333
        double cutoff = (11.82566 * 114.8 + 17.8 * 81.58333) / (11.82566 + 17.8);
        assertThat(cutoff).isCloseTo(94.84241, within(5e-6));
        Yardstick das = jacobsonTruax("das", 0, 151, Direction.HIGHER, 11.82566, 0.88, cutoff);
        assertThat(das.reliableChange().orElseThrow()).isCloseTo(11.354998, within(1e-6));
        MeasureOutcome outcome = outcome(das, first, last);
        assertThat(outcome.rci().orElseThrow()).isCloseTo(rci, within(5e-5));
        assertThat(outcome.reliableChange()).contains(change);
    }

    @Test
    void theExampleOfJacobsonAndTruax1991() {
        Yardstick marital = jacobsonTruax("m", 0, 100, Direction.HIGHER, 7.5, 0.80, 50);
        MeasureOutcome outcome = outcome(marital, 32.5, 47.5);
        assertThat(outcome.rci().orElseThrow()).isCloseTo(3.162, within(5e-4));
        assertThat(outcome.outcome()).isEqualTo(OutcomeClass.IMPROVED);
        assertThat(outcome(marital, 32.5, 50.5).outcome()).isEqualTo(OutcomeClass.RECOVERED);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "16,9,RECOVERED",
        "16,10,IMPROVED",
        "16,10.01,UNCHANGED",
        "9,3,IMPROVED",
        "10,4,RECOVERED",
        "9.99,3.99,IMPROVED",
        "10,16,DETERIORATED",
        "10,15.99,UNCHANGED",
        "9,15,MOVED_INTO_CLINICAL_RANGE",
        "3,9.99,DETERIORATED",
        "4,10,MOVED_INTO_CLINICAL_RANGE",
        "12,12,UNCHANGED"
    })
    void classesAtTheBoundariesOfAPublishedChangeOfSixAndCasenessOfTen(
            double first, double last, OutcomeClass expected) {
        assertThat(outcome(PHQ9, first, last).outcome()).isEqualTo(expected);
    }

    @Test
    void higherBetterImprovesUpwards() {
        MeasureOutcome outcome = outcome(Sketches.ORS, 20, 25);
        assertThat(outcome.outcome()).isEqualTo(OutcomeClass.RECOVERED);
        assertThat(outcome.change()).hasValue(500);
        assertThat(outcome.effect()).hasValue(1);
        assertThat(outcome.caseAtStart()).contains(true);
        assertThat(outcome.caseAtEnd()).contains(false);
        assertThat(outcome(Sketches.ORS, 25, 20).outcome()).isEqualTo(OutcomeClass.MOVED_INTO_CLINICAL_RANGE);
        assertThat(outcome(PHQ9, 20, 25).effect()).hasValue(-1);
    }

    @Test
    void oneScoreIsAFirstAndNoLast() {
        Course course = CourseSketch.undated().scores("phq9", 16).course();
        MeasureOutcome outcome = Outcomes.of(course, PHQ9, SETTINGS);
        assertThat(outcome.first()).hasValue(1600);
        assertThat(outcome.last()).isEmpty();
        assertThat(outcome.caseAtStart()).contains(true);
        assertThat(outcome.caseAtEnd()).isEmpty();
        assertThat(outcome.outcome()).isEqualTo(OutcomeClass.NOT_ASSESSABLE);
        assertThat(outcome.reason()).contains(NotAssessable.ONE_SCORE);
        assertThat(outcome.paired()).isFalse();
    }

    @Test
    void noScoreIsNotAssessable() {
        MeasureOutcome outcome = Outcomes.of(CourseSketch.undated().attend(3).course(), PHQ9, SETTINGS);
        assertThat(outcome.reason()).contains(NotAssessable.NO_SCORE);
        assertThat(outcome.first()).isEmpty();
    }

    @Test
    void anUnknownReliableChangeIsSaid() {
        Yardstick unknown = new Yardstick(
                PHQ9.measure(),
                OptionalDouble.empty(),
                true,
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty());
        MeasureOutcome outcome = outcome(unknown, 16, 4);
        assertThat(outcome.outcome()).isEqualTo(OutcomeClass.NOT_ASSESSABLE);
        assertThat(outcome.reason()).contains(NotAssessable.NO_RELIABLE_CHANGE_KNOWN);
        assertThat(outcome.change()).hasValue(-1200);
    }

    @Test
    void followUpScoresAreNoLastScores() {
        Course course = CourseSketch.dated()
                .scores("phq9", 16, 9)
                .stage(Stage.FOLLOW_UP)
                .attend()
                .score("phq9", 20)
                .course();
        assertThat(Outcomes.of(course, PHQ9, SETTINGS).last()).hasValue(900);
    }

    @Test
    void fixedAssessmentsAreTakenBySessionNumber() {
        DetectionSettings fixed =
                new DetectionSettings(2.5, 5, SETTINGS.dipScales(), 6, 28, 8, OptionalInt.of(1), OptionalInt.of(4));
        Course whole = CourseSketch.undated().scores("phq9", 16, 20, 20, 9, 25).course();
        assertThat(Outcomes.of(whole, PHQ9, fixed).change()).hasValue(-700);
        Course noLast = CourseSketch.undated().scores("phq9", 16, 20, 20).course();
        assertThat(Outcomes.of(noLast, PHQ9, fixed).reason()).contains(NotAssessable.LAST_ASSESSMENT_MISSING);
        Course noFirst =
                CourseSketch.undated().scores("phq9", Double.NaN, 20, 20, 9).course();
        assertThat(Outcomes.of(noFirst, PHQ9, fixed).reason()).contains(NotAssessable.FIRST_ASSESSMENT_MISSING);
        assertThat(Outcomes.of(noFirst, PHQ9, fixed).last()).hasValue(900);
    }
}
