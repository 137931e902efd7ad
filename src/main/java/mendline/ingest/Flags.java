package mendline.ingest;

import java.util.Locale;
import java.util.Set;

/** Cells that say yes or no. */
final class Flags {
    private static final Set<String> YES = Set.of("1", "true", "yes", "y", "x", "t");
    private static final Set<String> NO = Set.of("", "0", "false", "no", "n", "f");

    /** What a cell says. */
    enum Answer {
        YES,
        NO,
        UNCLEAR
    }

    private Flags() {}

    static Answer of(String cell, CellCodes codes) {
        String word = cell.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Answer.YES;
        }
        return NO.contains(word) || codes.missing(cell) ? Answer.NO : Answer.UNCLEAR;
    }
}
