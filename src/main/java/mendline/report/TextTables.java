package mendline.report;

import java.util.Arrays;
import java.util.List;

/** Makes the columns and rows of tables that hold words and written numbers only. */
final class TextTables {
    private static final int WORTH_HALVING = 8;

    private TextTables() {}

    /** A column of words; the width is a share of the table's in per cent. */
    static Block.Column words(String header, int width) {
        return new Block.Column(header, false, width);
    }

    /** A column of numbers. */
    static Block.Column numbers(String header, int width) {
        return new Block.Column(header, true, width);
    }

    static Block.Row row(String... cells) {
        return new Block.Row(Arrays.stream(cells).map(TextTables::text).toList());
    }

    /** A long table of narrow rows, set as two tables beside each other from so many rows on. */
    static List<Block> halves(String caption, List<Block.Column> columns, List<Block.Row> rows) {
        if (rows.size() < WORTH_HALVING) {
            return List.of(new Block.Table(caption, columns, rows));
        }
        int half = (rows.size() + 1) / 2;
        Block left = new Block.Table(caption, columns, rows.subList(0, half));
        Block right = new Block.Table("Continued", columns, rows.subList(half, rows.size()));
        return List.of(new Block.SideBySide(50, List.of(left), List.of(right)));
    }

    private static Block.Cell text(String text) {
        return new Block.Cell.Text(text, "", false);
    }
}
