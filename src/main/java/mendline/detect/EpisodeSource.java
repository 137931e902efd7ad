package mendline.detect;

import mendline.model.Vocabulary;

/** Where an episode was seen: in scores, or written down by someone. */
public enum EpisodeSource implements Vocabulary {
    SCORE,
    CLIENT,
    THERAPIST,
    OBSERVER
}
