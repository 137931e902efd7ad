package mendline.aggregate;

import mendline.measure.Measure;

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

    private static int width(Measure measure) {
        return measure.max() - measure.min() + 1;
    }
}
