package mendline.stats;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A severity-adjusted effect size: how much better courses ended than those of a reference sample that began alike, in SDs of first scores
 * there. The expected last score is {@code intercept + slope · first}; the mean of expected minus observed, or the other way where higher is
 * better, is divided by the reference SD and the reference effect size is added. The reference counts as known without error.
 *
 * @param interval 95 %, Student's t; empty below two pairs and where nothing varies
 */
public record SeverityAdjusted(long n, double effect, Optional<Interval> interval) {
    /**
     * The regression of a reference sample, in the unit of the pairs.
     *
     * @param sd of first scores
     * @param effect pre-post effect size of the reference sample
     */
    public record Reference(double intercept, double slope, double sd, double effect) {}

    /**
     * From pairs of first and last score.
     *
     * @param better +1 when higher is better, −1 when lower is
     * @return empty without pairs, or when the reference SD is not positive
     */
    public static Optional<SeverityAdjusted> of(PairedMoments pairs, Reference reference, int better) {
        if (pairs.n() == 0 || !(reference.sd() > 0)) {
            return Optional.empty();
        }
        double first = pairs.first().mean().orElseThrow();
        double last = pairs.second().mean().orElseThrow();
        double effect = better * (last - reference.intercept() - reference.slope() * first) / reference.sd()
                + reference.effect();
        return Optional.of(new SeverityAdjusted(pairs.n(), effect, interval(pairs, reference, effect)));
    }

    private static Optional<Interval> interval(PairedMoments pairs, Reference reference, double effect) {
        OptionalDouble before = pairs.first().variance();
        OptionalDouble after = pairs.second().variance();
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        double slope = reference.slope();
        double shared = pairs.correlation().orElse(0) * Math.sqrt(before.getAsDouble() * after.getAsDouble());
        double variance = after.getAsDouble() + slope * slope * before.getAsDouble() - 2 * slope * shared;
        if (!(variance > 0)) {
            return Optional.empty();
        }
        double half = Confidence.t95(pairs.n() - 1.0) * Math.sqrt(variance / pairs.n()) / reference.sd();
        return Optional.of(new Interval(effect - half, effect + half));
    }
}
