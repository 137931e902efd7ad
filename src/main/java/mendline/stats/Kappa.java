package mendline.stats;

import java.util.Optional;

/**
 * Cohen's kappa of two yes-or-no judgements (Cohen 1960): agreement beyond what their margins would give by chance, with
 * the large-sample standard error of Fleiss, Cohen and Everitt (1969).
 *
 * @param value 1 for full agreement, 0 for what chance gives, below 0 for less
 * @param standardError for intervals, not for a test against 0
 * @param interval 95 %, cut at -1 and 1; empty where the standard error is 0, as with full agreement or one answer only on
 *     one side
 */
public record Kappa(double value, double standardError, Optional<Interval> interval) {
    /** A sum of squares below this is rounding: full agreement, full disagreement, or one side with one answer only. */
    private static final double NOTHING = 1e-12;

    /** Empty without anything judged, and where both always gave the same one answer. */
    public static Optional<Kappa> of(long both, long onlyFirst, long onlySecond, long neither) {
        if (both < 0 || onlyFirst < 0 || onlySecond < 0 || neither < 0) {
            throw new IllegalArgumentException("Agreement needs counts of 0 or more, got " + both + ", " + onlyFirst
                    + ", " + onlySecond + " and " + neither);
        }
        double n = (double) both + onlyFirst + onlySecond + neither;
        if (n == both || n == neither) {
            return Optional.empty();
        }
        double first = (both + onlyFirst) / n;
        double second = (both + onlySecond) / n;
        double observed = (both + neither) / n;
        double expected = first * second + (1 - first) * (1 - second);
        double kappa = (observed - expected) / (1 - expected);
        double[] shares = {both / n, onlyFirst / n, onlySecond / n, neither / n};
        double rest = (1 - observed) / (1 - expected);
        double[] slopes = {
            1 - rest * (first + second),
            -rest * (1 - first + second),
            -rest * (1 + first - second),
            1 - rest * (2 - first - second)
        };
        double variance = variance(shares, slopes);
        double error = variance < NOTHING ? 0 : Math.sqrt(variance / n) / (1 - expected);
        Optional<Interval> interval = error == 0
                ? Optional.empty()
                : Optional.of(new Interval(
                        Math.max(-1, kappa - Confidence.Z95 * error), Math.min(1, kappa + Confidence.Z95 * error)));
        return Optional.of(new Kappa(kappa, error, interval));
    }

    /** Of the slopes of kappa in each cell, about their mean: what the published sum of squares comes to, without its rounding. */
    private static double variance(double[] shares, double[] slopes) {
        double mean = 0;
        for (int i = 0; i < shares.length; i++) {
            mean += shares[i] * slopes[i];
        }
        double variance = 0;
        for (int i = 0; i < shares.length; i++) {
            variance += shares[i] * (slopes[i] - mean) * (slopes[i] - mean);
        }
        return variance;
    }
}
