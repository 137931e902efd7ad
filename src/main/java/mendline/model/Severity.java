package mendline.model;

/** What a problem does: an error sets a row or value aside, a warning is used with care, a note is only said. */
public enum Severity implements Vocabulary {
    ERROR,
    WARNING,
    NOTE
}
