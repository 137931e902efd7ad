package mendline.report;

import java.util.List;

/** A piece of a page, as data. */
public sealed interface Block {
    /** A heading inside a page. */
    record Heading(String text) implements Block {}

    /** A paragraph; the lead, if any, is set bold before it. */
    record Paragraph(String lead, String text) implements Block {}

    /** A headline of page 1: a sign, a bold sentence and what stands behind it. */
    record Headline(Icon icon, String lead, String text) implements Block {}

    /** A table; the first column of each row is its header. */
    record Table(String caption, List<Column> columns, List<Row> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** A column; widths are shares of the table's width and add up to 100. */
    record Column(String header, boolean numeric, int width) {}

    /** A row of a table. */
    record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** What stands in a table cell. */
    sealed interface Cell {
        /** Words or a number as shown; the second line is smaller; strong ones are larger and bold. */
        record Text(String text, String second, boolean strong) implements Cell {}

        /** A tiny chart. */
        record Spark(Figure figure) implements Cell {}

        /** A sign. */
        record Sign(Icon icon) implements Cell {}
    }

    /** A chart with its title, subtitle and, below it, a line on how to read it. */
    record Chart(Figure figure, String reading) implements Block {}

    /** Two columns of blocks; {@code leftShare} is the left one's share of the width in per cent. */
    record SideBySide(int leftShare, List<Block> left, List<Block> right) implements Block {
        public SideBySide {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /** A shaded box. */
    record Box(String title, List<String> paragraphs) implements Block {
        public Box {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** A list of short points. */
    record Bullets(List<String> points) implements Block {
        public Bullets {
            points = List.copyOf(points);
        }
    }

    /** Small print. */
    record Note(String text) implements Block {}

    /** The key of the signs. */
    record IconKey(List<Icon> icons) implements Block {
        public IconKey {
            icons = List.copyOf(icons);
        }
    }
}
