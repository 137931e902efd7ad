package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import mendline.aggregate.Topic;
import mendline.model.Period;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;
import mendline.stats.Moments;

/** On page 8: sessions in which client, therapist or both felt stuck, and how scores went on. */
final class StuckTold {
    private static final List<String> GROUPS = List.of("shared", "client", "therapist");

    private StuckTold() {}

    /** A paragraph, and a table of what followed where ten sessions of a group have later scores; nothing without ratings. */
    static List<Block> of(ReportInput in, Period year, Ledger ledger) {
        SortedMap<String, Long> stuck = in.summary().categories(Topic.STUCK, year);
        if (stuck.isEmpty()) {
            return List.of();
        }
        for (String group : GROUPS) {
            ledger.count(
                    new Entry("stuck." + group, "Sessions rated stuck by " + who(group), year),
                    stuck.getOrDefault(group, 0L),
                    "sessions");
        }
        long oneAsked = stuck.getOrDefault("one_asked", 0L);
        ledger.count(
                new Entry("stuck.one_asked", "Sessions rated stuck, the other not asked", year), oneAsked, "sessions");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                "Feeling stuck. ",
                "Client and therapist both rated themselves stuck (6 or more of 10) in "
                        + ledger.some(stuck.getOrDefault("shared", 0L), "session", "sessions")
                        + ", only the client in " + ledger.said(stuck.getOrDefault("client", 0L))
                        + ", only the therapist in " + ledger.said(stuck.getOrDefault("therapist", 0L))
                        + (oneAsked == 0
                                ? ""
                                : ", and one of them where the other was not asked in " + ledger.said(oneAsked))
                        + ". Naming it together is work, not an alarm."));
        followed(in, year, ledger, blocks);
        return blocks;
    }

    private static void followed(ReportInput in, Period year, Ledger ledger, List<Block> blocks) {
        List<Row> rows = new ArrayList<>();
        boolean enough = false;
        for (String group : GROUPS) {
            Moments outcome = in.summary().moments(Topic.STUCK_OUTCOME, group, year);
            Moments alliance = in.summary().moments(Topic.STUCK_ALLIANCE, group, year);
            enough |= Math.max(outcome.n(), alliance.n()) >= SmallNumbers.FEWEST_FOR_INTERVAL;
            rows.add(TextTables.row(
                    Written.sentence(who(group)),
                    mean(outcome, group, "outcome", year, ledger),
                    mean(alliance, group, "alliance", year, ledger)));
        }
        if (enough) {
            blocks.add(new Block.Table(
                    "Over the next three scores after it, improvement in points (minus: worsened)",
                    List.of(words("Felt stuck", 24), numbers("Outcome", 38), numbers("Alliance", 38)),
                    rows));
        }
    }

    private static String mean(Moments change, String group, String what, Period year, Ledger ledger) {
        return ledger.mean(
                new Entry(
                        "stuck.after." + what + "." + group,
                        "Improvement of the " + what + " after a session rated stuck by " + who(group),
                        year),
                change,
                0.01,
                "points");
    }

    private static String who(String group) {
        return switch (group) {
            case "shared" -> "both";
            case "client" -> "the client only";
            default -> "the therapist only";
        };
    }
}
