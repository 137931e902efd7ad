package mendline.stats;

/**
 * A linear combination of coefficients.
 *
 * @param degreesOfFreedom of Student's t behind interval and p; infinite where they are normal
 * @param interval 95 %
 * @param p two-sided, of no difference from zero
 */
public record LinearEstimate(
        double value, double standardError, double degreesOfFreedom, Interval interval, double p) {}
