package mendline.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Control charts of counts, where each point's limits follow from how much stands behind it (Montgomery, Introduction
 * to Statistical Quality Control; p′ and u′: Laney 2002), as in qicharts2. Limits are three sigma on either side of the
 * centre, clipped to what can be: a share to 0 and 1, a count or rate to 0.
 *
 * <p>The four rules of {@link XmR.Rule} are asked with each point's own limits. Points without anything behind them have
 * no limits, no difference to their neighbours, and break every run. Fewer than {@value XmR#FEWEST_FOR_LIMITS} points
 * get neither limits nor signals; nothing but zeros, or nothing but hits, gets limits of no width.
 *
 * @param centre Σx/Σn, for counts the mean of x; empty with too few points
 * @param sigmaZ what p′ and u′ widen the limits by: the mean difference of neighbouring z-scores / 1.128; else empty
 * @param limits one per point given
 * @param types one per point given
 * @param rules one per point given
 */
public record AttributeChart(
        OptionalDouble centre,
        OptionalDouble sigmaZ,
        List<Optional<PointLimits>> limits,
        List<XmR.PointType> types,
        List<Optional<XmR.Rule>> rules) {

    /** What is counted, and how its spread is taken. */
    public enum Kind {
        /** A share: {@code σ = √(p̄(1 − p̄)/n)}. */
        P,
        /** Events per unit, of which one may have several: {@code σ = √(ū/n)}. */
        U,
        /** A share whose months differ by more than chance. */
        P_PRIME,
        /** Events per unit that differ by more than chance. */
        U_PRIME,
        /** Plain counts over equal spans: {@code σ = √c̄}. */
        C;

        private boolean share() {
            return this == P || this == P_PRIME;
        }

        private boolean prime() {
            return this == P_PRIME || this == U_PRIME;
        }
    }

    /** One point: {@code count} of {@code size}; plain counts do not look at the size. */
    public record Subgroup(long count, long size) {
        public Subgroup {
            if (count < 0 || size < 0) {
                throw new IllegalArgumentException("A point needs counts >= 0, got " + count + " of " + size);
            }
        }
    }

    private static final double SIGMAS = 3;
    private static final double NEAR_SIGMAS = 2;
    private static final double RANGE_TO_SIGMA = 1.128;

    public AttributeChart {
        limits = List.copyOf(limits);
        types = List.copyOf(types);
        rules = List.copyOf(rules);
    }

    /**
     * The chart of points.
     *
     * @param points empty where nothing was measured
     * @param settings run length and baseline; the ranges of z-scores are not screened
     */
    public static AttributeChart of(Kind kind, List<Optional<Subgroup>> points, XmR.Settings settings) {
        int length = points.size();
        boolean[] present = new boolean[length];
        double[] x = new double[length];
        double[] n = new double[length];
        double[] y = new double[length];
        for (int i = 0; i < length; i++) {
            Optional<Subgroup> point = points.get(i);
            present[i] = point.isPresent() && (kind == Kind.C || point.get().size() > 0);
            if (present[i]) {
                x[i] = point.get().count();
                n[i] = kind == Kind.C ? 1 : point.get().size();
                y[i] = x[i] / n[i];
                if (kind.share() && x[i] > n[i]) {
                    throw new IllegalArgumentException("A share needs count <= size, got " + point.get());
                }
            }
        }
        int last = lastOfBaseline(present, settings);
        int used = count(present, last);
        if (used < XmR.FEWEST_FOR_LIMITS) {
            return unlimited(present);
        }
        double centre = centre(x, n, present, last);
        double[] sigma = new double[length];
        for (int i = 0; i < length; i++) {
            sigma[i] = present[i] ? Math.sqrt((kind.share() ? centre * (1 - centre) : centre) / n[i]) : 0;
        }
        OptionalDouble sigmaZ = OptionalDouble.empty();
        if (kind.prime()) {
            sigmaZ = OptionalDouble.of(sigmaZ(y, sigma, centre, present, last));
            for (int i = 0; i < length; i++) {
                sigma[i] *= sigmaZ.getAsDouble();
            }
        }
        return limited(kind, y, present, centre, sigma, sigmaZ, used < XmR.FEWEST_FOR_FIRM_LIMITS, settings);
    }

    private static AttributeChart limited(
            Kind kind,
            double[] y,
            boolean[] present,
            double centre,
            double[] sigma,
            OptionalDouble sigmaZ,
            boolean trial,
            XmR.Settings settings) {
        double most = kind.share() ? 1 : Double.POSITIVE_INFINITY;
        XmRSignals.Bounds bounds = new XmRSignals.Bounds(y.length);
        List<Optional<PointLimits>> limits = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            double lower = Math.max(0, centre - SIGMAS * sigma[i]);
            double upper = Math.min(most, centre + SIGMAS * sigma[i]);
            bounds.set(
                    i,
                    lower,
                    upper,
                    Math.max(0, centre - NEAR_SIGMAS * sigma[i]),
                    Math.min(most, centre + NEAR_SIGMAS * sigma[i]));
            limits.add(present[i] ? Optional.of(new PointLimits(centre, lower, upper, trial)) : Optional.empty());
        }
        XmRSignals signals = XmRSignals.in(y, present, centre, bounds, settings.runLength());
        return new AttributeChart(OptionalDouble.of(centre), sigmaZ, limits, signals.types(present), signals.rules());
    }

    private static AttributeChart unlimited(boolean[] present) {
        List<Optional<PointLimits>> limits = new ArrayList<>();
        for (int i = 0; i < present.length; i++) {
            limits.add(Optional.empty());
        }
        XmRSignals none = XmRSignals.none(present.length);
        return new AttributeChart(
                OptionalDouble.empty(), OptionalDouble.empty(), limits, none.types(present), none.rules());
    }

    /** One more than the index of the last point that the centre and spread are taken from. */
    private static int lastOfBaseline(boolean[] present, XmR.Settings settings) {
        int left = settings.baseline().orElse(Integer.MAX_VALUE);
        int last = 0;
        for (int i = 0; i < present.length && left > 0; i++) {
            if (present[i]) {
                left--;
            }
            last = i + 1;
        }
        return last;
    }

    private static int count(boolean[] present, int last) {
        int count = 0;
        for (int i = 0; i < last; i++) {
            count += present[i] ? 1 : 0;
        }
        return count;
    }

    private static double centre(double[] x, double[] n, boolean[] present, int last) {
        double hits = 0;
        double sizes = 0;
        for (int i = 0; i < last; i++) {
            if (present[i]) {
                hits += x[i];
                sizes += n[i];
            }
        }
        return hits / sizes;
    }

    /** Without any spread to be expected, or without neighbours, there is none to widen: 0 and 1. */
    private static double sigmaZ(double[] y, double[] sigma, double centre, boolean[] present, int last) {
        double sum = 0;
        int ranges = 0;
        for (int i = 1; i < last; i++) {
            if (present[i] && present[i - 1] && sigma[i] > 0 && sigma[i - 1] > 0) {
                sum += Math.abs((y[i] - centre) / sigma[i] - (y[i - 1] - centre) / sigma[i - 1]);
                ranges++;
            }
        }
        return ranges == 0 ? 1 : sum / ranges / RANGE_TO_SIGMA;
    }
}
