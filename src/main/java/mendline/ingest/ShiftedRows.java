package mendline.ingest;

/**
 * Tells rows of one file whose cells stand one column beside their own though their number is right: two neighbouring
 * cells, neither of the kind of its column, each of the kind of the column behind it, or each of the kind of the column
 * before it. One such cell alone is no shift, nor are two that would fit in no other place.
 */
final class ShiftedRows {
    /** No cell of the row. */
    static final int NONE = -1;

    private final CellKind[] kinds;
    private final CellCodes codes;

    /** @param kinds by column the kind of its cells, {@link CellKind#EMPTY} where none is clear */
    ShiftedRows(CellKind[] kinds, CellCodes codes) {
        this.kinds = kinds.clone();
        this.codes = codes;
    }

    /** The first column that shows the row at which the reader stands to be shifted; {@link #NONE} if it is not. */
    int firstWrong(RecordReader row) {
        for (int i = 0; i + 1 < kinds.length; i++) {
            CellKind here = kinds[i];
            CellKind next = kinds[i + 1];
            if (here != CellKind.EMPTY && next != CellKind.EMPTY) {
                CellKind left = wrong(row, i);
                CellKind right = left == CellKind.EMPTY ? CellKind.EMPTY : wrong(row, i + 1);
                boolean forward = left == next && i + 2 < kinds.length && right == kinds[i + 2];
                boolean back = right == here && i > 0 && left == kinds[i - 1];
                if (right != CellKind.EMPTY && (forward || back)) {
                    return i;
                }
            }
        }
        return NONE;
    }

    /** The kind of a cell that is not of the kind of its column; {@link CellKind#EMPTY} of any other. */
    private CellKind wrong(RecordReader row, int index) {
        return row.kind(index) == kinds[index] ? CellKind.EMPTY : ColumnKinds.kind(row, index, codes);
    }
}
