package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.List;
import mendline.aggregate.RuleCount;
import mendline.aggregate.RuleCounts;
import mendline.aggregate.Topic;
import mendline.measure.ChangeMethod;
import mendline.measure.Yardstick;
import mendline.model.Period;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;
import mendline.stats.Histogram;

/** What every other rule would say of the same courses: how much hangs on the choice of one. */
final class RuleTable {
    private static final String SAMPLED =
            " Rules that need a mean or SD of the sample take it from all the data. After Hsu, Linn and Lord"
                    + " the sample's mean change counts as none, so about half of any sample lies below it; that rule is for research and never for"
                    + " service reporting.";

    private static final String SLOPES =
            " The hierarchical linear model asks whether a course's slope lies beyond the mean slope of all courses, so a course that improves as"
                    + " much as most is unchanged by it; for research only as well.";

    private RuleTable() {}

    /** The table and a note to it; nothing where no measure has enough courses with both scores. */
    static List<Block> of(ReportInput in, Ledger ledger) {
        Period year = in.windows().year();
        List<Row> rows = new ArrayList<>();
        boolean sampled = false;
        boolean slopes = false;
        for (Yardstick yardstick : in.instruments().outcomes()) {
            Histogram pairs = in.summary().histogram(Topic.PAIRS, yardstick.key(), year);
            if (pairs.total() >= SmallNumbers.FEWEST_FOR_INTERVAL) {
                for (RuleCount rule : RuleCounts.of(
                        yardstick,
                        pairs,
                        verdict -> in.summary().count(Topic.SLOPE_VERDICT, yardstick.key() + ":" + verdict, year))) {
                    if (rule.refusal().isEmpty()) {
                        ledger.parts(
                                pairs.total(),
                                List.of(rule.improved(), rule.unchanged(), rule.deteriorated(), rule.noAnswer()));
                    }
                    rows.add(row(in, ledger, yardstick, rule));
                    sampled |= rule.key().equals(ChangeMethod.HSU_LINN_LORD.key());
                    slopes |= rule.key().equals(ChangeMethod.HIERARCHICAL_LINEAR.key())
                            && rule.refusal().isEmpty();
                }
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Block.Heading("What other rules would say"),
                new Block.Table(
                        "The same courses by every rule that these measures have the numbers for, "
                                + Written.period(year),
                        List.of(
                                words("Measure", 14),
                                words("Rule", 47),
                                numbers("Improved", 13),
                                numbers("Unchanged", 13),
                                numbers("Deteriorated", 13)),
                        rows),
                new Block.Note("Measures with at least " + SmallNumbers.FEWEST_FOR_INTERVAL
                        + " courses with both scores." + (sampled ? SAMPLED : "") + (slopes ? SLOPES : "")));
    }

    private static Row row(ReportInput in, Ledger ledger, Yardstick yardstick, RuleCount rule) {
        String measure = yardstick.measure().key();
        String name = Written.sentence(rule.words()) + (rule.used() ? " (used here)" : "");
        if (rule.refusal().isPresent()) {
            return TextTables.row(
                    measure,
                    name + ": not used, " + rule.refusal().get(),
                    Written.NOT_MEASURED,
                    Written.NOT_MEASURED,
                    Written.NOT_MEASURED);
        }
        String unanswered = rule.noAnswer() == 0
                ? ""
                : (rule.key().equals(ChangeMethod.HIERARCHICAL_LINEAR.key())
                                ? "; no answer with fewer than three scores: "
                                : "; no answer where the first score was the best possible: ")
                        + count(in, ledger, yardstick, rule, "no_answer", "no answer", rule.noAnswer());
        return TextTables.row(
                measure,
                name + unanswered,
                count(in, ledger, yardstick, rule, "improved", "improved", rule.improved()),
                count(in, ledger, yardstick, rule, "unchanged", "unchanged", rule.unchanged()),
                count(in, ledger, yardstick, rule, "deteriorated", "deteriorated", rule.deteriorated()));
    }

    private static String count(
            ReportInput in, Ledger ledger, Yardstick yardstick, RuleCount rule, String part, String words, long count) {
        return ledger.count(
                new Entry(
                        "rule." + yardstick.key() + "." + rule.key() + "." + part,
                        Written.sentence(rule.words()) + ": " + words,
                        in.windows().year(),
                        yardstick.key()),
                count,
                "courses");
    }
}
