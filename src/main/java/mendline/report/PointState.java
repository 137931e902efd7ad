package mendline.report;

import java.util.Locale;

/** What is special about a point; files spell it in lower case. */
public enum PointState {
    OK,
    SPECIAL_CAUSE_HIGH,
    SPECIAL_CAUSE_LOW,
    /** Fewer than ten behind it: drawn hollow. */
    SMALL,
    TOO_FEW,
    SUPPRESSED,
    NOT_MEASURED,
    REPAIRED,
    PARTLY_REPAIRED,
    NOT_REPAIRED,
    ENDED_BEFORE_KNOWN,
    OPEN,
    BOUNCED_BACK,
    CENSORED;

    /** The word that files use. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
