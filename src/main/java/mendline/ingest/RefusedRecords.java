package mendline.ingest;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mendline.model.ProblemCode;

/** Tells which records are no rows of a table, whatever their cells hold. */
final class RefusedRecords {
    private static final Set<String> FOOTERS =
            Set.of("total", "totals", "grand total", "subtotal", "sum", "end of report");

    private RefusedRecords() {}

    /** Why a record is no row of a table with so many columns. */
    static Optional<ProblemCode> why(RecordReader records, int columns) {
        if (records.badQuote()) {
            return Optional.of(ProblemCode.UNCLOSED_QUOTE);
        }
        boolean empty = true;
        for (int i = 0; i < records.cells() && empty; i++) {
            empty = records.cell(i).isEmpty();
        }
        if (empty) {
            return Optional.of(ProblemCode.EMPTY_ROW);
        }
        if (FOOTERS.contains(records.cell(0).toLowerCase(Locale.ROOT))) {
            return Optional.of(ProblemCode.FOOTER_ROW);
        }
        return records.cells() == columns ? Optional.empty() : Optional.of(ProblemCode.WRONG_CELL_COUNT);
    }
}
