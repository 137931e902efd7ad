package mendline.ingest;

import mendline.model.Vocabulary;

/** How far a decision about an unknown export can be relied on. */
public enum Confidence implements Vocabulary {
    /** Name and content agree, or nothing else is possible. */
    SURE,
    /** One of them speaks for it, and nothing against it. */
    LIKELY,
    /** Somebody has to look. */
    GUESS
}
