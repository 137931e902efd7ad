package mendline.stats;

import java.util.Arrays;
import java.util.Map;

/** The counts of a {@link Histogram} in order, for many quantiles with a few values left out each time. */
public final class OrderedCounts {
    private final int[] values;
    private final long[] upTo;

    private OrderedCounts(int[] values, long[] upTo) {
        this.values = values;
        this.upTo = upTo;
    }

    public static OrderedCounts of(Histogram histogram) {
        int[] values = new int[histogram.counts().size()];
        long[] upTo = new long[values.length];
        int i = 0;
        long sum = 0;
        for (Map.Entry<Integer, Long> entry : histogram.counts().entrySet()) {
            sum = Math.addExact(sum, entry.getValue());
            values[i] = entry.getKey();
            upTo[i++] = sum;
        }
        return new OrderedCounts(values, upTo);
    }

    /** How many values there are. */
    public long total() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    /**
     * The quantile of the values that are left, as {@link Histogram#quantile}.
     *
     * @param without values to leave out, each as often as it stands here; they must be among the values, and something must be left
     */
    public double quantile(double p, int... without) {
        long total = total() - without.length;
        if (total < 1) {
            throw new IllegalArgumentException("nothing is left of " + total() + " without " + without.length);
        }
        double position = (total - 1) * p;
        long below = (long) Math.floor(position);
        double fraction = position - below;
        double low = orderStatistic(below, without);
        double high = fraction == 0 ? low : orderStatistic(below + 1, without);
        return low + fraction * (high - low);
    }

    /** The first value up to which more than {@code index} others lie. */
    private int orderStatistic(long index, int[] without) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int value = values[middle];
            long left = upTo[middle]
                    - Arrays.stream(without).filter(out -> out <= value).count();
            if (left > index) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return values[low];
    }
}
