package mendline.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What was written down about one session.
 *
 * @param setbackAsked whether the export that holds the session has the column {@code setback}
 * @param setbacks the kinds written down, a planned experiment among them
 * @param rupture empty when not asked, {@link RuptureKind#NONE} when asked and none
 * @param intensity 1 to 5
 * @param repair 1 to 5: how far the rupture is resolved so far
 * @param clientStuck 0 to 10
 * @param therapistStuck 0 to 10
 */
public record Recorded(
        boolean setbackAsked,
        Set<SetbackKind> setbacks,
        Set<Response> responses,
        Set<CarriedForward> carriedForward,
        Optional<RuptureKind> rupture,
        RuptureSource ruptureSource,
        OptionalInt intensity,
        OptionalInt repair,
        OptionalInt clientStuck,
        OptionalInt therapistStuck) {

    /** Nothing asked, nothing written down. */
    public static final Recorded NOTHING = nothing(false);

    /** The column {@code setback} was there and the cell was empty. */
    public static final Recorded NO_SETBACK = nothing(true);

    public Recorded {
        setbacks = copy(setbacks, SetbackKind.class);
        responses = copy(responses, Response.class);
        carriedForward = copy(carriedForward, CarriedForward.class);
    }

    private static Recorded nothing(boolean asked) {
        return new Recorded(
                asked,
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                RuptureSource.THERAPIST,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static <E extends Enum<E>> Set<E> copy(Set<E> words, Class<E> type) {
        if (words.isEmpty()) {
            return Collections.emptySet();
        }
        EnumSet<E> sorted = EnumSet.noneOf(type);
        sorted.addAll(words);
        return Collections.unmodifiableSet(sorted);
    }

    /** Whether at least one recorded kind counts as a setback. */
    public boolean hasSetback() {
        return setbacks.stream().anyMatch(SetbackKind::isSetback);
    }

    /** Whether a planned experiment is recorded. */
    public boolean hasPlannedExperiment() {
        return setbacks.contains(SetbackKind.PLANNED_EXPERIMENT);
    }

    /** Whether a kind of rupture is written down, however faint; {@link RuptureRules} says whether it counts. */
    public boolean marked() {
        return rupture.isPresent() && rupture.get() != RuptureKind.NONE;
    }
}
