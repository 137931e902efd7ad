package mendline.render;

import java.math.BigDecimal;

/** Numbers as files spell them. */
final class Numerals {
    private static final double LONGEST = 1e15;
    private static final double SHORTEST = 1e-7;

    private Numerals() {}

    /** The shortest spelling that reads back as the same number; without exponent unless the number is huge or tiny. */
    static String exact(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (!Double.isFinite(value) || size >= LONGEST || size < SHORTEST) {
            return Double.toString(value);
        }
        BigDecimal number = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return (number.scale() < 0 ? number.setScale(0) : number).toPlainString();
    }
}
