package mendline.detect;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A large change between two neighbouring sessions.
 *
 * @param after session number before the change (N)
 * @param magnitude size in hundredths, positive
 * @param shareOfTotalChange change over that from the first to the last slot; empty where either has no score or they
 *     are equal
 * @param reversalValue half-way back, in points of the measure
 * @param reversedAt session of the first later score beyond the reversal value
 */
public record SuddenChange(
        int after, int magnitude, OptionalDouble shareOfTotalChange, double reversalValue, OptionalInt reversedAt) {
    /** Whether a later score, from the second session after the change on, lies strictly beyond the reversal value. */
    public boolean reversed() {
        return reversedAt.isPresent();
    }
}
