package mendline.aggregate;

import java.util.OptionalDouble;

/** So many of so many; for a rate per hundred sessions the first may exceed the second. */
public record Ratio(long numerator, long denominator) {
    public Ratio {
        if (numerator < 0 || denominator < 0) {
            throw new IllegalArgumentException("a ratio needs counts >= 0, was " + numerator + " of " + denominator);
        }
    }

    /** The fraction; empty when there is nothing to divide by. */
    public OptionalDouble value() {
        return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) numerator / denominator);
    }
}
