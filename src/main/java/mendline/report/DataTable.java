package mendline.report;

import java.util.List;

/** A CSV file as data: its header and rows of text, an empty text meaning missing. */
public record DataTable(List<String> header, List<List<String>> rows) {
    public DataTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }
}
