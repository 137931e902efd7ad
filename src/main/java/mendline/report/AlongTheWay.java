package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.model.Period;
import mendline.report.Ledger.Entry;
import mendline.stats.Moments;

/** What else happened along the way, in words: spikes, sessions in which somebody felt stuck, and whether gains lasted. */
final class AlongTheWay {
    private AlongTheWay() {}

    /** A paragraph for each of the three that the data can speak of. */
    static List<Block> of(ReportInput in, Ledger ledger) {
        List<Block> blocks = new ArrayList<>();
        Period year = in.windows().year();
        spikes(in, year, ledger, blocks);
        blocks.addAll(StuckTold.of(in, year, ledger));
        lasting(in, ledger, blocks);
        return blocks;
    }

    private static void spikes(ReportInput in, Period year, Ledger ledger, List<Block> blocks) {
        long spikes = 0;
        for (long count : in.summary().categories(Topic.SPIKES, year).values()) {
            spikes += count;
        }
        if (spikes == 0) {
            return;
        }
        ledger.count(new Entry("spikes", "Spikes and rebounds", year), spikes, "spikes");
        String chance = in.chance().known() && in.instruments().outcomeNoise().isPresent()
                ? " Chance alone would give "
                        + SetbacksPage.chance(
                                ledger,
                                "spikes.noise",
                                "Spikes expected by chance",
                                year,
                                in.chance().spikes(year))
                        + "."
                : "";
        blocks.add(new Block.Paragraph(
                "Spikes. ",
                Written.sentence(ledger.some(spikes, "single score was", "single scores were"))
                        + " a step worse than one shortly before and came back as far within four scores." + chance));
    }

    private static void lasting(ReportInput in, Ledger ledger, List<Block> blocks) {
        SortedMap<String, Long> kept = in.summary().categories(Topic.DURABILITY, Period.everything());
        if (kept.isEmpty()) {
            return;
        }
        List<String> parts = new ArrayList<>();
        long still = 0;
        long all = 0;
        for (String history : List.of("none", "bounced_back", "not_back", "not_known")) {
            long yes = kept.getOrDefault(history + ":kept", 0L);
            long both = yes + kept.getOrDefault(history + ":not_kept", 0L);
            still += yes;
            all += both;
            if (both > 0) {
                parts.add(words(history) + " "
                        + ledger.share(
                                new Entry(
                                        "lasting." + history,
                                        "Still improved at follow-up, " + words(history),
                                        Period.undated()),
                                new Ratio(yes, both)));
            }
        }
        String together = ledger.share(
                new Entry("lasting", "Still improved at follow-up", Period.undated()), new Ratio(still, all));
        List<String> changes = new ArrayList<>();
        for (String history : List.of("none", "bounced_back", "not_back", "not_known")) {
            Moments change = in.summary().moments(Topic.FOLLOW_UP_CHANGE, history, Period.everything());
            String mean = ledger.mean(
                    new Entry(
                            "lasting.change." + history,
                            "Improvement from last to follow-up score, " + words(history),
                            Period.undated()),
                    change,
                    0.01,
                    "points");
            if (change.n() >= SmallNumbers.FEWEST_FOR_INTERVAL) {
                changes.add(words(history) + " by " + mean + " points");
            }
        }
        String further = changes.isEmpty()
                ? ""
                : " From the last score to that one scores improved, minus meaning worsened, " + Written.list(changes)
                        + ".";
        blocks.add(new Block.Paragraph(
                "Do gains last? ",
                "Of all courses in the data that ended reliably improved and have a score 30 to 400 days later, "
                        + together + " were still reliably better than at the start: " + Written.list(parts)
                        + "." + further + " Who comes to a follow-up is not everybody."));
    }

    private static String words(String history) {
        return switch (history) {
            case "none" -> "without a setback";
            case "bounced_back" -> "after a setback that came half-way back";
            case "not_back" -> "after one that did not";
            default -> "after one of which it was not known";
        };
    }
}
