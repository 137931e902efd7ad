package mendline.model;

/**
 * One appointment of a course, without its scores: those stand in the course's {@link ScoreSeries}.
 *
 * @param number the session number of the file, else the ordinal among attended sessions; of a session that was not attended the number
 *     of the last attended one before it (0 if none)
 * @param day the epoch day for dated data, the day of the course for relative data, else {@link #NO_DAY}
 */
public record Session(int number, int day, Attendance attendance, Stage stage, Recorded recorded) {
    /** Stands for an unknown day. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    public boolean attended() {
        return attendance == Attendance.ATTENDED;
    }

    public boolean hasDay() {
        return day != NO_DAY;
    }
}
