package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import mendline.detect.CourseFindings;
import mendline.detect.CourseShape;
import mendline.detect.Episode;
import mendline.detect.EpisodeKind;
import mendline.detect.EpisodeSource;
import mendline.detect.EpisodeStatus;
import mendline.detect.ExpectedCourse;
import mendline.detect.Instruments;
import mendline.detect.Known;
import mendline.detect.MissedSession;
import mendline.detect.Moment;
import mendline.detect.Standing;
import mendline.model.Attendance;
import mendline.model.Course;
import mendline.model.EndKind;
import mendline.model.Rater;
import mendline.model.Recorded;
import mendline.model.ScoreSeries;
import mendline.model.Session;
import mendline.model.Stage;
import mendline.model.Timeline;
import org.junit.jupiter.api.Test;

class ConversationItemsTest {
    private static final int AS_OF = (int) LocalDate.of(2026, 9, 30).toEpochDay();
    private static final Instruments INSTRUMENTS = SampleInput.dated().input().instruments();

    @Test
    void anOpenSetbackOrDipIsAReason() {
        assertThat(reasons(open(episode(EpisodeKind.SETBACK, EpisodeSource.SCORE, EpisodeStatus.OPEN))))
                .containsExactly(ConversationReason.SETBACK_OPEN);
        assertThat(reasons(open(
                        episode(EpisodeKind.DIP, EpisodeSource.SCORE, EpisodeStatus.OPEN),
                        episode(EpisodeKind.SETBACK, EpisodeSource.SCORE, EpisodeStatus.OPEN))))
                .containsExactly(ConversationReason.SETBACK_OPEN, ConversationReason.DIP_OPEN);
        assertThat(reasons(open(episode(EpisodeKind.RUPTURE, EpisodeSource.CLIENT, EpisodeStatus.OPEN))))
                .containsExactly(ConversationReason.RUPTURE_OPEN);
    }

    @Test
    void theLastScoreBelowTheExpectedCourseIsAReasonWhileTheCourseIsOpen() {
        assertThat(reasons(held(open(), Standing.AS_EXPECTED, Standing.BELOW_EXPECTED)))
                .containsExactly(ConversationReason.BELOW_EXPECTED);
        assertThat(item(held(open(), Standing.BELOW_EXPECTED, Standing.BORDERLINE)))
                .isEmpty();
        assertThat(item(held(open(), Standing.BELOW_EXPECTED, Standing.NOT_CHECKED)))
                .isEmpty();
        assertThat(item(held(ended(AS_OF - 5), Standing.BELOW_EXPECTED))).isEmpty();
    }

    private static CourseFindings held(CourseFindings findings, Standing... standings) {
        List<ExpectedCourse.Checked> scores = new ArrayList<>();
        for (Standing standing : standings) {
            scores.add(new ExpectedCourse.Checked(new Moment(scores.size() + 2, AS_OF - 20), standing));
        }
        return new CourseFindings(
                findings.course(),
                findings.outcomes(),
                findings.episodes(),
                findings.shape(),
                findings.upAndDown(),
                findings.allianceAssessable(),
                findings.serviceOutcomes(),
                findings.missedSessions(),
                findings.recordedReturns(),
                findings.landmark(),
                findings.learning(),
                findings.stuckness(),
                findings.followUp(),
                new ExpectedCourse(scores, List.of()));
    }

    @Test
    void whatHasComeBackOrIsNotConfirmedIsNoReason() {
        assertThat(item(open(
                        episode(EpisodeKind.SETBACK, EpisodeSource.SCORE, EpisodeStatus.BOUNCED_BACK),
                        episode(EpisodeKind.SETBACK, EpisodeSource.SCORE, EpisodeStatus.UNCONFIRMED),
                        episode(EpisodeKind.DIP, EpisodeSource.SCORE, EpisodeStatus.NOT_REPAIRED),
                        episode(EpisodeKind.SUDDEN_GAIN, EpisodeSource.SCORE, EpisodeStatus.OPEN))))
                .isEmpty();
    }

    @Test
    void anEndingBeforeItWasKnownCountsForSixtyDays() {
        Episode dip = episode(EpisodeKind.DIP, EpisodeSource.SCORE, EpisodeStatus.ENDED_BEFORE_KNOWN);
        assertThat(reasons(ended(AS_OF - 60, dip))).containsExactly(ConversationReason.ENDED_BEFORE_KNOWN);
        assertThat(item(ended(AS_OF - 61, dip))).isEmpty();
        assertThat(ConversationItems.of(ended(AS_OF - 60, dip), INSTRUMENTS, OptionalInt.empty()))
                .isEmpty();
    }

    @Test
    void aMissedSessionIsAReasonOnlyWhileNobodyHasComeSince() {
        assertThat(reasons(findings(sessions(3, 0), Optional.empty(), List.of(), List.of(missed(3, Known.NO)))))
                .containsExactly(ConversationReason.MISSED_NOT_RETURNED);
        assertThat(item(findings(sessions(3, 1), Optional.empty(), List.of(), List.of(missed(3, Known.NO)))))
                .isEmpty();
        assertThat(item(findings(sessions(3, 0), Optional.empty(), List.of(), List.of(missed(3, Known.NOT_YET)))))
                .isEmpty();
    }

    @Test
    void aMissedLastSessionBeforeAPlannedEndingIsNoReason() {
        List<MissedSession> missed = List.of(missed(3, Known.NO));
        assertThat(reasons(findings(sessions(3, 0), Optional.of(AS_OF - 20), EndKind.SILENT, List.of(), missed)))
                .containsExactly(ConversationReason.MISSED_NOT_RETURNED);
        assertThat(item(findings(sessions(3, 0), Optional.of(AS_OF - 20), EndKind.PLANNED, List.of(), missed)))
                .isEmpty();
    }

    @Test
    void carriesTheScoresAndTheLastAttendedDay() {
        ConversationItem item = item(open(episode(EpisodeKind.DIP, EpisodeSource.SCORE, EpisodeStatus.OPEN)))
                .orElseThrow();
        assertThat(item.client()).isEqualTo("C0417");
        assertThat(item.attended()).isEqualTo(3);
        assertThat(item.lastDay()).hasValue(AS_OF - 86);
        assertThat(item.outcome().orElseThrow().measure()).isEqualTo("phq9");
        assertThat(item.alliance()).isEmpty();
    }

    private static List<ConversationReason> reasons(CourseFindings findings) {
        return item(findings).orElseThrow().reasons();
    }

    private static Optional<ConversationItem> item(CourseFindings findings) {
        return ConversationItems.of(findings, INSTRUMENTS, OptionalInt.of(AS_OF));
    }

    private static CourseFindings open(Episode... episodes) {
        return findings(sessions(3, 0), Optional.empty(), List.of(episodes), List.of());
    }

    private static CourseFindings ended(int day, Episode... episodes) {
        return findings(sessions(3, 0), Optional.of(day), List.of(episodes), List.of());
    }

    /** So many attended sessions, a missed one, and so many attended after it. */
    private static List<Session> sessions(int before, int after) {
        List<Session> sessions = new ArrayList<>();
        for (int i = 1; i <= before + after; i++) {
            sessions.add(
                    new Session(i, AS_OF - 100 + 7 * (i - 1), Attendance.ATTENDED, Stage.TREATMENT, Recorded.NOTHING));
            if (i == before) {
                sessions.add(new Session(
                        i, AS_OF - 100 + 7 * i, Attendance.DID_NOT_ATTEND, Stage.TREATMENT, Recorded.NOTHING));
            }
        }
        return sessions;
    }

    private static MissedSession missed(int session, Known returned) {
        return new MissedSession(new Moment(session, AS_OF - 79), returned, AS_OF - 51);
    }

    private static CourseFindings findings(
            List<Session> sessions, Optional<Integer> endDay, List<Episode> episodes, List<MissedSession> missed) {
        return findings(sessions, endDay, EndKind.SILENT, episodes, missed);
    }

    private static CourseFindings findings(
            List<Session> sessions,
            Optional<Integer> endDay,
            EndKind kind,
            List<Episode> episodes,
            List<MissedSession> missed) {
        Course course = new Course(
                "C0417",
                "C0417-1",
                Timeline.DATES,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                sessions,
                List.of(ScoreSeries.of("phq9", Rater.CLIENT, 1800, 1200, 1900)),
                List.of(),
                endDay.map(day -> kind),
                endDay.map(OptionalInt::of).orElse(OptionalInt.empty()),
                false,
                new TreeMap<>());
        return new CourseFindings(
                course,
                List.of(),
                episodes,
                CourseShape.TOO_SHORT,
                false,
                true,
                List.of(),
                missed,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                ExpectedCourse.NONE);
    }

    private static Episode episode(EpisodeKind kind, EpisodeSource source, EpisodeStatus status) {
        return new Episode(
                kind,
                "",
                source,
                Optional.empty(),
                Optional.empty(),
                new Moment(2, AS_OF - 93),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                status,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                Known.NOT_YET,
                Set.of(),
                Set.of(),
                false,
                Optional.empty(),
                true);
    }
}
