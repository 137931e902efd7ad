package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import mendline.aggregate.Metric;
import mendline.model.Months;
import mendline.model.Period;
import mendline.stats.PointLimits;
import mendline.stats.XmR;

/** The table of {@code monthly.csv}: every metric in every complete month up to the reported one. */
public final class MonthlyTable {
    private static final List<String> HEADER = List.of(
            "month",
            "metric",
            "numerator",
            "denominator",
            "value",
            "mean",
            "lower_limit",
            "upper_limit",
            "point_type",
            "limits");

    private MonthlyTable() {}

    /** The table, by month then metric in the order of {@link Metric}; empty for undated data. */
    public static DataTable of(ReportInput in) {
        List<List<String>> rows = new ArrayList<>();
        if (in.period().dated()) {
            int asOf = in.intake().asOf().orElseThrow();
            for (Metric metric : Metric.values()) {
                MetricSeries series = MetricSeries.monthly(in, metric);
                if (series.measured()) {
                    rows.addAll(rows(series, asOf));
                }
            }
            rows.sort((a, b) -> a.get(0).compareTo(b.get(0)));
        }
        return new DataTable(HEADER, rows);
    }

    private static List<List<String>> rows(MetricSeries series, int asOf) {
        List<List<String>> rows = new ArrayList<>();
        for (MetricSeries.Item item : series.items()) {
            if (!Period.complete(item.lastMonth(), asOf)) {
                continue;
            }
            List<String> counts = counts(series.metric(), item);
            rows.add(List.of(
                    Months.iso(item.lastMonth()),
                    series.metric().key(),
                    counts.get(0),
                    counts.get(1),
                    counts.get(2),
                    Exact.text(item.centre()),
                    Exact.text(limit(item, PointLimits::lower)),
                    Exact.text(limit(item, PointLimits::upper)),
                    type(item.type()),
                    series.limitsWord(item)));
        }
        return rows;
    }

    private static List<String> counts(Metric metric, MetricSeries.Item item) {
        if (item.withheld()) {
            String denominator = metric.kind() == Metric.Kind.COUNT ? "" : Written.WITHHELD;
            return List.of(Written.WITHHELD, denominator, Written.WITHHELD);
        }
        return List.of(
                Exact.text(item.numerator()),
                item.denominator().isPresent()
                        ? Long.toString(item.denominator().getAsLong())
                        : "",
                Exact.text(item.value()));
    }

    private static OptionalDouble limit(MetricSeries.Item item, ToDoubleFunction<PointLimits> which) {
        return item.limits().isPresent()
                ? OptionalDouble.of(which.applyAsDouble(item.limits().get()))
                : OptionalDouble.empty();
    }

    private static String type(XmR.PointType type) {
        return switch (type) {
            case COMMON_CAUSE -> "common_cause";
            case SPECIAL_CAUSE_HIGH -> "special_cause_high";
            case SPECIAL_CAUSE_LOW -> "special_cause_low";
            case EMPTY -> "empty";
        };
    }
}
