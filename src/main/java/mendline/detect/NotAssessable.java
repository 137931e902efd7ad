package mendline.detect;

import mendline.model.Vocabulary;

/** Why a course has no outcome on a measure. */
public enum NotAssessable implements Vocabulary {
    NO_SCORE,
    ONE_SCORE,
    FIRST_ASSESSMENT_MISSING,
    LAST_ASSESSMENT_MISSING,
    NO_RELIABLE_CHANGE_KNOWN
}
