package mendline.aggregate;

import mendline.model.Course;

/** Courses in a fixed order, made when asked for; safe to ask from several threads. */
public interface CourseSource {
    /** How many there are. */
    int size();

    /** The course at a place counted from 0. */
    Course course(int place);
}
