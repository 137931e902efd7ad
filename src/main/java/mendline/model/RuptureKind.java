package mendline.model;

/** The kind of a recorded rupture; {@code NONE} means asked and none. */
public enum RuptureKind implements Vocabulary {
    NONE,
    WITHDRAWAL,
    CONFRONTATION,
    BOTH,
    UNSPECIFIED
}
