package mendline.detect;

import mendline.model.Vocabulary;

/** Where a score lies beside the expected course. */
public enum Standing implements Vocabulary {
    AS_EXPECTED,
    /** Worse than most, and not yet below; or below the limit, and already outside the clinical range. */
    BORDERLINE,
    BELOW_EXPECTED,
    /** Too few reference scores, or a session that the reference does not speak of. */
    NOT_CHECKED
}
