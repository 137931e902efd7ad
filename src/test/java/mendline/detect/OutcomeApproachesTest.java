package mendline.detect;

import static mendline.detect.Sketches.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mendline.measure.ChangeMethod;
import mendline.measure.ChangeTest;
import mendline.measure.Constant;
import mendline.measure.CutoffRule;
import mendline.measure.Measure;
import mendline.measure.Norm;
import mendline.measure.OutcomeApproach;
import mendline.measure.OutcomeRule;
import mendline.measure.ReliableChangeRule;
import mendline.measure.Thresholds;
import mendline.model.Course;
import mendline.model.Direction;
import mendline.model.MeasureKind;
import mendline.stats.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a measure's options to the class of a course, over the sample. */
class OutcomeApproachesTest {
    /** HAM-D before and after, 40 people: data of the R package clinicalsignificance (claus_2020). */
    private static final String HAMD = """
            25 13 15 11 28 4 30 25 21 9 26 17 31 15 21 2 27 8 28 7 23 13 24 30 28 9 26 8 27 14 32 27 27 20 25 28 28 14 25 24
            22 10 24 18 24 22 21 8 18 20 27 2 25 13 27 18 22 2 23 16 25 16 25 24 26 8 22 6 24 22 23 20 26 18 28 24 24 9 21 25
            """;

    private static final ReliableChangeRule.JacobsonTruax TRUAX =
            new ReliableChangeRule.JacobsonTruax(0.80, OptionalDouble.empty(), false, "example");

    private static Measure hamd(ReliableChangeRule rule, OutcomeRule outcome, CutoffRule cutoff) {
        return new Measure(
                "hamd",
                "HAM-D",
                17,
                0,
                5200,
                100,
                Direction.LOWER,
                MeasureKind.OUTCOME,
                Optional.of(new Constant(20, false, "example")),
                Optional.of(rule),
                Optional.empty(),
                Optional.of(new Norm(8, 8, false, "example")),
                Optional.empty(),
                true,
                cutoff,
                List.of(),
                "",
                false,
                "",
                outcome,
                Optional.empty());
    }

    private static ReliableChangeRule by(ChangeMethod method) {
        return method == ChangeMethod.JACOBSON_TRUAX
                ? TRUAX
                : new ReliableChangeRule.Index(method, TRUAX, OptionalDouble.of(0.5));
    }

    private static OutcomeRule rule(OutcomeApproach approach) {
        return new OutcomeRule(approach, Optional.of(new Thresholds(5, 3)), new Thresholds(0.5, 0.3));
    }

    private static List<Course> courses(int most) {
        String[] cells = HAMD.trim().split("\\s+");
        List<Course> courses = new ArrayList<>();
        for (int i = 0; i < cells.length && courses.size() < most; i += 2) {
            courses.add(CourseSketch.undated()
                    .scores("hamd", Double.parseDouble(cells[i]), Double.parseDouble(cells[i + 1]))
                    .course());
        }
        return courses;
    }

    private static Instruments run(Measure measure, List<Course> courses) {
        SampleTally sample = SampleTally.NONE;
        for (Course course : courses) {
            sample = sample.plus(SampleTally.of(course, List.of(measure), SETTINGS));
        }
        return Instruments.settle(
                Optional.of(measure), Optional.empty(), List.of(measure), sample, OptionalInt.empty(), SETTINGS);
    }

    private static List<MeasureOutcome> outcomes(Measure measure, List<Course> courses) {
        Instruments run = run(measure, courses);
        return courses.stream()
                .map(course -> CourseFindings.of(course, run).outcomes().get(0))
                .toList();
    }

    private static String classes(Measure measure) {
        return outcomes(measure, courses(40)).stream()
                .map(MeasureOutcome::outcome)
                .collect(Collectors.groupingBy(o -> o, TreeMap::new, Collectors.counting()))
                .toString();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            JACOBSON_TRUAX    | {IMPROVED=29, NONE=10, DETERIORATED=1}
            GULLIKSEN         | {IMPROVED=29, NONE=10, DETERIORATED=1}
            EDWARDS_NUNNALLY  | {IMPROVED=32, NONE=5, DETERIORATED=3}
            NUNNALLY_KOTSCH   | {IMPROVED=28, NONE=11, DETERIORATED=1}
            HSU_LINN_LORD     | {IMPROVED=12, NONE=16, DETERIORATED=12}
            HAGEMAN_ARRINDELL | {IMPROVED=32, NONE=7, DETERIORATED=1}
            """)
    void theFortyHamdCoursesByEachMethodWithTheNumbersOfTheSample(ChangeMethod method, String counts) {
        Measure measure = hamd(by(method), OutcomeRule.DEFAULT, CutoffRule.C);

        assertThat(outcomes(measure, courses(40)).stream()
                        .map(outcome -> outcome.reliableChange().orElseThrow())
                        .collect(Collectors.groupingBy(o -> o, TreeMap::new, Collectors.counting()))
                        .toString())
                .isEqualTo(counts);
    }

    @Test
    void theOrderOfCoursesChangesNothing() {
        Measure measure = hamd(by(ChangeMethod.HAGEMAN_ARRINDELL), OutcomeRule.DEFAULT, CutoffRule.C);
        List<Course> backwards = new ArrayList<>(courses(40));
        Collections.reverse(backwards);

        assertThat(run(measure, backwards).outcomes())
                .isEqualTo(run(measure, courses(40)).outcomes());
    }

    @Test
    void theChangeIndexInFilesStaysThatOfJacobsonAndTruax() {
        List<MeasureOutcome> truax = outcomes(hamd(TRUAX, OutcomeRule.DEFAULT, CutoffRule.C), courses(40));
        List<MeasureOutcome> other =
                outcomes(hamd(by(ChangeMethod.EDWARDS_NUNNALLY), OutcomeRule.DEFAULT, CutoffRule.C), courses(40));

        for (int i = 0; i < truax.size(); i++) {
            assertThat(other.get(i).rci().getAsDouble())
                    .isEqualTo(truax.get(i).rci().getAsDouble());
        }
        // 25 to 13: −12 over √2 · 3.340121 · √0.2.
        assertThat(truax.get(0).rci().getAsDouble()).isCloseTo(-12 / (Math.sqrt(0.4) * 3.340121), within(1e-5));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            COMBINED     | {RECOVERED=26, IMPROVED=3, UNCHANGED=10, DETERIORATED=1}
            DISTRIBUTION | {IMPROVED=29, UNCHANGED=10, DETERIORATED=1}
            STATISTICAL  | {IMPROVED=26, UNCHANGED=13, DETERIORATED=1}
            ANCHOR       | {IMPROVED=29, UNCHANGED=8, DETERIORATED=3}
            PERCENTAGE   | {IMPROVED=16, UNCHANGED=24}
            """)
    void theFortyHamdCoursesByEachApproach(OutcomeApproach approach, String counts) {
        assertThat(classes(hamd(TRUAX, rule(approach), CutoffRule.C))).isEqualTo(counts);
    }

    @ParameterizedTest(name = "{0} courses")
    @CsvSource({"29, RELIABLE_CHANGE_REFUSED", "30, "})
    void aMethodThatNeedsThirtyPairsIsRefusedWithItsReasonBelow(int courses, NotAssessable reason) {
        Measure measure = hamd(by(ChangeMethod.HSU_LINN_LORD), OutcomeRule.DEFAULT, CutoffRule.C);
        Instruments run = run(measure, courses(courses));
        MeasureOutcome first = outcomes(measure, courses(courses)).get(0);

        assertThat(first.reason()).isEqualTo(Optional.ofNullable(reason));
        assertThat(first.reliableChange().isEmpty()).isEqualTo(reason != null);
        assertThat(first.outcome() == OutcomeClass.NOT_ASSESSABLE).isEqualTo(reason != null);
        // The change in points stays known, and with it setbacks and service rates.
        assertThat(run.outcomes().get(0).reliableChange()).isPresent();
        assertThat(first.rci()).isPresent();
        if (reason != null) {
            assertThat(((ChangeTest.Refused) run.outcomes().get(0).test()).reason())
                    .isEqualTo("it needs at least 30 courses with a first and a last score, and there are 29");
        }
    }

    /** Courses of a set of the reference file for slopes, whose scores stand for HAM-D points. */
    private static List<Course> slopes(String set) {
        Map<String, CourseSketch> courses = new LinkedHashMap<>();
        for (String[] row : Reference.cells("slopes-data")) {
            if (row[0].equals(set)) {
                CourseSketch course = courses.computeIfAbsent(
                        row[1], code -> CourseSketch.undated().client(code));
                course.attend().score("hamd", Double.parseDouble(row[3]));
            }
        }
        return courses.values().stream().map(CourseSketch::course).toList();
    }

    @Test
    void theSlopeOfAllScoresBesideTheMeanSlopeGivesTheVerdictsOfLme4() {
        Measure measure = hamd(by(ChangeMethod.HIERARCHICAL_LINEAR), OutcomeRule.DEFAULT, CutoffRule.C);
        List<MeasureOutcome> outcomes = outcomes(measure, slopes("courses"));
        List<String> expected = Reference.cells("slopes").stream()
                .filter(row -> row[0].equals("courses"))
                .map(row -> switch (row[5]) {
                    case "below" -> "IMPROVED";
                    case "above" -> "DETERIORATED";
                    default -> "NONE";
                })
                .toList();

        assertThat(outcomes.stream()
                        .map(outcome -> outcome.reliableChange().orElseThrow().name()))
                .hasSize(80)
                .isEqualTo(expected)
                .contains("IMPROVED", "NONE", "DETERIORATED");
    }

    @ParameterizedTest(name = "{0} courses")
    @CsvSource({"29, RELIABLE_CHANGE_REFUSED", "30, "})
    void theSlopeOfAllScoresNeedsThirtyCoursesOfThreeScores(int courses, NotAssessable reason) {
        Measure measure = hamd(by(ChangeMethod.HIERARCHICAL_LINEAR), OutcomeRule.DEFAULT, CutoffRule.C);
        List<Course> sample = new ArrayList<>(slopes("courses").subList(0, courses));
        sample.addAll(courses(20));
        List<MeasureOutcome> outcomes = outcomes(measure, sample);

        assertThat(outcomes.get(0).reason()).isEqualTo(Optional.ofNullable(reason));
        assertThat(outcomes.get(courses).reason())
                .contains(reason == null ? NotAssessable.FEWER_THAN_THREE_SCORES : reason);
        if (reason != null) {
            assertThat(((ChangeTest.Refused)
                                    run(measure, sample).outcomes().get(0).test())
                            .reason())
                    .isEqualTo("it needs at least 30 courses with 3 scores or more, and there are 29");
        }
    }

    @Test
    void serviceRatesGoByPointsWhateverTheMethod() {
        Measure measure = hamd(by(ChangeMethod.HSU_LINN_LORD), OutcomeRule.DEFAULT, CutoffRule.CASENESS);
        Instruments run = run(measure, courses(40));
        Course improved = CourseSketch.undated().scores("hamd", 27, 20).ended().course();
        MeasureOutcome outcome = CourseFindings.of(improved, run).outcomes().get(0);

        // Seven points exceed 4.1, but fall short of the sample's mean change of ten.
        assertThat(outcome.reliableChange()).contains(ReliableChange.NONE);
        assertThat(ServiceOutcomes.of(improved, run)).singleElement().matches(ServiceOutcome::reliablyImproved);
    }

    @Test
    void aFirstScoreOfNothingHasNoPercentageOutcome() {
        Measure measure = hamd(TRUAX, rule(OutcomeApproach.PERCENTAGE), CutoffRule.C);
        List<Course> courses = new ArrayList<>(courses(40));
        courses.add(CourseSketch.undated().scores("hamd", 0, 5).course());
        MeasureOutcome outcome = outcomes(measure, courses).get(40);

        assertThat(outcome.outcome()).isEqualTo(OutcomeClass.NOT_ASSESSABLE);
        assertThat(outcome.reason()).contains(NotAssessable.FIRST_SCORE_ZERO);
        assertThat(outcome.change()).hasValue(500);
    }

    @Test
    void withoutACutOffTheStatisticalApproachHasNoOutcome() {
        // One course: no spread in the sample, so no clinical norm and no cut-off c.
        MeasureOutcome outcome = outcomes(hamd(TRUAX, rule(OutcomeApproach.STATISTICAL), CutoffRule.C), courses(1))
                .get(0);

        assertThat(outcome.outcome()).isEqualTo(OutcomeClass.NOT_ASSESSABLE);
        assertThat(outcome.reason()).contains(NotAssessable.NO_CUTOFF_KNOWN);
    }

    @Test
    void improvedNeedsNoClinicalStart() {
        Measure measure = hamd(TRUAX, OutcomeRule.DEFAULT, CutoffRule.CASENESS);
        List<Course> courses = new ArrayList<>(courses(40));
        courses.add(CourseSketch.undated().scores("hamd", 15, 5).course());

        assertThat(outcomes(measure, courses).get(40).outcome()).isEqualTo(OutcomeClass.IMPROVED);
        assertThat(outcomes(measure, courses).get(40).caseAtStart()).contains(false);
    }

    @ParameterizedTest
    @CsvSource({
        "JACOBSON_TRUAX",
        "GULLIKSEN",
        "EDWARDS_NUNNALLY",
        "NUNNALLY_KOTSCH",
        "HAGEMAN_ARRINDELL",
        "HSU_LINN_LORD",
        "HIERARCHICAL_LINEAR"
    })
    void noCourseOneCourseAndCoursesAllAlikeGiveAReasonAndNoNaN(ChangeMethod method) {
        for (OutcomeApproach approach : OutcomeApproach.values()) {
            Measure measure = hamd(by(method), rule(approach), CutoffRule.C);
            assertThat(run(measure, List.of()).outcomes().get(0).cutoff()).isEmpty();
            List<Course> alike = new ArrayList<>(Collections.nCopies(
                    40, CourseSketch.undated().scores("hamd", 20, 20).course()));
            List<Course> missing =
                    List.of(CourseSketch.undated().attend(3).score("hamd", 20).course());
            for (List<Course> sample : List.of(courses(1), courses(2), alike, missing)) {
                for (MeasureOutcome outcome : outcomes(measure, sample)) {
                    assertThat(outcome.outcome() == OutcomeClass.NOT_ASSESSABLE)
                            .isEqualTo(outcome.reason().isPresent());
                    assertThat(outcome.rci().orElse(0)).isFinite();
                    assertThat(outcome.effect().orElse(0)).isFinite();
                }
            }
        }
    }
}
