package mendline.ingest;

import java.util.function.IntUnaryOperator;
import mendline.measure.Measure;
import mendline.measure.SwemwbsMetric;

/**
 * Makes the total of one questionnaire from its items. Unanswered items count as the mean of the answered ones where at
 * most one in ten is unanswered; with more of them there is no total. What lies between the lowest and the highest
 * possible sum is spread over the range of the total, so that sums, means, doubled sums and answers counted from 1 all
 * come out on the scale of the measure.
 */
final class ItemScore {
    /** Stands for no item answered at all. */
    static final int NONE = SessionStore.NO_SCORE;
    /** Stands for too few items answered. */
    static final int PARTIAL = NONE + 1;

    private static final int ONE_IN = 10;
    private static final int SWEMWBS_LEAST = 700;
    private static final int SWEMWBS_MOST = 3_500;

    private final Measure measure;
    private final ItemColumns items;
    private boolean prorated;

    ItemScore(Measure measure, ItemColumns items) {
        this.measure = measure;
        this.items = items;
    }

    /**
     * The total in hundredths, or {@link #NONE}, or {@link #PARTIAL}.
     *
     * @param answers to each item, by its number from 0, in hundredths; {@link #NONE} where it is not answered
     */
    int of(IntUnaryOperator answers) {
        long sum = 0;
        int answered = 0;
        int all = items.headers().size();
        for (int i = 0; i < all; i++) {
            int item = answers.applyAsInt(i);
            if (item != NONE) {
                sum += items.reverse().contains(i + 1) ? items.least() + items.most() - item : item;
                answered++;
            }
        }
        if (answered == 0) {
            return NONE;
        }
        boolean metric = measure.key().equals(SwemwbsMetric.KEY);
        int unanswered = all - answered;
        if (unanswered > (metric ? 0 : all / ONE_IN)) {
            return PARTIAL;
        }
        prorated = unanswered > 0;
        if (metric) {
            long raw = spread(sum, answered, SWEMWBS_LEAST, SWEMWBS_MOST);
            return SwemwbsMetric.of(raw).orElse(PARTIAL);
        }
        return spread(sum, answered, measure.min(), measure.max());
    }

    /** Whether the total made last stands for unanswered items too. */
    boolean prorated() {
        return prorated;
    }

    private int spread(long sum, int answered, int from, int to) {
        long above = (sum - (long) answered * items.least()) * (to - from);
        return (int) (from + halfEven(above, (long) answered * (items.most() - items.least())));
    }

    /** A quotient of numbers that are not negative, rounded to the nearest whole number, halves to the even one. */
    static long halfEven(long dividend, long divisor) {
        long whole = dividend / divisor;
        long twice = 2 * (dividend % divisor);
        return twice > divisor || twice == divisor && (whole & 1) == 1 ? whole + 1 : whole;
    }
}
