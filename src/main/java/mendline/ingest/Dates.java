package mendline.ingest;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mendline.model.Session;

/**
 * Calendar dates as epoch days; a time of day behind a date is skipped, never converted to another time zone: a date
 * is the one that is written, also where the time is in UTC.
 */
final class Dates {
    private static final int FIRST_YEAR = 1900;
    private static final int SERIAL_OF_1970 = 25_569;
    private static final int FIRST_SERIAL = 18_264;
    private static final int LAST_SERIAL = 73_050;

    private static final Pattern TIME = Pattern.compile("[T ](\\d{1,2}):(\\d{2})(?::(\\d{2}))?[^aApP]*([aApP][mM])?");

    private Dates() {}

    /**
     * The epoch day, or {@link Session#NO_DAY} where the text is no date from 1900 on with a four-digit year.
     *
     * @param compact whether eight digits without separators are a date too, and seven where a spreadsheet took the
     *     leading zero of a day or month
     */
    static int read(String text, DateOrder order, boolean compact) {
        return compact && onlyDigits(text) ? compact(text, order) : read(text, order);
    }

    /**
     * The epoch day for a whole number that spreadsheets show as a date of 1950 to 2099, {@link Session#NO_DAY} for any
     * other text. Day 25,569 is 1 January 1970; a fraction is a time and is skipped.
     */
    static int serial(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        if (whole.length() != 5 || !onlyDigits(whole) || point >= 0 && !onlyDigits(text.substring(point + 1))) {
            return Session.NO_DAY;
        }
        int number = Integer.parseInt(whole);
        return number >= FIRST_SERIAL && number <= LAST_SERIAL ? number - SERIAL_OF_1970 : Session.NO_DAY;
    }

    /** 1 where only this order makes a date of a text, -1 where only the other order of day and month does, else 0. */
    static int tells(String text, DateOrder order) {
        if (order == DateOrder.YMD) {
            return 0;
        }
        boolean here = read(text, order) != Session.NO_DAY;
        boolean there = read(text, order == DateOrder.DMY ? DateOrder.MDY : DateOrder.DMY) != Session.NO_DAY;
        return here == there ? 0 : here ? 1 : -1;
    }

    private static boolean onlyDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int compact(String text, DateOrder order) {
        int length = text.length();
        if (length != 8 && (length != 7 || order == DateOrder.YMD)) {
            return Session.NO_DAY;
        }
        int number = Integer.parseInt(text);
        if (order == DateOrder.YMD) {
            return epochDay(number / 10_000, number / 100 % 100, number % 100);
        }
        int first = number / 1_000_000;
        int second = number / 10_000 % 100;
        return order == DateOrder.DMY
                ? epochDay(number % 10_000, second, first)
                : epochDay(number % 10_000, first, second);
    }

    /** The same for dates with separators only. */
    static int read(String text, DateOrder order) {
        int length = text.length();
        int[] parts = new int[3];
        int[] digits = new int[3];
        int at = 0;
        for (int part = 0; part < 3; part++) {
            while (at < length && digits[part] < 5 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                parts[part] = parts[part] * 10 + (text.charAt(at) - '0');
                digits[part]++;
                at++;
            }
            if (digits[part] == 0) {
                return Session.NO_DAY;
            }
            if (part < 2) {
                if (at >= length
                        || !separator(text.charAt(at))
                        || part == 1 && text.charAt(at) != text.charAt(digits[0])) {
                    return Session.NO_DAY;
                }
                at++;
            }
        }
        if (!onlyTime(text, at)) {
            return Session.NO_DAY;
        }
        if (digits[0] == 4) {
            return digits[1] <= 2 && digits[2] <= 2 ? epochDay(parts[0], parts[1], parts[2]) : Session.NO_DAY;
        }
        if (order == DateOrder.YMD || digits[0] > 2 || digits[1] > 2 || digits[2] != 4) {
            return Session.NO_DAY;
        }
        return order == DateOrder.DMY ? epochDay(parts[2], parts[1], parts[0]) : epochDay(parts[2], parts[0], parts[1]);
    }

    /** The second of the day that a text gives behind its date, -1 where it gives none. */
    static int secondOfDay(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.find()) {
            return -1;
        }
        int hour = Integer.parseInt(time.group(1));
        String half = time.group(4) == null ? "" : time.group(4).toLowerCase(Locale.ROOT);
        hour = half.isEmpty() ? hour : hour % 12 + (half.equals("pm") ? 12 : 0);
        int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        return (hour * 60 + Integer.parseInt(time.group(2))) * 60 + second;
    }

    private static boolean separator(char c) {
        return c == '-' || c == '/' || c == '.';
    }

    private static boolean onlyTime(String text, int from) {
        if (from == text.length()) {
            return true;
        }
        char first = text.charAt(from);
        if (first != 'T' && first != ' ' || from + 1 == text.length()) {
            return false;
        }
        for (int i = from + 1; i < text.length(); i++) {
            if ("0123456789:.,+-Z aApPmM".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int epochDay(int year, int month, int day) {
        if (year < FIRST_YEAR || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            return Session.NO_DAY;
        }
        return (int) LocalDate.of(year, month, day).toEpochDay();
    }

    private static int daysIn(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }
}
