package mendline.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The Kaplan-Meier (1958) estimate of the share still without the event. At each time {@code S ← S(1 − d/n)}; events
 * come before censorings at the same time; competing events count as censored. Limits are 95 % on the log(−log) scale
 * with Greenwood's variance: {@code S^exp(±z·se/(S·ln S))}.
 *
 * @param points one per time at which anybody left observation, ascending
 */
public record KaplanMeier(List<SurvivalPoint> points) {
    /** A product of fractions that equals one half may come out a few units in the last place above it. */
    private static final double HALF = 0.5 + 1e-12;

    public KaplanMeier {
        points = List.copyOf(points);
    }

    /**
     * The curve with limits for people who are counted more than once: the infinitesimal-jackknife variance, summed
     * over clusters (Jaeckel 1972; as {@code survfit} of R's package survival has it with {@code cluster}), in place of
     * Greenwood's, which takes every time as another person's.
     *
     * @param clusters one tally for each person; their sum is what the curve is made of
     */
    public static KaplanMeier clustered(List<SurvivalTally> clusters) {
        SurvivalTally all = clusters.stream().reduce(SurvivalTally.NONE, SurvivalTally::plus);
        KaplanMeier plain = of(all);
        double[] variance = SurvivalInfluence.ofSurvival(all, clusters);
        List<SurvivalPoint> points = new ArrayList<>(plain.points().size());
        for (int i = 0; i < variance.length; i++) {
            SurvivalPoint at = plain.points().get(i);
            points.add(point(
                    at.time(),
                    at.atRisk(),
                    at.events(),
                    at.censored(),
                    at.survival(),
                    Math.sqrt(variance[i]) / at.survival()));
        }
        return new KaplanMeier(points);
    }

    public static KaplanMeier of(SurvivalTally tally) {
        List<SurvivalPoint> points = new ArrayList<>(tally.exits().size());
        long atRisk = tally.total();
        double survival = 1;
        double hazard = 0;
        for (Map.Entry<Integer, SurvivalTally.Exits> entry : tally.exits().entrySet()) {
            long events = entry.getValue().events();
            long left = entry.getValue().total();
            if (events > 0) {
                survival *= (double) (atRisk - events) / atRisk;
                hazard += (double) events / ((double) atRisk * (atRisk - events));
            }
            points.add(point(entry.getKey(), atRisk, events, left - events, survival, Math.sqrt(hazard)));
            atRisk -= left;
        }
        return new KaplanMeier(points);
    }

    /** The share without the event just after {@code time}; the last known share beyond the last point. */
    public double survivalAt(int time) {
        double survival = 1;
        for (SurvivalPoint point : points) {
            if (point.time() > time) {
                break;
            }
            survival = point.survival();
        }
        return survival;
    }

    /** Those under observation just before {@code time}. */
    public long atRisk(int time) {
        for (SurvivalPoint point : points) {
            if (point.time() >= time) {
                return point.atRisk();
            }
        }
        return 0;
    }

    /** The first time at which no more than half are without the event; empty when that is not reached. */
    public OptionalInt median() {
        for (SurvivalPoint point : points) {
            if (point.survival() <= HALF) {
                return OptionalInt.of(point.time());
            }
        }
        return OptionalInt.empty();
    }

    /** The lower 95 % limit of the median: where the lower limit of the curve comes down to one half, if it does. */
    public OptionalInt medianLower() {
        for (SurvivalPoint point : points) {
            if (point.lower().orElse(1) <= HALF) {
                return OptionalInt.of(point.time());
            }
        }
        return OptionalInt.empty();
    }

    /** The upper 95 % limit of the median; empty when the upper limit of the curve stays above one half. */
    public OptionalInt medianUpper() {
        for (SurvivalPoint point : points) {
            if (point.upper().orElse(1) <= HALF) {
                return OptionalInt.of(point.time());
            }
        }
        return OptionalInt.empty();
    }

    private static SurvivalPoint point(
            int time, long atRisk, long events, long censored, double survival, double relativeError) {
        if (survival <= 0 || survival >= 1) {
            return new SurvivalPoint(
                    time, atRisk, events, censored, survival, 0, OptionalDouble.empty(), OptionalDouble.empty());
        }
        double standardError = survival * relativeError;
        double spread = Confidence.Z95 * relativeError / Math.abs(StrictMath.log(survival));
        return new SurvivalPoint(
                time,
                atRisk,
                events,
                censored,
                survival,
                standardError,
                OptionalDouble.of(StrictMath.pow(survival, StrictMath.exp(spread))),
                OptionalDouble.of(StrictMath.pow(survival, StrictMath.exp(-spread))));
    }
}
