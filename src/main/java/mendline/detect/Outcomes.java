package mendline.detect;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mendline.measure.Cutoff;
import mendline.measure.Yardstick;
import mendline.model.Course;
import mendline.model.DetectionSettings;

/**
 * The outcome of a course on one measure: reliable change, and with a cut-off the classes of Jacobson and Truax (1991).
 * A course with one score has a first score and no last one.
 */
public final class Outcomes {
    private Outcomes() {}

    public static MeasureOutcome of(Course course, Yardstick yardstick, DetectionSettings settings) {
        ScorePair pair = ScorePair.of(course, yardstick.key(), settings);
        Optional<Boolean> caseAtStart = clinical(yardstick.cutoff(), pair.first());
        if (!pair.complete()) {
            return new MeasureOutcome(
                    yardstick.key(),
                    pair.first(),
                    pair.last(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    caseAtStart,
                    Optional.empty(),
                    OutcomeClass.NOT_ASSESSABLE,
                    OptionalDouble.empty(),
                    pair.reason());
        }
        int first = pair.first().getAsInt();
        int last = pair.last().getAsInt();
        Optional<ReliableChange> change = reliableChange(yardstick, first, last);
        return new MeasureOutcome(
                yardstick.key(),
                pair.first(),
                pair.last(),
                OptionalInt.of(last - first),
                change,
                yardstick.rci(last - first),
                caseAtStart,
                clinical(yardstick.cutoff(), pair.last()),
                change.map(c -> outcomeClass(c, yardstick.cutoff(), first, last))
                        .orElse(OutcomeClass.NOT_ASSESSABLE),
                effect(yardstick, first, last),
                change.isPresent() ? Optional.empty() : Optional.of(NotAssessable.NO_RELIABLE_CHANGE_KNOWN));
    }

    /** Empty when no reliable change is known. */
    static Optional<ReliableChange> reliableChange(Yardstick yardstick, int first, int last) {
        if (yardstick.reliableChange().isEmpty()) {
            return Optional.empty();
        }
        int improvement = yardstick.better().improvement(first, last);
        if (yardstick.reliable(improvement)) {
            return Optional.of(ReliableChange.IMPROVED);
        }
        return Optional.of(yardstick.reliable(-improvement) ? ReliableChange.DETERIORATED : ReliableChange.NONE);
    }

    private static OutcomeClass outcomeClass(ReliableChange change, Optional<Cutoff> cutoff, int first, int last) {
        return switch (change) {
            case NONE -> OutcomeClass.UNCHANGED;
            case IMPROVED ->
                cutoff.isPresent()
                                && cutoff.get().clinical(first)
                                && cutoff.get().functional(last)
                        ? OutcomeClass.RECOVERED
                        : OutcomeClass.IMPROVED;
            case DETERIORATED ->
                cutoff.isPresent()
                                && cutoff.get().functional(first)
                                && cutoff.get().clinical(last)
                        ? OutcomeClass.MOVED_INTO_CLINICAL_RANGE
                        : OutcomeClass.DETERIORATED;
        };
    }

    private static Optional<Boolean> clinical(Optional<Cutoff> cutoff, OptionalInt score) {
        return cutoff.isPresent() && score.isPresent()
                ? Optional.of(cutoff.get().clinical(score.getAsInt()))
                : Optional.empty();
    }

    private static OptionalDouble effect(Yardstick yardstick, int first, int last) {
        OptionalDouble sd = yardstick.baselineSd();
        return sd.isPresent() && sd.getAsDouble() > 0
                ? OptionalDouble.of(yardstick.better().improvement(first, last) / 100.0 / sd.getAsDouble())
                : OptionalDouble.empty();
    }
}
