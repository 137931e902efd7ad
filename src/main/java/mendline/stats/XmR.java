package mendline.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * An individuals and moving range chart, computed as NHSRplotthedots 0.2.2 does ("Making Data Count"). Which direction
 * is good is not known here: signals are high or low.
 *
 * <p>Mean of the values, average of the absolute differences of neighbours (with screening on, differences of 3.267
 * times that average or more are left out and the average is taken once more), limits at {@code mean ± 2.66·average}.
 * A missing value has no difference to its neighbours and breaks every run; values that are all equal get limits of no
 * width. Fewer than {@value #FEWEST_FOR_LIMITS} values get neither limits nor signals.
 *
 * @param limits empty with too few values
 * @param types  one per value given
 * @param rules  one per value given: the first rule in the order of {@link Rule} that named it
 */
public record XmR(Optional<Limits> limits, List<PointType> types, List<Optional<Rule>> rules) {
    /** Below this many values there are no limits. */
    public static final int FEWEST_FOR_LIMITS = 6;

    /** Below this many values limits are trial limits. */
    public static final int FEWEST_FOR_FIRM_LIMITS = 12;

    private static final double LIMIT = 2.66;
    private static final double NEAR_LIMIT = 2 * LIMIT / 3;
    private static final double SCREEN = 3.267;

    /** What a point is. */
    public enum PointType {
        COMMON_CAUSE,
        SPECIAL_CAUSE_HIGH,
        SPECIAL_CAUSE_LOW,
        /** There was no value. */
        EMPTY
    }

    /** Why a point is a signal, in the order in which the rules are asked. */
    public enum Rule {
        /** Above the upper or below the lower limit. */
        OUTSIDE,
        /** In a run of points each strictly above, or each strictly below, the one before. */
        TREND,
        /** One of at least two near a limit, among three neighbours on the same side of the mean. */
        TWO_IN_THREE,
        /** In a run of points strictly on the same side of the mean. */
        SHIFT
    }

    /**
     * The limits of a chart, in the unit of the values.
     *
     * @param nearLower      two thirds of the way from the mean to {@code lower}
     * @param nearUpper      likewise
     * @param averageRange   mean absolute difference of neighbours, after screening
     * @param rangesDropped  differences left out by screening
     * @param trial          made from fewer than {@value XmR#FEWEST_FOR_FIRM_LIMITS} values
     */
    public record Limits(
            double mean,
            double lower,
            double upper,
            double nearLower,
            double nearUpper,
            double averageRange,
            int rangesDropped,
            boolean trial) {}

    /**
     * How to compute a chart.
     *
     * @param screening  leave out extreme ranges (the NHS spreadsheets do not)
     * @param runLength  points that make a trend or a shift
     * @param baseline   take the limits from this many first values only
     */
    public record Settings(boolean screening, int runLength, OptionalInt baseline) {
        public static final Settings STANDARD = new Settings(true, 7, OptionalInt.empty());

        public Settings {
            if (runLength < 3) {
                throw new IllegalArgumentException("A run needs at least 3 points, got " + runLength);
            }
            if (baseline.isPresent() && baseline.getAsInt() < FEWEST_FOR_FIRM_LIMITS) {
                throw new IllegalArgumentException("A fixed baseline needs at least " + FEWEST_FOR_FIRM_LIMITS
                        + " values, got " + baseline.getAsInt());
            }
        }

        public Settings withScreening(boolean on) {
            return new Settings(on, runLength, baseline);
        }

        public Settings withRunLength(int points) {
            return new Settings(screening, points, baseline);
        }

        public Settings withBaseline(int values) {
            return new Settings(screening, runLength, OptionalInt.of(values));
        }
    }

    public XmR {
        types = List.copyOf(types);
        rules = List.copyOf(rules);
    }

    public static XmR of(List<OptionalDouble> values, Settings settings) {
        return of(values, i -> true, settings);
    }

    /**
     * The chart with limits from some of the values only; all are held against them.
     *
     * @param counted whether the value at an index is one of those, as if the others were missing: it has no difference to its
     *     neighbours either
     */
    public static XmR of(List<OptionalDouble> values, IntPredicate counted, Settings settings) {
        double[] y = new double[values.size()];
        boolean[] present = new boolean[y.length];
        boolean[] base = new boolean[y.length];
        for (int i = 0; i < y.length; i++) {
            present[i] = values.get(i).isPresent();
            base[i] = present[i] && counted.test(i);
            y[i] = values.get(i).orElse(0);
        }
        Optional<Limits> limits = limits(y, base, settings);
        XmRSignals signals = limits.isPresent()
                ? XmRSignals.in(y, present, limits.get(), settings.runLength())
                : XmRSignals.none(y.length);
        return new XmR(limits, signals.types(present), signals.rules());
    }

    /**
     * One chart per segment, each computed alone. A segment runs from one start index to the next; values before the
     * first start index form a segment of their own.
     *
     * @param startIndexes strictly ascending, each within the values
     */
    public static List<XmR> ofSegments(List<OptionalDouble> values, List<Integer> startIndexes, Settings settings) {
        List<XmR> charts = new ArrayList<>();
        int from = 0;
        int previous = -1;
        for (int start : startIndexes) {
            if (start <= previous || start >= values.size()) {
                throw new IllegalArgumentException(
                        "Segments must start at ascending indexes below " + values.size() + ", got " + startIndexes);
            }
            if (start > 0) {
                charts.add(of(values.subList(from, start), settings));
            }
            from = start;
            previous = start;
        }
        charts.add(of(values.subList(from, values.size()), settings));
        return List.copyOf(charts);
    }

    private static Optional<Limits> limits(double[] y, boolean[] present, Settings settings) {
        int most = settings.baseline().orElse(Integer.MAX_VALUE);
        double[] base = new double[y.length];
        double[] ranges = new double[y.length];
        int values = 0;
        int rangeCount = 0;
        for (int i = 0; i < y.length && values < most; i++) {
            if (present[i]) {
                base[values++] = y[i];
                if (i > 0 && present[i - 1]) {
                    ranges[rangeCount++] = Math.abs(y[i] - y[i - 1]);
                }
            }
        }
        if (values < FEWEST_FOR_LIMITS || rangeCount == 0) {
            return Optional.empty();
        }
        double mean = ExactRatios.mean(base, values);
        double averageRange = ExactRatios.mean(ranges, rangeCount);
        int dropped = 0;
        if (settings.screening() && averageRange > 0) {
            double ceiling = SCREEN * averageRange;
            int kept = 0;
            for (int i = 0; i < rangeCount; i++) {
                if (ranges[i] < ceiling) {
                    ranges[kept++] = ranges[i];
                }
            }
            dropped = rangeCount - kept;
            averageRange = ExactRatios.mean(ranges, kept);
        }
        return Optional.of(new Limits(
                mean,
                mean - LIMIT * averageRange,
                mean + LIMIT * averageRange,
                mean - NEAR_LIMIT * averageRange,
                mean + NEAR_LIMIT * averageRange,
                averageRange,
                dropped,
                values < FEWEST_FOR_FIRM_LIMITS));
    }
}
