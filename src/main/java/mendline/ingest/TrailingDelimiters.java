package mendline.ingest;

import java.io.IOException;
import java.util.Optional;
import mendline.model.ProblemCode;

/** Tells files whose rows all end with a delimiter that their header lacks, as some systems write them. */
final class TrailingDelimiters {
    private TrailingDelimiters() {}

    /**
     * Reads on up to the first row that has as many cells as the header, the last one filled. Where there is none, whether
     * more rows have one more cell, an empty one behind all others, than end with an empty cell below the last header.
     */
    static boolean in(RecordReader rows, int columns) throws IOException {
        long longer = 0;
        long whole = 0;
        while (rows.next()) {
            Optional<ProblemCode> refused = RefusedRecords.why(rows, columns);
            if (refused.isEmpty()) {
                if (!rows.cell(columns - 1).isEmpty()) {
                    return false;
                }
                whole++;
            } else if (refused.get() == ProblemCode.WRONG_CELL_COUNT && rows.cells() == columns + 1) {
                longer += rows.cell(columns).isEmpty() ? 1 : 0;
            }
        }
        return longer > whole;
    }
}
