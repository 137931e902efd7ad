package mendline.measure;

import java.util.Optional;
import java.util.OptionalDouble;
import mendline.model.Direction;

/**
 * A measure with its numbers settled for a run: what a score and a change in score mean.
 *
 * @param reliableChange smallest reliable change in points; empty when nothing is known
 * @param inclusive whether a change of exactly that size is reliable
 * @param stepChange reliable change from session to session, in points; at least {@code reliableChange}
 * @param baselineSd SD of first scores in the data (courses with a first and a last score), in points; empty when fewer than two
 */
public record Yardstick(
        Measure measure,
        OptionalDouble reliableChange,
        boolean inclusive,
        OptionalDouble stepChange,
        Optional<Cutoff> cutoff,
        OptionalDouble baselineSd) {
    private static final double HAIR = 1e-9;

    public String key() {
        return measure.key();
    }

    public Direction better() {
        return measure.better();
    }

    /** Whether an improvement in hundredths is reliable; false when no reliable change is known. */
    public boolean reliable(int improvement) {
        if (reliableChange.isEmpty()) {
            return false;
        }
        double beyond = improvement / 100.0 - reliableChange.getAsDouble();
        return inclusive ? beyond >= -HAIR : beyond > HAIR;
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
