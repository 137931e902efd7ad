package mendline.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import mendline.aggregate.Metric;
import mendline.aggregate.Ratio;
import mendline.model.Months;
import mendline.model.SuppressionScheme;

/**
 * Finds counts of a report that give a small one away when an earlier report's are subtracted: the same figure over periods
 * of which one holds the other (a year less eleven months of it, a month that was revised), one step of rounding apart.
 *
 * <p>Guarded against: one subtraction, of one count of one earlier report in the same folder from one count of this one. Not
 * guarded against: sums and differences of three counts or more, reports kept elsewhere, and reasoning with the bounds of
 * rounding.
 */
final class Differencing {
    private Differencing() {}

    /**
     * A count of this report as the ledger wrote it.
     *
     * @param part {@code n} or {@code denominator}
     */
    record Now(
            String page, String label, String unit, String group, String part, String period, long shown, long exact) {}

    /** A count of this report that an earlier one would give something away with. */
    record Hit(Now now, ShownBefore.Count before) {}

    static List<Hit> hits(List<Now> counts, ShownBefore before) {
        List<Hit> hits = new ArrayList<>();
        for (Now now : counts) {
            before.of(now.label(), now.unit(), now.group(), now.part()).stream()
                    .filter(then ->
                            Suppression.oneStep(now.shown(), then.count()) && nested(now.period(), then.period()))
                    .findFirst()
                    .ifPresent(then -> hits.add(new Hit(now, then)));
        }
        return hits;
    }

    /** The counts of {@code monthly.csv} that give a small one away: a month that was revised by one step of rounding. */
    static List<Hit> months(ReportInput in) {
        List<Hit> hits = new ArrayList<>();
        if (in.settings().suppression() == SuppressionScheme.NONE
                || !in.period().dated()) {
            return hits;
        }
        for (Metric metric : Metric.values()) {
            for (int month = MetricSeries.firstMonth(in, metric); month <= MetricSeries.lastMonth(in); month++) {
                hits.addAll(month(in, metric, month, MetricSeries.exact(in, metric, month)));
            }
        }
        return hits;
    }

    /** The same of one month. */
    static List<Hit> month(ReportInput in, Metric metric, int month, Ratio exact) {
        List<Now> counts = new ArrayList<>();
        if (metric.kind() != Metric.Kind.MEDIAN) {
            now(in, metric, month, "n", exact.numerator(), counts);
        }
        if (metric.kind() != Metric.Kind.COUNT) {
            now(in, metric, month, "denominator", exact.denominator(), counts);
        }
        return hits(counts, in.before());
    }

    private static void now(ReportInput in, Metric metric, int month, String part, long exact, List<Now> counts) {
        OptionalLong shown = Suppression.count(in.settings().suppression(), exact);
        if (shown.isPresent()) {
            counts.add(new Now(
                    "", metric.key(), ShownBefore.BY_MONTH, "", part, Months.iso(month), shown.getAsLong(), exact));
        }
    }

    /** Whether one of two periods, as files name them, holds the other. */
    static boolean nested(String one, String other) {
        int[] a = months(one);
        int[] b = months(other);
        return a[0] <= b[0] && b[1] <= a[1] || b[0] <= a[0] && a[1] <= b[1];
    }

    private static int[] months(String period) {
        if (period.equals("all")) {
            return new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE};
        }
        int cut = period.indexOf('_');
        String first = cut < 0 ? period : period.substring(0, cut);
        return new int[] {Months.of(YearMonth.parse(first)), Months.of(YearMonth.parse(period.substring(cut + 1)))};
    }
}
