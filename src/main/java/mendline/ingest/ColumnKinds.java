package mendline.ingest;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mendline.model.Vocabulary;

/**
 * Which kind of cell each column holds, known to Mendline or not, learned from all rows of all files with one role
 * before a row is believed; so neither the order of the rows nor the file in which they stand matters. Columns of one
 * name are one column.
 */
final class ColumnKinds {
    /** Filled cells without which nothing is said of a column. */
    static final int FEWEST = 20;
    /** Of a hundred filled cells so many must be of one kind. */
    static final int CLEAR = 95;

    private static final CellKind[] KINDS = CellKind.values();

    private final CellCodes codes;
    private final Map<String, long[]> counts = new HashMap<>();

    private ColumnKinds(CellCodes codes) {
        this.codes = codes;
    }

    /** @param names the headers of a table in the order of its columns */
    static <H> ColumnKinds of(List<InputTables.Table<H>> tables, Function<H, String[]> names, Profile profile) {
        ColumnKinds kinds = new ColumnKinds(new CellCodes("", profile));
        for (InputTables.Table<H> table : tables) {
            String[] headers = names.apply(table.header());
            try (RecordReader reader = table.rows(table.scan().open(bytes -> {}), headers.length)) {
                kinds.learn(reader, kinds.counts(table.role(), headers));
            } catch (IOException e) {
                throw new InputChanged(table.scan().name(), e);
            }
        }
        return kinds;
    }

    private long[][] counts(int role, String... headers) {
        long[][] columns = new long[headers.length][];
        for (int i = 0; i < headers.length; i++) {
            String name = role + "\u0000" + Vocabulary.folded(headers[i]);
            columns[i] = counts.computeIfAbsent(name, column -> new long[KINDS.length]);
        }
        return columns;
    }

    private void learn(RecordReader reader, long[]... columns) throws IOException {
        while (reader.next()) {
            if (RefusedRecords.why(reader, columns.length).isEmpty()) {
                for (int i = 0; i < columns.length; i++) {
                    columns[i][kind(reader, i, codes).ordinal()]++;
                }
            }
        }
    }

    /** The kind of a cell; a code for missing or withheld is none. */
    static CellKind kind(RecordReader reader, int index, CellCodes codes) {
        CellKind kind = reader.kind(index);
        if (kind == CellKind.WORDS) {
            String cell = reader.cell(index);
            return codes.missing(cell) || codes.suppressed(cell) ? CellKind.EMPTY : kind;
        }
        return kind;
    }

    /** What tells the shifted rows of a file with that role and these headers. */
    ShiftedRows shifted(int role, String... headers) {
        long[][] columns = counts(role, headers);
        CellKind[] kinds = new CellKind[columns.length];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = clear(columns[i]);
        }
        return new ShiftedRows(kinds, codes);
    }

    /** {@link CellKind#EMPTY} where no kind is clear. */
    private static CellKind clear(long... counted) {
        long filled = 0;
        CellKind most = CellKind.EMPTY;
        for (CellKind kind : KINDS) {
            if (kind != CellKind.EMPTY) {
                filled += counted[kind.ordinal()];
                most = most == CellKind.EMPTY || counted[kind.ordinal()] > counted[most.ordinal()] ? kind : most;
            }
        }
        return filled >= FEWEST && counted[most.ordinal()] * 100 >= filled * CLEAR ? most : CellKind.EMPTY;
    }
}
