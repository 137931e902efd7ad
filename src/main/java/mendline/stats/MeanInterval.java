package mendline.stats;

import java.util.Optional;

/** The 95 % interval of a mean by Student's t. */
public final class MeanInterval {
    private MeanInterval() {}

    /**
     * {@code mean ± t·s/√n} with n − 1 degrees of freedom. Empty below two values, and when all values are equal: a
     * spread estimated as nothing cannot say how sure the mean is.
     */
    public static Optional<Interval> of(Moments moments) {
        double variance = moments.variance().orElse(0);
        if (variance <= 0) {
            return Optional.empty();
        }
        double mean = moments.mean().orElseThrow();
        double halfWidth = Confidence.t95(moments.n() - 1.0) * Math.sqrt(variance / moments.n());
        return Optional.of(new Interval(mean - halfWidth, mean + halfWidth));
    }
}
