package mendline.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which rules find episodes.
 *
 * @param setback the rule of the setbacks that every figure counts
 * @param alsoSetbacks rules whose findings are listed beside and counted nowhere
 */
public record EpisodeRules(SetbackRule setback, Set<SetbackRule> alsoSetbacks) {
    /** The defaults of the methods page. */
    public static final EpisodeRules DEFAULT = new EpisodeRules(SetbackRule.S1, Set.of());

    public EpisodeRules {
        if (alsoSetbacks.contains(setback)) {
            throw new IllegalArgumentException("the counted rule " + setback.id() + " cannot be listed beside itself");
        }
        EnumSet<SetbackRule> sorted = EnumSet.noneOf(SetbackRule.class);
        sorted.addAll(alsoSetbacks);
        alsoSetbacks = Collections.unmodifiableSet(sorted);
    }
}
