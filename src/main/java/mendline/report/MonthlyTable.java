package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import mendline.aggregate.Metric;
import mendline.aggregate.Ratio;
import mendline.model.Months;
import mendline.model.Period;
import mendline.model.SuppressionScheme;
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
                    rows.addAll(rows(series, asOf, in.settings().suppression()));
                }
            }
            rows.sort((a, b) -> a.get(0).compareTo(b.get(0)));
        }
        return new DataTable(HEADER, rows);
    }

    private static List<List<String>> rows(MetricSeries series, int asOf, SuppressionScheme scheme) {
        List<List<String>> rows = new ArrayList<>();
        for (MetricSeries.Item item : series.items()) {
            if (!Period.complete(item.lastMonth(), asOf)) {
                continue;
            }
            List<String> counts = counts(series.metric(), item, scheme);
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

    /** Numerator, denominator and value, rounded and withheld by the scheme where there is one. */
    private static List<String> counts(Metric metric, MetricSeries.Item item, SuppressionScheme scheme) {
        long denominator = item.denominator().orElse(0);
        if (scheme == SuppressionScheme.NONE || item.value().isEmpty()) {
            return List.of(
                    Exact.text(item.numerator()),
                    item.denominator().isPresent() ? Long.toString(denominator) : "",
                    Exact.text(item.value()));
        }
        if (metric.kind() == Metric.Kind.COUNT) {
            OptionalLong shown =
                    Suppression.count(scheme, Math.round(item.value().getAsDouble()));
            String text = shown.isPresent() ? Exact.text(OptionalDouble.of(shown.getAsLong())) : Written.WITHHELD;
            return List.of(text, "", text);
        }
        if (metric.kind() == Metric.Kind.MEDIAN) {
            OptionalLong shown = Suppression.count(scheme, denominator);
            return shown.isPresent()
                    ? List.of(Exact.text(item.numerator()), Long.toString(shown.getAsLong()), Exact.text(item.value()))
                    : List.of(Written.WITHHELD, Written.WITHHELD, Written.WITHHELD);
        }
        long times = metric.kind() == Metric.Kind.PER_100 ? 100 : 1;
        long numerator = Math.round(item.numerator().orElse(0) / times);
        Optional<Ratio> shown = Suppression.ratio(scheme, new Ratio(numerator, denominator));
        if (shown.isEmpty()) {
            return List.of(Written.WITHHELD, Written.WITHHELD, Written.WITHHELD);
        }
        double scaled = (double) times * shown.get().numerator();
        return List.of(
                Exact.text(OptionalDouble.of(scaled)),
                Long.toString(shown.get().denominator()),
                Exact.text(
                        shown.get().denominator() == 0
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(scaled / shown.get().denominator())));
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
