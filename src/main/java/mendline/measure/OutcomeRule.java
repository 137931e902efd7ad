package mendline.measure;

import java.util.Optional;

/**
 * How courses are classed on a measure.
 *
 * @param minimallyImportant smallest change that matters to clients, in points
 * @param percentage share of the first score
 */
public record OutcomeRule(OutcomeApproach approach, Optional<Thresholds> minimallyImportant, Thresholds percentage) {
    /** Reliable change and cut-off together; half of the first score where a share is asked for. */
    public static final OutcomeRule DEFAULT =
            new OutcomeRule(OutcomeApproach.COMBINED, Optional.empty(), Thresholds.both(0.5));

    public OutcomeRule {
        if (approach == OutcomeApproach.ANCHOR && minimallyImportant.isEmpty()) {
            throw new IllegalArgumentException("the anchor approach needs a minimally important difference");
        }
    }
}
