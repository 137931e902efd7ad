package mendline.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalInt;
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
 * @param expectedBands into how many bands of first scores courses are put for the expected course; empty leaves it out
 */
public record EpisodeRules(
        SetbackRule setback,
        Set<SetbackRule> alsoSetbacks,
        DipDetector dips,
        Rater dipRater,
        boolean checkIns,
        GainRules gains,
        RuptureRules ruptures,
        OptionalInt expectedBands) {
    /** Bands where the profile asks for the expected course without saying how many. */
    public static final int USUAL_BANDS = 5;

    /** The defaults of the methods page. */
    public static final EpisodeRules DEFAULT = new EpisodeRules(
            SetbackRule.S1,
            Set.of(),
            DipDetector.A,
            Rater.CLIENT,
            true,
            GainRules.DEFAULT,
            RuptureRules.DEFAULT,
            OptionalInt.empty());

    public EpisodeRules {
        if (alsoSetbacks.contains(setback)) {
            throw new IllegalArgumentException("the counted rule " + setback.id() + " cannot be listed beside itself");
        }
        if (!setback.countable()) {
            throw new IllegalArgumentException("rule " + setback.id() + " can be listed beside others only");
        }
        if (alsoSetbacks.contains(SetbackRule.S7) && expectedBands.isEmpty()) {
            throw new IllegalArgumentException("rule S7 needs the expected course");
        }
        EnumSet<SetbackRule> sorted = EnumSet.noneOf(SetbackRule.class);
        sorted.addAll(alsoSetbacks);
        alsoSetbacks = Collections.unmodifiableSet(sorted);
    }

    /** The same with other setback rules. */
    public EpisodeRules withSetbacks(SetbackRule counted, Set<SetbackRule> beside) {
        return new EpisodeRules(counted, beside, dips, dipRater, checkIns, gains, ruptures, expectedBands);
    }

    /** The same with another dip detector. */
    public EpisodeRules withDips(DipDetector other) {
        return new EpisodeRules(setback, alsoSetbacks, other, dipRater, checkIns, gains, ruptures, expectedBands);
    }

    /** The same with dips looked for in the scores of another rater. */
    public EpisodeRules withDipRater(Rater other) {
        return new EpisodeRules(setback, alsoSetbacks, dips, other, checkIns, gains, ruptures, expectedBands);
    }

    /** The same with check-in prompts on or off. */
    public EpisodeRules withCheckIns(boolean on) {
        return new EpisodeRules(setback, alsoSetbacks, dips, dipRater, on, gains, ruptures, expectedBands);
    }

    /** The same with other rules for sudden gains and losses. */
    public EpisodeRules withGains(GainRules other) {
        return new EpisodeRules(setback, alsoSetbacks, dips, dipRater, checkIns, other, ruptures, expectedBands);
    }

    /** The same with other rules for recorded ruptures. */
    public EpisodeRules withRuptures(RuptureRules other) {
        return new EpisodeRules(setback, alsoSetbacks, dips, dipRater, checkIns, gains, other, expectedBands);
    }

    /** The same with the expected course in so many bands. */
    public EpisodeRules withExpectedBands(int bands) {
        return new EpisodeRules(
                setback, alsoSetbacks, dips, dipRater, checkIns, gains, ruptures, OptionalInt.of(bands));
    }
}
