package mendline.measure;

import java.util.Optional;
import java.util.OptionalDouble;
import mendline.model.Direction;
import mendline.stats.PairedMoments;

/**
 * A measure with its numbers settled for a run: what a score and a change in score mean.
 *
 * @param reliableChange smallest reliable change in points; empty when nothing is known
 * @param inclusive whether a change of exactly that size is reliable
 * @param stepChange reliable change from session to session, in points; at least {@code reliableChange}
 * @param baselineSd SD of first scores in the data (courses with a first and a last score), in points; empty when fewer than two
 * @param test how a course's change is told from error
 * @param pairs first and last scores in the data, in hundredths
 * @param slopes the test by the slope of all scores, or why there is none; points where the measure's reliability is not known, so that no other
 *     method than points is looked at
 */
public record Yardstick(
        Measure measure,
        OptionalDouble reliableChange,
        boolean inclusive,
        OptionalDouble stepChange,
        Optional<Cutoff> cutoff,
        OptionalDouble baselineSd,
        ChangeTest test,
        PairedMoments pairs,
        ChangeTest slopes) {
    private static final double HAIR = 1e-9;

    /** A yardstick that judges by points, without a sample. */
    public Yardstick(
            Measure measure,
            OptionalDouble reliableChange,
            boolean inclusive,
            OptionalDouble stepChange,
            Optional<Cutoff> cutoff,
            OptionalDouble baselineSd) {
        this(
                measure,
                reliableChange,
                inclusive,
                stepChange,
                cutoff,
                baselineSd,
                new ChangeTest.Points(),
                PairedMoments.NONE,
                new ChangeTest.Points());
    }

    public String key() {
        return measure.key();
    }

    public Direction better() {
        return measure.better();
    }

    /** Whether an improvement in hundredths reaches the reliable change in points; false when no reliable change is known. */
    public boolean reliable(int improvement) {
        if (reliableChange.isEmpty()) {
            return false;
        }
        double beyond = improvement / 100.0 - reliableChange.getAsDouble();
        return inclusive ? beyond >= -HAIR : beyond > HAIR;
    }

    /** Whether a reliable change can be told from error by a first and a last score. */
    public boolean judges() {
        return test instanceof ChangeTest.Points ? reliableChange.isPresent() : test instanceof ChangeIndex;
    }

    /** Whether a first and a last score, in hundredths, show a reliable improvement; false where nothing can be told. */
    public boolean improvedReliably(int first, int last) {
        return test instanceof ChangeIndex index
                ? index.improved(better(), first, last)
                : judges() && reliable(better().improvement(first, last));
    }

    /** Whether a first and a last score, in hundredths, show a reliable deterioration; false where nothing can be told. */
    public boolean worsenedReliably(int first, int last) {
        return test instanceof ChangeIndex index
                ? index.worsened(better(), first, last)
                : judges() && reliable(-better().improvement(first, last));
    }

    /** Whether a difference in hundredths reaches the session-to-session step; false when none is known. */
    public boolean step(int difference) {
        return stepChange.isPresent() && difference / 100.0 - stepChange.getAsDouble() >= -HAIR;
    }

    /** The change index: raw change over the standard error of a difference (reliable change over 1.96). */
    public OptionalDouble rci(int change) {
        return reliableChange.isPresent()
                ? OptionalDouble.of(change / 100.0 / (reliableChange.getAsDouble() / 1.96))
                : OptionalDouble.empty();
    }
}
