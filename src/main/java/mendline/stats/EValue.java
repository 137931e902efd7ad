package mendline.stats;

/**
 * How strongly something unmeasured would have to go with both exposure and outcome, on the scale of risk ratios, to
 * explain an association away (VanderWeele and Ding 2017).
 *
 * @param estimate for the estimate itself
 * @param limit for the limit of the interval nearer to no association; 1 when the interval holds it
 */
public record EValue(double estimate, double limit) {
    /** A standardised difference d is taken as the risk ratio {@code exp(0.91 d)}. */
    private static final double RATIO_OF_DIFFERENCE = 0.91;

    /** {@code RR + √(RR(RR − 1))}, of 1/RR below one. */
    public static EValue ofRiskRatio(double ratio, Interval interval) {
        if (!(ratio > 0) || !(interval.lower() > 0) || !interval.contains(ratio)) {
            throw new IllegalArgumentException(
                    "a risk ratio is positive and inside its interval, got " + ratio + " in " + interval);
        }
        double nearer = ratio >= 1 ? interval.lower() : interval.upper();
        boolean holdsOne = interval.contains(1);
        return new EValue(value(ratio), holdsOne ? 1 : value(nearer));
    }

    /** Of a difference in standard deviations: limits are {@code exp(0.91 d ± 1.78 SE)}. */
    public static EValue ofStandardisedDifference(double difference, double standardError) {
        double halfWidth = 1.78 * standardError;
        double centre = RATIO_OF_DIFFERENCE * difference;
        return ofRiskRatio(Math.exp(centre), new Interval(Math.exp(centre - halfWidth), Math.exp(centre + halfWidth)));
    }

    private static double value(double ratio) {
        double up = ratio >= 1 ? ratio : 1 / ratio;
        return up + Math.sqrt(up * (up - 1));
    }
}
