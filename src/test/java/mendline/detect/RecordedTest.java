package mendline.detect;

import static mendline.detect.Sketches.PHQ9;
import static mendline.detect.Sketches.SETTINGS;
import static mendline.detect.Sketches.carried;
import static mendline.detect.Sketches.instruments;
import static mendline.detect.Sketches.note;
import static mendline.detect.Sketches.response;
import static mendline.detect.Sketches.rupture;
import static mendline.detect.Sketches.setback;
import static mendline.detect.Sketches.told;
import static mendline.model.RuptureKind.CONFRONTATION;
import static mendline.model.RuptureKind.NONE;
import static mendline.model.RuptureKind.WITHDRAWAL;
import static mendline.model.RuptureSource.CLIENT;
import static mendline.model.RuptureSource.OBSERVER;
import static mendline.model.RuptureSource.THERAPIST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import mendline.model.Attendance;
import mendline.model.CarriedForward;
import mendline.model.Course;
import mendline.model.Response;
import mendline.model.RuptureRules;
import mendline.model.SetbackKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded setbacks, ruptures and what followed them. */
class RecordedTest {
    private static final RuptureRules RULES = RuptureRules.DEFAULT;

    @Test
    void everyKindOfASessionIsASetbackOfItsOwnAndAPlannedExperimentIsNone() {
        Course course = CourseSketch.dated()
                .attend()
                .attend(setback(SetbackKind.RELAPSE, SetbackKind.OLD_HABIT, SetbackKind.PLANNED_EXPERIMENT))
                .attend(setback(SetbackKind.PLANNED_EXPERIMENT))
                .course();
        assertThat(RecordedSetbacks.in(course)).extracting(Episode::subtype).containsExactly("old_habit", "relapse");
        assertThat(RecordedSetbacks.in(course))
                .extracting(e -> e.onset().session())
                .containsOnly(2);
        assertThat(RecordedSetbacks.in(course)).extracting(Episode::status).containsOnly(EpisodeStatus.UNKNOWN);
        assertThat(RecordedReturns.in(course, ScoreSetbacks.NONE, RULES)).hasSize(1);
    }

    @Test
    void responsesAreThoseOfTheSameAndTheNextAttendedSession() {
        Course course = CourseSketch.dated()
                .attend(note(
                        Set.of(SetbackKind.LAPSE), Set.of(Response.CURIOSITY), Set.of(CarriedForward.PATTERN_SEEN)))
                .row(Attendance.DID_NOT_ATTEND)
                .attend(note(Set.of(), Set.of(Response.HOPE), Set.of(CarriedForward.NEED_NAMED)))
                .attend(response(Response.VALIDATION))
                .course();
        Episode lapse = RecordedSetbacks.in(course).get(0);
        assertThat(lapse.responses()).containsExactly(Response.CURIOSITY, Response.HOPE);
        assertThat(lapse.carriedForward()).containsExactly(CarriedForward.NEED_NAMED, CarriedForward.PATTERN_SEEN);
        assertThat(RecordedReturns.in(course, ScoreSetbacks.NONE, RULES).get(0).responses())
                .containsExactly(Response.CURIOSITY, Response.HOPE);
    }

    @ParameterizedTest(name = "rating {0} in the session, course open {1}")
    @CsvSource({
        "0, true, UNKNOWN",
        "0, false, UNKNOWN",
        "1, true, OPEN",
        "2, true, OPEN",
        "2, false, NOT_REPAIRED",
        "3, true, PARTLY_REPAIRED",
        "3, false, PARTLY_REPAIRED",
        "4, true, REPAIRED",
        "5, false, REPAIRED"
    })
    void aRatingFromFourOnRepairsAndThreeIsPartly(int rating, boolean open, EpisodeStatus expected) {
        CourseSketch sketch = CourseSketch.dated().attend(rupture(CLIENT, WITHDRAWAL, rating));
        Course course = open ? sketch.course() : sketch.ended().course();
        Episode found = Ruptures.in(course, RULES).get(0);
        assertThat(found.status()).isEqualTo(expected);
        assertThat(found.end().isPresent()).isEqualTo(expected == EpisodeStatus.REPAIRED);
        assertThat(found.scoresToEnd()).isEmpty();
    }

    @Test
    void aLaterRatingRatesTheLatestUnresolvedRuptureOfItsStream() {
        Course course = CourseSketch.dated()
                .attend(rupture(CLIENT, WITHDRAWAL, 1))
                .attend(rupture(CLIENT, CONFRONTATION, 2))
                .attend(rupture(CLIENT, NONE, 4))
                .attend(rupture(CLIENT, NONE, 3))
                .attend(rupture(CLIENT, NONE, 2))
                .ended()
                .course();
        assertThat(told(Ruptures.in(course, RULES))).isEqualTo("s1 partly_repaired; s2 repaired s3");
        assertThat(Ruptures.in(course, RULES).get(1).daysToEnd()).hasValue(7);
        assertThat(Ruptures.in(course, RULES))
                .extracting(Episode::subtype)
                .containsExactly("withdrawal", "confrontation");
    }

    @Test
    void partlyRepairedCanStillBecomeRepaired() {
        Course course = CourseSketch.dated()
                .attend(rupture(THERAPIST, WITHDRAWAL, 3))
                .attend(rupture(THERAPIST, NONE, 4))
                .course();
        assertThat(told(Ruptures.in(course, RULES))).isEqualTo("s1 repaired s2");
    }

    @Test
    void aNewRuptureTakesTheRatingOfItsOwnRow() {
        Course course = CourseSketch.dated()
                .attend(rupture(CLIENT, WITHDRAWAL, 0))
                .attend(rupture(CLIENT, WITHDRAWAL, 5))
                .course();
        assertThat(told(Ruptures.in(course, RULES))).isEqualTo("s1 unknown; s2 repaired s2");
    }

    @Test
    void theThreeStreamsDoNotRateOneAnother() {
        Course course = CourseSketch.dated()
                .attend(rupture(CLIENT, WITHDRAWAL, 2))
                .attend(rupture(OBSERVER, WITHDRAWAL, 2))
                .attend(rupture(THERAPIST, NONE, 5))
                .attend(rupture(OBSERVER, NONE, 5))
                .course();
        assertThat(told(Ruptures.in(course, RULES))).isEqualTo("s1 open; s2 repaired s4");
        assertThat(Ruptures.in(course, RULES))
                .extracting(Episode::source)
                .containsExactly(EpisodeSource.CLIENT, EpisodeSource.OBSERVER);
    }

    @Test
    void aRatingWithNothingToRateIsNoRupture() {
        assertThat(Ruptures.in(
                        CourseSketch.dated().attend(rupture(CLIENT, NONE, 5)).course(), RULES))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the next one was attended                       | attended                      | true  | YES
            the next one was missed                         | did_not_attend attended       | true  | NO
            the client cancelled                            | cancelled_by_client           | true  | NO
            the service cancelled, then attended            | cancelled_by_service attended | true  | YES
            none follows in an open course                  | -                             | true  | NOT_YET
            none follows in an ended course                 | -                             | false | NO
            the service cancelled and none follows yet      | cancelled_by_service          | true  | NOT_YET
            """)
    void theNextAppointmentAfterARecordedSetback(String name, String later, boolean open, Known expected) {
        CourseSketch sketch = CourseSketch.dated().attend(setback(SetbackKind.LAPSE));
        for (String row : later.equals("-") ? new String[0] : later.split(" ")) {
            if (row.equals("attended")) {
                sketch.attend();
            } else {
                sketch.row(Attendance.valueOf(row.toUpperCase(Locale.ROOT)));
            }
        }
        Course course = open ? sketch.course() : sketch.ended().course();
        assertThat(RecordedReturns.in(course, ScoreSetbacks.NONE, RULES).get(0).nextAttended())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "recorded at session {0}")
    @CsvSource({"1, ", "2, YES", "3, YES", "4, YES", "5, "})
    void halfWayBackIsSaidWhereAScoreSetbackBeginsWithinOneSession(int at, Known expected) {
        CourseSketch sketch = CourseSketch.dated();
        for (int session = 1; session <= 7; session++) {
            if (session == at) {
                sketch.attend(setback(SetbackKind.LAPSE));
            } else {
                sketch.attend();
            }
        }
        // onset at session 3
        Course course =
                sketch.scores("phq9", 15, 10, 18, 18, 10, 10, 10).ended().course();
        RecordedReturn found =
                CourseFindings.of(course, instruments(PHQ9)).recordedReturns().get(0);
        assertThat(found.halfWayBack().orElse(null)).isEqualTo(expected);
    }

    @Test
    void aScoreSetbackCarriesWhatWasWrittenDownUntilItEnded() {
        Course course = CourseSketch.dated()
                .attend(response(Response.HOPE))
                .attend()
                .attend(response(Response.CURIOSITY))
                .attend(response(Response.SMALL_STEPS))
                .attend(note(Set.of(), Set.of(Response.VALIDATION), Set.of(CarriedForward.CHANGED_DIRECTION)))
                .attend(carried(CarriedForward.TRIED_AGAIN))
                .attend(carried(CarriedForward.HELPED_SOMEONE))
                .scores("phq9", 15, 10, 18, 18, 18, 10, 10)
                .course();
        Episode found = CourseFindings.of(course, instruments(PHQ9)).episodes().stream()
                .filter(e -> e.subtype().equals("S1"))
                .findFirst()
                .orElseThrow();
        assertThat(told(found)).isEqualTo("s3 worst s3 depth 8 bounced_back s6 after 2");
        assertThat(found.responses()).containsExactly(Response.CURIOSITY, Response.SMALL_STEPS);
        assertThat(found.carriedForward())
                .containsExactly(CarriedForward.TRIED_AGAIN, CarriedForward.CHANGED_DIRECTION);
        assertThat(found.after().orElseThrow().scoresToChangedDirection()).hasValue(1);
        assertThat(found.daysToEnd()).hasValue(14);
    }

    @ParameterizedTest(name = "next attended after {0} days, as-of after {1}")
    @CsvSource({
        "28, 28, YES",
        "29, 29, NO",
        "28, 27, NOT_YET",
        "7, 27, NOT_YET",
        "7, 28, YES",
        "0, 27, NOT_YET",
        "0, 28, NO"
    })
    void returnedWithinTwentyEightDaysOfAMissedSession(int days, int asOf, Known expected) {
        CourseSketch sketch = CourseSketch.dated().attend().row(Attendance.DID_NOT_ATTEND);
        int missedDay = CourseSketch.FIRST_DAY + 7;
        if (days > 0 && days <= asOf) {
            sketch.pause(days).attend();
        }
        MissedSession missed = MissedSessions.in(
                        sketch.course(), OptionalInt.of(missedDay + asOf), SETTINGS.returnDays())
                .get(0);
        assertThat(missed.returned()).isEqualTo(expected);
        assertThat(missed.knownDay()).isEqualTo(missedDay + 28);
    }

    @Test
    void onlySessionsMissedWithoutCancellingAreMissed() {
        Course course = CourseSketch.dated()
                .row(Attendance.LATE_NOT_SEEN)
                .row(Attendance.CANCELLED_BY_CLIENT)
                .row(Attendance.CANCELLED_BY_SERVICE)
                .row(Attendance.DID_NOT_ATTEND)
                .course();
        assertThat(MissedSessions.in(course, OptionalInt.of(5000), 28)).hasSize(2);
    }

    @Test
    void withRelativeDaysTheEndOfTheCourseOrALaterRowSettlesTheReturn() {
        CourseSketch open =
                CourseSketch.relative().attend().row(Attendance.DID_NOT_ATTEND).attend();
        assertThat(returned(open.course())).isEqualTo(Known.NOT_YET);
        assertThat(returned(open.attend(3).course())).isEqualTo(Known.YES);
        assertThat(returned(CourseSketch.relative()
                        .row(Attendance.DID_NOT_ATTEND)
                        .ended()
                        .course()))
                .isEqualTo(Known.NO);
        assertThat(returned(CourseSketch.undated()
                        .row(Attendance.DID_NOT_ATTEND)
                        .attend(3)
                        .ended()
                        .course()))
                .isEqualTo(Known.NOT_YET);
    }

    private static Known returned(Course course) {
        return MissedSessions.in(course, OptionalInt.empty(), 28).get(0).returned();
    }
}
