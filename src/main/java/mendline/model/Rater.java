package mendline.model;

/** Who filled in a questionnaire. */
public enum Rater implements Vocabulary {
    CLIENT,
    THERAPIST
}
