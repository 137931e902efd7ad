package mendline.measure;

import mendline.stats.Interval;

/** What the mean change of a group says beside the minimally important difference. */
public enum GroupChange {
    NOT_SIGNIFICANT("could be no change at all"),
    SIGNIFICANTLY_WORSE("is a worsening beyond chance"),
    NOT_RELEVANT("is beyond chance, and short of what matters to clients"),
    NOT_SIGNIFICANTLY_BEYOND("is short of what matters to clients, though its interval reaches it"),
    PROBABLY_RELEVANT("is probably large enough to matter to clients"),
    LARGE("is large enough to matter to clients, with its whole interval");

    private final String words;

    GroupChange(String words) {
        this.words = words;
    }

    /** As the end of a sentence on a mean change. */
    public String words() {
        return words;
    }

    /**
     * Where a mean improvement lies.
     *
     * @param mean mean improvement in points, positive when things got better
     * @param interval its confidence interval
     * @param important smallest improvement that matters, in points
     */
    public static GroupChange of(double mean, Interval interval, double important) {
        if (interval.contains(0)) {
            return NOT_SIGNIFICANT;
        }
        if (interval.upper() < 0) {
            return SIGNIFICANTLY_WORSE;
        }
        if (interval.upper() < important) {
            return NOT_RELEVANT;
        }
        if (interval.lower() > important) {
            return LARGE;
        }
        return mean < important ? NOT_SIGNIFICANTLY_BEYOND : PROBABLY_RELEVANT;
    }
}
