package mendline.report;

import mendline.model.Period;

/** How the span of the charts is spoken of inside a sentence. */
final class YearWords {
    private YearWords() {}

    /** Such as {@code in the last 12 months}, {@code from April 2025 to March 2026}, {@code in all of the data}. */
    static String during(Windows windows) {
        Period year = windows.year();
        if (!year.dated()) {
            return "in all of the data";
        }
        if (Windows.length(year) == 1) {
            return "in " + Written.month(year.lastMonth());
        }
        return windows.period().kind() == Period.Kind.MONTH
                ? "in " + windows.yearWords()
                : "from " + Written.period(year);
    }
}
