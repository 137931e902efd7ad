package mendline.detect;

import java.util.Optional;

/**
 * The three criteria of Tang and DeRubeis (1999) for the interval between two neighbouring sessions; empty where scores
 * are missing.
 *
 * @param size the change reaches the measure's reliable change
 * @param share the change is at least a quarter of the score before
 * @param stable the mean of up to three scores before and after differ by more than their spread (two-tailed t, pooled
 *     SD)
 */
public record GainCriteria(Optional<Boolean> size, Optional<Boolean> share, Optional<Boolean> stable) {
    static final GainCriteria UNKNOWN = new GainCriteria(Optional.empty(), Optional.empty(), Optional.empty());

    /** All three together; empty as soon as one is. */
    public Optional<Boolean> met() {
        return size.isEmpty() || share.isEmpty() || stable.isEmpty()
                ? Optional.empty()
                : Optional.of(size.get() && share.get() && stable.get());
    }
}
