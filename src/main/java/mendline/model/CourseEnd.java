package mendline.model;

/** How an export says that a course ended. */
public enum CourseEnd implements Vocabulary {
    PLANNED,
    UNPLANNED,
    REFERRED_ON
}
