package mendline.detect;

import mendline.model.Vocabulary;

/** What kind of finding an episode is. */
public enum EpisodeKind implements Vocabulary {
    SETBACK,
    RUPTURE,
    DIP,
    SUDDEN_GAIN,
    SUDDEN_LOSS,
    SPIKE
}
