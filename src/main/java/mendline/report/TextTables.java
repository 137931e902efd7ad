package mendline.report;

import java.util.Arrays;

/** Makes the columns and rows of tables that hold words and written numbers only. */
final class TextTables {
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

    private static Block.Cell text(String text) {
        return new Block.Cell.Text(text, "", false);
    }
}
