package mendline.simulate;

import java.util.List;
import java.util.OptionalInt;

/**
 * A planted change of a course's scores. Sessions are indices of attended sessions of assessment and treatment, from 0.
 *
 * @param onset the first changed session
 * @param depth points of the full change
 * @param factors how much of the depth stands at the onset and at each session after it; the last one stays
 */
record Change(PlantedKind kind, int onset, double depth, List<Double> factors) {
    Change {
        factors = List.copyOf(factors);
        if (factors.isEmpty() || onset < 1) {
            throw new IllegalArgumentException(
                    "a change needs an onset after the first session and a factor, was " + onset);
        }
    }

    /** The share of the depth that stands at a session. */
    double factor(int session) {
        if (session < onset) {
            return 0;
        }
        return factors.get(Math.min(session - onset, factors.size() - 1));
    }

    /** The first session with the full depth. */
    int deepest() {
        return onset + factors.indexOf(1.0);
    }

    /** The last session with the full depth before it gets better, however long the course. */
    int lastDeepest() {
        return onset + factors.lastIndexOf(1.0);
    }

    /** The first session at which no more than the given share of the depth is left; empty when that never comes. */
    OptionalInt backTo(double share) {
        for (int i = factors.lastIndexOf(1.0) + 1; i < factors.size(); i++) {
            if (factors.get(i) <= share) {
                return OptionalInt.of(onset + i);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * Whether a session is the last before the change or carries its full depth first or second: these are always
     * measured.
     */
    boolean needsScore(int session) {
        return session >= onset - 1 && session <= Math.max(deepest(), kind == PlantedKind.DIP ? onset : onset + 1);
    }
}
