package mendline.aggregate;

import mendline.stats.SurvivalTally;

/**
 * One of the groups whose curves are set beside each other.
 *
 * @param name as the export spells it, or {@link #EARLY} or {@link #LATE}
 * @param therapists how many therapists saw its courses; 0 where the data name none
 */
public record CurveGroup(String name, SurvivalTally tally, int therapists) {
    /** The setback began up to the landmark session. */
    public static final String EARLY = "early";
    /** It began after it. */
    public static final String LATE = "late";
}
