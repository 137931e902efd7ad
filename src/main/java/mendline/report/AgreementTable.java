package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.LongStream;
import mendline.aggregate.Topic;
import mendline.model.Period;
import mendline.model.RuptureSource;
import mendline.report.Block.Cell;
import mendline.report.Block.Column;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;
import mendline.stats.Kappa;

/** On page 6: whether dips and recorded ruptures point to the same sessions, by source. */
final class AgreementTable {
    private AgreementTable() {}

    /** Nothing where no session was both asked about and scored. */
    static List<Block> blocks(ReportInput in, Period year, Ledger page) {
        SortedMap<String, Long> counts = in.summary().categories(Topic.RECOGNISED, year);
        List<Row> rows = new ArrayList<>();
        for (RuptureSource source : RuptureSource.values()) {
            long both = count(counts, source, "both");
            long recorded = count(counts, source, "recorded_only");
            long dip = count(counts, source, "dip_only");
            long neither = count(counts, source, "neither");
            if (both + recorded + dip + neither > 0) {
                rows.add(row(source, new long[] {both, recorded, dip, neither}, year, page));
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Block.Table(
                        "Do scores and records point to the same sessions?",
                        List.of(
                                new Column("Source", false, 24),
                                new Column("Rupture and dip", true, 13),
                                new Column("Rupture only", true, 12),
                                new Column("Dip only", true, 11),
                                new Column("Neither", true, 12),
                                new Column("Cohen's kappa", true, 28)),
                        rows),
                new Block.Note(
                        "Sessions that the source was asked about and that have an alliance score; a rupture and a dip within one"
                                + " session of each other meet. Kappa is 1 where both always point to the same sessions and 0 where they"
                                + " meet as often as by chance; poor agreement is expected, since each sees something else. Sessions of one course resemble each other, so the interval"
                                + " is a little too narrow."));
    }

    private static long count(SortedMap<String, Long> counts, RuptureSource source, String what) {
        return counts.getOrDefault(source.key() + ":" + what, 0L);
    }

    private static Row row(RuptureSource source, long[] cells, Period year, Ledger page) {
        String key = source.key();
        List<String> labels =
                List.of("Rupture and dip", "Rupture, no dip", "Dip, no rupture", "Neither rupture nor dip");
        List<String> ids = List.of("both", "recorded_only", "dip_only", "neither");
        List<Cell> row = new ArrayList<>();
        row.add(new Cell.Text(RuptureStreams.words(source), "", false));
        for (int i = 0; i < cells.length; i++) {
            String count = page.count(
                    new Entry("agreement." + ids.get(i) + "." + key, labels.get(i) + ", " + key, year),
                    cells[i],
                    "sessions");
            row.add(new Cell.Text(count, "", false));
        }
        row.add(new Cell.Text(kappa(source, cells, year, page), "", false));
        return new Row(row);
    }

    /** By the small-number rule, on the sessions that show at least one of the two. */
    private static String kappa(RuptureSource source, long[] cells, Period year, Ledger page) {
        Entry entry = new Entry("agreement.kappa." + source.key(), "Cohen's kappa, " + source.key(), year);
        long marked = cells[0] + cells[1] + cells[2];
        Optional<Kappa> kappa = Kappa.of(cells[0], cells[1], cells[2], cells[3]);
        if (marked < SmallNumbers.FEWEST_FOR_INTERVAL || kappa.isEmpty()) {
            return page.tooFew(entry, marked, "kappa");
        }
        // One number of four counts: with three of them it gives the fourth.
        if (!LongStream.of(cells).allMatch(page::enough)) {
            return page.withheld(entry, "kappa");
        }
        page.estimate(entry, marked, kappa.get().value(), kappa.get().interval(), "kappa");
        String limits = kappa.get()
                .interval()
                .map(i -> "[" + Written.interval(i.lower(), i.upper(), 2) + "]")
                .orElse("(no interval)");
        return marked < SmallNumbers.FEWEST_FOR_PERCENT
                ? limits
                : Written.decimal(kappa.get().value(), 2) + " " + limits;
    }
}
