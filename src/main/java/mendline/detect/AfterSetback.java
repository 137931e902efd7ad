package mendline.detect;

import java.util.OptionalInt;

/**
 * How far a score setback led on, beyond half-way back; counted in valid scores from the confirming one, up to the next
 * setback.
 *
 * @param scoresToFullyBack until a score lies within half a step of the best score before the setback, or is better
 * @param scoresToNewBest until a score is better than the best one before the setback
 * @param scoresToChangedDirection until a changed direction was written down, before the setback ended; 0 up to the
 *     confirming score
 */
public record AfterSetback(
        OptionalInt scoresToFullyBack, OptionalInt scoresToNewBest, OptionalInt scoresToChangedDirection) {}
