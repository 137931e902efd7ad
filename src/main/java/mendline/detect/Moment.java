package mendline.detect;

import java.util.OptionalInt;
import mendline.model.Session;

/** A session of a course: its number and its day ({@link Session#NO_DAY} where unknown). */
public record Moment(int session, int day) {
    /** The day, where it is known. */
    public OptionalInt knownDay() {
        return day == Session.NO_DAY ? OptionalInt.empty() : OptionalInt.of(day);
    }
}
