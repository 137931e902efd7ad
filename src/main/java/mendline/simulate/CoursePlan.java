package mendline.simulate;

import java.util.List;
import java.util.Optional;
import mendline.model.CourseEnd;

/**
 * When a course happens and how it ends, before anything is scored.
 *
 * @param number 1 for a client's first course
 * @param referralDay epoch day
 * @param sessions appointments of assessment and treatment in order
 * @param followUp an appointment some three months after the end
 * @param end what the last row says; empty when nobody wrote it down
 */
record CoursePlan(
        int number,
        int referralDay,
        List<Appointment> sessions,
        Optional<Appointment> followUp,
        Optional<CourseEnd> end) {

    CoursePlan {
        sessions = List.copyOf(sessions);
    }

    List<Appointment> attended() {
        return sessions.stream().filter(Appointment::attended).toList();
    }

    int firstDay() {
        return attended().get(0).day();
    }

    int lastDay() {
        List<Appointment> attended = attended();
        return attended.get(attended.size() - 1).day();
    }

    /** Whether the course ended without a plan, said or silently. */
    boolean unplanned() {
        return end.isEmpty() || end.get() == CourseEnd.UNPLANNED;
    }

    /** Whether anything was attended on a day that is written. */
    boolean seen(Practice practice) {
        return sessions.stream().anyMatch(session -> session.attended() && practice.written(session.day()));
    }
}
