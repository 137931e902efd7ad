package mendline.report;

import java.util.List;
import java.util.Map;
import mendline.aggregate.Topic;
import mendline.detect.EpisodeStatus;
import mendline.detect.RuleChance;
import mendline.model.Period;
import mendline.report.Ledger.Entry;
import mendline.stats.Histogram;

/** On page 8: sudden gains and losses in words, beside what chance alone gives here and in published simulations. */
final class SuddenGainsTold {
    private SuddenGainsTold() {}

    /** A paragraph; nothing where no course has a score. */
    static List<Block> of(ReportInput in, Ledger ledger) {
        Period year = in.windows().year();
        Histogram lengths = in.summary().histogram(Topic.SERIES_LENGTH, "", year);
        if (lengths.total() == 0) {
            return List.of();
        }
        long gains = 0;
        long reversed = 0;
        long losses = 0;
        for (Map.Entry<String, Long> entry :
                in.summary().categories(Topic.SUDDEN, year).entrySet()) {
            boolean gain = entry.getKey().startsWith("gain:");
            gains += gain ? entry.getValue() : 0;
            losses += gain ? 0 : entry.getValue();
            reversed += entry.getKey().equals("gain:" + EpisodeStatus.REVERSED.key()) ? entry.getValue() : 0;
        }
        double median = lengths.quantile(0.5).orElseThrow();
        ledger.count(new Entry("sudden_gains", "Sudden gains", year), gains, "gains");
        ledger.count(new Entry("sudden_gains_reversed", "Sudden gains that were reversed", year), reversed, "gains");
        ledger.count(new Entry("sudden_losses", "Sudden losses", year), losses, "losses");
        Entry length = new Entry("series_length", "Scores of a course, median", year);
        String scores = ledger.enough(lengths.total())
                ? ledger.number(length, median, median % 1 == 0 ? 0 : 1, "scores")
                : ledger.withheld(length, "scores");
        return List.of(new Block.Paragraph(
                "Sudden gains. ",
                Written.sentence(ledger.some(gains, "sudden gain", "sudden gains"))
                        + " between two neighbouring sessions, "
                        + ledger.said(reversed) + " of them reversed later, and "
                        + ledger.some(losses, "sudden loss", "sudden losses") + ". "
                        + chance(in, year, ledger)
                        + "The courses have a median of " + scores + " scores. "
                        + GainChance.nearest(median)
                                .told(in.instruments().settings().rules().gains())
                        + " A sudden gain is partly what steep gradual change looks like."));
    }

    /** By the same simulation as for setbacks, in fewer copies. */
    private static String chance(ReportInput in, Period year, Ledger ledger) {
        if (!in.chance().rulesKnown() || in.instruments().outcomeNoise().isEmpty()) {
            return "";
        }
        return "For gains, noise around each course's own straight line would give "
                + SetbacksPage.chance(
                        ledger,
                        "sudden_gains.noise",
                        "Sudden gains expected by chance",
                        year,
                        in.chance().byRule(RuleChance.GAINS, year))
                + "; for losses, "
                + SetbacksPage.chance(
                        ledger,
                        "sudden_losses.noise",
                        "Sudden losses expected by chance",
                        year,
                        in.chance().byRule(RuleChance.LOSSES, year))
                + ". ";
    }
}
