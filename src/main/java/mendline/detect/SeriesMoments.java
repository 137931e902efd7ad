package mendline.detect;

import java.util.OptionalInt;
import mendline.model.ScoreSeries;
import mendline.model.Session;

/** Sessions and days of a series, as episodes need them. */
final class SeriesMoments {
    /** Neighbouring scores further apart than this many days make a long gap (methods page, index). */
    private static final int LONG_GAP_DAYS = 42;

    private SeriesMoments() {}

    static Moment at(ScoreSeries series, int i) {
        return new Moment(series.session(i), series.day(i));
    }

    static OptionalInt day(ScoreSeries series, int i) {
        return at(series, i).knownDay();
    }

    /** Days from one score to another, where both are known. */
    static OptionalInt days(ScoreSeries series, int from, int to) {
        return days(at(series, from), at(series, to));
    }

    /** The same, and none where the session numbers of the file run against its dates. */
    static OptionalInt daysForward(ScoreSeries series, int from, int to) {
        OptionalInt days = days(series, from, to);
        return days.isPresent() ? OptionalInt.of(Math.max(0, days.getAsInt())) : days;
    }

    static OptionalInt days(Moment from, Moment to) {
        return from.day() == Session.NO_DAY || to.day() == Session.NO_DAY
                ? OptionalInt.empty()
                : OptionalInt.of(to.day() - from.day());
    }

    /** Whether two neighbouring scores from one position to another are far apart. */
    static boolean longGap(ScoreSeries series, int from, int to) {
        for (int i = from + 1; i <= to; i++) {
            OptionalInt days = days(series, i - 1, i);
            if (days.isPresent() && days.getAsInt() > LONG_GAP_DAYS) {
                return true;
            }
        }
        return false;
    }

    /**
     * The day on which a window was complete: of its last score where the series has it, else of the end of the course;
     * empty while neither is there.
     */
    static OptionalInt knownDay(ScoreSeries series, int windowEnd, CourseEnding ending) {
        if (windowEnd < series.size()) {
            return day(series, windowEnd);
        }
        return ending.day();
    }

    /** Whether the window is complete or the course has ended. */
    static boolean known(ScoreSeries series, int windowEnd, CourseEnding ending) {
        return windowEnd < series.size() || !ending.open();
    }
}
