package mendline.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mendline.report.Block;
import mendline.report.Figure;
import mendline.report.Page;
import mendline.report.Point;
import mendline.report.Report;
import mendline.report.Series;

/** A report as lines for a terminal, in plain ASCII, since nobody knows what a terminal can show. Heat charts become tables, others their words. */
public final class TextReports {
    private static final int WIDTH = 100;
    private static final int INDENT = 4;

    private TextReports() {}

    /** The lines of every page. */
    public static List<String> lines(Report report) {
        List<String> lines = new ArrayList<>();
        for (Page page : report.pages()) {
            lines.add(page.title().toUpperCase(Locale.UK));
            wrapped(page.subtitle(), 0, lines);
            for (Block block : page.blocks()) {
                block(block, lines);
            }
            lines.add("");
        }
        return lines.stream().map(TextReports::ascii).toList();
    }

    private static void block(Block block, List<String> lines) {
        lines.add("");
        if (block instanceof Block.Heading heading) {
            wrapped(heading.text(), 0, lines);
        } else if (block instanceof Block.Paragraph paragraph) {
            wrapped((paragraph.lead() + " " + paragraph.text()).strip(), 0, lines);
        } else if (block instanceof Block.Headline headline) {
            wrapped(headline.lead() + " " + headline.text(), 0, lines);
        } else if (block instanceof Block.Table table) {
            table(table, lines);
        } else if (block instanceof Block.Chart chart) {
            chart(chart.figure(), lines);
        } else if (block instanceof Block.SideBySide two) {
            two.left().forEach(inner -> block(inner, lines));
            two.right().forEach(inner -> block(inner, lines));
        } else if (block instanceof Block.Box box) {
            wrapped(box.title(), 0, lines);
            box.paragraphs().forEach(text -> wrapped("- " + text, 0, lines));
        } else if (block instanceof Block.Bullets bullets) {
            bullets.points().forEach(text -> wrapped("- " + text, 0, lines));
        } else if (block instanceof Block.Note note) {
            wrapped(note.text(), 0, lines);
        }
    }

    private static void table(Block.Table table, List<String> lines) {
        wrapped(table.caption(), 0, lines);
        List<String> header = new ArrayList<>();
        table.columns().forEach(column -> header.add(column.header()));
        List<List<String>> rows = new ArrayList<>();
        for (Block.Row row : table.rows()) {
            List<String> cells = new ArrayList<>();
            row.cells()
                    .forEach(cell -> cells.add(
                            cell instanceof Block.Cell.Text text ? (text.text() + " " + text.second()).strip() : ""));
            rows.add(cells);
        }
        aligned(header, rows, lines);
    }

    /** Columns under each other where they fit; else what does not fit follows its row, a line each. */
    private static void aligned(List<String> header, List<List<String>> rows, List<String> lines) {
        int[] widths = new int[header.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = header.get(i).length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        int fit = 0;
        for (int used = 0; fit < widths.length && used + widths[fit] <= WIDTH; fit++) {
            used += widths[fit] + 2;
        }
        lines.add(line(header, widths, fit));
        for (List<String> row : rows) {
            lines.add(line(row, widths, fit));
            for (int i = fit; i < row.size(); i++) {
                wrapped(header.get(i) + ": " + row.get(i), INDENT, lines);
            }
        }
    }

    private static String line(List<String> cells, int[] widths, int fit) {
        StringBuilder line = new StringBuilder("  ");
        for (int i = 0; i < fit; i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }

    private static void chart(Figure figure, List<String> lines) {
        wrapped(figure.title(), 0, lines);
        if (figure.layout() != Figure.Layout.HEAT) {
            wrapped(figure.alt(), 0, lines);
            return;
        }
        List<String> header = new ArrayList<>(List.of(""));
        figure.series().forEach(series -> header.add(series.name()));
        List<List<String>> rows = new ArrayList<>();
        for (int place = 0; place < figure.series().get(0).points().size(); place++) {
            List<String> row = new ArrayList<>();
            row.add(figure.series().get(0).points().get(place).x());
            for (Series series : figure.series()) {
                Point point = series.points().get(place);
                row.add(point.y().isPresent() ? Math.round(point.y().getAsDouble() * 100) + " %" : "");
            }
            rows.add(row);
        }
        aligned(header, rows, lines);
    }

    private static void wrapped(String text, int indent, List<String> lines) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        boolean empty = true;
        for (String word : text.strip().split("\\s+")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
    }

    /** Dashes and minus signs as hyphens; anything else outside ASCII, and control characters, as a question mark. */
    private static String ascii(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\u2013' || c == '\u2014' || c == '\u2212') {
                plain.append('-');
            } else {
                plain.append(c >= ' ' && c <= '~' ? Character.toString(c) : "?");
            }
        });
        return plain.toString();
    }
}
