package mendline.detect;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The outcome of a course on one measure.
 *
 * @param measure key of the measure
 * @param first first valid score in hundredths
 * @param last last valid score in hundredths
 * @param change last minus first, raw, in hundredths; empty when either is missing
 * @param reliableChange empty when not assessable
 * @param rci change over the standard error of a difference
 * @param caseAtStart whether the first score is clinical; empty without a score or a cut-off
 * @param caseAtEnd whether the last score is clinical; empty without two scores or a cut-off
 * @param effect improvement over the baseline SD
 * @param reason why it is not assessable
 */
public record MeasureOutcome(
        String measure,
        OptionalInt first,
        OptionalInt last,
        OptionalInt change,
        Optional<ReliableChange> reliableChange,
        OptionalDouble rci,
        Optional<Boolean> caseAtStart,
        Optional<Boolean> caseAtEnd,
        OutcomeClass outcome,
        OptionalDouble effect,
        Optional<NotAssessable> reason) {

    /** Whether a first and a last score stand behind it. */
    public boolean paired() {
        return change.isPresent();
    }
}
