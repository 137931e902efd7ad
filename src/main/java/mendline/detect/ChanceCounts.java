package mendline.detect;

import mendline.stats.Histogram;
import mendline.stats.Moments;
import mendline.stats.SurvivalTally;

/**
 * What noise alone gave in simulated copies of courses: sums over courses and replications, so that it adds in any order.
 *
 * @param replications replications behind the sums (the same for every course)
 * @param dips alliance dips found in all of them together, by month of the lowest session ({@link mendline.model.Months}; all under
 *     {@code UNDATED} without dates)
 * @param dipsRepaired of these, repaired, by the same month
 * @param repairs time to repair of the simulated dips, in valid scores from onset
 * @param setbacks S1 setbacks by month of the confirming score
 * @param spikes S4 spikes by month of the spike
 * @param bounces time to half-way back of the first simulated setback of each copy, in valid scores from the confirming one
 * @param learningDepth second minus first depth, hundredths
 * @param learningScores second minus first scores to half-way back, restricted to the window
 */
public record ChanceCounts(
        int replications,
        Histogram dips,
        Histogram dipsRepaired,
        SurvivalTally repairs,
        Histogram setbacks,
        Histogram spikes,
        SurvivalTally bounces,
        Moments learningDepth,
        Moments learningScores) {

    /** No replication of nothing. */
    public static final ChanceCounts NONE = new ChanceCounts(
            0,
            Histogram.NONE,
            Histogram.NONE,
            SurvivalTally.NONE,
            Histogram.NONE,
            Histogram.NONE,
            SurvivalTally.NONE,
            Moments.NONE,
            Moments.NONE);

    /**
     * The sums over the courses of both; the replications must be the same, or one side empty.
     *
     * @throws IllegalArgumentException when both have replications and they differ
     */
    public ChanceCounts plus(ChanceCounts other) {
        if (replications != 0 && other.replications != 0 && replications != other.replications) {
            throw new IllegalArgumentException("chance counts of different courses need the same replications, was "
                    + replications + " and " + other.replications);
        }
        return joined(other, Math.max(replications, other.replications));
    }

    /** The sums of further replications of the same courses. */
    public ChanceCounts plusReplications(ChanceCounts other) {
        return joined(other, replications + other.replications);
    }

    private ChanceCounts joined(ChanceCounts other, int together) {
        return new ChanceCounts(
                together,
                dips.plus(other.dips),
                dipsRepaired.plus(other.dipsRepaired),
                repairs.plus(other.repairs),
                setbacks.plus(other.setbacks),
                spikes.plus(other.spikes),
                bounces.plus(other.bounces),
                learningDepth.plus(other.learningDepth),
                learningScores.plus(other.learningScores));
    }
}
