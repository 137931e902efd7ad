package mendline.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** p-values adjusted for being several, in the order in which they came. */
public final class PAdjust {
    private PAdjust() {}

    /** Holm 1979: {@code max over the smaller ones of (m − rank + 1)·p}, at most 1. Keeps the chance of any false finding. */
    public static double[] holm(double... p) {
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            largest = Math.max(largest, Math.min(1, (p.length - rank) * p[order[rank]]));
            adjusted[order[rank]] = largest;
        }
        return adjusted;
    }

    /** Benjamini and Hochberg 1995: {@code min over the larger ones of (m/rank)·p}. Keeps the expected share of false findings. */
    public static double[] benjaminiHochberg(double... p) {
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double smallest = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            smallest = Math.min(smallest, p[order[rank - 1]] * p.length / rank);
            adjusted[order[rank - 1]] = smallest;
        }
        return adjusted;
    }

    private static int[] ascending(double[] p) {
        if (Arrays.stream(p).anyMatch(one -> !(one >= 0 && one <= 1))) {
            throw new IllegalArgumentException("a p-value lies between 0 and 1, got " + Arrays.toString(p));
        }
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
