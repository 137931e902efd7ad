package mendline.simulate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mendline.model.Months;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Sorts rows into months on disk, then writes one file for each month by date and client; only a month at a time is
 * in memory. Each file repeats the last days of the month before.
 */
final class MonthFiles implements Closeable {
    /** The days of the month before that a file repeats. */
    static final int DAYS_REPEATED = 5;

    static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private static final char BETWEEN = '\u001f';

    /** A row as it waits on disk: its cells in one text. */
    private record Line(int day, int client, String cells) {}

    private final SimulationSettings settings;
    private final Path folder;
    private final int firstMonth;
    private final List<DataOutputStream> waiting = new ArrayList<>();
    private final int[] rowsWaiting;

    MonthFiles(SimulationSettings settings, Path folder) throws IOException {
        this.settings = settings;
        this.folder = folder;
        this.firstMonth = Months.of(settings.firstMonth());
        this.rowsWaiting = new int[settings.months()];
        for (int i = 0; i < settings.months(); i++) {
            waiting.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(waitingRows(i)))));
        }
    }

    /** The name of a month's file. */
    static String name(int month) {
        return "sessions-" + Months.iso(month) + ".csv";
    }

    void add(int client, Row row) throws IOException {
        int month = Math.min(Months.ofDay(row.day()) - firstMonth, settings.months() - 1);
        StringBuilder cells = new StringBuilder();
        for (Column column : Column.values()) {
            cells.append(row.cells().getOrDefault(column, "")).append(BETWEEN);
        }
        rowsWaiting[month]++;
        DataOutputStream out = waiting.get(month);
        out.writeInt(row.day());
        out.writeInt(client);
        out.writeUTF(cells.toString());
    }

    /** Writes all months; returns how many rows stand in them, repeated ones included. */
    long write() throws IOException {
        close();
        long rows = 0;
        List<Line> before = List.of();
        for (int i = 0; i < settings.months(); i++) {
            int month = firstMonth + i;
            List<Line> lines = read(i);
            List<Line> all = new ArrayList<>(before);
            all.addAll(lines);
            write(month, all);
            rows += all.size();
            int repeatedFrom = Months.lastDay(month) - DAYS_REPEATED + 1;
            before = lines.stream().filter(line -> line.day() >= repeatedFrom).toList();
        }
        return rows;
    }

    private void write(int month, List<Line> lines) throws IOException {
        List<Column> columns = columns(month);
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(name(month)), StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
            printer.printRecord(columns.stream().map(Column::key));
            for (Line line : lines) {
                List<String> cells = cells(line);
                printer.printRecord(columns.stream().map(column -> cells.get(column.ordinal())));
            }
        }
    }

    /** The columns of a month's file; recorded fields come in later. */
    private List<Column> columns(int month) {
        List<Column> columns = new ArrayList<>();
        for (Column column : Column.values()) {
            boolean tooEarly = column.recorded() && month < Months.of(settings.recordedFrom())
                    || column.ofTheSheet() && month < Months.of(settings.sheetFrom());
            if (!tooEarly) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static List<String> cells(Line line) {
        List<String> cells = new ArrayList<>(Column.values().length);
        int from = 0;
        for (int at = line.cells().indexOf(BETWEEN); at >= 0; at = line.cells().indexOf(BETWEEN, from)) {
            cells.add(line.cells().substring(from, at));
            from = at + 1;
        }
        return cells;
    }

    private List<Line> read(int index) throws IOException {
        List<Line> lines = new ArrayList<>(rowsWaiting[index]);
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(waitingRows(index))))) {
            for (int i = 0; i < rowsWaiting[index]; i++) {
                lines.add(new Line(in.readInt(), in.readInt(), in.readUTF()));
            }
        }
        lines.sort(Comparator.comparingInt(Line::day).thenComparingInt(Line::client));
        return lines;
    }

    private Path waitingRows(int index) {
        return folder.resolve("waiting-" + index);
    }

    @Override
    public void close() throws IOException {
        for (DataOutputStream out : waiting) {
            out.close();
        }
    }
}
