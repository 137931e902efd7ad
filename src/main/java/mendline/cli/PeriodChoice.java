package mendline.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.model.Months;
import mendline.model.Period;

/**
 * The period that a report covers, and a remark where it is not quite what was asked for.
 *
 * @param remark one sentence for the user
 */
record PeriodChoice(Period period, Optional<String> remark) {
    /**
     * Settles what was asked for against the data.
     *
     * @param firstDay first epoch day of the data; empty where they have no dates
     * @param asOf epoch day up to which the data are read; empty where they have no dates
     * @throws UsageProblem when the data have nothing in the period
     */
    static PeriodChoice of(PeriodRequest request, OptionalInt firstDay, OptionalInt asOf) throws UsageProblem {
        if (firstDay.isEmpty() || asOf.isEmpty()) {
            return undated(request);
        }
        Span data = new Span(Months.ofDay(firstDay.getAsInt()), Months.ofDay(asOf.getAsInt()));
        PeriodChoice choice = request.match(
                () -> lastComplete(firstDay.getAsInt(), asOf.getAsInt(), data),
                month -> month(Months.of(month), asOf.getAsInt()),
                (from, to) -> span(Months.of(from), Months.of(to), data),
                () -> new PeriodChoice(Period.all(data.first, data.last), Optional.empty()));
        Period period = choice.period();
        if (period.lastMonth() < data.first || period.firstMonth() > data.last) {
            throw new UsageProblem("The data have nothing in " + words(period) + ": they run from "
                    + Months.iso(data.first) + " to " + Months.iso(data.last) + ".");
        }
        return choice;
    }

    private static PeriodChoice undated(PeriodRequest request) {
        Optional<String> asked = request.match(
                Optional::empty,
                month -> Optional.of("--month " + month + " was"),
                (from, to) -> Optional.of("--from " + from + " and --to " + to + " were"),
                Optional::empty);
        return new PeriodChoice(
                Period.undated(),
                asked.map(options ->
                        "The data have no dates, so the report covers all of them and " + options + " not used."));
    }

    private static PeriodChoice lastComplete(int firstDay, int asOf, Span data) {
        OptionalInt month = Period.lastCompleteMonth(firstDay, asOf);
        if (month.isPresent()) {
            return new PeriodChoice(Period.month(month.getAsInt()), Optional.empty());
        }
        return new PeriodChoice(
                Period.all(data.first, data.last),
                Optional.of("No month of the data is complete yet (they end on " + LocalDate.ofEpochDay(asOf)
                        + "), so the report covers all of them."));
    }

    private static PeriodChoice month(int month, int asOf) {
        return new PeriodChoice(
                Period.month(month),
                Period.complete(month, asOf)
                        ? Optional.empty()
                        : Optional.of(Months.iso(month) + " is not complete: the data end on "
                                + LocalDate.ofEpochDay(asOf) + "."));
    }

    private static PeriodChoice span(int from, int to, Span data) {
        return new PeriodChoice(
                Period.span(from, to),
                from >= data.first && to <= data.last
                        ? Optional.empty()
                        : Optional.of("The data cover only part of " + Months.iso(from) + " to " + Months.iso(to)
                                + ": they run from " + Months.iso(data.first) + " to " + Months.iso(data.last) + "."));
    }

    private static String words(Period period) {
        return period.kind() == Period.Kind.SPAN
                ? Months.iso(period.firstMonth()) + " to " + Months.iso(period.lastMonth())
                : Months.iso(period.lastMonth());
    }

    /** First and last month of the data. */
    private record Span(int first, int last) {}
}
