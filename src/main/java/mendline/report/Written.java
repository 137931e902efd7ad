package mendline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import mendline.model.Months;
import mendline.model.Period;

/** How numbers, months and days are written in the report; rounding happens here and nowhere else. */
final class Written {
    /** A number that was not measured. */
    static final String NOT_MEASURED = "–";

    /** A number that is withheld. */
    static final String WITHHELD = "*";

    private static final char MINUS = '\u2212';

    private Written() {}

    /** A whole number with a comma at the thousands. */
    static String count(long count) {
        return String.format(Locale.UK, "%,d", count).replace('-', MINUS);
    }

    /** A fraction as whole per cent; never 0 or 100 unless it is exactly that. */
    static String percent(double fraction) {
        return wholePercent(fraction) + " %";
    }

    /** A fraction as whole per cent without the sign. */
    static String wholePercent(double fraction) {
        long rounded = Math.round(fraction * 100);
        if (rounded == 0 && fraction > 0) {
            return "<1";
        }
        if (rounded == 100 && fraction < 1) {
            return ">99";
        }
        return Long.toString(rounded).replace('-', MINUS);
    }

    /** A number with so many decimals, half-up on its decimal text. */
    static String decimal(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        if (rounded.signum() == 0) {
            rounded = BigDecimal.ZERO.setScale(decimals);
        }
        return rounded.toPlainString().replace('-', MINUS);
    }

    /** Two fractions as an interval in whole per cent, {@code 66–78 %}. */
    static String percentInterval(double lower, double upper) {
        return wholePercent(Math.max(0, lower)) + "–" + wholePercent(Math.min(1, upper)) + " %";
    }

    /** Two numbers as an interval. */
    static String interval(double lower, double upper, int decimals) {
        return decimal(lower, decimals) + " to " + decimal(upper, decimals);
    }

    /** {@code October 2026}. */
    static String month(int month) {
        YearMonth calendar = Months.yearMonth(month);
        return calendar.getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " " + calendar.getYear();
    }

    /** {@code October}. */
    static String monthName(int month) {
        return Months.yearMonth(month).getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
    }

    /** {@code 30 September 2026}. */
    static String day(int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        return date.getDayOfMonth() + " " + month(Months.ofDay(epochDay));
    }

    /** {@code October 2026} or {@code November 2025 to October 2026}; all of undated data is {@code all of the data}. */
    static String period(Period period) {
        if (!period.dated()) {
            return "all of the data";
        }
        return period.firstMonth() == period.lastMonth()
                ? month(period.lastMonth())
                : month(period.firstMonth()) + " to " + month(period.lastMonth());
    }

    /** {@code 1 course}, {@code 2 courses}. */
    static String some(long count, String one, String many) {
        return count(count) + " " + (count == 1 ? one : many);
    }

    /** {@code a, b and c}. */
    static String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }

    /** A key of the vocabulary as words: {@code hard_topic_avoided} becomes {@code hard topic avoided}. */
    static String words(String key) {
        return key.replace('_', ' ').replace("cbt", "CBT");
    }

    /** The text with its first letter large. */
    static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
