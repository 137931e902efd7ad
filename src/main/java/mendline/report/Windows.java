package mendline.report;

import java.util.Optional;
import mendline.model.Intake;
import mendline.model.Months;
import mendline.model.Period;

/**
 * The spans that the report looks at.
 *
 * @param period what was asked for
 * @param year what the charts of pages 4 to 9 cover: the twelve months up to the period's end for a month, else the period itself
 * @param before the twelve months before {@code year} as far as the data go back; empty when they do not, or for more than a month
 * @param toDate from January to the period's end
 * @param firstMonth first month of the data
 */
record Windows(Period period, Period year, Optional<Period> before, Period toDate, int firstMonth) {
    /** The spans of a period in these data. */
    static Windows of(Period period, Intake intake) {
        if (!period.dated()) {
            return new Windows(period, period, Optional.empty(), period, Months.UNDATED);
        }
        int first = Months.ofDay(intake.firstDay().orElseThrow());
        int last = period.lastMonth();
        Period year = period.kind() == Period.Kind.MONTH ? Period.span(Math.max(first, last - 11), last) : period;
        Optional<Period> before = period.kind() == Period.Kind.MONTH && last - 12 >= first
                ? Optional.of(Period.span(Math.max(first, last - 23), last - 12))
                : Optional.empty();
        int january = last - Math.floorMod(last, 12);
        return new Windows(period, year, before, Period.span(Math.max(first, january), last), first);
    }

    /** {@code the last 12 months}, or the period's own words. */
    String yearWords() {
        return period.kind() == Period.Kind.MONTH ? "the last " + length(year) + " months" : Written.period(year);
    }

    /** Head of the column of the year: {@code Last 12 months}. */
    String yearHeader() {
        return length(year) == 1 ? "The data so far" : "Last " + length(year) + " months";
    }

    /** Head of the column of the months before: {@code The 12 before}. */
    String beforeHeader() {
        return before.map(span -> "The " + length(span) + " before").orElse("The 12 before");
    }

    static int length(Period span) {
        return span.lastMonth() - span.firstMonth() + 1;
    }
}
