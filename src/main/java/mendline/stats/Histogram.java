package mendline.stats;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each whole number occurred. Exact and mergeable; quantiles come out of the counts.
 *
 * @param counts value to count, ascending, without zero counts, unmodifiable
 */
public record Histogram(SortedMap<Integer, Long> counts) {
    public static final Histogram NONE = new Histogram(new TreeMap<>());

    public Histogram {
        TreeMap<Integer, Long> copy = new TreeMap<>(counts);
        for (Map.Entry<Integer, Long> entry : copy.entrySet()) {
            if (entry.getValue() < 0) {
                throw new IllegalArgumentException(
                        "A count cannot be negative, got " + entry.getValue() + " for " + entry.getKey());
            }
        }
        copy.values().removeIf(count -> count == 0);
        counts = Collections.unmodifiableSortedMap(copy);
    }

    public static Histogram of(int... values) {
        HistogramBuilder builder = new HistogramBuilder();
        for (int value : values) {
            builder.add(value);
        }
        return builder.toHistogram();
    }

    public Histogram with(int value) {
        return plus(of(value));
    }

    public Histogram plus(Histogram other) {
        TreeMap<Integer, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((value, count) -> sum.merge(value, count, Math::addExact));
        return new Histogram(sum);
    }

    /** How often {@code value} occurred. */
    public long count(int value) {
        return counts.getOrDefault(value, 0L);
    }

    /** How many values there are in all. */
    public long total() {
        long total = 0;
        for (long count : counts.values()) {
            total = Math.addExact(total, count);
        }
        return total;
    }

    /** The middle value, or half-way between the two middle ones; empty without values. */
    public OptionalDouble median() {
        return quantile(0.5);
    }

    /**
     * The quantile of definition 7 of Hyndman and Fan (1996), the default of R: linear between the order statistics
     * around {@code 1 + (n − 1)p}. Empty without values.
     */
    public OptionalDouble quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A quantile needs 0 <= p <= 1, got " + p);
        }
        long total = total();
        if (total == 0) {
            return OptionalDouble.empty();
        }
        double position = (total - 1) * p;
        long below = (long) Math.floor(position);
        double fraction = position - below;
        double low = orderStatistic(below);
        double high = fraction == 0 ? low : orderStatistic(below + 1);
        return OptionalDouble.of(low + fraction * (high - low));
    }

    private int orderStatistic(long index) {
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen > index) {
                return entry.getKey();
            }
        }
        return counts.lastKey();
    }
}
