package mendline.detect;

import mendline.model.Vocabulary;

/** Where a course stands at the landmark session, by its alliance dips so far. */
public enum LandmarkGroup implements Vocabulary {
    NO_DIP,
    DIP_REPAIRED,
    DIP_NOT_YET_REPAIRED
}
