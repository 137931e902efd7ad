package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mendline.model.Attendance;
import mendline.model.Course;
import mendline.model.RuptureRules;
import mendline.model.Session;

/**
 * What followed the sessions with a recorded setback or rupture: whether the next appointment was attended, and
 * half-way back where a score setback begins within one session. An appointment that the service cancelled says nothing
 * about the client and is passed over.
 */
public final class RecordedReturns {
    private RecordedReturns() {}

    /** @param setbacks the score setbacks of the course's primary outcome */
    public static List<RecordedReturn> in(Course course, ScoreSetbacks setbacks, RuptureRules rules) {
        List<RecordedReturn> found = new ArrayList<>();
        List<Session> sessions = course.sessions();
        for (int row = 0; row < sessions.size(); row++) {
            Session session = sessions.get(row);
            boolean setback = session.recorded().hasSetback();
            boolean rupture = rules.holds(session.recorded());
            if (setback || rupture) {
                found.add(new RecordedReturn(
                        WrittenDown.at(session),
                        setback,
                        rupture,
                        WrittenDown.responses(sessions, row),
                        nextAttended(course, row),
                        halfWayBack(session.number(), setbacks)));
            }
        }
        return found;
    }

    /** Whether the next appointment after a row was attended; one that the service cancelled is passed over. */
    static Known nextAttended(Course course, int row) {
        for (Session later :
                course.sessions().subList(row + 1, course.sessions().size())) {
            if (later.attendance() != Attendance.CANCELLED_BY_SERVICE) {
                return later.attended() ? Known.YES : Known.NO;
            }
        }
        return course.open() ? Known.NOT_YET : Known.NO;
    }

    private static Optional<Known> halfWayBack(int session, ScoreSetbacks setbacks) {
        for (Episode setback : setbacks.confirmed()) {
            if (Math.abs(setback.onset().session() - session) <= 1) {
                return Optional.of(setback.withinWindow());
            }
        }
        return Optional.empty();
    }
}
