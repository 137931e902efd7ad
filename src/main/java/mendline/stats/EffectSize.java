package mendline.stats;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A standardised change from before to after in one group: {@code d = change / S₁} with the SD before,
 * {@code J = 1 − 3/(4(n − 1) − 1)}, {@code g = J·d}, {@code Var(d) ≈ 2(1 − r)/n + d²/(2n)} with the correlation r of
 * before and after, and the interval {@code J(d ± z√Var)} (after Morris and DeShon 2002 and Hedges 1981).
 *
 * @param n         pairs
 * @param d         before the small-sample correction J
 * @param g         after it
 * @param variance  of d
 * @param interval  95 %, of g
 */
public record EffectSize(long n, double d, double g, double variance, Interval interval) {

    /**
     * From a mean change whose sign the caller has chosen (positive for better).
     *
     * @return empty below three pairs, where J means nothing, or when {@code sdBefore} is not positive
     */
    public static Optional<EffectSize> prePost(double meanChange, double sdBefore, long n, double correlation) {
        if (n < 3 || !(sdBefore > 0)) {
            return Optional.empty();
        }
        if (!(Math.abs(correlation) <= 1)) {
            throw new IllegalArgumentException("A correlation lies between -1 and 1, got " + correlation);
        }
        double d = meanChange / sdBefore;
        double j = 1 - 3 / (4 * (n - 1.0) - 1);
        double variance = 2 * (1 - correlation) / n + d * d / (2.0 * n);
        double halfWidth = Confidence.Z95 * Math.sqrt(variance);
        return Optional.of(
                new EffectSize(n, d, j * d, variance, new Interval(j * (d - halfWidth), j * (d + halfWidth))));
    }

    /**
     * From pairs of before and after.
     *
     * @param better +1 when higher is better, −1 when lower is
     * @return empty below three pairs or when either side does not vary
     */
    public static Optional<EffectSize> prePost(PairedMoments pairs, int better) {
        OptionalDouble correlation = pairs.correlation();
        if (correlation.isEmpty()) {
            return Optional.empty();
        }
        double rise = pairs.second().mean().orElseThrow() - pairs.first().mean().orElseThrow();
        return prePost(better * rise, pairs.first().sd().orElseThrow(), pairs.n(), correlation.getAsDouble());
    }
}
