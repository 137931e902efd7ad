package mendline.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The records of a delimited text, one at a time.
 *
 * <p>Lines without a quotation mark are cut at the delimiter; a record with one goes through commons-csv. A record may
 * span lines inside quotation marks, but only so many, and only if it then has the expected number of cells: otherwise
 * its first line alone is handed out as {@linkplain #badQuote() badly quoted}, and reading goes on with the line after
 * it, so that one forgotten mark costs one row.
 *
 * <p>A first line {@code sep=;}, as spreadsheets write it, is no record: it says which delimiter holds from there on.
 */
final class RecordReader implements Closeable {
    static final int MOST_LINES = 100;

    /** With the empty cells that a spreadsheet may have added when it saved the line again. */
    private static final Pattern SAYS_DELIMITER =
            Pattern.compile("\\ufeff?\\s*(?:sep=([,;|\\t])|\"sep=([,;|\\t])\")[,;|\\t ]*", Pattern.CASE_INSENSITIVE);

    private final Reader reader;
    private char delimiter;
    private QuotedRecords quoted;
    private final char[] buffer = new char[1 << 15];
    private final Deque<String> putBack = new ArrayDeque<>();
    private int expected;
    private int at;
    private int filled;
    private boolean afterReturn;
    private long linesRead;
    private long line;
    private char[] text = new char[512];
    private int length;
    private int[] starts = new int[32];
    private int cells;
    private int starting;
    private boolean emptyEnds;
    private String[] quotedCells;
    private boolean badQuote;
    private boolean delimiterSaid;

    RecordReader(Reader reader, char delimiter) {
        this.reader = reader;
        this.delimiter = delimiter;
        this.quoted = new QuotedRecords(delimiter);
    }

    /** From here on a record over several lines needs that many cells. */
    void expect(int count) {
        expected = count;
    }

    /** From here on an empty cell behind the last delimiter of a record is none. */
    void leaveEmptyEnds() {
        emptyEnds = true;
    }

    /** Moves to the next record that is not blank; false at the end. */
    boolean next() throws IOException {
        do {
            length = 0;
            if (!appendLine()) {
                return false;
            }
            line = linesRead;
        } while (blank() || line == 1 && saysDelimiter());
        badQuote = false;
        quotedCells = null;
        if (hasQuote()) {
            readQuoted();
        } else {
            cut();
        }
        return true;
    }

    /** What cells are apart by. */
    char delimiter() {
        return delimiter;
    }

    /** Whether the file itself said which delimiter it has. */
    boolean delimiterSaid() {
        return delimiterSaid;
    }

    private boolean saysDelimiter() {
        Matcher said = SAYS_DELIMITER.matcher(new String(text, 0, Math.min(length, 40)));
        if (!said.matches()) {
            return false;
        }
        delimiter = (said.group(1) != null ? said.group(1) : said.group(2)).charAt(0);
        quoted = new QuotedRecords(delimiter);
        delimiterSaid = true;
        return true;
    }

    /** Passes over that many records, such as the second and third header line of a survey tool. */
    void skip(int records) throws IOException {
        for (int i = 0; i < records; i++) {
            next();
        }
    }

    /** The line on which the record starts, counted from 1. */
    long line() {
        return line;
    }

    /** Whether the record's quotation marks do not fit; it then has no cells. */
    boolean badQuote() {
        return badQuote;
    }

    int cells() {
        return cells;
    }

    /** A cell without surrounding blanks. */
    String cell(int index) {
        if (quotedCells != null) {
            return trimmed(quotedCells[index]);
        }
        int from = starts[index];
        int to = index + 1 < starting ? starts[index + 1] - 1 : length;
        while (from < to && isBlank(text[from])) {
            from++;
        }
        while (to > from && isBlank(text[to - 1])) {
            to--;
        }
        return from == to ? "" : new String(text, from, to - from);
    }

    /** The kind of a cell, told without making text of it. */
    CellKind kind(int index) {
        if (quotedCells != null) {
            String cell = trimmed(quotedCells[index]);
            return CellKind.of(cell.toCharArray(), 0, cell.length());
        }
        int from = starts[index];
        int to = index + 1 < starting ? starts[index + 1] - 1 : length;
        while (from < to && isBlank(text[from])) {
            from++;
        }
        while (to > from && isBlank(text[to - 1])) {
            to--;
        }
        return CellKind.of(text, from, to);
    }

    static String trimmed(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isBlank(cell.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\ufeff';
    }

    private boolean blank() {
        for (int i = 0; i < length; i++) {
            if (text[i] == delimiter || !isBlank(text[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean hasQuote() {
        for (int i = 0; i < length; i++) {
            if (text[i] == '"') {
                return true;
            }
        }
        return false;
    }

    private void cut() {
        starting = 0;
        start(0);
        for (int i = 0; i < length; i++) {
            if (text[i] == delimiter) {
                start(i + 1);
            }
        }
        cells = starting;
        leaveEmptyEnd();
    }

    private void leaveEmptyEnd() {
        if (emptyEnds && cells > 1 && cell(cells - 1).isEmpty()) {
            cells--;
        }
    }

    private void start(int position) {
        if (starting == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[starting++] = position;
    }

    private void readQuoted() throws IOException {
        int firstLine = length;
        int lines = 1;
        int[] ends = new int[4];
        QuoteScan scan = new QuoteScan(delimiter);
        scan.over(text, 0, length);
        while (scan.open() && lines < MOST_LINES) {
            if (lines - 1 == ends.length) {
                ends = Arrays.copyOf(ends, ends.length * 2);
            }
            ends[lines - 1] = length;
            append('\n');
            int from = length - 1;
            if (!appendLine()) {
                length--;
                break;
            }
            lines++;
            scan.over(text, from, length);
        }
        boolean whole = scan.wellFormed() && !scan.open();
        if (whole) {
            quotedCells = quoted.cells(text, length);
            cells = quotedCells.length;
            leaveEmptyEnd();
        }
        if (!whole || lines > 1 && expected > 0 && cells != expected) {
            putBackAfterFirst(firstLine, lines, ends);
            badQuote = true;
            quotedCells = null;
            cells = 0;
        }
    }

    private void putBackAfterFirst(int firstLine, int lines, int[] ends) {
        for (int i = lines - 1; i >= 1; i--) {
            int from = ends[i - 1] + 1;
            int to = i < lines - 1 ? ends[i] : length;
            putBack.addFirst(new String(text, from, to - from));
            linesRead--;
        }
        length = firstLine;
    }

    private void append(char c) {
        if (length == text.length) {
            text = Arrays.copyOf(text, text.length * 2);
        }
        text[length++] = c;
    }

    private boolean appendLine() throws IOException {
        if (!putBack.isEmpty()) {
            String again = putBack.removeFirst();
            for (int i = 0; i < again.length(); i++) {
                append(again.charAt(i));
            }
            linesRead++;
            return true;
        }
        boolean any = false;
        while (true) {
            if (at == filled && !refill()) {
                linesRead += any ? 1 : 0;
                return any;
            }
            if (afterReturn && buffer[at] == '\n') {
                at++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            int from = at;
            while (at < filled && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            any |= at > from;
            append(from, at);
            if (at < filled) {
                afterReturn = buffer[at++] == '\r';
                linesRead++;
                return true;
            }
        }
    }

    private void append(int from, int to) {
        if (length + to - from > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + to - from));
        }
        System.arraycopy(buffer, from, text, length, to - from);
        length += to - from;
    }

    private boolean refill() throws IOException {
        at = 0;
        filled = Math.max(0, reader.read(buffer, 0, buffer.length));
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
