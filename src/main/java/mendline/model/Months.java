package mendline.model;

import java.time.LocalDate;
import java.time.YearMonth;

/** Calendar months as whole numbers (year times 12 plus month minus 1), so that they can index tallies. */
public final class Months {
    /** Stands for "no calendar": all of the data in one. */
    public static final int UNDATED = 0;

    private Months() {}

    /** The month of an epoch day. */
    public static int ofDay(int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    /** The month as a calendar type. */
    public static YearMonth yearMonth(int month) {
        return YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1);
    }

    /** The whole number of a calendar month. */
    public static int of(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    /** The last epoch day of a month. */
    public static int lastDay(int month) {
        return (int) yearMonth(month).atEndOfMonth().toEpochDay();
    }

    /** The first epoch day of a month. */
    public static int firstDay(int month) {
        return (int) yearMonth(month).atDay(1).toEpochDay();
    }

    /** The ISO text of a month, {@code 2026-09}. */
    public static String iso(int month) {
        return yearMonth(month).toString();
    }
}
