package mendline.stats;

import java.util.Comparator;

/**
 * What a straight line through one group's points needs: their number and the exact sums of times, values, squares and products.
 *
 * @param n how many points
 */
public record LineSums(long n, long times, long timeSquares, long values, long products, long valueSquares)
        implements Comparable<LineSums> {
    private static final Comparator<LineSums> ORDER = Comparator.comparingLong(LineSums::n)
            .thenComparingLong(LineSums::times)
            .thenComparingLong(LineSums::timeSquares)
            .thenComparingLong(LineSums::values)
            .thenComparingLong(LineSums::products)
            .thenComparingLong(LineSums::valueSquares);

    /** The sums over points; throws where a sum is too large for a long. */
    public static LineSums of(int[] times, int[] values) {
        if (times.length != values.length) {
            throw new IllegalArgumentException(
                    "a line needs as many times as values, was " + times.length + " and " + values.length);
        }
        long t = 0;
        long tt = 0;
        long y = 0;
        long ty = 0;
        long yy = 0;
        for (int i = 0; i < times.length; i++) {
            long time = times[i];
            long value = values[i];
            t = Math.addExact(t, time);
            tt = Math.addExact(tt, time * time);
            y = Math.addExact(y, value);
            ty = Math.addExact(ty, time * value);
            yy = Math.addExact(yy, value * value);
        }
        return new LineSums(times.length, t, tt, y, ty, yy);
    }

    /** The group for a mixed model of an intercept (column 0) and a slope (column 1), with values divided by {@code unit}. */
    GroupSums group(double unit) {
        return GroupSums.ofLine(n, times, timeSquares, values / unit, products / unit, valueSquares / (unit * unit));
    }

    @Override
    public int compareTo(LineSums other) {
        return ORDER.compare(this, other);
    }
}
