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
 * @param dipRater whose alliance scores these are; the other rater's are a series of their own that is not looked at
 * @param checkIns whether check-in prompts of the Session Rating Scale are counted
 * @param gains what a sudden gain or loss is
 * @param ruptures what a recorded rupture is and when it counts as repaired
 */
public record EpisodeRules(
        SetbackRule setback,
        Set<SetbackRule> alsoSetbacks,
        DipDetector dips,
        Rater dipRater,
        boolean checkIns,
        GainRules gains,
        RuptureRules ruptures) {
    /** The defaults of the methods page. */
    public static final EpisodeRules DEFAULT = new EpisodeRules(
            SetbackRule.S1, Set.of(), DipDetector.A, Rater.CLIENT, true, GainRules.DEFAULT, RuptureRules.DEFAULT);

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
        return new EpisodeRules(counted, beside, dips, dipRater, checkIns, gains, ruptures);
    }

    /** The same with another dip detector. */
    public EpisodeRules withDips(DipDetector other) {
        return new EpisodeRules(setback, alsoSetbacks, other, dipRater, checkIns, gains, ruptures);
    }

    /** The same with dips looked for in the scores of another rater. */
    public EpisodeRules withDipRater(Rater other) {
        return new EpisodeRules(setback, alsoSetbacks, dips, other, checkIns, gains, ruptures);
    }

    /** The same with check-in prompts on or off. */
    public EpisodeRules withCheckIns(boolean on) {
        return new EpisodeRules(setback, alsoSetbacks, dips, dipRater, on, gains, ruptures);
    }

    /** The same with other rules for sudden gains and losses. */
    public EpisodeRules withGains(GainRules other) {
        return new EpisodeRules(setback, alsoSetbacks, dips, dipRater, checkIns, other, ruptures);
    }

    /** The same with other rules for recorded ruptures. */
    public EpisodeRules withRuptures(RuptureRules other) {
        return new EpisodeRules(setback, alsoSetbacks, dips, dipRater, checkIns, gains, other);
    }
}
