package mendline.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * A run chart with the two rules of Anhøj and Olesen (2014): values against their median, without limits. A run is a
 * row of values on the same side. Values on the median and missing ones are passed over; they neither make nor break a
 * run. With n useful values a signal is a longest run of more than {@code round(log2 n) + 3}, or fewer crossings of the
 * median than the 5 % point of the binomial distribution of n − 1 trials with chance one half.
 *
 * <p>Nothing useful (no values, only missing ones, all equal) gives zeros and no signal.
 *
 * @param median of the values, or of the baseline's; empty without values
 * @param useful values off the median
 * @param longestRun values in the longest run
 * @param longestUsual the longest run that chance still gives
 * @param crossings times that neighbouring useful values lie on different sides
 * @param fewestUsual the fewest crossings that chance still gives
 * @param types one per value given; values in a run longer than {@code longestUsual} are high or low
 */
public record RunChart(
        OptionalDouble median,
        int useful,
        int longestRun,
        int longestUsual,
        int crossings,
        int fewestUsual,
        List<XmR.PointType> types) {

    private static final double CROSSINGS_POINT = 0.05;
    private static final int LONGER_THAN_LOG = 3;

    public RunChart {
        types = List.copyOf(types);
    }

    public static RunChart of(List<OptionalDouble> values) {
        return of(values, OptionalInt.empty());
    }

    /**
     * The chart of values.
     *
     * @param baseline take the median from this many first values only
     */
    public static RunChart of(List<OptionalDouble> values, OptionalInt baseline) {
        List<XmR.PointType> types = new ArrayList<>();
        values.forEach(value -> types.add(value.isPresent() ? XmR.PointType.COMMON_CAUSE : XmR.PointType.EMPTY));
        double[] base = values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .limit(baseline.orElse(Integer.MAX_VALUE))
                .toArray();
        if (base.length == 0) {
            return new RunChart(OptionalDouble.empty(), 0, 0, 0, 0, 0, types);
        }
        Arrays.sort(base);
        double median = Quantiles.ofSorted(base, 0.5);
        List<List<Integer>> runs = runs(values, median);
        int useful = runs.stream().mapToInt(List::size).sum();
        if (useful == 0) {
            return new RunChart(OptionalDouble.of(median), 0, 0, 0, 0, 0, types);
        }
        int longest = Collections.max(runs.stream().map(List::size).toList());
        int longestUsual = (int) Math.rint(Math.log(useful) / Math.log(2)) + LONGER_THAN_LOG;
        int fewestUsual = new BinomialDistribution(null, useful - 1, 0.5).inverseCumulativeProbability(CROSSINGS_POINT);
        for (List<Integer> run : runs) {
            if (run.size() > longestUsual) {
                boolean high = values.get(run.get(0)).getAsDouble() > median;
                run.forEach(place ->
                        types.set(place, high ? XmR.PointType.SPECIAL_CAUSE_HIGH : XmR.PointType.SPECIAL_CAUSE_LOW));
            }
        }
        return new RunChart(
                OptionalDouble.of(median), useful, longest, longestUsual, runs.size() - 1, fewestUsual, types);
    }

    /** A run longer than chance gives. */
    public boolean longRun() {
        return longestRun > longestUsual;
    }

    /** The median is crossed less often than chance gives. */
    public boolean fewCrossings() {
        return crossings < fewestUsual;
    }

    /** Either of the two. */
    public boolean signal() {
        return longRun() || fewCrossings();
    }

    /** The places of the values of each run, in order. */
    private static List<List<Integer>> runs(List<OptionalDouble> values, double median) {
        List<List<Integer>> runs = new ArrayList<>();
        double before = 0;
        for (int i = 0; i < values.size(); i++) {
            double side = values.get(i).isPresent() ? Math.signum(values.get(i).getAsDouble() - median) : 0;
            if (side != 0) {
                if (side != before) {
                    runs.add(new ArrayList<>());
                }
                runs.get(runs.size() - 1).add(i);
                before = side;
            }
        }
        return runs;
    }
}
