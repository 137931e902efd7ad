package mendline.model;

/** What was taken from a setback. */
public enum CarriedForward implements Vocabulary {
    NEED_NAMED,
    PATTERN_SEEN,
    VALUE_CLARIFIED,
    ASKED_FOR_HELP,
    TRIED_AGAIN,
    CHANGED_DIRECTION,
    HELPED_SOMEONE,
    OTHER
}
