package mendline.stats;

import java.util.Optional;

/**
 * The difference of two means, first minus second, with its 95 % interval after Welch (1947), which does not assume
 * equal variances.
 *
 * @param degreesOfFreedom Welch and Satterthwaite's approximation, seldom a whole number
 */
public record MeanDifference(double difference, Interval interval, double degreesOfFreedom) {

    /** Empty when either group has fewer than two values, and when no value in either differs from its mean. */
    public static Optional<MeanDifference> welch(Moments a, Moments b) {
        if (a.n() < 2 || b.n() < 2) {
            return Optional.empty();
        }
        double errorA = a.variance().orElseThrow() / a.n();
        double errorB = b.variance().orElseThrow() / b.n();
        double error = errorA + errorB;
        if (error <= 0) {
            return Optional.empty();
        }
        double degreesOfFreedom = error * error / (errorA * errorA / (a.n() - 1.0) + errorB * errorB / (b.n() - 1.0));
        double difference = a.mean().orElseThrow() - b.mean().orElseThrow();
        double halfWidth = Confidence.t95(degreesOfFreedom) * Math.sqrt(error);
        return Optional.of(new MeanDifference(
                difference, new Interval(difference - halfWidth, difference + halfWidth), degreesOfFreedom));
    }
}
