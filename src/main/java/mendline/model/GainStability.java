package mendline.model;

/** How the third criterion tells a sudden gain from ups and downs. */
public enum GainStability implements Vocabulary {
    /** Means of up to three scores on both sides apart by a critical t times their pooled SD (Tang and DeRubeis 1999). */
    T,
    /** Each of the next two sessions keeps at least half of the gain (Gaynor and others 2003). */
    GAYNOR,
    /** The gain is at least one and a half SD of the client's whole series (Kelly and others 2005). */
    KELLY,
    /** No third criterion. */
    OFF
}
