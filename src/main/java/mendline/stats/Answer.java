package mendline.stats;

import java.util.NoSuchElementException;
import java.util.Optional;

/** What a model gives: a value, or the reason why there is none. A number that cannot be had is never NaN. */
public sealed interface Answer<T> {

    /** There is a value. */
    record Given<T>(T found) implements Answer<T> {}

    /** There is none, and this is why. */
    record Refused<T>(Refusal why) implements Answer<T> {}

    static <T> Answer<T> given(T value) {
        return new Given<>(value);
    }

    static <T> Answer<T> refused(Refusal why) {
        return new Refused<>(why);
    }

    /** The value, empty when refused. */
    default Optional<T> value() {
        return this instanceof Given<T> given ? Optional.of(given.found()) : Optional.empty();
    }

    /** The reason, empty when there is a value. */
    default Optional<Refusal> refusal() {
        return this instanceof Refused<T> refused ? Optional.of(refused.why()) : Optional.empty();
    }

    /** The value, for callers who know that there is one. */
    default T orElseThrow() {
        if (this instanceof Refused<T> refused) {
            throw new NoSuchElementException(refused.why().words());
        }
        return value().orElseThrow();
    }
}
