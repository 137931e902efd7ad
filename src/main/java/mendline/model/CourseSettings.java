package mendline.model;

/**
 * How courses are formed.
 *
 * @param gapDays days without an attended session after which a course has ended silently
 * @param leftTruncation whether courses that may have been running when the data begin are set apart
 */
public record CourseSettings(int gapDays, boolean leftTruncation) {
    /** 90 days; set apart. */
    public static final CourseSettings DEFAULT = new CourseSettings(90, true);

    public CourseSettings {
        if (gapDays < 1) {
            throw new IllegalArgumentException("gap_days needs at least 1, was " + gapDays);
        }
    }
}
