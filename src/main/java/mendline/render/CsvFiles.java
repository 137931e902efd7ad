package mendline.render;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import mendline.report.DataTable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes tables as CSV: UTF-8, comma, line feed, header. */
public final class CsvFiles {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    /** The last four are wide forms of the first, which some spreadsheets take for them. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvFiles() {}

    /** Writes the table; cells that a spreadsheet would run as a formula begin with an apostrophe. */
    public static void write(DataTable table, Path csv) throws IOException {
        try (Rows rows = open(csv, table.header())) {
            for (List<String> row : table.rows()) {
                rows.write(row);
            }
        }
    }

    /** Begins a file whose rows come one by one; the header is written at once. */
    public static Rows open(Path csv, List<String> header) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8);
        Rows rows = new Rows(new CSVPrinter(out, FORMAT));
        rows.write(header);
        return rows;
    }

    /** A file being written row by row. */
    public static final class Rows implements Closeable {
        private final CSVPrinter printer;

        private Rows(CSVPrinter printer) {
            this.printer = printer;
        }

        /** Writes a row; cells that a spreadsheet would run as a formula begin with an apostrophe. */
        public void write(List<String> cells) throws IOException {
            for (String cell : cells) {
                printer.print(harmless(cell));
            }
            printer.println();
        }

        @Override
        public void close() throws IOException {
            printer.close(true);
        }
    }

    /** A text that no spreadsheet takes for a formula. */
    static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
