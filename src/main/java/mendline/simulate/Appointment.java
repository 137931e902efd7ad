package mendline.simulate;

import mendline.model.Attendance;
import mendline.model.Mode;
import mendline.model.Stage;

/**
 * One appointment of a planned course.
 *
 * @param day epoch day
 * @param number ordinal among the attended sessions of the course, 0 if not attended
 * @param therapist index of the therapist
 */
record Appointment(int day, Attendance attendance, Stage stage, int number, int therapist, Mode mode) {
    boolean attended() {
        return number > 0;
    }
}
