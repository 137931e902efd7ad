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
        double rest = 1 - kappa;
        double agreeing = both / n * square(1 - (first + second) * rest)
                + neither / n * square(1 - (2 - first - second) * rest);
        double apart = onlyFirst / n * square(second + 1 - first) + onlySecond / n * square(1 - second + first);
        double sum = agreeing + square(rest) * apart - square(kappa - expected * rest);
        double error = sum < NOTHING ? 0 : Math.sqrt(sum / n) / (1 - expected);
        Optional<Interval> interval = error == 0
                ? Optional.empty()
                : Optional.of(new Interval(
                        Math.max(-1, kappa - Confidence.Z95 * error), Math.min(1, kappa + Confidence.Z95 * error)));
        return Optional.of(new Kappa(kappa, error, interval));
    }

    private static double square(double x) {
        return x * x;
    }
}
