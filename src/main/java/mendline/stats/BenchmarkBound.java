package mendline.stats;

import java.util.OptionalDouble;

/**
 * The one-sided 95 % lower bound of a pre-post effect size, to be set against a benchmark (after Minami and others 2008): √n · d is taken as
 * noncentral t with n − 1 degrees of freedom and noncentrality √n · δ, which is exact where first and last scores correlate at 0.5.
 */
public final class BenchmarkBound {
    /** A difference of effect sizes that does not matter. */
    public static final double MARGIN = 0.2;

    private static final double LEVEL = 0.95;

    private BenchmarkBound() {}

    /**
     * The bound of d, before any small-sample correction.
     *
     * @return empty below two pairs, or when d is not a number
     */
    public static OptionalDouble of(double d, long n) {
        if (n < 2 || Double.isNaN(d) || Double.isInfinite(d)) {
            return OptionalDouble.empty();
        }
        double root = Math.sqrt(n);
        return OptionalDouble.of(NoncentralT.lowerBound(root * d, n - 1.0, LEVEL) / root);
    }

    /** Whether the bound shows an effect no more than {@link #MARGIN} short of that of trials. */
    public static boolean equivalent(double bound, double trials) {
        return bound > trials - MARGIN;
    }

    /** Whether the bound shows an effect more than {@link #MARGIN} above that of waiting. */
    public static boolean beyondWaiting(double bound, double waiting) {
        return bound > waiting + MARGIN;
    }
}
