package mendline.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Erf;

/**
 * Shares of several units against what chance gives around their common share (Spiegelhalter 2005), as FunnelPlotR does:
 * limits {@code sin²(asin√θ ± z√(1/(4n) + τ²))}, where an angle beyond 0 or a right one is a limit of 0 or 1.
 * Overdispersion: z-scores of the arcsine shares are pulled in to their 10 % and 90 % points, φ is the mean of their
 * squares, and {@code τ² = (kφ − (k − 1))/(Σw − Σw²/Σw)} with {@code w = 4n}, or 0 where that is negative.
 *
 * <p>Below {@value #FIRST_ARCSINE} in a unit the limits are quantiles of the binomial distribution; where there is
 * overdispersion, the wider of the two [our convention]. They are not interpolated between counts, since an interpolated
 * limit can put a likely count outside. Units without anybody have neither limits nor a share and weigh nothing.
 *
 * @param centre the common share θ = Σx/Σn
 * @param dispersion φ
 * @param between τ², the variance between units on the arcsine scale
 * @param units one per unit given
 */
public record Funnel(double centre, double dispersion, double between, List<Unit> units) {
    /** Fewer units make no funnel worth drawing. */
    public static final int FEWEST_UNITS = 5;

    /** Fewer in a unit say nothing about it. */
    public static final long FEWEST_EACH = 10;

    /** With more units, a signal must stand up to Benjamini and Hochberg's correction too. */
    public static final int MOST_WITHOUT_CORRECTION = 10;

    private static final long FIRST_ARCSINE = 20;
    private static final double Z95 = 1.959964;
    private static final double Z998 = 3.090232;
    private static final double TAIL_95 = 0.025;
    private static final double TAIL_998 = 0.001;
    private static final double WINSORISED = 0.1;
    private static final double LEVEL = 0.05;

    /** So many of so many. */
    public record Count(long hits, long size) {
        public Count {
            if (hits < 0 || hits > size) {
                throw new IllegalArgumentException("A share needs 0 <= x <= n, got " + hits + " of " + size);
            }
        }
    }

    /** Limits at a size, as shares. */
    public record Limits(Interval inner, Interval outer) {}

    /** Where a unit lies; only what is beyond the 99.8 % limits is a signal. */
    public enum Place {
        USUAL,
        HIGH,
        LOW,
        /** Nobody is in the unit. */
        EMPTY
    }

    /**
     * One unit.
     *
     * @param limits 95 % and 99.8 %; empty without anybody
     * @param p two-sided, with overdispersion; the doubled smaller binomial tail in small units without it
     * @param adjusted p after Benjamini and Hochberg over all units; present with more than
     *     {@value #MOST_WITHOUT_CORRECTION} units only
     */
    public record Unit(
            Count count,
            OptionalDouble share,
            Optional<Limits> limits,
            OptionalDouble p,
            OptionalDouble adjusted,
            Place place) {}

    public Funnel {
        units = List.copyOf(units);
    }

    /** The funnel of these units; empty when nobody is in any of them. */
    public static Optional<Funnel> of(List<Count> counts) {
        List<Count> filled = counts.stream().filter(count -> count.size() > 0).toList();
        if (filled.isEmpty()) {
            return Optional.empty();
        }
        long hits = filled.stream().mapToLong(Count::hits).sum();
        long size = filled.stream().mapToLong(Count::size).sum();
        double centre = (double) hits / size;
        double dispersion = dispersion(filled, centre);
        double between = between(filled, dispersion);
        double[] p = new double[filled.size()];
        for (int i = 0; i < p.length; i++) {
            p[i] = p(filled.get(i), centre, between);
        }
        boolean corrected = p.length > MOST_WITHOUT_CORRECTION;
        double[] adjusted = corrected ? PAdjust.benjaminiHochberg(p) : p;
        List<Unit> units = new ArrayList<>();
        int next = 0;
        for (Count count : counts) {
            if (count.size() == 0) {
                units.add(new Unit(
                        count,
                        OptionalDouble.empty(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Place.EMPTY));
                continue;
            }
            Limits limits = limits(centre, between, count.size());
            double share = (double) count.hits() / count.size();
            boolean stands = !corrected || adjusted[next] < LEVEL;
            Place place = !stands || limits.outer().contains(share)
                    ? Place.USUAL
                    : share > limits.outer().upper() ? Place.HIGH : Place.LOW;
            units.add(new Unit(
                    count,
                    OptionalDouble.of(share),
                    Optional.of(limits),
                    OptionalDouble.of(p[next]),
                    corrected ? OptionalDouble.of(adjusted[next]) : OptionalDouble.empty(),
                    place));
            next++;
        }
        return Optional.of(new Funnel(centre, dispersion, between, units));
    }

    /** The limits for a unit of this size. */
    public Limits limitsAt(long size) {
        return limits(centre, between, size);
    }

    /** Whether there are enough units, each with enough in it, to draw. */
    public boolean drawable() {
        return units.size() >= FEWEST_UNITS
                && units.stream().allMatch(unit -> unit.count().size() >= FEWEST_EACH);
    }

    /** Limits around a share for a unit of a size of at least 1. */
    static Limits limits(double centre, double between, long size) {
        return new Limits(limits(centre, between, size, Z95, TAIL_95), limits(centre, between, size, Z998, TAIL_998));
    }

    private static Interval limits(double centre, double between, long size, double z, double tail) {
        if (size < 1) {
            throw new IllegalArgumentException("Limits need a size of at least 1, got " + size);
        }
        double angle = Math.asin(Math.sqrt(centre));
        double width = z * Math.sqrt(0.25 / size + between);
        double lower = angle - width <= 0 ? 0 : square(Math.sin(angle - width));
        double upper = angle + width >= Math.PI / 2 ? 1 : square(Math.sin(angle + width));
        if (size >= FIRST_ARCSINE) {
            return new Interval(lower, upper);
        }
        double exactLower = exact(centre, (int) size, tail);
        double exactUpper = exact(centre, (int) size, 1 - tail);
        return between > 0
                ? new Interval(Math.min(lower, exactLower), Math.max(upper, exactUpper))
                : new Interval(exactLower, exactUpper);
    }

    /** The binomial quantile: nobody but those with a chance of less than the tail lies beyond it. */
    private static double exact(double centre, int size, double t) {
        return (double) new BinomialDistribution(null, size, centre).inverseCumulativeProbability(t) / size;
    }

    private static double dispersion(List<Count> units, double centre) {
        double[] z = units.stream().mapToDouble(unit -> z(unit, centre, 0)).toArray();
        double[] ascending = z.clone();
        Arrays.sort(ascending);
        double low = Quantiles.ofSorted(ascending, WINSORISED);
        double high = Quantiles.ofSorted(ascending, 1 - WINSORISED);
        double sum = 0;
        for (double each : z) {
            sum += square(Math.min(high, Math.max(low, each)));
        }
        return sum / z.length;
    }

    private static double between(List<Count> units, double dispersion) {
        int k = units.size();
        double weights = 0;
        double squares = 0;
        for (Count unit : units) {
            double weight = 4.0 * unit.size();
            weights += weight;
            squares += weight * weight;
        }
        double scale = weights - squares / weights;
        return k < 2 || scale <= 0 ? 0 : Math.max(0, (k * dispersion - (k - 1)) / scale);
    }

    private static double z(Count unit, double centre, double between) {
        double share = (double) unit.hits() / unit.size();
        return (Math.asin(Math.sqrt(share)) - Math.asin(Math.sqrt(centre))) / Math.sqrt(0.25 / unit.size() + between);
    }

    private static double p(Count unit, double centre, double between) {
        if (unit.size() < FIRST_ARCSINE && between == 0) {
            BinomialDistribution binomial = new BinomialDistribution(null, (int) unit.size(), centre);
            double below = binomial.cumulativeProbability((int) unit.hits());
            double above = 1 - binomial.cumulativeProbability((int) unit.hits() - 1);
            return Math.min(1, 2 * Math.min(below, above));
        }
        return Erf.erfc(Math.abs(z(unit, centre, between)) / Math.sqrt(2));
    }

    private static double square(double value) {
        return value * value;
    }
}
