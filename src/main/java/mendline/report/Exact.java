package mendline.report;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mendline.model.Scores;

/** Numbers as data files spell them: exact, without exponent, empty when missing. */
public final class Exact {
    private Exact() {}

    /** The shortest text that reads back as the same double. */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a data file holds finite numbers only, was " + value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return exact.toPlainString();
    }

    /** The same, empty when missing. */
    public static String text(OptionalDouble value) {
        return value.isPresent() ? text(value.getAsDouble()) : "";
    }

    /** A whole number, empty when missing. */
    public static String text(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }

    /** Hundredths as points, empty when missing. */
    public static String points(OptionalInt hundredths) {
        return hundredths.isPresent() ? Scores.text(hundredths.getAsInt()) : "";
    }
}
