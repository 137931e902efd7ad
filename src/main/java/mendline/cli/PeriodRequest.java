package mendline.cli;

import java.time.YearMonth;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** What span the command line asks for. */
sealed interface PeriodRequest {
    /** Nothing asked: the last complete month of the data. */
    record LastCompleteMonth() implements PeriodRequest {}

    /** {@code --month}. */
    record OneMonth(YearMonth month) implements PeriodRequest {}

    /** {@code --from} and {@code --to}, both included. */
    record Span(YearMonth from, YearMonth to) implements PeriodRequest {}

    /** {@code --all}. */
    record Everything() implements PeriodRequest {}

    /** One function for each case. */
    default <R> R match(
            Supplier<R> lastCompleteMonth,
            Function<YearMonth, R> oneMonth,
            BiFunction<YearMonth, YearMonth, R> span,
            Supplier<R> everything) {
        if (this instanceof OneMonth m) {
            return oneMonth.apply(m.month());
        }
        if (this instanceof Span s) {
            return span.apply(s.from(), s.to());
        }
        return this instanceof LastCompleteMonth ? lastCompleteMonth.get() : everything.get();
    }
}
