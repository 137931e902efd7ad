package mendline.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import mendline.model.ProblemCode;
import mendline.model.Vocabulary;

/**
 * A file looked through without knowing anything about it: how it is cut into cells, and what its columns hold.
 *
 * @param sureDelimiter whether all rows agree about the delimiter
 * @param names the header
 * @param columns one for each name
 * @param rows rows below the header
 */
record FileSketch(
        FileScan scan,
        char delimiter,
        boolean sureDelimiter,
        int headerRows,
        List<String> names,
        List<ColumnSketch> columns,
        long rows) {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int TRIED = 500;
    private static final int MOST_HEADER_ROWS = 3;
    private static final int MOST_COLUMNS = 5_000;

    /** Cells of the header with that delimiter, rows looked at, rows with as many cells, and whether each row ends with a delimiter more. */
    private record Cut(char delimiter, int cells, long rows, long fitting, boolean emptyEnds) {
        double share() {
            return rows == 0 ? 0 : (double) fitting / rows;
        }

        boolean better(Cut other) {
            return share() > other.share() || share() == other.share() && cells > other.cells;
        }
    }

    static FileSketch of(FileScan scan) throws IOException {
        Cut best = new Cut(',', 1, 0, 0, false);
        for (char delimiter : DELIMITERS) {
            Cut cut = cut(scan, delimiter);
            best = cut.cells() > 1 && (best.cells() == 1 || cut.better(best)) ? cut : best;
        }
        try (RecordReader reader = new RecordReader(scan.open(bytes -> {}), best.delimiter())) {
            return read(scan, reader, best);
        }
    }

    private static Cut cut(FileScan scan, char delimiter) throws IOException {
        try (RecordReader reader = new RecordReader(scan.open(bytes -> {}), delimiter)) {
            int cells = reader.next() && !reader.badQuote() ? reader.cells() : 1;
            reader.expect(cells);
            boolean emptyEnds = endsEmpty(scan, delimiter, cells);
            if (emptyEnds) {
                reader.leaveEmptyEnds();
            }
            long rows = 0;
            long fitting = 0;
            while (rows < TRIED && reader.next()) {
                rows++;
                fitting += reader.cells() == cells ? 1 : 0;
            }
            return new Cut(reader.delimiter(), cells, rows, fitting, emptyEnds);
        }
    }

    private static boolean endsEmpty(FileScan scan, char delimiter, int cells) throws IOException {
        try (RecordReader reader = new RecordReader(scan.open(bytes -> {}), delimiter)) {
            return reader.next() && cells > 1 && TrailingDelimiters.in(reader, cells);
        }
    }

    private static FileSketch read(FileScan scan, RecordReader reader, Cut cut) throws IOException {
        List<String> names = new ArrayList<>();
        List<ColumnSketch> columns = new ArrayList<>();
        if (reader.next() && !reader.badQuote() && reader.cells() <= MOST_COLUMNS) {
            names.addAll(cells(reader));
        }
        names.forEach(name -> columns.add(new ColumnSketch()));
        reader.expect(names.size());
        if (cut.emptyEnds()) {
            reader.leaveEmptyEnds();
        }
        List<List<String>> first = new ArrayList<>();
        int headerRows = 1;
        while (first.size() < MOST_HEADER_ROWS - 1 && reader.next()) {
            first.add(cells(reader));
            headerRows = first.get(first.size() - 1).stream().anyMatch(cell -> cell.contains("\"ImportId\""))
                    ? first.size() + 1
                    : headerRows;
        }
        long rows = 0;
        for (List<String> row : first.subList(headerRows - 1, first.size())) {
            rows++;
            add(columns, row);
        }
        while (reader.next()) {
            rows++;
            add(columns, cells(reader));
        }
        return new FileSketch(
                scan, cut.delimiter(), cut.cells() > 1 && cut.share() == 1, headerRows, names, columns, rows);
    }

    /**
     * Files of one kind as if they were one file, under the name and in the charset of the first; a column that only some have is a column.
     */
    static FileSketch together(List<FileSketch> files) {
        FileSketch first = files.get(0);
        Map<String, Integer> places = new HashMap<>();
        List<String> names = new ArrayList<>();
        List<ColumnSketch> columns = new ArrayList<>();
        for (FileSketch file : files) {
            Map<String, Integer> seen = new HashMap<>();
            for (int i = 0; i < file.names().size(); i++) {
                String folded = Vocabulary.folded(file.names().get(i));
                String key = folded + '\n' + seen.merge(folded, 1, Integer::sum);
                int place = places.computeIfAbsent(key, k -> names.size());
                if (place == names.size()) {
                    names.add(file.names().get(i));
                    columns.add(new ColumnSketch());
                }
                columns.get(place).include(file.columns().get(i));
            }
        }
        return new FileSketch(
                first.scan(),
                first.delimiter(),
                files.stream().allMatch(FileSketch::sureDelimiter),
                first.headerRows(),
                names,
                columns,
                files.stream().mapToLong(FileSketch::rows).sum());
    }

    /** Whether the file has a column of that name. */
    boolean has(String name) {
        String wanted = Vocabulary.folded(name);
        return names.stream().anyMatch(each -> Vocabulary.folded(each).equals(wanted));
    }

    private static List<String> cells(RecordReader reader) {
        List<String> cells = new ArrayList<>(reader.cells());
        for (int i = 0; i < reader.cells(); i++) {
            cells.add(reader.cell(i));
        }
        return cells;
    }

    private static void add(List<ColumnSketch> columns, List<String> row) {
        if (row.size() == columns.size()) {
            for (int i = 0; i < row.size(); i++) {
                columns.get(i).add(row.get(i));
            }
        }
    }

    String name() {
        return scan.name();
    }

    /** Why nothing can be said about the file. */
    Optional<ProblemCode> problem() {
        if (names.isEmpty()) {
            return Optional.of(ProblemCode.FILE_NOT_CSV);
        }
        return rows == 0 ? Optional.of(ProblemCode.FILE_HEADER_ONLY) : Optional.empty();
    }

    /** Whether a forgotten quotation mark made rows a part of the header, so that it must not be repeated to anybody. */
    boolean headerSwallowsRows() {
        return names.stream().anyMatch(name -> InputTables.swallowsRows(name, delimiter));
    }

    /** Whether the first line looks like data, so that it must not be repeated to anybody. */
    boolean headless() {
        return Header.of(names.toArray(new String[0]), Profiles.DEFAULT).looksLikeData();
    }

    /** The columns that fit, in the order of the file. */
    List<Integer> where(Predicate<Integer> fits) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (fits.test(i)) {
                found.add(i);
            }
        }
        return found;
    }
}
