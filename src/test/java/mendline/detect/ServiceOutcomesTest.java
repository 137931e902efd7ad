package mendline.detect;

import static mendline.detect.Sketches.GAD7;
import static mendline.detect.Sketches.PHQ9;
import static mendline.detect.Sketches.instruments;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mendline.measure.Yardstick;
import mendline.model.AnxietyMeasures;
import mendline.model.Course;
import mendline.model.Direction;
import mendline.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceOutcomesTest {
    private static Course course(double phqFirst, double phqLast, double gadFirst, double gadLast) {
        return CourseSketch.dated()
                .scores("phq9", phqFirst, phqLast)
                .scores("gad7", gadFirst, gadLast)
                .ended()
                .course();
    }

    private static ServiceOutcome paired(Course course) {
        ServiceOutcome first =
                ServiceOutcomes.of(course, instruments(PHQ9, GAD7)).get(0);
        assertThat(first.definition()).isEqualTo("nhs_paired");
        return first;
    }

    private static String told(ServiceOutcome o) {
        return String.join(
                " ",
                o.paired() ? "paired" : "unpaired",
                o.caseAtStart() ? "case" : "not_case",
                o.recovered() ? "recovered" : "-",
                o.reliablyImproved() ? "improved" : o.reliablyDeteriorated() ? "deteriorated" : "no_change",
                o.reliablyRecovered() ? "reliably_recovered" : "-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            16 | 8  | 12 | 6   | paired case recovered improved reliably_recovered
            11 | 9  | 9  | 7   | paired case recovered no_change -
            20 | 13 | 16 | 15  | paired case - improved -
            9  | 4  | 7  | 3   | paired not_case - improved -
            14 | 8  | 8  | 12  | paired case - no_change -
            12 | 18 | 10 | 10  | paired case - deteriorated -
            12 | 9  | 6  | 8   | paired case - no_change -
            10 | NaN | 9 | 5   | unpaired case - no_change -
            """)
    void nhsRulesOfTheWorkedExamples(double phqFirst, double phqLast, double gadFirst, double gadLast, String told) {
        assertThat(told(paired(course(phqFirst, phqLast, gadFirst, gadLast)))).isEqualTo(told);
    }

    @Test
    void nhsRatesOfAllEightAndOfThePairedSeven() {
        List<ServiceOutcome> all = new ArrayList<>();
        double[][] scores = {
            {16, 8, 12, 6}, {11, 9, 9, 7}, {20, 13, 16, 15}, {9, 4, 7, 3},
            {14, 8, 8, 12}, {12, 18, 10, 10}, {12, 9, 6, 8}, {10, Double.NaN, 9, 5}
        };
        for (double[] s : scores) {
            all.add(paired(course(s[0], s[1], s[2], s[3])));
        }
        assertThat(rates(all)).isEqualTo("2/7 1/7 3/8 1/8");
        assertThat(rates(all.stream().filter(ServiceOutcome::paired).toList())).isEqualTo("2/6 1/6 3/7 1/7");
    }

    private static String rates(List<ServiceOutcome> courses) {
        long cases = courses.size() - count(courses, o -> o.startKnown() && !o.caseAtStart());
        return String.format(
                "%d/%d %d/%d %d/%d %d/%d",
                count(courses, ServiceOutcome::recovered),
                cases,
                count(courses, ServiceOutcome::reliablyRecovered),
                cases,
                count(courses, ServiceOutcome::reliablyImproved),
                courses.size(),
                count(courses, ServiceOutcome::reliablyDeteriorated),
                courses.size());
    }

    private static long count(List<ServiceOutcome> courses, Predicate<ServiceOutcome> claim) {
        return courses.stream().filter(claim).count();
    }

    @Test
    void onlyEndedCoursesWithTwoAttendedTreatmentSessionsAreFinished() {
        Instruments run = instruments(PHQ9, GAD7);
        assertThat(ServiceOutcomes.of(CourseSketch.dated().scores("phq9", 16, 8).course(), run))
                .isEmpty();
        assertThat(ServiceOutcomes.of(
                        CourseSketch.dated().scores("phq9", 16).ended().course(), run))
                .isEmpty();
        Course assessed = CourseSketch.dated()
                .stage(Stage.ASSESSMENT)
                .attend()
                .stage(Stage.TREATMENT)
                .attend()
                .ended()
                .course();
        assertThat(ServiceOutcomes.of(assessed, run)).isEmpty();
        assertThat(ServiceOutcomes.of(CourseSketch.dated().attend(2).ended().course(), run))
                .hasSize(2);
    }

    @Test
    void theLastScoreIsThatOfATreatmentSession() {
        Course course = CourseSketch.dated()
                .stage(Stage.ASSESSMENT)
                .attend()
                .score("phq9", 16)
                .stage(Stage.TREATMENT)
                .attend()
                .attend()
                .score("phq9", 9)
                .stage(Stage.ASSESSMENT)
                .attend()
                .score("phq9", 16)
                .ended()
                .course();
        ServiceOutcome single = ServiceOutcomes.of(course, instruments(PHQ9)).get(0);
        assertThat(single.definition()).isEqualTo("single:phq9");
        assertThat(told(single)).isEqualTo("paired case recovered improved reliably_recovered");
    }

    @Test
    void oneScoreIsUnpairedAndItsStartIsKnown() {
        Course course =
                CourseSketch.dated().attend(2).scores("phq9", 12).ended().course();
        ServiceOutcome single = ServiceOutcomes.of(course, instruments(PHQ9)).get(0);
        assertThat(told(single)).isEqualTo("unpaired case - no_change -");
        assertThat(single.startKnown()).isTrue();
    }

    @ParameterizedTest(name = "PHQ-9 {0} and no GAD-7")
    @CsvSource({"12, true, true", "9, false, false"})
    void oneMissingStartIsUnknownUnlessTheOtherIsACase(double phq, boolean known, boolean caseAtStart) {
        ServiceOutcome outcome =
                paired(CourseSketch.dated().scores("phq9", phq, 4).ended().course());
        assertThat(outcome.startKnown()).isEqualTo(known);
        assertThat(outcome.caseAtStart()).isEqualTo(caseAtStart);
    }

    @Test
    void definitionsFollowTheMeasuresOfTheRun() {
        Course course = course(16, 8, 12, 6);
        assertThat(definitions(course, instruments(PHQ9, GAD7))).isEqualTo("nhs_paired single:phq9");
        assertThat(definitions(course, instruments(GAD7, PHQ9))).isEqualTo("nhs_paired single:gad7");
        assertThat(definitions(course, instruments(PHQ9, Sketches.ORS))).isEqualTo("single:phq9");
        Yardstick unknown = new Yardstick(
                PHQ9.measure(),
                OptionalDouble.empty(),
                true,
                OptionalDouble.empty(),
                Optional.empty(),
                OptionalDouble.empty());
        assertThat(definitions(course, instruments(unknown, GAD7))).isEmpty();
    }

    private static String definitions(Course course, Instruments run) {
        return ServiceOutcomes.of(course, run).stream()
                .map(ServiceOutcome::definition)
                .collect(Collectors.joining(" "));
    }

    private static final Yardstick OCI = Sketches.yardstick("oci", 0, 168, Direction.LOWER, 32, 40);

    /** PHQ-9 16 to 8; GAD-7 12 to 12; OCI from 90 to what is said. */
    private static ServiceOutcome byProblem(String problem, Double ociLast, Yardstick... measured) {
        CourseSketch sketch = CourseSketch.dated()
                .scores("phq9", 16, 8)
                .scores("gad7", 12, 12)
                .ended();
        if (ociLast != null) {
            sketch.scores("oci", 90, ociLast);
        }
        Course course = sketch.course();
        TreeMap<String, String> groups = new TreeMap<>();
        if (!problem.isEmpty()) {
            groups.put("group_problem", problem);
        }
        Course grouped = new Course(
                course.client(),
                course.id(),
                course.timeline(),
                course.site(),
                course.therapist(),
                course.referralDay(),
                course.sessions(),
                course.scores(),
                course.followUpScores(),
                course.endKind(),
                course.endDay(),
                course.leftTruncated(),
                groups);
        AnxietyMeasures anxiety =
                new AnxietyMeasures(Optional.of("group_problem"), new TreeMap<>(Map.of("ocd", "oci")));
        return ServiceOutcomes.of(grouped, instruments(Sketches.SETTINGS.with(anxiety), PHQ9, measured))
                .get(0);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            OCD        | 30    | true  | paired case recovered improved reliably_recovered
            o-c d      | 39.99 | true  | paired case recovered improved reliably_recovered
            OCD        | 40    | true  | paired case - improved -
            OCD        | 122   | true  | paired case - no_change -
            OCD        | NaN   | false | paired case - improved -
            OCD        | -     | false | paired case - improved -
            depression | 30    | false | paired case - improved -
            ''         | 30    | false | paired case - improved -
            """)
    void theMeasureForTheProblemTakesThePlaceOfTheGad7WhereItHasAFirstAndALastScore(
            String problem, Double ociLast, boolean own, String told) {
        ServiceOutcome outcome = byProblem(problem, ociLast, GAD7, OCI);

        assertThat(outcome.ownMeasure()).isEqualTo(own);
        assertThat(told(outcome)).isEqualTo(told);
    }

    @Test
    void aMeasureForTheProblemThatNobodyFilledInOrWithoutACutOffIsNotUsed() {
        assertThat(byProblem("OCD", 30.0, GAD7).ownMeasure()).isFalse();
        Yardstick withoutCutOff = new Yardstick(
                OCI.measure(), OCI.reliableChange(), true, OCI.stepChange(), Optional.empty(), OCI.baselineSd());
        assertThat(byProblem("OCD", 30.0, GAD7, withoutCutOff).ownMeasure()).isFalse();
    }
}
