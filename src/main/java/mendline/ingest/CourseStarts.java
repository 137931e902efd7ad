package mendline.ingest;

import java.util.OptionalInt;
import mendline.model.CourseSettings;
import mendline.model.Session;
import mendline.model.Stage;
import mendline.model.Timeline;

/** When a course begins in the data, and whether it may have begun before them. */
final class CourseStarts {
    private static final int RUNNING_BEFORE = 60;

    private final SessionStore store;
    private final Timeline timeline;
    private final OptionalInt firstDay;
    private final CourseSettings settings;

    /** @param firstDay the first day of all data, empty where they have no dates */
    CourseStarts(SessionStore store, Timeline timeline, OptionalInt firstDay, CourseSettings settings) {
        this.store = store;
        this.timeline = timeline;
        this.firstDay = firstDay;
        this.settings = settings;
    }

    /** The day of the first attended session, {@link Session#NO_DAY} where there is none. */
    int day(int... rows) {
        for (int row : rows) {
            if (store.attended(row)) {
                return store.day.get(row);
            }
        }
        return Session.NO_DAY;
    }

    /** Whether the course may have been running when the data begin; what a row or a file of courses says of its start comes first. */
    boolean leftTruncated(int... rows) {
        int start = day(rows);
        if (!settings.leftTruncation() || !timeline.dated() || start == Session.NO_DAY || saysItIsTheFirst(rows)) {
            return false;
        }
        int begin = firstDay.orElse(start);
        int told = Session.NO_DAY;
        for (int row : rows) {
            if (store.start.has(row) && (told == Session.NO_DAY || store.start.get(row) < told)) {
                told = store.start.get(row);
            }
        }
        return told == Session.NO_DAY ? start - begin <= RUNNING_BEFORE : told < begin;
    }

    /** Whether an assessment row, or session number 1 at the first attended session, shows that the course begins in the data. */
    private boolean saysItIsTheFirst(int... rows) {
        boolean firstAttended = true;
        for (int row : rows) {
            if (store.stage.get(row) == Stage.ASSESSMENT.ordinal()) {
                return true;
            }
            if (firstAttended && store.attended(row)) {
                firstAttended = false;
                if (store.number.get(row) == 1) {
                    return true;
                }
            }
        }
        return false;
    }
}
