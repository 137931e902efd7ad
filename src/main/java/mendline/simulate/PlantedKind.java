package mendline.simulate;

import mendline.model.Vocabulary;

/** What can be planted. */
enum PlantedKind implements Vocabulary {
    /** The outcome measure worsens for two or more sessions. */
    SETBACK,
    /** Alliance scores fall. */
    DIP,
    /** A rupture is written down; a planted dip may lie under it or not. */
    RUPTURE,
    /** The outcome measure improves from one session to the next and stays there. */
    SUDDEN_GAIN
}
