package mendline.model;

/** Who recorded a rupture: three streams that are never summed. */
public enum RuptureSource implements Vocabulary {
    CLIENT,
    THERAPIST,
    OBSERVER
}
