package mendline.ingest;

import mendline.model.ProblemCode;
import mendline.model.Session;
import mendline.model.Timeline;

/** Reads on which day a session was, and counts the dates that tell in which order day and month stand. */
final class SessionDays {
    private static final int FEW_DATES = 3;
    private static final int LARGEST_NUMBER = 1_000_000;

    private final Dialect dialect;
    private final Timeline timeline;
    private long datesOfThisOrder;
    private long datesOfTheOtherOrder;

    SessionDays(Dialect dialect, Timeline timeline) {
        this.dialect = dialect;
        this.timeline = timeline;
    }

    /** The column that says when a session was. */
    Column place() {
        return switch (timeline) {
            case DATES -> Column.SESSION_DATE;
            case RELATIVE_DAYS -> Column.DAY;
            case SESSION_NUMBERS -> Column.SESSION_NUMBER;
        };
    }

    /** The day of a cell that is not empty, {@link Session#NO_DAY} where it holds none. */
    int read(String text) {
        if (timeline == Timeline.DATES) {
            int tells = Dates.tells(text, dialect.dateOrder());
            datesOfThisOrder += tells > 0 ? 1 : 0;
            datesOfTheOtherOrder += tells < 0 ? 1 : 0;
            return dialect.day(text);
        }
        long read = Numbers.read(text, dialect.decimal());
        long hundredths = Numbers.hundredths(read);
        boolean whole = read != Numbers.NOT_A_NUMBER && !Numbers.rounded(read) && hundredths % 100 == 0;
        return whole && Math.abs(hundredths / 100) <= LARGEST_NUMBER ? (int) (hundredths / 100) : Session.NO_DAY;
    }

    /** What is wrong with a cell that holds no day. */
    ProblemCode wrong(String text) {
        if (timeline == Timeline.DATES && Dates.serial(text) != Session.NO_DAY) {
            return ProblemCode.SERIAL_DATE;
        }
        return ProblemCode.BAD_DATE;
    }

    /** Whether dates that only the other order of day and month allows outnumber those that only this one does. */
    boolean seemTurnedRound() {
        return datesOfTheOtherOrder >= FEW_DATES && datesOfTheOtherOrder > datesOfThisOrder;
    }
}
