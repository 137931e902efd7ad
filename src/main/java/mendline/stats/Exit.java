package mendline.stats;

/** How somebody leaves observation in a {@link SurvivalTally}. */
public enum Exit {
    /** With the event waited for. */
    EVENT,
    /** Followed no further, for a reason that says nothing about the event. */
    CENSORED,
    /** With a competing event. */
    COMPETING,
    /** With a competing event of the second kind. */
    OTHER
}
