package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A page as a person would read it aloud: one line a sentence, table row, or chart with its alt text. */
final class PageTold {
    private PageTold() {}

    static String of(Page page) {
        List<String> lines = new ArrayList<>(List.of("# " + page.title(), "(" + page.subtitle() + ")"));
        page.blocks().forEach(block -> tell(block, lines));
        return String.join("\n", lines.stream().map(String::stripTrailing).toList()) + "\n";
    }

    /** The same without the box on how to read the page, which is always there. */
    static String withoutTheBox(Page page) {
        List<Block> blocks = page.blocks().stream()
                .filter(block -> !(block instanceof Block.Box box && box.title().equals("How to read this")))
                .toList();
        return of(new Page(page.id(), page.number(), page.name(), page.title(), page.subtitle(), blocks));
    }

    private static void tell(Block block, List<String> lines) {
        if (block instanceof Block.Heading heading) {
            lines.add("## " + heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            lines.add((paragraph.lead() + " " + paragraph.text()).strip());
        } else if (block instanceof Block.Headline headline) {
            lines.add("[" + headline.icon().name().toLowerCase(Locale.ROOT) + "] " + headline.lead() + " "
                    + headline.text());
        } else if (block instanceof Block.Table table) {
            lines.add("| "
                    + String.join(
                            " | ",
                            table.columns().stream().map(Block.Column::header).toList()));
            table.rows()
                    .forEach(row -> lines.add("| "
                            + String.join(
                                    " | ",
                                    row.cells().stream().map(PageTold::cell).toList())));
        } else if (block instanceof Block.Chart chart) {
            lines.add("chart: " + chart.figure().title() + " (" + chart.figure().subtitle() + ") "
                    + chart.figure().alt());
            if (!chart.reading().isEmpty()) {
                lines.add(chart.reading());
            }
        } else if (block instanceof Block.SideBySide both) {
            both.left().forEach(inner -> tell(inner, lines));
            both.right().forEach(inner -> tell(inner, lines));
        } else if (block instanceof Block.Box box) {
            lines.add("box: " + box.title());
            lines.addAll(box.paragraphs());
        } else if (block instanceof Block.Bullets bullets) {
            bullets.points().forEach(point -> lines.add("- " + point));
        } else if (block instanceof Block.Note note) {
            lines.add(note.text());
        } else if (block instanceof Block.IconKey key) {
            lines.add("signs: "
                    + String.join("; ", key.icons().stream().map(Icon::words).toList()));
        }
    }

    private static String cell(Block.Cell cell) {
        if (cell instanceof Block.Cell.Text text) {
            return text.second().isEmpty() ? text.text() : text.text() + " (" + text.second() + ")";
        }
        return cell instanceof Block.Cell.Sign sign ? sign.icon().name().toLowerCase(Locale.ROOT) : "~";
    }
}
