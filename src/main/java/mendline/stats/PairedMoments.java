package mendline.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.OptionalDouble;

/** Exact sums of pairs of whole numbers (both values known), enough for two means, two SDs and a correlation. */
public record PairedMoments(Moments first, Moments second, BigInteger sumOfProducts) {
    public static final PairedMoments NONE = new PairedMoments(Moments.NONE, Moments.NONE, BigInteger.ZERO);

    public PairedMoments {
        if (first.n() != second.n()) {
            throw new IllegalArgumentException(
                    "Pairs need as many first values as second, got " + first.n() + " and " + second.n());
        }
    }

    public PairedMoments with(long firstValue, long secondValue) {
        return new PairedMoments(
                first.with(firstValue),
                second.with(secondValue),
                sumOfProducts.add(ExactRatios.product(firstValue, secondValue)));
    }

    public PairedMoments plus(PairedMoments other) {
        return new PairedMoments(
                first.plus(other.first), second.plus(other.second), sumOfProducts.add(other.sumOfProducts));
    }

    public long n() {
        return first.n();
    }

    /** Pearson's correlation; empty below two pairs and when either side does not vary. */
    public OptionalDouble correlation() {
        BigInteger spread = first.scaledSquares().multiply(second.scaledSquares());
        if (n() < 2 || spread.signum() == 0) {
            return OptionalDouble.empty();
        }
        BigInteger joint = BigInteger.valueOf(n())
                .multiply(sumOfProducts)
                .subtract(ExactRatios.product(first.sum(), second.sum()));
        BigDecimal root = new BigDecimal(spread).sqrt(MathContext.DECIMAL128);
        return OptionalDouble.of(
                new BigDecimal(joint).divide(root, MathContext.DECIMAL128).doubleValue());
    }
}
