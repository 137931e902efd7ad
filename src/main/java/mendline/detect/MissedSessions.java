package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import mendline.model.Course;
import mendline.model.Session;
import mendline.model.Timeline;

/** The sessions that a client missed without cancelling, and whether one was attended again soon after. */
public final class MissedSessions {
    private MissedSessions() {}

    /**
     * @param asOf epoch day; with days relative to the course the end of the course or a later row stands for it
     */
    public static List<MissedSession> in(Course course, OptionalInt asOf, int returnDays) {
        List<MissedSession> found = new ArrayList<>();
        List<Session> sessions = course.sessions();
        for (int row = 0; row < sessions.size(); row++) {
            Session session = sessions.get(row);
            if (session.attendance().missed()) {
                found.add(new MissedSession(
                        WrittenDown.at(session),
                        returned(course, row, asOf, returnDays),
                        knownDay(session, returnDays)));
            }
        }
        return found;
    }

    private static int knownDay(Session session, int returnDays) {
        return session.hasDay() ? session.day() + returnDays : Session.NO_DAY;
    }

    /** Whether a session was attended within so many days after a row; not yet known until they have passed. */
    static Known returned(Course course, int row, OptionalInt asOf, int returnDays) {
        int knownDay = knownDay(course.sessions().get(row), returnDays);
        if (knownDay == Session.NO_DAY || !passed(course, knownDay, asOf)) {
            return Known.NOT_YET;
        }
        int next = WrittenDown.nextAttended(course.sessions(), row);
        return next >= 0
                        && course.sessions().get(next).hasDay()
                        && course.sessions().get(next).day() <= knownDay
                ? Known.YES
                : Known.NO;
    }

    private static boolean passed(Course course, int knownDay, OptionalInt asOf) {
        if (course.timeline() == Timeline.DATES) {
            return asOf.isPresent() && asOf.getAsInt() >= knownDay;
        }
        return !course.open() || course.sessions().stream().anyMatch(s -> s.hasDay() && s.day() >= knownDay);
    }
}
