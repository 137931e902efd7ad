package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import mendline.aggregate.Metric;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.detect.EpisodeStatus;
import mendline.model.Period;
import mendline.model.RuptureRules;
import mendline.model.RuptureSource;
import mendline.report.Block.Cell;
import mendline.report.Block.Column;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;

/** On page 6: the ruptures that were written down, by who wrote; three streams that are never summed. */
final class RuptureStreams {
    private static final List<String> KINDS = List.of("withdrawal", "confrontation", "both", "unspecified");

    private RuptureStreams() {}

    /** The table and a note, or that nobody was asked. */
    static List<Block> blocks(ReportInput in, Period year, Ledger page) {
        RuptureRules rules = in.instruments().settings().rules().ruptures();
        List<Row> rows = new ArrayList<>();
        for (RuptureSource source : RuptureSource.values()) {
            Ratio asked = in.summary().ratio(Metric.ruptures(source), year);
            if (asked.denominator() == 0) {
                continue;
            }
            SortedMap<String, Long> statuses = in.summary().categories(Topic.RUPTURE_STATUS, year);
            long repaired = status(statuses, source, EpisodeStatus.REPAIRED);
            long partly = status(statuses, source, EpisodeStatus.PARTLY_REPAIRED);
            long not = status(statuses, source, EpisodeStatus.NOT_REPAIRED);
            long open = status(statuses, source, EpisodeStatus.OPEN);
            long unknown = status(statuses, source, EpisodeStatus.UNKNOWN)
                    + status(statuses, source, EpisodeStatus.ENDED_BEFORE_KNOWN);
            String key = source.key();
            page.parts(
                    asked.numerator(),
                    KINDS.stream().map(kind -> kind(in, source, kind, year)).toList());
            page.parts(asked.numerator(), List.of(repaired, partly, not, open, unknown));
            page.count(new Entry("stream.partly." + key, "Partly resolved, " + key, year), partly, "ruptures");
            page.count(new Entry("stream.open." + key, "Still open, " + key, year), open, "ruptures");
            page.count(new Entry("stream.unknown." + key, "Never rated, " + key, year), unknown, "ruptures");
            rows.add(new Row(List.of(
                    new Cell.Text(words(source), "", false),
                    new Cell.Text(
                            page.count(
                                    new Entry("stream.asked." + key, "Sessions asked, " + key, year),
                                    asked.denominator(),
                                    "sessions"),
                            "",
                            false),
                    new Cell.Text(
                            page.count(
                                    new Entry("stream.ruptures." + key, "Ruptures, " + key, year),
                                    asked.numerator(),
                                    "sessions"),
                            "",
                            false),
                    new Cell.Text(kinds(in, source, year, page), "", false),
                    new Cell.Text(
                            page.shortShare(
                                    new Entry(
                                            "stream.repaired." + key, "Resolved " + resolved(rules) + ", " + key, year),
                                    new Ratio(repaired, repaired + partly + not)),
                            page.said(partly) + " partly, " + page.said(open) + " open, " + page.said(unknown)
                                    + " never rated",
                            false))));
        }
        if (rows.isEmpty()) {
            return List.of(
                    new Block.Paragraph(
                            "Ruptures written down.",
                            "The exports hold no answer to the question whether there was a rupture. That is not the same as none."));
        }
        return List.of(
                new Block.Table(
                        "Ruptures that were written down, by who wrote",
                        List.of(
                                new Column("Source", false, 22),
                                new Column("Sessions asked", true, 12),
                                new Column("Ruptures", true, 12),
                                new Column("Kind", false, 26),
                                new Column("Resolved (" + resolved(rules) + ")", true, 28)),
                        rows),
                new Block.Note(
                        "Three streams that are never added up. Resolved is counted out of those rated and no longer open; the latest"
                                + " rating decides."));
    }

    /** From which rating on a rupture is repaired: {@code 4–5 of 5}. */
    static String resolved(RuptureRules rules) {
        return rules.repairedFrom() == 5 ? "5 of 5" : rules.repairedFrom() + "–5 of 5";
    }

    /** A source in words. */
    static String words(RuptureSource source) {
        return switch (source) {
            case CLIENT -> "Said by the client";
            case THERAPIST -> "Written down by the therapist";
            case OBSERVER -> "Seen by an observer";
        };
    }

    private static long status(SortedMap<String, Long> statuses, RuptureSource source, EpisodeStatus status) {
        return statuses.getOrDefault(source.key() + ":" + status.key(), 0L);
    }

    private static long kind(ReportInput in, RuptureSource source, String kind, Period year) {
        return in.summary().count(Topic.RUPTURE_KIND, source.key() + ":" + kind, year);
    }

    private static String kinds(ReportInput in, RuptureSource source, Period year, Ledger page) {
        List<String> parts = new ArrayList<>();
        for (String kind : KINDS) {
            long count = kind(in, source, kind, year);
            if (count > 0) {
                parts.add(kind + " " + page.said(count));
            }
        }
        return String.join(", ", parts);
    }
}
