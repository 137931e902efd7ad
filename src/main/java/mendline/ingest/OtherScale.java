package mendline.ingest;

import java.util.Optional;
import mendline.measure.Measure;
import mendline.measure.SwemwbsMetric;

/** The scales beside that of its total on which exports hold the scores of a measure. */
final class OtherScale {
    private static final int WHOLE = 100;

    private OtherScale() {}

    /** A number of the file as a total of the measure, both in hundredths; {@link SessionStore#NO_SCORE} out of range. */
    static int toTotal(ScoreScale scale, Measure measure, long hundredths) {
        return switch (scale) {
            case TOTAL ->
                hundredths >= measure.min() && hundredths <= measure.max() ? (int) hundredths : SessionStore.NO_SCORE;
            case HALF ->
                2 * hundredths >= measure.min() && 2 * hundredths <= measure.max()
                        ? (int) (2 * hundredths)
                        : SessionStore.NO_SCORE;
            case RAW -> SwemwbsMetric.of(hundredths).orElse(SessionStore.NO_SCORE);
            case MEAN -> fromMean(measure, hundredths);
        };
    }

    /** Means of whole items have two decimals at best: what they lost is put back where that is clear. */
    private static int fromMean(Measure measure, long mean) {
        Optional<ItemFacts.Range> range = ItemFacts.range(measure);
        if (range.isEmpty() || mean < range.get().least() || mean > range.get().most()) {
            return SessionStore.NO_SCORE;
        }
        long above = (mean - range.get().least()) * (measure.max() - measure.min());
        int total = (int) (measure.min()
                + ItemScore.halfEven(above, range.get().most() - range.get().least()));
        int past = (total - measure.min()) % measure.step();
        boolean whole = measure.step() >= WHOLE && 2 * Math.min(past, measure.step() - past) <= measure.items();
        return whole ? total - past + (2 * past > measure.step() ? measure.step() : 0) : total;
    }
}
