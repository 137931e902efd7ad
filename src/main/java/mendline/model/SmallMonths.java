package mendline.model;

/** What months with few behind them, which are drawn hollow, count for. */
public enum SmallMonths implements Vocabulary {
    /** Usual ranges are taken from them as from any other. */
    KEEP,
    /** They are drawn and held against the usual range, which is taken from the other months (XmR only). */
    DROP
}
