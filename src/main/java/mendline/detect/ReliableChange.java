package mendline.detect;

import mendline.model.Vocabulary;

/** Whether the change from first to last score is more than measurement error. */
public enum ReliableChange implements Vocabulary {
    IMPROVED,
    NONE,
    DETERIORATED
}
