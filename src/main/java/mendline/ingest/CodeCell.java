package mendline.ingest;

import java.util.Map;
import mendline.model.ProblemCode;

/** Reads cells that hold a code of something: a course, a therapist, a site, a group. */
final class CodeCell {
    private final CellCodes codes;
    private final Map<String, String> translation;

    /** @param column the key under which a profile speaks of the column */
    CodeCell(String column, Profile profile) {
        this.codes = new CellCodes(column, profile);
        this.translation = ScoreCell.translation(column, profile);
    }

    /** The number of the code among those met, {@link SessionStore#NO_CODE} where the cell holds none. */
    int read(String cell, int index, Dictionary names, ScoreCell.Problems problems) {
        String text = ScoreCell.translated(cell, translation);
        if (text.isEmpty()) {
            return SessionStore.NO_CODE;
        }
        if (codes.suppressed(text)) {
            problems.add(ProblemCode.SUPPRESSED_VALUE, index, false);
            return SessionStore.NO_CODE;
        }
        return codes.missing(text) ? SessionStore.NO_CODE : names.id(text);
    }
}
