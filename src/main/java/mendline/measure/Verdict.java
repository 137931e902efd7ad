package mendline.measure;

/** What a rule says of a first and a last score. */
public enum Verdict {
    IMPROVED,
    UNCHANGED,
    DETERIORATED
}
