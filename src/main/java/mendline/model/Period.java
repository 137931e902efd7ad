package mendline.model;

import java.time.YearMonth;
import java.util.OptionalInt;

/**
 * What span a report covers.
 *
 * @param kind a single month, a span of months, or all of the data
 * @param firstMonth first month covered, {@link Months#UNDATED} where the data have no dates
 * @param lastMonth last month covered, {@link Months#UNDATED} where the data have no dates
 */
public record Period(Kind kind, int firstMonth, int lastMonth) {
    /** The three ways to ask for a period. */
    public enum Kind {
        MONTH,
        SPAN,
        ALL
    }

    public Period {
        if (firstMonth > lastMonth) {
            throw new IllegalArgumentException("a period needs first <= last, was " + firstMonth + " to " + lastMonth);
        }
    }

    /** One month. */
    public static Period month(int month) {
        return new Period(Kind.MONTH, month, month);
    }

    /** Several months, both ends included. */
    public static Period span(int firstMonth, int lastMonth) {
        return new Period(Kind.SPAN, firstMonth, lastMonth);
    }

    /** All of the data, between these months. */
    public static Period all(int firstMonth, int lastMonth) {
        return new Period(Kind.ALL, firstMonth, lastMonth);
    }

    /** All of data that have no dates. */
    public static Period undated() {
        return new Period(Kind.ALL, Months.UNDATED, Months.UNDATED);
    }

    /** Whatever month, dated or not. */
    public static Period everything() {
        return new Period(Kind.ALL, Months.UNDATED, Months.of(YearMonth.of(9999, 12)));
    }

    /** Whether the data have calendar months at all. */
    public boolean dated() {
        return lastMonth != Months.UNDATED;
    }

    /** Whether a month lies in the period. */
    public boolean contains(int month) {
        return month >= firstMonth && month <= lastMonth;
    }

    /** Name of the period in folders and files: {@code 2026-09}, {@code 2025-04_2026-03} or {@code all}. */
    public String key() {
        return switch (kind) {
            case MONTH -> Months.iso(lastMonth);
            case SPAN -> Months.iso(firstMonth) + "_" + Months.iso(lastMonth);
            case ALL -> "all";
        };
    }

    /**
     * The last complete month: its last weekday is not after the as-of day.
     *
     * @return empty when no month between both days is complete
     */
    public static OptionalInt lastCompleteMonth(int firstDay, int asOf) {
        int month = Months.ofDay(asOf);
        if (!complete(month, asOf)) {
            month--;
        }
        return month >= Months.ofDay(firstDay) ? OptionalInt.of(month) : OptionalInt.empty();
    }

    /** Whether the as-of day is at or after the last weekday of the month. */
    public static boolean complete(int month, int asOf) {
        int day = Months.lastDay(month);
        int weekday = Math.floorMod(day + 3, 7);
        int lastWeekday = weekday >= 5 ? day - (weekday - 4) : day;
        return asOf >= lastWeekday;
    }
}
