package mendline.detect;

import mendline.model.Vocabulary;

/** What followed an episode, as far as it is known. */
public enum EpisodeStatus implements Vocabulary {
    BOUNCED_BACK,
    REPAIRED,
    PARTLY_REPAIRED,
    NOT_REPAIRED,
    NOT_BACK,
    HELD,
    REVERSED,
    UNCONFIRMED,
    ENDED_BEFORE_KNOWN,
    OPEN,
    UNKNOWN
}
