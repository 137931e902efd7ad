package mendline.measure;

import java.util.Optional;
import mendline.model.Direction;

/** The rules that look at a first and a last score, in hundredths, each by itself; empty where a rule has no answer. */
public final class Verdicts {
    private static final double HAIR = 1e-9;

    private Verdicts() {}

    /** Reliable change by the yardstick's own method; empty when none is known or the method was refused. */
    public static Optional<Verdict> reliable(Yardstick yardstick, int first, int last) {
        if (!yardstick.judges()) {
            return Optional.empty();
        }
        return Optional.of(verdict(yardstick.improvedReliably(first, last), yardstick.worsenedReliably(first, last)));
    }

    /** Reliable change by an index. */
    public static Verdict index(ChangeIndex index, Direction better, int first, int last) {
        return verdict(index.improved(better, first, last), index.worsened(better, first, last));
    }

    /** A change of at least the minimally important difference. */
    public static Verdict anchor(Thresholds points, Direction better, int first, int last) {
        double improvement = better.improvement(first, last) / 100.0;
        return verdict(improvement - points.improved() >= -HAIR, -improvement - points.deteriorated() >= -HAIR);
    }

    /**
     * A change of at least a share of the first score. On a measure where higher is better, both scores are reflected in its range first
     * (highest plus lowest minus score), so that a share is always one of how bad things were.
     *
     * @return empty where the first score, so reflected, is 0 or less
     */
    public static Optional<Verdict> percentage(Thresholds shares, Measure measure, int first, int last) {
        int base = measure.better() == Direction.HIGHER ? measure.max() + measure.min() - first : first;
        if (base <= 0) {
            return Optional.empty();
        }
        double share = measure.better().improvement(first, last) / (double) base;
        return Optional.of(verdict(share - shares.improved() >= -HAIR, -share - shares.deteriorated() >= -HAIR));
    }

    /** From the clinical to the functional side of the cut-off is improved, the other way deteriorated. */
    public static Verdict statistical(Cutoff cutoff, int first, int last) {
        return verdict(
                cutoff.clinical(first) && cutoff.functional(last), cutoff.functional(first) && cutoff.clinical(last));
    }

    private static Verdict verdict(boolean improved, boolean deteriorated) {
        return improved ? Verdict.IMPROVED : deteriorated ? Verdict.DETERIORATED : Verdict.UNCHANGED;
    }
}
