package mendline.stats;

import java.util.Arrays;
import java.util.TreeMap;

/** Counts whole numbers quickly; not for sharing between threads. */
public final class HistogramBuilder {
    private static final int DENSE_LIMIT = 1 << 16;

    private long[] dense = new long[64];
    private final TreeMap<Integer, Long> sparse = new TreeMap<>();

    public void add(int value) {
        add(value, 1);
    }

    public void add(int value, long count) {
        if (count < 0) {
            throw new IllegalArgumentException("A count cannot be negative, got " + count + " for " + value);
        }
        if (value < 0 || value >= DENSE_LIMIT) {
            sparse.merge(value, count, Math::addExact);
            return;
        }
        if (value >= dense.length) {
            dense = Arrays.copyOf(dense, Math.min(DENSE_LIMIT, Math.max(value + 1, 2 * dense.length)));
        }
        dense[value] = Math.addExact(dense[value], count);
    }

    public void addAll(Histogram histogram) {
        histogram.counts().forEach(this::add);
    }

    public Histogram toHistogram() {
        TreeMap<Integer, Long> counts = new TreeMap<>(sparse);
        for (int value = 0; value < dense.length; value++) {
            if (dense[value] > 0) {
                counts.put(value, dense[value]);
            }
        }
        return new Histogram(counts);
    }
}
