package mendline.detect;

import mendline.model.Vocabulary;

/**
 * What the Session Rating Scale's own rule says about one score: a prompt to ask in the room, neither a dip nor a
 * rupture.
 */
public enum CheckIn implements Vocabulary {
    /** 36 or lower of 40. */
    LOW,
    /** At least a point lower than at the session before. */
    FALL,
    BOTH,
    NONE
}
