package mendline.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A control chart of the times between rare events, as in qicharts2 (Montgomery): times are taken to the power 1/3.6, which
 * makes waiting times nearly normal, limits are three sigma with {@code σ = mean range / 1.128}, and everything is
 * taken back. A lower limit below 0 is 0. Long times are high: events have become rarer.
 *
 * <p>Times must be above 0. Missing ones have no range to their neighbours and break every run; fewer than
 * {@value XmR#FEWEST_FOR_LIMITS} get neither limits nor signals; all equal ones get limits of no width.
 *
 * @param limits in the unit of the times; empty with too few values
 * @param types one per time given
 * @param rules one per time given
 */
public record TChart(Optional<PointLimits> limits, List<XmR.PointType> types, List<Optional<XmR.Rule>> rules) {

    private static final double POWER = 3.6;
    private static final double RANGE_TO_SIGMA = 1.128;
    private static final double SIGMAS = 3;
    private static final double NEAR_SIGMAS = 2;

    public TChart {
        types = List.copyOf(types);
        rules = List.copyOf(rules);
    }

    /**
     * The chart of times.
     *
     * @param settings screening of ranges (qicharts2 has it off), run length, baseline
     */
    public static TChart of(List<OptionalDouble> times, XmR.Settings settings) {
        List<OptionalDouble> roots = new ArrayList<>();
        for (OptionalDouble time : times) {
            if (time.isPresent() && !(time.getAsDouble() > 0)) {
                throw new IllegalArgumentException("A time between events must be above 0, got " + time.getAsDouble());
            }
            roots.add(time.isPresent() ? OptionalDouble.of(Math.pow(time.getAsDouble(), 1 / POWER)) : time);
        }
        XmR individuals = XmR.of(roots, settings);
        double[] y = new double[roots.size()];
        boolean[] present = new boolean[y.length];
        for (int i = 0; i < y.length; i++) {
            present[i] = roots.get(i).isPresent();
            y[i] = roots.get(i).orElse(0);
        }
        if (individuals.limits().isEmpty()) {
            return new TChart(Optional.empty(), individuals.types(), individuals.rules());
        }
        XmR.Limits of = individuals.limits().get();
        double sigma = of.averageRange() / RANGE_TO_SIGMA;
        XmRSignals.Bounds bounds = new XmRSignals.Bounds(y.length);
        for (int i = 0; i < y.length; i++) {
            bounds.set(
                    i,
                    of.mean() - SIGMAS * sigma,
                    of.mean() + SIGMAS * sigma,
                    of.mean() - NEAR_SIGMAS * sigma,
                    of.mean() + NEAR_SIGMAS * sigma);
        }
        XmRSignals signals = XmRSignals.in(y, present, of.mean(), bounds, settings.runLength());
        return new TChart(
                Optional.of(new PointLimits(
                        back(of.mean()),
                        back(of.mean() - SIGMAS * sigma),
                        back(of.mean() + SIGMAS * sigma),
                        of.trial())),
                signals.types(present),
                signals.rules());
    }

    private static double back(double root) {
        return root <= 0 ? 0 : Math.pow(root, POWER);
    }
}
