package mendline.detect;

import mendline.model.Vocabulary;

/** Why a course has no outcome on a measure. */
public enum NotAssessable implements Vocabulary {
    NO_SCORE,
    ONE_SCORE,
    FIRST_ASSESSMENT_MISSING,
    LAST_ASSESSMENT_MISSING,
    NO_RELIABLE_CHANGE_KNOWN,
    /** The reliable-change method of the profile cannot be used on these data. */
    RELIABLE_CHANGE_REFUSED,
    /** The reliable-change method of the profile looks at all scores, and the course has fewer than three. */
    FEWER_THAN_THREE_SCORES,
    /** A change cannot be a share of nothing. */
    FIRST_SCORE_ZERO,
    /** The profile classes courses by a cut-off, and none is known. */
    NO_CUTOFF_KNOWN
}
