package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mendline.model.Attendance;
import mendline.model.Course;
import mendline.model.Response;
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
                        met(course, row, setbacks),
                        nextAttended(course, row)));
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

    /** Time runs from the session in which a response was noted: that of the row, or the next attended one. */
    private static List<MetWith> met(Course course, int row, ScoreSetbacks setbacks) {
        List<Session> sessions = course.sessions();
        int next = WrittenDown.nextAttended(sessions, row);
        Set<Response> own = sessions.get(row).recorded().responses();
        List<MetWith> met = new ArrayList<>();
        for (Response response : WrittenDown.responses(sessions, row)) {
            int noted = own.contains(response) ? row : next;
            met.add(new MetWith(
                    response,
                    nextAttended(course, noted),
                    halfWayBack(sessions.get(row).number(), sessions.get(noted).number(), setbacks)));
        }
        return met;
    }

    private static Optional<Known> halfWayBack(int recorded, int noted, ScoreSetbacks setbacks) {
        for (Episode setback : setbacks.confirmed()) {
            boolean over = setback.end().isPresent() && setback.end().get().session() <= noted;
            if (Math.abs(setback.onset().session() - recorded) <= 1 && !over) {
                return Optional.of(setback.withinWindow());
            }
        }
        return Optional.empty();
    }
}
