package mendline.stats;

import java.math.BigInteger;
import java.util.OptionalDouble;

/**
 * Count, sum and sum of squares of whole numbers. Exact, so merging is associative and commutative to the last bit;
 * the caller chooses the unit (say, hundredths of a scale point) and scales the results back.
 */
public record Moments(long n, long sum, BigInteger sumOfSquares) {
    public static final Moments NONE = new Moments(0, 0, BigInteger.ZERO);

    public static Moments of(long... values) {
        long n = 0;
        long sum = 0;
        BigInteger squares = BigInteger.ZERO;
        for (long value : values) {
            n++;
            sum = Math.addExact(sum, value);
            squares = squares.add(ExactRatios.product(value, value));
        }
        return new Moments(n, sum, squares);
    }

    public Moments with(long value) {
        return new Moments(n + 1, Math.addExact(sum, value), sumOfSquares.add(ExactRatios.product(value, value)));
    }

    public Moments plus(Moments other) {
        return new Moments(
                Math.addExact(n, other.n), Math.addExact(sum, other.sum), sumOfSquares.add(other.sumOfSquares));
    }

    /** Empty when there is no value. */
    public OptionalDouble mean() {
        return n == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(ExactRatios.toDouble(BigInteger.valueOf(sum), BigInteger.valueOf(n)));
    }

    /** The sample variance (divisor n − 1): {@code (n·Σx² − (Σx)²) / (n(n − 1))}; empty below two values. */
    public OptionalDouble variance() {
        return n < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(ExactRatios.toDouble(scaledSquares(), ExactRatios.product(n, n - 1)));
    }

    /** The square root of {@link #variance()}; empty below two values. */
    public OptionalDouble sd() {
        OptionalDouble variance = variance();
        return variance.isEmpty() ? variance : OptionalDouble.of(Math.sqrt(variance.getAsDouble()));
    }

    /** {@code n·Σx² − (Σx)²}, that is n times the sum of squares about the mean. */
    BigInteger scaledSquares() {
        return BigInteger.valueOf(n).multiply(sumOfSquares).subtract(ExactRatios.product(sum, sum));
    }
}
