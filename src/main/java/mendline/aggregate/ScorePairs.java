package mendline.aggregate;

import java.util.Map;
import mendline.measure.Measure;
import mendline.stats.Histogram;
import mendline.stats.PairedMoments;

/** First and last score of a course packed into one whole number, so that a histogram can count pairs. */
public final class ScorePairs {
    private ScorePairs() {}

    /** The packed pair of two scores in hundredths that lie in the measure's range. */
    public static int pack(Measure measure, int first, int last) {
        return Math.addExact(Math.multiplyExact(first - measure.min(), width(measure)), last - measure.min());
    }

    /** The first score in hundredths. */
    public static int first(Measure measure, int packed) {
        return packed / width(measure) + measure.min();
    }

    /** The last score in hundredths. */
    public static int last(Measure measure, int packed) {
        return packed % width(measure) + measure.min();
    }

    /** The sums of a histogram of packed pairs. */
    public static PairedMoments moments(Measure measure, Histogram pairs) {
        PairedMoments sums = PairedMoments.NONE;
        for (Map.Entry<Integer, Long> pair : pairs.counts().entrySet()) {
            int first = first(measure, pair.getKey());
            int last = last(measure, pair.getKey());
            for (long i = 0; i < pair.getValue(); i++) {
                sums = sums.with(first, last);
            }
        }
        return sums;
    }

    private static int width(Measure measure) {
        return measure.max() - measure.min() + 1;
    }
}
