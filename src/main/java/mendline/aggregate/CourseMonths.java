package mendline.aggregate;

import java.util.OptionalInt;
import mendline.model.Course;
import mendline.model.Months;
import mendline.model.Session;

/** In which month something in a course happened; everything undated happens in {@link Months#UNDATED}. */
final class CourseMonths {
    private CourseMonths() {}

    static int of(Course course, int day) {
        return course.timeline().dated() && day != Session.NO_DAY ? Months.ofDay(day) : Months.UNDATED;
    }

    static int of(Course course, OptionalInt day) {
        return of(course, day.orElse(Session.NO_DAY));
    }

    /** The month in which the course ended, of an open one the month of its last session. */
    static int ofEnd(Course course) {
        if (course.endDay().isPresent()) {
            return of(course, course.endDay());
        }
        int last = course.sessions().isEmpty()
                ? Session.NO_DAY
                : course.sessions().get(course.sessions().size() - 1).day();
        return of(course, last);
    }
}
