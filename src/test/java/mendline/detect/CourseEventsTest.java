package mendline.detect;

import static mendline.detect.Sketches.PHQ9;
import static mendline.detect.Sketches.setback;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import mendline.measure.Yardstick;
import mendline.model.Attendance;
import mendline.model.Course;
import mendline.model.Direction;
import mendline.model.SetbackKind;
import mendline.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events beside the scores, and whether the client was seen again. */
class CourseEventsTest {
    private static final Yardstick GOAL = Sketches.yardstick("gbo", 0, 10, Direction.HIGHER, 3, 0);
    private static final Yardstick SECOND = Sketches.yardstick("gbo2", 0, 10, Direction.HIGHER, 3, 0);

    private static List<CourseEvent> events(Course course) {
        return CourseEvents.in(course, Sketches.instruments(PHQ9, GOAL, SECOND));
    }

    private static List<String> told(Course course) {
        return events(course).stream()
                .map(e -> e.kind().key() + " " + e.subtype() + " "
                        + e.returned().map(Known::key).orElse("-") + " "
                        + e.nextAttended().key() + " "
                        + e.seenAgain().map(m -> "s" + m.session()).orElse("-"))
                .toList();
    }

    @Test
    void whatTheServiceCancelledIsNoEventOfTheClients() {
        Course course = CourseSketch.dated()
                .attend()
                .row(Attendance.DID_NOT_ATTEND)
                .row(Attendance.LATE_NOT_SEEN)
                .row(Attendance.CANCELLED_BY_SERVICE)
                .row(Attendance.CANCELLED_BY_CLIENT)
                .attend()
                .course();
        assertThat(told(course))
                .containsExactly(
                        "missed_session did_not_attend yes no s2",
                        "missed_session late_not_seen yes no s2",
                        "cancelled_by_client cancelled_by_client yes yes s2");
    }

    @ParameterizedTest(name = "attended again after {0} days")
    @CsvSource({"28, yes", "29, no"})
    void aReturnIsOneWithinTwentyEightDays(int days, String expected) {
        Course course = CourseSketch.dated()
                .attend()
                .row(Attendance.CANCELLED_BY_CLIENT)
                .pause(days)
                .attend()
                .course();
        assertThat(told(course)).containsExactly("cancelled_by_client cancelled_by_client " + expected + " yes s2");
    }

    @Test
    void withoutDaysNobodyCanSayHowSoonAndBeforeTheDaysHavePassedItIsNotYetKnown() {
        assertThat(told(CourseSketch.undated()
                        .attend()
                        .row(Attendance.DID_NOT_ATTEND)
                        .attend()
                        .course()))
                .containsExactly("missed_session did_not_attend - yes s2");
        Instruments early = Sketches.instruments(PHQ9);
        Course course =
                CourseSketch.dated().attend().row(Attendance.DID_NOT_ATTEND).course();
        Instruments asOf = new Instruments(
                early.primary(),
                early.alliance(),
                early.outcomes(),
                early.allianceScale(),
                early.allianceScalePinned(),
                early.allianceNoise(),
                early.allianceRho(),
                early.outcomeNoise(),
                early.outcomeRho(),
                OptionalInt.of(CourseSketch.FIRST_DAY + 7 + 27),
                early.settings());
        assertThat(CourseEvents.in(course, asOf))
                .extracting(e -> e.returned().orElseThrow(), CourseEvent::nextAttended)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Known.NOT_YET, Known.NOT_YET));
    }

    @Test
    void everyKindWrittenDownIsARowAndAPlannedExperimentIsOfItsOwnKind() {
        Course course = CourseSketch.dated()
                .attend(setback(SetbackKind.TASK_NOT_DONE, SetbackKind.PLANNED_EXPERIMENT, SetbackKind.LAPSE))
                .attend()
                .ended()
                .course();
        assertThat(told(course))
                .containsExactly(
                        "recorded_setback lapse - yes s2",
                        "recorded_setback task_not_done - yes s2",
                        "planned_experiment  - yes s2");
    }

    @ParameterizedTest(name = "goal {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            5 2            | s2 5 2
            5 2.01         | ''
            5 4 2          | ''
            2 8            | ''
            8 5 2          | s2 8 5, s3 5 2
            8 NA 5         | s3 8 5
            """)
    void aGoalThatFallsByItsStepFromOneScoreToTheNextIsAnEventAndNoSetback(String scores, String expected) {
        String[] cells = scores.split(" ");
        double[] points = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            points[i] = cells[i].equals("NA") ? Double.NaN : Double.parseDouble(cells[i]);
        }
        Course course = CourseSketch.dated().scores("gbo", points).course();
        List<String> found = events(course).stream()
                .map(e -> "s" + e.at().session() + " " + e.before().orElseThrow() / 100 + " "
                        + e.value().orElseThrow() / 100)
                .toList();
        assertThat(String.join(", ", found)).isEqualTo(expected);
        assertThat(CourseFindings.of(course, Sketches.instruments(PHQ9, GOAL)).episodes())
                .isEmpty();
    }

    @Test
    void eachGoalIsASeriesOfItsOwnAndFollowUpScoresAreNone() {
        Course course = CourseSketch.dated()
                .scores("gbo", 8, 8, 4)
                .scores("gbo2", 4, 1, 1)
                .stage(Stage.FOLLOW_UP)
                .attend()
                .score("gbo", 0)
                .course();
        assertThat(events(course))
                .extracting(e -> e.measure().orElseThrow() + " s" + e.at().session())
                .containsExactly("gbo2 s2", "gbo s3");
    }
}
