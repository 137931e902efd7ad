package mendline.stats;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How well a score tells two outcomes apart: the chance that one drawn from those with the outcome scores higher than one
 * drawn from those without, ties counting half. It is the area under the receiver operating characteristic curve, and
 * Mann and Whitney's statistic over the number of pairs (Hanley and McNeil 1982, Radiology 143:29).
 */
public final class Discrimination {
    private Discrimination() {}

    /** The area, 0 to 1, 0.5 when the score says nothing; empty when all have the same outcome. */
    public static OptionalDouble area(double[] scores, boolean[] outcomes) {
        if (scores.length != outcomes.length) {
            throw new IllegalArgumentException(scores.length + " scores and " + outcomes.length + " outcomes");
        }
        TreeMap<Double, long[]> byScore = new TreeMap<>();
        for (int i = 0; i < scores.length; i++) {
            byScore.computeIfAbsent(scores[i], score -> new long[2])[outcomes[i] ? 1 : 0]++;
        }
        long without = 0;
        long with = 0;
        double pairs = 0;
        for (Map.Entry<Double, long[]> entry : byScore.entrySet()) {
            long[] counts = entry.getValue();
            pairs += counts[1] * (without + counts[0] / 2.0);
            without += counts[0];
            with += counts[1];
        }
        return with == 0 || without == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(pairs / ((double) with * without));
    }
}
