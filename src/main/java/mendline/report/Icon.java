package mendline.report;

/** The sign beside a figure: shape and colour say the same, so either alone is enough. */
public enum Icon {
    /** Within its usual range. */
    USUAL("usual variation"),
    /** Unusually high, and up is better. */
    IMPROVEMENT_HIGH("unusually high, an improvement"),
    /** Unusually low, and down is better. */
    IMPROVEMENT_LOW("unusually low, an improvement"),
    /** Unusually high, and up is worth a look. */
    CONCERN_HIGH("unusually high, worth a look"),
    /** Unusually low, and down is worth a look. */
    CONCERN_LOW("unusually low, worth a look"),
    /** Unusually high, neither good nor bad. */
    NEUTRAL_HIGH("unusually high, neither good nor bad"),
    /** Unusually low, neither good nor bad. */
    NEUTRAL_LOW("unusually low, neither good nor bad"),
    /** Too few numbers for a chart. */
    TOO_FEW("too few for a chart"),
    /** A sentence without a sign of its own. */
    PLAIN("");

    private final String words;

    Icon(String words) {
        this.words = words;
    }

    /** What the sign says, for people who cannot see it. */
    public String words() {
        return words;
    }
}
