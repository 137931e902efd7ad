package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mendline.model.Intake;
import mendline.model.TotalsAndItems;

/** Whether the totals that an export brings are what its items make, by measure. */
final class TotalsTold {
    /** From this share of differing totals on, it is hardly single slips any more. */
    private static final double A_RULE = 0.2;

    private TotalsTold() {}

    static List<Block> blocks(Intake intake) {
        if (intake.totals().isEmpty()) {
            return List.of(new Block.Paragraph(
                    "Totals and items.",
                    "This check does not apply: the data hold totals only, or the profile names no items."));
        }
        List<Block.Row> rows = new ArrayList<>();
        intake.totals()
                .forEach((column, totals) -> rows.add(row(
                        column,
                        Written.count(totals.answered()),
                        Written.count(totals.compared()),
                        Written.count(totals.differing()),
                        meaning(totals))));
        return List.of(new Block.Table(
                "Totals and items: is the total that the export brings what its items make?",
                List.of(
                        words("Measure", 16),
                        numbers("With items", 12),
                        numbers("Compared", 12),
                        numbers("Differ", 10),
                        words("Effect on the results", 50)),
                rows));
    }

    private static String meaning(TotalsAndItems totals) {
        if (totals.compared() == 0) {
            return "None: no total stands beside the items, so there is nothing to compare.";
        }
        if (totals.differing() == 0) {
            return "None: every total is what its items make.";
        }
        if (totals.differing() == 1) {
            return "One score made from items is used in place of its total; that hardly changes a result.";
        }
        return totals.differing() < A_RULE * totals.compared()
                ? "The scores made from the items are used; so few that results hardly change."
                : "So many that items may be read the wrong way round. Settle it before relying on this measure.";
    }

    /** The same for {@code check.json}. */
    static Map<String, Object> plain(Intake intake) {
        Map<String, Object> all = new LinkedHashMap<>();
        intake.totals().forEach((column, totals) -> {
            Map<String, Object> plain = new LinkedHashMap<>();
            plain.put("with_items", totals.answered());
            plain.put("compared", totals.compared());
            plain.put("differ", totals.differing());
            all.put(column, plain);
        });
        return all;
    }
}
