package mendline.detect;

import mendline.model.Vocabulary;

/**
 * The one shape of a course's primary outcome scores; the first rule that holds names it (methods page, course shape).
 */
public enum CourseShape implements Vocabulary {
    SETBACK_NOT_BACK,
    SETBACK_AND_REBOUND,
    SPIKE_AND_REBOUND,
    STEP_GAIN,
    STEADY_GAIN,
    WORSENING,
    LEVEL,
    FLUCTUATING,
    TOO_SHORT
}
