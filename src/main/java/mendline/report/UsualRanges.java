package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import mendline.aggregate.Metric;
import mendline.aggregate.Ratio;
import mendline.model.ChartKind;
import mendline.model.LimitsSettings;
import mendline.stats.AttributeChart;
import mendline.stats.PointLimits;
import mendline.stats.RunChart;
import mendline.stats.XmR;

/**
 * The usual range of a row of months by one of the charts, in the unit of the metric's values.
 *
 * @param found whether there is a range at all, or for a run chart enough months for one
 * @param centres mean or median, one a month
 * @param limits one a month; none in a run chart
 * @param types one a month
 * @param rules one a month
 * @param fewCrossings the median of a run chart is crossed less often than chance gives
 */
record UsualRanges(
        boolean found,
        List<OptionalDouble> centres,
        List<Optional<PointLimits>> limits,
        List<XmR.PointType> types,
        List<Optional<XmR.Rule>> rules,
        boolean fewCrossings) {

    private static final double PER_HUNDRED = 100;

    /** The chart that the settings give a metric. */
    static ChartKind kind(LimitsSettings settings, Metric metric) {
        ChartKind kind = settings.charts().getOrDefault(metric.key(), settings.chart());
        boolean fits = switch (kind) {
            case XMR, RUN -> true;
            case P, P_PRIME -> metric.kind() == Metric.Kind.SHARE;
            case U, U_PRIME, T -> metric.kind() == Metric.Kind.PER_100;
            case C -> metric.kind() == Metric.Kind.COUNT && metric != Metric.CASELOAD_OPEN;
        };
        return fits ? kind : ChartKind.XMR;
    }

    /** No range, and no signals. */
    static UsualRanges none(int months) {
        List<OptionalDouble> centres = new ArrayList<>();
        List<Optional<PointLimits>> limits = new ArrayList<>();
        List<XmR.PointType> types = new ArrayList<>();
        List<Optional<XmR.Rule>> rules = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            centres.add(OptionalDouble.empty());
            limits.add(Optional.empty());
            types.add(XmR.PointType.EMPTY);
            rules.add(Optional.empty());
        }
        return new UsualRanges(false, centres, limits, types, rules, false);
    }

    /**
     * How to take ranges from months.
     *
     * @param starts where segments after the first begin
     * @param baseline how many of the first months the baseline holds; all months where there is none
     * @param smallLeftOut whether an XmR chart's range is taken from months with enough behind them only
     */
    record Months(List<Integer> starts, OptionalInt baseline, boolean smallLeftOut, XmR.Settings settings) {
        Months {
            starts = List.copyOf(starts);
        }
    }

    /** The ranges of months, each segment alone. */
    static List<UsualRanges> ofSegments(
            ChartKind kind, List<OptionalDouble> values, List<Ratio> ratios, Months months) {
        List<UsualRanges> segments = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= months.starts().size(); i++) {
            int to = i < months.starts().size() ? months.starts().get(i) : values.size();
            int begun = from;
            OptionalInt baseline = months.baseline().isPresent()
                    ? OptionalInt.of(Math.max(0, Math.min(to, months.baseline().getAsInt()) - begun))
                    : OptionalInt.empty();
            segments.add(of(
                    kind,
                    values.subList(from, to),
                    ratios.subList(from, to),
                    new Months(List.of(), baseline, months.smallLeftOut(), months.settings())));
            from = to;
        }
        return segments;
    }

    private static UsualRanges of(ChartKind kind, List<OptionalDouble> values, List<Ratio> ratios, Months months) {
        IntPredicate counted = i -> kind != ChartKind.XMR || !months.smallLeftOut() || !small(ratios.get(i));
        XmR.Settings settings = baseline(values, counted, months);
        return switch (kind) {
            case XMR -> individuals(XmR.of(values, counted, settings), values.size());
            case RUN -> run(values, settings);
            case P -> attribute(AttributeChart.Kind.P, values, ratios, settings, 1);
            case P_PRIME -> attribute(AttributeChart.Kind.P_PRIME, values, ratios, settings, 1);
            case U -> attribute(AttributeChart.Kind.U, values, ratios, settings, PER_HUNDRED);
            case U_PRIME -> attribute(AttributeChart.Kind.U_PRIME, values, ratios, settings, PER_HUNDRED);
            case T -> none(values.size());
            case C -> attribute(AttributeChart.Kind.C, values, ratios, settings, 1);
        };
    }

    /** Drawn hollow: something was counted of, and of few. */
    private static boolean small(Ratio ratio) {
        return ratio.denominator() > 0 && ratio.denominator() < SmallNumbers.FEWEST_FOR_INTERVAL;
    }

    /** The settings with the values of the baseline, where these are enough for firm limits; else with all. */
    private static XmR.Settings baseline(List<OptionalDouble> values, IntPredicate counted, Months months) {
        if (months.baseline().isEmpty()) {
            return months.settings();
        }
        int inBaseline = (int) IntStream.range(0, months.baseline().getAsInt())
                .filter(i -> values.get(i).isPresent() && counted.test(i))
                .count();
        return inBaseline < XmR.FEWEST_FOR_FIRM_LIMITS
                ? months.settings()
                : months.settings().withBaseline(inBaseline);
    }

    private static UsualRanges individuals(XmR chart, int months) {
        Optional<PointLimits> limits =
                chart.limits().map(of -> new PointLimits(of.mean(), of.lower(), of.upper(), of.trial()));
        List<OptionalDouble> centres = new ArrayList<>();
        List<Optional<PointLimits>> all = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            centres.add(limits.map(of -> OptionalDouble.of(of.centre())).orElse(OptionalDouble.empty()));
            all.add(limits);
        }
        return new UsualRanges(limits.isPresent(), centres, all, chart.types(), chart.rules(), false);
    }

    private static UsualRanges attribute(
            AttributeChart.Kind kind,
            List<OptionalDouble> values,
            List<Ratio> ratios,
            XmR.Settings settings,
            double scale) {
        List<Optional<AttributeChart.Subgroup>> points = new ArrayList<>();
        for (int i = 0; i < ratios.size(); i++) {
            Ratio ratio = ratios.get(i);
            points.add(
                    values.get(i).isPresent()
                            ? Optional.of(new AttributeChart.Subgroup(ratio.numerator(), ratio.denominator()))
                            : Optional.empty());
        }
        AttributeChart chart = AttributeChart.of(kind, points, settings);
        List<OptionalDouble> centres = new ArrayList<>();
        List<Optional<PointLimits>> limits = new ArrayList<>();
        for (Optional<PointLimits> of : chart.limits()) {
            limits.add(of.map(
                    at -> new PointLimits(at.centre() * scale, at.lower() * scale, at.upper() * scale, at.trial())));
            centres.add(
                    chart.centre().isPresent()
                            ? OptionalDouble.of(chart.centre().getAsDouble() * scale)
                            : OptionalDouble.empty());
        }
        return new UsualRanges(chart.centre().isPresent(), centres, limits, chart.types(), chart.rules(), false);
    }

    private static UsualRanges run(List<OptionalDouble> values, XmR.Settings settings) {
        long present = values.stream().filter(OptionalDouble::isPresent).count();
        if (present < XmR.FEWEST_FOR_LIMITS) {
            return none(values.size());
        }
        RunChart chart = RunChart.of(values, settings.baseline());
        List<OptionalDouble> centres = new ArrayList<>();
        List<Optional<PointLimits>> limits = new ArrayList<>();
        List<Optional<XmR.Rule>> rules = new ArrayList<>();
        for (XmR.PointType type : chart.types()) {
            centres.add(chart.median());
            limits.add(Optional.empty());
            rules.add(
                    type == XmR.PointType.SPECIAL_CAUSE_HIGH || type == XmR.PointType.SPECIAL_CAUSE_LOW
                            ? Optional.of(XmR.Rule.SHIFT)
                            : Optional.empty());
        }
        return new UsualRanges(true, centres, limits, chart.types(), rules, chart.fewCrossings());
    }
}
