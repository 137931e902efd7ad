package mendline.detect;

import mendline.stats.Histogram;
import mendline.stats.Moments;
import mendline.stats.SurvivalTally;

/**
 * What noise alone gave in simulated copies of courses: sums over courses and replications, so that it adds in any order.
 *
 * @param replications replications behind the sums (the same for every course)
 * @param dips alliance dips found in all of them together, by month of the lowest score ({@link mendline.model.Months}; all in
 *     {@code UNDATED} without dates)
 * @param dipsRepaired of these, repaired
 * @param repairs time to repair of the simulated dips from onset, on the clock of the profile's curves
 * @param setbacks S1 setbacks by month of the confirming score
 * @param spikes S4 spikes by month of the spike
 * @param bounces time to half-way back of the first simulated setback of each copy, in valid scores from the confirming one; copies without
 *     a later score are left out
 * @param curve the same as the curve of the profile has it: half-way or fully back, in scores or days, of the first setback or all
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
        SurvivalTally curve,
        Moments learningDepth,
        Moments learningScores) {

    /** Where the profile's curve is the usual one. */
    public ChanceCounts(
            int replications,
            Histogram dips,
            Histogram dipsRepaired,
            SurvivalTally repairs,
            Histogram setbacks,
            Histogram spikes,
            SurvivalTally bounces,
            Moments learningDepth,
            Moments learningScores) {
        this(
                replications,
                dips,
                dipsRepaired,
                repairs,
                setbacks,
                spikes,
                bounces,
                bounces,
                learningDepth,
                learningScores);
    }

    /** Nothing simulated. */
    public static final ChanceCounts NONE = none(0);

    /** So many replications that found nothing. */
    static ChanceCounts none(int replications) {
        return new ChanceCounts(
                replications,
                Histogram.NONE,
                Histogram.NONE,
                SurvivalTally.NONE,
                Histogram.NONE,
                Histogram.NONE,
                SurvivalTally.NONE,
                SurvivalTally.NONE,
                Moments.NONE,
                Moments.NONE);
    }

    /** Adds other courses, simulated as often. */
    public ChanceCounts plus(ChanceCounts other) {
        if (replications != other.replications && replications != 0 && other.replications != 0) {
            throw new IllegalArgumentException(
                    "courses need the same number of replications, was " + replications + " and " + other.replications);
        }
        return sum(other, Math.max(replications, other.replications));
    }

    /** Adds more replications of the same courses. */
    public ChanceCounts plusReplications(ChanceCounts other) {
        return sum(other, Math.addExact(replications, other.replications));
    }

    /** Dips expected in all courses together. */
    public double expectedDips() {
        return expected(dips);
    }

    /** Setbacks expected in all courses together. */
    public double expectedSetbacks() {
        return expected(setbacks);
    }

    /** Spikes expected in all courses together. */
    public double expectedSpikes() {
        return expected(spikes);
    }

    private double expected(Histogram found) {
        return replications == 0 ? 0 : found.total() / (double) replications;
    }

    private ChanceCounts sum(ChanceCounts other, int newReplications) {
        return new ChanceCounts(
                newReplications,
                dips.plus(other.dips),
                dipsRepaired.plus(other.dipsRepaired),
                repairs.plus(other.repairs),
                setbacks.plus(other.setbacks),
                spikes.plus(other.spikes),
                bounces.plus(other.bounces),
                curve.plus(other.curve),
                learningDepth.plus(other.learningDepth),
                learningScores.plus(other.learningScores));
    }
}
