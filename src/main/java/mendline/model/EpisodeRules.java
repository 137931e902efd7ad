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
 * @param checkIns whether check-in prompts of the Session Rating Scale are counted
 * @param gains what a sudden gain or loss is
 * @param expectedBands into how many bands of first scores courses are put for the expected course; empty leaves it out
 */
public record EpisodeRules(
        SetbackRule setback,
        Set<SetbackRule> alsoSetbacks,
        DipDetector dips,
        boolean checkIns,
        GainRules gains,
        OptionalInt expectedBands) {
    /** Bands where the profile asks for the expected course without saying how many. */
    public static final int USUAL_BANDS = 5;

    /** The defaults of the methods page. */
    public static final EpisodeRules DEFAULT =
            new EpisodeRules(SetbackRule.S1, Set.of(), DipDetector.A, true, GainRules.DEFAULT, OptionalInt.empty());

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
        return new EpisodeRules(counted, beside, dips, checkIns, gains, expectedBands);
    }

    /** The same with another dip detector. */
    public EpisodeRules withDips(DipDetector other) {
        return new EpisodeRules(setback, alsoSetbacks, other, checkIns, gains, expectedBands);
    }

    /** The same with check-in prompts on or off. */
    public EpisodeRules withCheckIns(boolean on) {
        return new EpisodeRules(setback, alsoSetbacks, dips, on, gains, expectedBands);
    }

    /** The same with other rules for sudden gains and losses. */
    public EpisodeRules withGains(GainRules other) {
        return new EpisodeRules(setback, alsoSetbacks, dips, checkIns, other, expectedBands);
    }

    /** The same with the expected course in so many bands. */
    public EpisodeRules withExpectedBands(int bands) {
        return new EpisodeRules(setback, alsoSetbacks, dips, checkIns, gains, OptionalInt.of(bands));
    }
}
