package mendline.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Scores as whole hundredths of a point, so that sums are exact. */
public final class Scores {
    private Scores() {}

    /** Hundredths of a point as points. */
    public static double points(long hundredths) {
        return hundredths / 100.0;
    }

    /** Points rounded half-even to whole hundredths. */
    public static int hundredths(double points) {
        return BigDecimal.valueOf(points)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_EVEN)
                .intValueExact();
    }

    /** The shortest plain decimal text of a score in hundredths: {@code 12}, {@code 12.5}. */
    public static String text(long hundredths) {
        BigDecimal points = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
        return points.scale() < 0 ? points.setScale(0).toPlainString() : points.toPlainString();
    }
}
