package mendline.stats;

import java.math.BigInteger;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The lag-1 autocorrelation of what is left of many short series once each has lost its least-squares line. Products
 * of residuals are rounded to millionths and added as whole numbers, so merging is exact in any order.
 *
 * <p>Taking a line out of a short series pushes the plain estimate far below the truth (with 8 points and no
 * correlation, to about −0.29). For AR(1) noise at equally spaced points the expected sums are known: with M the matrix
 * that takes the line out, A the one that pairs neighbours and R(ρ) the correlations, the products add up to
 * {@code tr(MAM·R(ρ))} and the squares to {@code tr(M·R(ρ))} per unit of variance. {@link #rho} is the ρ at which the
 * ratio of the two, each added up over the lengths seen, equals the observed ratio (a method-of-moments estimate). It
 * supposes that the noise is about equally strong in all series.
 *
 * @param lagged   sum of products of neighbouring residuals, in millionths
 * @param squares  sum of squared residuals, in millionths
 * @param lengths  how many series there were of each length
 */
public record PooledAutocorrelation(BigInteger lagged, BigInteger squares, Histogram lengths) {
    public static final PooledAutocorrelation NONE =
            new PooledAutocorrelation(BigInteger.ZERO, BigInteger.ZERO, Histogram.NONE);

    /** Shorter series say next to nothing about neighbours once a line is taken out; they are passed over. */
    public static final int SHORTEST = 5;

    private static final double MILLIONTHS = 1e6;
    private static final double RHO_LIMIT = 0.999;

    /**
     * Adds one series of equally spaced values, in order, after taking its least-squares line out; whether the caller
     * has taken a line out before makes no difference. A series below {@value #SHORTEST} points changes nothing.
     */
    public PooledAutocorrelation with(double[] series) {
        int n = series.length;
        if (n < SHORTEST) {
            return this;
        }
        double[] residuals = withoutLine(series);
        BigInteger products = BigInteger.ZERO;
        BigInteger own = BigInteger.ZERO;
        for (int i = 0; i < n; i++) {
            own = own.add(millionths(residuals[i] * residuals[i]));
            if (i > 0) {
                products = products.add(millionths(residuals[i] * residuals[i - 1]));
            }
        }
        return new PooledAutocorrelation(lagged.add(products), squares.add(own), lengths.with(n));
    }

    public PooledAutocorrelation plus(PooledAutocorrelation other) {
        return new PooledAutocorrelation(
                lagged.add(other.lagged), squares.add(other.squares), lengths.plus(other.lengths));
    }

    /** The estimate corrected for the line, clipped to the given range; empty when no residual differs from 0. */
    public OptionalDouble rho(double low, double high) {
        if (squares.signum() == 0) {
            return OptionalDouble.empty();
        }
        double observed = ExactRatios.toDouble(lagged, squares);
        double below = -RHO_LIMIT;
        double above = RHO_LIMIT;
        LineResidualSums expected = LineResidualSums.of(lengths.counts());
        for (int i = 0; i < 60; i++) {
            double middle = (below + above) / 2;
            if (expected.ratio(middle) < observed) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return OptionalDouble.of(clip((below + above) / 2, low, high));
    }

    /**
     * The plain estimate, mean product of neighbours over mean square, clipped to the given range; biased towards −1
     * in short series. Empty when no residual differs from 0.
     */
    public OptionalDouble uncorrectedRho(double low, double high) {
        if (squares.signum() == 0) {
            return OptionalDouble.empty();
        }
        long points = 0;
        for (Map.Entry<Integer, Long> entry : lengths.counts().entrySet()) {
            points = Math.addExact(points, Math.multiplyExact((long) entry.getKey(), (long) entry.getValue()));
        }
        double plain = ExactRatios.toDouble(
                lagged.multiply(BigInteger.valueOf(points)),
                squares.multiply(BigInteger.valueOf(points - lengths.total())));
        return OptionalDouble.of(clip(plain, low, high));
    }

    /** What is left of {@code series} when its least-squares line is taken out. */
    private static double[] withoutLine(double[] series) {
        int n = series.length;
        double middle = (n - 1) / 2.0;
        double sum = 0;
        double product = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            sum += series[i];
            product += (i - middle) * series[i];
            square += (i - middle) * (i - middle);
        }
        double[] residuals = new double[n];
        for (int i = 0; i < n; i++) {
            residuals[i] = series[i] - sum / n - product / square * (i - middle);
        }
        return residuals;
    }

    private static double clip(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    private static BigInteger millionths(double value) {
        return BigInteger.valueOf(Math.round(value * MILLIONTHS));
    }
}
