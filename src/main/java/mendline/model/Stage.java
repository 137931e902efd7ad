package mendline.model;

/** The part of a course that a session belongs to. */
public enum Stage implements Vocabulary {
    ASSESSMENT,
    TREATMENT,
    FOLLOW_UP
}
