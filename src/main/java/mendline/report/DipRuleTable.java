package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.detect.DipRule;
import mendline.model.DetectionSettings;
import mendline.model.DipDetector;
import mendline.model.Period;
import mendline.report.Block.Cell;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;

/** On page 6: how many dips other rules would have found, each beside what chance alone would give. */
final class DipRuleTable {
    /** Standard errors to either side of a number that holds in 95 of 100 runs. */
    private static final double NORMAL = 1.96;

    private DipRuleTable() {}

    /** The table and a note; nothing where no rule found a dip. */
    static List<Block> blocks(ReportInput in, Period year, Ledger page) {
        DetectionSettings settings = in.instruments().settings();
        List<Row> rows = new ArrayList<>();
        long all = 0;
        double error = 0;
        for (DipRule rule : DipRule.beside(settings)) {
            long found = count(in, rule, "found", year);
            all += found;
            error = Math.max(error, in.chance().errorByRule(rule.key(), year));
            rows.add(row(in, rule, found, year, page));
        }
        if (all == 0) {
            return List.of();
        }
        String chance = in.chance().rulesKnown()
                ? " Chance is counted in "
                        + page.number(
                                new Entry("rule.copies", "Simulated copies of each course", Period.undated()),
                                in.chance().rulesIndependent().replications(),
                                0,
                                "copies")
                        + " simulated copies of every course, so its numbers are known to within about "
                        + page.number(
                                new Entry("rule.error", "Numbers by chance are known to within", year),
                                Math.ceil(NORMAL * error),
                                0,
                                "dips")
                        + "."
                : "";
        return List.of(
                new Block.Table(
                        "How many dips other rules would have found",
                        List.of(
                                words("Rule", 38),
                                numbers("Dips", 15),
                                numbers("Chance alone", 26),
                                numbers("Repaired", 21)),
                        rows),
                new Block.Note(
                        "A scale is the usual difference between two neighbouring scores. Repaired is counted out of"
                                + " dips whose window is over." + chance));
    }

    private static Row row(ReportInput in, DipRule rule, long found, Period year, Ledger page) {
        boolean used = rule.equals(DipRule.used(in.instruments().settings()));
        String key = "rule." + rule.key().toLowerCase(Locale.ROOT);
        String name = name(rule);
        String chance = Written.NOT_MEASURED;
        if (used && in.chance().known()) {
            chance = chance(in.chance().dips(year), key, name, year, page);
        } else if (in.chance().rulesKnown()) {
            chance = chance(in.chance().byRule(rule.key(), year), key, name, year, page);
        }
        String repaired = page.shortShare(
                new Entry(key + ".repaired", "Repaired, " + name, year),
                new Ratio(count(in, rule, "repaired", year), count(in, rule, "known", year)));
        int bracket = repaired.indexOf(" [");
        return new Row(List.of(
                new Cell.Text(name, used ? "used here" : "", false),
                new Cell.Text(
                        page.count(new Entry(key + ".found", "Dips by another rule: " + name, year), found, "dips"),
                        "",
                        false),
                new Cell.Text(chance, "", false),
                bracket < 0
                        ? new Cell.Text(repaired, "", false)
                        : new Cell.Text(repaired.substring(0, bracket), repaired.substring(bracket + 1), false)));
    }

    private static String chance(ExpectedByChance.Range range, String key, String name, Period year, Ledger page) {
        return SetbacksPage.chance(page, key + ".noise", "Dips expected by chance, " + name, year, range);
    }

    private static long count(ReportInput in, DipRule rule, String what, Period year) {
        return in.summary().count(Topic.DIP_RULE, rule.key() + ":" + what, year);
    }

    private static String name(DipRule rule) {
        return rule.detector() == DipDetector.B
                ? "Below the course's own chart"
                : "A fall of " + Written.decimal(rule.k(), 1) + " scales";
    }
}
