package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Everything that a page says, and the laws that every page obeys. */
final class PageText {
    private static final Pattern NEVER =
            Pattern.compile("(?i)\\bfail(s|ed|ure|ures|ing)?\\b|non-?responder|\\bharm|\\brank(s|ed|ing)?\\b|league "
                    + "table|dropped out|\\bdrop-?outs?\\b|non-?compliant|resistant|worst therapist|bad "
                    + "therapist|poor therapist|\\bcaus(e|es|ed|ing)\\b|\\brelapse|\\bDNA\\b|traffic "
                    + "light|\\bsignificant");
    private static final Pattern CLUMSY = Pattern.compile(
            "  | \\.(?!\\d)|\\.\\.|,,| ,|null|Optional|\\bNaN\\b|\\b1 (courses|sessions|rows|files|clients) ");

    private PageText() {}

    static String of(Page page) {
        return String.join("\n", texts(page));
    }

    static List<String> texts(Page page) {
        List<String> all = new ArrayList<>(List.of(page.name(), page.title(), page.subtitle()));
        page.blocks().forEach(block -> add(block, all));
        return all;
    }

    static List<Figure> figures(Page page) {
        List<Figure> all = new ArrayList<>();
        page.blocks().forEach(block -> figures(block, all));
        return all;
    }

    static Figure figure(Page page, String id) {
        return figures(page).stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    static List<Block.Table> tables(Page page) {
        List<Block.Table> all = new ArrayList<>();
        page.blocks().forEach(block -> tables(block, all));
        return all;
    }

    /** The second cell of the row with that header, in whichever table has it. */
    static String cell(Page page, String header, int column) {
        for (Block.Table table : tables(page)) {
            for (Block.Row row : table.rows()) {
                if (text(row.cells().get(0)).equals(header)) {
                    return text(row.cells().get(column));
                }
            }
        }
        throw new AssertionError("no row " + header + " in\n" + of(page));
    }

    static void obeysTheLaws(Page page, Ledger ledger) {
        assertThat(page.blocks()).isNotEmpty();
        for (String text : texts(page)) {
            assertThat(NEVER.matcher(text).find()).as("never said: " + text).isFalse();
            assertThat(CLUMSY.matcher(text).find()).as("clumsy: " + text).isFalse();
        }
        Set<String> ids = new HashSet<>();
        for (Figure figure : figures(page)) {
            assertThat(ids.add(figure.id())).as(figure.id()).isTrue();
            assertThat(figure.alt()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(figure.title()).isNotBlank();
            assertThat(figure.series()).isNotEmpty();
            assertThat(figure.series().stream().flatMap(s -> s.points().stream()))
                    .as("points of " + figure.id())
                    .anyMatch(point -> point.y().isPresent() || point.lower().isPresent());
        }
        for (Block.Table table : tables(page)) {
            assertThat(table.columns().stream().mapToInt(Block.Column::width).sum())
                    .as(table.caption())
                    .isEqualTo(100);
            assertThat(table.rows()).as(table.caption()).isNotEmpty();
            assertThat(table.rows())
                    .allMatch(row -> row.cells().size() == table.columns().size());
        }
        assertThat(ledger.rows()).allMatch(row -> row.page().equals(page.id()));
    }

    private static void add(Block block, List<String> all) {
        if (block instanceof Block.Heading heading) {
            all.add(heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            all.add(paragraph.lead() + " " + paragraph.text());
        } else if (block instanceof Block.Headline headline) {
            all.add(headline.lead() + " " + headline.text());
        } else if (block instanceof Block.Table table) {
            all.add(table.caption());
            table.columns().forEach(column -> all.add(column.header()));
            table.rows().forEach(row -> row.cells().forEach(cell -> all.add(text(cell))));
        } else if (block instanceof Block.Chart chart) {
            all.add(chart.figure().title());
            all.add(chart.figure().subtitle());
            all.add(chart.figure().alt());
            all.addAll(chart.figure().x().ticks());
            all.addAll(chart.figure().y().ticks());
            chart.figure().series().forEach(series -> all.add(series.name()));
            all.add(chart.reading());
        } else if (block instanceof Block.SideBySide both) {
            both.left().forEach(inner -> add(inner, all));
            both.right().forEach(inner -> add(inner, all));
        } else if (block instanceof Block.Box box) {
            all.add(box.title());
            all.addAll(box.paragraphs());
        } else if (block instanceof Block.Bullets bullets) {
            all.addAll(bullets.points());
        } else if (block instanceof Block.Note note) {
            all.add(note.text());
        }
    }

    private static void figures(Block block, List<Figure> all) {
        if (block instanceof Block.Chart chart) {
            all.add(chart.figure());
        } else if (block instanceof Block.SideBySide both) {
            both.left().forEach(inner -> figures(inner, all));
            both.right().forEach(inner -> figures(inner, all));
        }
    }

    private static void tables(Block block, List<Block.Table> all) {
        if (block instanceof Block.Table table) {
            all.add(table);
        } else if (block instanceof Block.SideBySide both) {
            both.left().forEach(inner -> tables(inner, all));
            both.right().forEach(inner -> tables(inner, all));
        }
    }

    static String text(Block.Cell cell) {
        return cell instanceof Block.Cell.Text text
                ? text.text() + (text.second().isEmpty() ? "" : " " + text.second())
                : "";
    }
}
