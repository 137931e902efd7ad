package mendline.ingest;

import mendline.model.Vocabulary;

/**
 * In which order an export writes year, month and day; a date that begins with a four-digit year is always read as
 * such.
 */
public enum DateOrder implements Vocabulary {
    YMD,
    DMY,
    MDY
}
