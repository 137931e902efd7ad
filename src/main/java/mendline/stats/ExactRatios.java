package mendline.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Whole-number fractions turned into doubles with one rounding, so that the way to the fraction does not matter. */
final class ExactRatios {
    private ExactRatios() {}

    static double toDouble(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** The mean of the given doubles taken as exact numbers, rounded once. */
    static double mean(double[] values, int count) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            sum = sum.add(new BigDecimal(values[i]));
        }
        return sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128).doubleValue();
    }

    static BigInteger product(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        boolean fits = (high == 0 && low >= 0) || (high == -1 && low < 0);
        return fits ? BigInteger.valueOf(low) : BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
