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
        stuck(in, year, ledger, blocks);
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

    private static void stuck(ReportInput in, Period year, Ledger ledger, List<Block> blocks) {
        SortedMap<String, Long> stuck = in.summary().categories(Topic.STUCK, year);
        if (stuck.isEmpty()) {
            return;
        }
        long shared = stuck.getOrDefault("shared", 0L);
        long client = stuck.getOrDefault("client", 0L);
        long therapist = stuck.getOrDefault("therapist", 0L);
        ledger.count(new Entry("stuck.shared", "Sessions rated stuck by both", year), shared, "sessions");
        ledger.count(new Entry("stuck.client", "Sessions rated stuck by the client only", year), client, "sessions");
        ledger.count(
                new Entry("stuck.therapist", "Sessions rated stuck by the therapist only", year),
                therapist,
                "sessions");
        blocks.add(new Block.Paragraph(
                "Feeling stuck. ",
                "Client and therapist both rated themselves stuck (6 or more of 10) in "
                        + ledger.some(shared, "session", "sessions") + ", only the client in " + ledger.said(client)
                        + ", only the therapist in " + ledger.said(therapist) + ". "
                        + after(in, year, ledger, Topic.STUCK_OUTCOME, "outcome", "outcome scores improved")
                        + after(in, year, ledger, Topic.STUCK_ALLIANCE, "alliance", "alliance scores improved")
                        + "Naming it together is work, not an alarm."));
    }

    private static String after(ReportInput in, Period year, Ledger ledger, Topic topic, String what, String improved) {
        Moments change = in.summary().moments(topic, "shared", year);
        String mean = ledger.mean(
                new Entry("stuck.after." + what, "After shared stuckness, " + improved + " by", year),
                change,
                0.01,
                "points");
        return change.n() < SmallNumbers.FEWEST_FOR_INTERVAL
                ? ""
                : "Over the next three scores after a shared one, " + improved + " by " + mean + " points. ";
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
        blocks.add(new Block.Paragraph(
                "Do gains last? ",
                "Of all courses in the data that ended reliably improved and have a score 30 to 400 days later, "
                        + together + " were still reliably better than at the start: " + Written.list(parts)
                        + ". Who comes to a follow-up is not everybody."));
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
