package mendline.detect;

import mendline.model.Vocabulary;

/** The outcome of a course on one measure: reliable change and cut-off together (Jacobson and Truax 1991). */
public enum OutcomeClass implements Vocabulary {
    RECOVERED,
    IMPROVED,
    UNCHANGED,
    DETERIORATED,
    MOVED_INTO_CLINICAL_RANGE,
    NOT_ASSESSABLE
}
