package mendline.model;

import java.util.Optional;

/**
 * What the curves of coming back show.
 *
 * @param back how far back a setback must come
 * @param clock what time is counted in, of setbacks and of dips
 * @param setbacks which setbacks of a course are in the curve
 * @param endings whether the end of a course and a changed direction are shown as endings of their own
 * @param by what groups of setbacks are set beside each other, known at or before time 0: {@link #ONSET}, {@link #SITE} or a
 *     column such as {@code group_gender}; empty for none
 */
public record CurveSettings(Back back, Clock clock, Setbacks setbacks, Endings endings, Optional<String> by) {
    /** Groups by whether the setback began up to the landmark session or after it. */
    public static final String ONSET = "onset";
    /** Groups by the site of the course. */
    public static final String SITE = "site";

    /** First setbacks, half-way back, in valid scores; endings are censored, no groups. */
    public static final CurveSettings DEFAULT =
            new CurveSettings(Back.HALF, Clock.SCORES, Setbacks.FIRST, Endings.CENSORED, Optional.empty());

    /** How far back. */
    public enum Back implements Vocabulary {
        /** At least half of the lost ground regained. */
        HALF,
        /** Within half a step of the best score before, or better. */
        FULL
    }

    /** What time is counted in. */
    public enum Clock implements Vocabulary {
        /** Valid scores. */
        SCORES,
        DAYS
    }

    /** Which setbacks of a course. */
    public enum Setbacks implements Vocabulary {
        FIRST,
        /** All of them; limits then allow for people who are counted more than once. */
        ALL
    }

    /** How the end of a course counts. */
    public enum Endings implements Vocabulary {
        /** Followed no further. */
        CENSORED,
        /** Competing with coming back, and so is a changed direction. */
        COMPETING
    }

    public CurveSettings {
        if (by.isPresent() && setbacks == Setbacks.ALL) {
            throw new IllegalArgumentException("groups need first setbacks: the log-rank test counts everybody once");
        }
    }

    /** Whether coming back is what {@link #DEFAULT} has, on its clock and of the same setbacks. */
    public boolean usualTimes() {
        return back == Back.HALF && clock == Clock.SCORES && setbacks == Setbacks.FIRST;
    }
}
