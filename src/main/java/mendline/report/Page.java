package mendline.report;

import java.util.List;

/**
 * A page of the report.
 *
 * @param id short name used for links and in {@code figures.csv}
 * @param number its number in the plan of the report
 * @param name what the page is about, for the outline
 * @param title the page's main message
 * @param subtitle period, unit, who
 */
public record Page(String id, int number, String name, String title, String subtitle, List<Block> blocks) {
    public Page {
        blocks = List.copyOf(blocks);
    }
}
