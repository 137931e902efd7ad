package mendline.render;

import java.util.Locale;
import mendline.report.Block;
import mendline.report.Figure;
import mendline.report.Icon;

/**
 * What differs between the PDF and the HTML: the element that carries a picture, and the style sheet. For the
 * templates.
 */
public interface Markup {
    /** Tables with more rows than this are set closely. */
    int LONG_TABLE = 6;

    /** Tables with at most so many rows and letters are never cut in two. */
    int SHORT_TABLE = 14;

    /** A table of more letters is as tall as a sheet, and kept whole it would leave the sheet before it empty. */
    int SHORT_TEXT = 2_000;

    /** Whether the output is cut into sheets. */
    boolean paper();

    /** The style sheet. */
    String style();

    /** The element that carries a chart of a page, so many points wide. */
    String chart(Figure figure, String page, double width);

    /** The element that carries a sign. */
    String sign(Icon icon);

    /** Width of a page's text in points. */
    default double width() {
        return Looks.PAGE_WIDTH;
    }

    /** Class of a table: with pictures, long and so set closely, or plain text. */
    default String kind(Block.Table table) {
        return pictured(table) ? "pictured" : table.rows().size() > LONG_TABLE ? "text close" : "text";
    }

    /** Whether a table is short enough to be kept on one sheet. */
    default boolean whole(Block.Table table) {
        return table.rows().size() <= SHORT_TABLE && letters(table) <= SHORT_TEXT;
    }

    private static int letters(Block.Table table) {
        int letters = 0;
        for (Block.Row row : table.rows()) {
            for (Block.Cell cell : row.cells()) {
                letters += cell instanceof Block.Cell.Text words
                        ? words.text().length() + words.second().length()
                        : 0;
            }
        }
        return letters;
    }

    /** Whether a table holds signs or tiny charts. */
    default boolean pictured(Block.Table table) {
        return table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> !(cell instanceof Block.Cell.Text));
    }

    /** Room at the right of a table cell in points. */
    default double cellPadding() {
        return 9;
    }

    /** Width in points of the left of two columns. */
    default double leftWidth(double width, int share) {
        return Math.rint((width - Looks.COLUMN_GAP) * share / 100);
    }

    /** Width in points of the right of two columns. */
    default double rightWidth(double width, int share) {
        return width - Looks.COLUMN_GAP - leftWidth(width, share);
    }

    /** A part of a width in per cent, cut (not rounded up) so that parts never add up to more than the whole. */
    default String share(double part, double width) {
        return String.format(Locale.ROOT, "%.3f", Math.floor(part / width * 100_000) / 1000);
    }
}
