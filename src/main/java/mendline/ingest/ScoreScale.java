package mendline.ingest;

import mendline.model.Vocabulary;

/** On which scale a column holds the scores of a measure. */
public enum ScoreScale implements Vocabulary {
    /** The total as the library's measure has it. */
    TOTAL,
    /** The mean of the items. */
    MEAN,
    /** Half of the total: the plain sum of the items of a DASS-21 scale, which the library has doubled. */
    HALF,
    /** The raw sum of the items of the SWEMWBS, which the library has on its metric scale. */
    RAW
}
