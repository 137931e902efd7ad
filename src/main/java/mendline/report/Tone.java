package mendline.report;

/** What a mark's colour means; the drawing stage chooses the colour. */
public enum Tone {
    COMMON,
    IMPROVEMENT,
    CONCERN,
    NEUTRAL,
    /** The main series of a chart. */
    MAIN,
    SECOND,
    THIRD,
    FOURTH,
    FIFTH,
    SIXTH,
    /** What noise alone would give. */
    NOISE,
    /** Limits, cut-offs and other reference lines. */
    REFERENCE,
    /** Present but not the point. */
    MUTED
}
