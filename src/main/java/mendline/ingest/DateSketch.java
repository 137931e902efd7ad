package mendline.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In which order the dates of an unknown export are written, from dates that only one order allows.
 *
 * @param why what speaks for it
 */
record DateSketch(DateOrder order, Kind kind, Confidence confidence, String why) {
    /** How days are written. */
    enum Kind {
        SEPARATED,
        COMPACT,
        SERIAL
    }

    private static final int CLEARLY = 20;

    /**
     * Settles the order for files of one kind.
     *
     * @param wanted the order that the user says; used where the dates allow it
     * @param file a name for the message
     * @param column name and content of the column of dates for the message
     */
    static DateSketch of(
            List<ColumnSketch> all, Optional<DateOrder> wanted, String file, String column, ColumnSketch shown)
            throws AmbiguousDates {
        long dayFirst = 0;
        long monthFirst = 0;
        long either = 0;
        for (ColumnSketch each : all) {
            if (each.dates() || each.serialDates()) {
                dayFirst += each.dayFirstOnly();
                monthFirst += each.monthFirstOnly();
                either += each.eitherOrder();
            }
        }
        if (!shown.dates() && !shown.serialDates()) {
            return compact(wanted, file, column, shown);
        }
        Kind kind = shown.dates() ? Kind.SEPARATED : Kind.SERIAL;
        if (dayFirst + monthFirst + either == 0) {
            return new DateSketch(
                    DateOrder.YMD,
                    kind,
                    Confidence.SURE,
                    kind == Kind.SERIAL ? "there is no other date" : "all dates begin with the year");
        }
        if (wanted.isPresent() && wanted.get() != DateOrder.YMD) {
            long against = wanted.get() == DateOrder.DMY ? monthFirst : dayFirst;
            if (against > 0 && against * CLEARLY > dayFirst + monthFirst) {
                throw new AmbiguousDates(
                        "The dates of column \"" + column + "\" in " + file + " cannot be in the order "
                                + wanted.get().key() + ": " + against + " of them would have no such month.");
            }
            return new DateSketch(wanted.get(), kind, Confidence.SURE, "as given with --date-order");
        }
        if (dayFirst == 0 && monthFirst == 0) {
            throw ambiguous(file, column, shown);
        }
        long more = Math.max(dayFirst, monthFirst);
        long fewer = Math.min(dayFirst, monthFirst);
        if (fewer * CLEARLY > more) {
            throw new AmbiguousDates("The dates of column \"" + column + "\" in " + file
                    + " are written in two orders: " + dayFirst + " can only be day/month, " + monthFirst
                    + " only month/day; export them in one order, best year-month-day.");
        }
        DateOrder order = dayFirst > monthFirst ? DateOrder.DMY : DateOrder.MDY;
        return fewer == 0
                ? new DateSketch(order, kind, Confidence.SURE, more + " dates are impossible the other way round")
                : new DateSketch(
                        order,
                        kind,
                        Confidence.LIKELY,
                        more + " dates are impossible the other way round, " + fewer + " are impossible this way");
    }

    private static DateSketch compact(Optional<DateOrder> wanted, String file, String column, ColumnSketch shown)
            throws AmbiguousDates {
        List<DateOrder> possible = new ArrayList<>();
        for (DateOrder order : DateOrder.values()) {
            if (shown.compactDates(order)) {
                possible.add(order);
            }
        }
        if (wanted.isPresent() && possible.contains(wanted.get())) {
            return new DateSketch(wanted.get(), Kind.COMPACT, Confidence.SURE, "as given with --date-order");
        }
        if (possible.size() == 1) {
            return new DateSketch(
                    possible.get(0), Kind.COMPACT, Confidence.SURE, "eight digits that only this order makes dates of");
        }
        if (possible.isEmpty()) {
            return new DateSketch(DateOrder.YMD, Kind.SEPARATED, Confidence.GUESS, "no dates were found");
        }
        throw ambiguous(file, column, shown);
    }

    private static AmbiguousDates ambiguous(String file, String column, ColumnSketch shown) {
        return new AmbiguousDates("The dates of column \"" + column + "\" in " + file
                + " can be read in two ways: as day/month they run from "
                + span(shown, DateOrder.DMY) + ", as month/day from " + span(shown, DateOrder.MDY)
                + ". Say which is right with --date-order dmy or --date-order mdy.");
    }

    private static String span(ColumnSketch shown, DateOrder order) {
        return LocalDate.ofEpochDay(shown.firstDay(order)) + " to " + LocalDate.ofEpochDay(shown.lastDay(order));
    }
}
