package mendline.detect;

import java.util.OptionalInt;
import mendline.model.Course;

/**
 * Whether a course is still running, and the day on which it ended.
 *
 * @param day empty while it is open or where days are unknown
 */
record CourseEnding(boolean open, OptionalInt day) {
    static final CourseEnding OPEN = new CourseEnding(true, OptionalInt.empty());
    static final CourseEnding ENDED = new CourseEnding(false, OptionalInt.empty());

    static CourseEnding of(Course course) {
        return new CourseEnding(course.open(), course.open() ? OptionalInt.empty() : course.endDay());
    }

    static CourseEnding of(boolean open) {
        return open ? OPEN : ENDED;
    }
}
