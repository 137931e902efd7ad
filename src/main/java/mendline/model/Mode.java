package mendline.model;

/** How a session was held. */
public enum Mode implements Vocabulary {
    IN_PERSON,
    VIDEO,
    PHONE,
    TEXT
}
