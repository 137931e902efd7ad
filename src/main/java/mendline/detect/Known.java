package mendline.detect;

import mendline.model.Vocabulary;

/** Whether something happened, or cannot be known yet. */
public enum Known implements Vocabulary {
    YES,
    NO,
    NOT_YET
}
