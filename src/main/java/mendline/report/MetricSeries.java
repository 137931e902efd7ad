package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import mendline.aggregate.Metric;
import mendline.aggregate.PracticeSummary;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.model.ChartKind;
import mendline.model.LimitsSettings;
import mendline.model.Months;
import mendline.model.Period;
import mendline.model.Rebase;
import mendline.model.SmallMonths;
import mendline.model.SuppressionScheme;
import mendline.stats.Histogram;
import mendline.stats.PointLimits;
import mendline.stats.XmR;

/**
 * A metric month by month, or quarter by quarter, with its usual range where the numbers allow one. Under a scheme of
 * suppression everything here, ranges and signals too, is worked out from the rounded counts; a withheld month is a gap.
 *
 * @param quarterly whether three months stand behind each item
 * @param items in order of time, without gaps
 * @param charted whether the numbers allow a usual range for the latest item
 * @param chart how the range is worked out
 * @param runLength how many in a row stand out
 * @param fewCrossings whether the latest segment of a run chart crosses its median less often than chance gives
 */
record MetricSeries(
        Metric metric,
        boolean quarterly,
        List<Item> items,
        boolean charted,
        ChartKind chart,
        int runLength,
        boolean fewCrossings) {

    /**
     * One month or quarter.
     *
     * @param numerator as {@code monthly.csv} defines it: a median's median, a rate's count times 100
     * @param denominator empty for plain counts
     * @param centre mean, or median of a run chart
     */
    record Item(
            int firstMonth,
            int lastMonth,
            OptionalDouble numerator,
            OptionalLong denominator,
            OptionalDouble value,
            OptionalDouble centre,
            Optional<PointLimits> limits,
            XmR.PointType type,
            Optional<XmR.Rule> rule) {
        /** Whether a scheme of suppression withholds the item, which is not the same as not measured. */
        boolean withheld() {
            return value.isEmpty() && denominator.isEmpty();
        }
    }

    /** Whether the metric was measured at all, shown or withheld. */
    boolean measured() {
        return items.stream().anyMatch(item -> item.value().isPresent() || item.withheld());
    }

    /** The latest item. */
    Optional<Item> latest() {
        return items.isEmpty() ? Optional.empty() : Optional.of(items.get(items.size() - 1));
    }

    /** The metric by month, with limits where its numbers allow them; empty for undated data. */
    static MetricSeries monthly(ReportInput in, Metric metric) {
        return of(in, metric, 1);
    }

    /** The metric by month where that can be charted, else by quarter where that can, else by month without limits. */
    static MetricSeries shown(ReportInput in, Metric metric) {
        MetricSeries monthly = of(in, metric, 1);
        if (monthly.charted) {
            return monthly;
        }
        MetricSeries quarterly = of(in, metric, 3);
        return quarterly.charted ? quarterly : monthly;
    }

    /** First month that a metric is listed for. */
    static int firstMonth(ReportInput in, Metric metric) {
        return in.windows().firstMonth() + (metric.fromFirstMonth() ? 0 : 2);
    }

    /** Last month that is listed: the period's last, if it is complete. */
    static int lastMonth(ReportInput in) {
        int last = in.period().lastMonth();
        OptionalInt complete = Period.lastCompleteMonth(
                in.intake().firstDay().orElseThrow(), in.intake().asOf().orElseThrow());
        return Math.min(last, complete.orElse(last));
    }

    private static MetricSeries of(ReportInput in, Metric metric, int width) {
        if (!in.period().dated()) {
            return new MetricSeries(
                    metric, width > 1, List.of(), false, ChartKind.XMR, XmR.Settings.STANDARD.runLength(), false);
        }
        int first = firstMonth(in, metric);
        int last = lastMonth(in);
        int start = last + 1 - (last + 1 - first) / width * width;
        List<Period> spans = new ArrayList<>();
        for (int month = start; month + width - 1 <= last; month += width) {
            spans.add(Period.span(month, month + width - 1));
        }
        List<Counted> counted =
                spans.stream().map(span -> counted(in, metric, span)).toList();
        List<Ratio> ratios = counted.stream().map(Counted::ratio).toList();
        List<OptionalDouble> values = counted.stream().map(Counted::value).toList();
        LimitsSettings limits = in.settings().limits();
        ChartKind kind = UsualRanges.kind(limits, metric);
        List<UsualRanges> segments = values.size() >= XmR.FEWEST_FOR_LIMITS && enough(metric, ratios)
                ? UsualRanges.ofSegments(
                        kind,
                        values,
                        ratios,
                        new UsualRanges.Months(
                                rebases(limits, spans),
                                baseline(limits, spans),
                                limits.smallMonths() == SmallMonths.DROP,
                                settings(limits)))
                : List.of(UsualRanges.none(values.size()));
        UsualRanges latest = segments.get(segments.size() - 1);
        return new MetricSeries(
                metric,
                width > 1,
                items(metric, spans, counted, segments),
                latest.found(),
                kind,
                limits.runLength(),
                latest.fewCrossings());
    }

    private static List<Item> items(
            Metric metric, List<Period> spans, List<Counted> counted, List<UsualRanges> segments) {
        List<Item> items = new ArrayList<>();
        int i = 0;
        for (UsualRanges segment : segments) {
            for (int j = 0; j < segment.types().size(); j++) {
                Period span = spans.get(i);
                items.add(new Item(
                        span.firstMonth(),
                        span.lastMonth(),
                        numerator(metric, counted.get(i)),
                        metric.kind() == Metric.Kind.COUNT || counted.get(i).withheld()
                                ? OptionalLong.empty()
                                : OptionalLong.of(counted.get(i).ratio().denominator()),
                        counted.get(i).value(),
                        segment.centres().get(j),
                        segment.limits().get(j),
                        segment.types().get(j),
                        segment.rules().get(j)));
                i++;
            }
        }
        return items;
    }

    private static OptionalDouble numerator(Metric metric, Counted counted) {
        if (counted.withheld()) {
            return OptionalDouble.empty();
        }
        return switch (metric.kind()) {
            case SHARE -> OptionalDouble.of(counted.ratio().numerator());
            case PER_100 -> OptionalDouble.of(100.0 * counted.ratio().numerator());
            case COUNT, MEDIAN -> counted.value();
        };
    }

    /**
     * A span's numbers as the scheme of suppression shows them.
     *
     * @param ratio 0 of 0 where it is withheld
     */
    private record Counted(Ratio ratio, OptionalDouble value, boolean withheld) {
        static final Counted WITHHELD = new Counted(new Ratio(0, 0), OptionalDouble.empty(), true);
    }

    private static Counted counted(ReportInput in, Metric metric, Period span) {
        SuppressionScheme scheme = in.settings().suppression();
        Ratio exact = counted(in.summary(), metric, span);
        boolean month = span.firstMonth() == span.lastMonth();
        if (month && !Differencing.month(in, metric, span.lastMonth(), exact).isEmpty()) {
            return Counted.WITHHELD;
        }
        if (metric.kind() == Metric.Kind.COUNT) {
            long count = metric == Metric.CASELOAD_OPEN
                    ? in.summary().count(Topic.NUMERATOR, metric.key(), Period.month(span.lastMonth()))
                    : exact.numerator();
            OptionalLong shown = Suppression.count(scheme, count);
            return shown.isPresent()
                    ? new Counted(
                            new Ratio(
                                    Suppression.count(scheme, exact.numerator()).orElse(0), 0),
                            OptionalDouble.of(shown.getAsLong()),
                            false)
                    : Counted.WITHHELD;
        }
        Optional<Ratio> shown = exact.denominator() == 0 ? Optional.of(exact) : Suppression.ratio(scheme, exact);
        if (shown.isEmpty()) {
            return Counted.WITHHELD;
        }
        Ratio ratio = shown.get();
        OptionalDouble value = switch (metric.kind()) {
            case PER_100 ->
                ratio.denominator() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(100.0 * ratio.numerator() / ratio.denominator());
            case MEDIAN -> in.summary().histogram(Topic.WAIT_DAYS, "", span).median();
            default -> ratio.value();
        };
        return new Counted(ratio, value, false);
    }

    /** Numerator and denominator of a metric in a month. */
    static Ratio exact(ReportInput in, Metric metric, int month) {
        return counted(in.summary(), metric, Period.month(month));
    }

    /** Numerator and denominator of a metric in a span; a median's denominator is what it is taken over. */
    static Ratio counted(PracticeSummary summary, Metric metric, Period span) {
        if (metric.kind() == Metric.Kind.MEDIAN) {
            long total = summary.histogram(Topic.WAIT_DAYS, "", span).total();
            return new Ratio(total, total);
        }
        return summary.ratio(metric, span);
    }

    private static boolean enough(Metric metric, List<Ratio> ratios) {
        if (metric.kind() == Metric.Kind.SHARE || metric.kind() == Metric.Kind.MEDIAN) {
            Histogram denominators = Histogram.of(ratios.stream()
                    .mapToInt(ratio -> Math.toIntExact(ratio.denominator()))
                    .toArray());
            double fewest = metric.kind() == Metric.Kind.SHARE
                    ? SmallNumbers.FEWEST_FOR_SHARE_CHART
                    : SmallNumbers.FEWEST_FOR_INTERVAL;
            return denominators.median().orElse(0) >= fewest;
        }
        long sum = 0;
        for (Ratio ratio : ratios) {
            sum += ratio.numerator();
        }
        return (double) sum / ratios.size() >= SmallNumbers.FEWEST_A_MONTH;
    }

    private static List<Integer> rebases(LimitsSettings limits, List<Period> spans) {
        List<Integer> starts = new ArrayList<>();
        for (Rebase rebase : limits.rebases()) {
            for (int i = 1; i < spans.size(); i++) {
                boolean begins = spans.get(i).firstMonth() >= rebase.fromMonth()
                        && spans.get(i - 1).firstMonth() < rebase.fromMonth();
                if (begins && (starts.isEmpty() || starts.get(starts.size() - 1) < i)) {
                    starts.add(i);
                }
            }
        }
        return starts;
    }

    /** How many spans the baseline holds. */
    private static OptionalInt baseline(LimitsSettings limits, List<Period> spans) {
        OptionalInt to = limits.baselineTo();
        return to.isPresent()
                ? OptionalInt.of((int) spans.stream()
                        .filter(span -> span.lastMonth() <= to.getAsInt())
                        .count())
                : OptionalInt.empty();
    }

    /** Screening and run length, over all months. */
    static XmR.Settings settings(LimitsSettings limits) {
        return XmR.Settings.STANDARD.withScreening(limits.screening()).withRunLength(limits.runLength());
    }

    /** The sign of the latest item. */
    Icon icon() {
        Optional<Item> latest = latest();
        if (!charted || latest.isEmpty()) {
            return Icon.TOO_FEW;
        }
        return switch (latest.get().type()) {
            case COMMON_CAUSE -> Icon.USUAL;
            case EMPTY -> Icon.TOO_FEW;
            case SPECIAL_CAUSE_HIGH ->
                switch (metric.better()) {
                    case HIGHER -> Icon.IMPROVEMENT_HIGH;
                    case LOWER -> Icon.CONCERN_HIGH;
                    case NEITHER -> Icon.NEUTRAL_HIGH;
                };
            case SPECIAL_CAUSE_LOW ->
                switch (metric.better()) {
                    case HIGHER -> Icon.CONCERN_LOW;
                    case LOWER -> Icon.IMPROVEMENT_LOW;
                    case NEITHER -> Icon.NEUTRAL_LOW;
                };
        };
    }

    /** Why the latest item is unusual, in words; empty when it is not. */
    String why() {
        Optional<Item> latest = latest();
        if (!charted || latest.isEmpty() || latest.get().rule().isEmpty()) {
            return "";
        }
        boolean high = latest.get().type() == XmR.PointType.SPECIAL_CAUSE_HIGH;
        String unit = quarterly ? "quarters" : "months";
        if (chart == ChartKind.RUN) {
            return "a long run of " + unit + (high ? " above" : " below") + " the median";
        }
        String run = runLength == 6 ? "six " : "seven ";
        return switch (latest.get().rule().get()) {
            case OUTSIDE -> high ? "above its usual range" : "below its usual range";
            case TREND -> run + unit + " " + (high ? "rising" : "falling") + " in a row";
            case TWO_IN_THREE -> "two of the last three " + unit + " near the " + (high ? "upper" : "lower") + " limit";
            case SHIFT -> run + unit + " in a row " + (high ? "above" : "below") + " the average";
        };
    }

    /** Whether the latest range stands on few values and may still move. */
    boolean trial() {
        return charted && latest().flatMap(Item::limits).map(PointLimits::trial).orElse(false);
    }

    /** How the range of an item is worked out, as {@code monthly.csv} says it. */
    String limitsWord(Item item) {
        if (item.limits().isPresent()) {
            return item.limits().get().trial() ? "trial" : chart.key();
        }
        return chart == ChartKind.RUN && item.centre().isPresent() ? chart.key() : "none";
    }

    /**
     * How the usual range lies to a target, in words: only a range wholly on one side of it says something about months to
     * come. Empty without a range.
     */
    String assurance(double target) {
        Optional<PointLimits> range = latest().flatMap(Item::limits);
        if (!charted || range.isEmpty() || metric.better() == Metric.Better.NEITHER) {
            return "";
        }
        boolean above = range.get().lower() > target;
        boolean below = range.get().upper() < target;
        if (!above && !below) {
            return "inconsistent";
        }
        return above == (metric.better() == Metric.Better.HIGHER) ? "consistently passes" : "consistently falls short";
    }

    /** The tiny chart of a table row. */
    Figure spark() {
        List<Point> values = new ArrayList<>();
        List<Point> band = new ArrayList<>();
        List<Point> mean = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String name = Months.iso(item.lastMonth());
            PointState state = switch (item.type()) {
                case SPECIAL_CAUSE_HIGH -> PointState.SPECIAL_CAUSE_HIGH;
                case SPECIAL_CAUSE_LOW -> PointState.SPECIAL_CAUSE_LOW;
                case COMMON_CAUSE, EMPTY ->
                    item.withheld()
                            ? PointState.SUPPRESSED
                            : item.denominator().orElse(Long.MAX_VALUE) < SmallNumbers.FEWEST_FOR_INTERVAL
                                    ? PointState.SMALL
                                    : PointState.OK;
            };
            values.add(new Point(
                    name, i, item.value(), OptionalDouble.empty(), OptionalDouble.empty(), item.denominator(), state));
            if (item.limits().isPresent()) {
                PointLimits limits = item.limits().get();
                band.add(Point.between(i, floor(limits.lower()), ceiling(limits.upper()))
                        .named(name));
            }
            if (item.centre().isPresent()) {
                mean.add(Point.at(i, item.centre().getAsDouble()).named(name));
            }
        }
        List<Series> series = new ArrayList<>();
        if (!band.isEmpty()) {
            series.add(new Series("usual range", Mark.BAND, Tone.MUTED, false, band));
        }
        if (!mean.isEmpty()) {
            series.add(new Series(chart == ChartKind.RUN ? "median" : "average", Mark.GUIDE, Tone.MUTED, false, mean));
        }
        series.add(new Series(metric.label(), Mark.LINE_DOTS, latestTone(), false, values));
        Axis across = Axis.between("", Axis.Scale.NONE, -0.5, items.size() - 0.5);
        Axis up = new Axis("", Axis.Scale.NONE, OptionalDouble.empty(), OptionalDouble.empty(), List.of());
        String alt = metric.label() + " by " + (quarterly ? "quarter" : "month") + ", " + items.size() + " values"
                + (charted ? ", latest: " + icon().words() : "");
        return new Figure(
                "spark-" + metric.key().replace('_', '-'),
                Figure.Layout.SPARK,
                metric.label(),
                "",
                alt,
                across,
                up,
                series,
                List.of(),
                List.of(),
                30);
    }

    private double floor(double limit) {
        return Math.max(0, limit);
    }

    private double ceiling(double limit) {
        return metric.kind() == Metric.Kind.SHARE ? Math.min(1, limit) : limit;
    }

    private Tone latestTone() {
        return switch (icon()) {
            case IMPROVEMENT_HIGH, IMPROVEMENT_LOW -> Tone.IMPROVEMENT;
            case CONCERN_HIGH, CONCERN_LOW -> Tone.CONCERN;
            case NEUTRAL_HIGH, NEUTRAL_LOW -> Tone.NEUTRAL;
            default -> Tone.COMMON;
        };
    }
}
