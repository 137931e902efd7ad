package mendline.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which rules find episodes.
 *
 * @param setback the rule of the setbacks that every figure counts
 * @param alsoSetbacks rules whose findings are listed beside and counted nowhere
 * @param dips how dips are looked for in alliance scores
 */
public record EpisodeRules(SetbackRule setback, Set<SetbackRule> alsoSetbacks, DipDetector dips) {
    /** The defaults of the methods page. */
    public static final EpisodeRules DEFAULT = new EpisodeRules(SetbackRule.S1, Set.of(), DipDetector.A);

    public EpisodeRules {
        if (alsoSetbacks.contains(setback)) {
            throw new IllegalArgumentException("the counted rule " + setback.id() + " cannot be listed beside itself");
        }
        EnumSet<SetbackRule> sorted = EnumSet.noneOf(SetbackRule.class);
        sorted.addAll(alsoSetbacks);
        alsoSetbacks = Collections.unmodifiableSet(sorted);
    }

    /** The same with other setback rules. */
    public EpisodeRules withSetbacks(SetbackRule counted, Set<SetbackRule> beside) {
        return new EpisodeRules(counted, beside, dips);
    }

    /** The same with another dip detector. */
    public EpisodeRules withDips(DipDetector other) {
        return new EpisodeRules(setback, alsoSetbacks, other);
    }
}
