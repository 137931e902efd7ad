package mendline.measure;

import mendline.model.Vocabulary;

/** What puts a course into its outcome class. */
public enum OutcomeApproach implements Vocabulary {
    /** Reliable change and cut-off together (Jacobson and Truax 1991). */
    COMBINED,
    /** Reliable change alone. */
    DISTRIBUTION,
    /** The cut-off alone: from the clinical to the functional side or the other way. */
    STATISTICAL,
    /** A change that clients notice: the minimally important difference. */
    ANCHOR,
    /** A share of the first score. */
    PERCENTAGE
}
