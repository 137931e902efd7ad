package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mendline.aggregate.Metric;
import mendline.aggregate.PracticeSummary;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.model.Months;
import mendline.model.Period;

/**
 * How complete the scores are, by measure and month: attended sessions with a score by the client, of all attended sessions. A month without
 * a session has no share, which is another thing than a month without a score; a score of 0 is a score, and counted apart.
 */
final class Completeness {
    static final List<String> HEADER =
            List.of("month", "measure", "numerator", "denominator", "value", "zero", "missing", "complete", "state");

    private static final int MONTHS_SHOWN = 24;
    private static final int MEASURES_A_TABLE = 6;

    private final ReportInput in;
    private final List<String> measures;

    private Completeness(ReportInput in, List<String> measures) {
        this.in = in;
        this.measures = measures;
    }

    /**
     * The completeness of the data.
     *
     * @param known keys of all measures that the run knows
     */
    static Completeness of(ReportInput in, Set<String> known) {
        TreeSet<String> found =
                new TreeSet<>(in.summary().categories(Topic.SCORED, in.period()).keySet());
        in.intake().columnsFound().stream().filter(known::contains).forEach(found::add);
        in.instruments().primary().ifPresent(primary -> found.add(primary.key()));
        in.instruments().alliance().ifPresent(alliance -> found.add(alliance.key()));
        return new Completeness(in, List.copyOf(found));
    }

    /** One measure in one month; in undated data there is one month, which has no name. */
    private record Cell(String month, String measure, Ratio scored, long zero, boolean complete) {
        long missing() {
            return scored.denominator() - scored.numerator();
        }

        String state() {
            return scored.denominator() == 0 ? PointState.NOT_MEASURED.key() : PointState.OK.key();
        }
    }

    private List<Period> months() {
        if (!in.period().dated()) {
            return List.of(in.period());
        }
        List<Period> months = new ArrayList<>();
        for (int month = in.period().firstMonth(); month <= in.period().lastMonth(); month++) {
            months.add(Period.month(month));
        }
        return months;
    }

    /** Attended sessions with a score by the client, of all attended sessions; follow-up scores beyond them do not count. */
    static Ratio scored(PracticeSummary summary, String measure, Period period) {
        long attended = summary.count(Topic.NUMERATOR, Metric.SESSIONS_ATTENDED.key(), period);
        return new Ratio(Math.min(attended, summary.count(Topic.SCORED, measure, period)), attended);
    }

    private Cell cell(Period month, String measure) {
        boolean dated = month.dated();
        return new Cell(
                dated ? Months.iso(month.lastMonth()) : "",
                measure,
                scored(in.summary(), measure, month),
                in.summary().count(Topic.SCORED_ZERO, measure, month),
                !dated || Period.complete(month.lastMonth(), in.intake().asOf().orElseThrow()));
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Period month : months()) {
            measures.forEach(measure -> cells.add(cell(month, measure)));
        }
        return cells;
    }

    /** The table of {@code completeness.csv}, by month, then measure. */
    DataTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Cell cell : cells()) {
            rows.add(List.of(
                    cell.month(),
                    cell.measure(),
                    Long.toString(cell.scored().numerator()),
                    Long.toString(cell.scored().denominator()),
                    Exact.text(cell.scored().value()),
                    Long.toString(cell.zero()),
                    Long.toString(cell.missing()),
                    cell.complete() ? "yes" : "no",
                    cell.state()));
        }
        return new DataTable(HEADER, rows);
    }

    /** The same for {@code check.json}. */
    List<Map<String, Object>> plain() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Cell cell : cells()) {
            Map<String, Object> plain = new LinkedHashMap<>();
            plain.put("month", cell.month().isEmpty() ? null : cell.month());
            plain.put("measure", cell.measure());
            plain.put("numerator", cell.scored().numerator());
            plain.put("denominator", cell.scored().denominator());
            plain.put("zero", cell.zero());
            plain.put("missing", cell.missing());
            plain.put("complete", cell.complete());
            plain.put("state", cell.state());
            all.add(plain);
        }
        return all;
    }

    /** The last months as tables of a page. */
    List<Block> blocks() {
        if (measures.isEmpty()) {
            return List.of(new Block.Paragraph("Completeness of scores.", "No column of scores was found."));
        }
        List<Period> all = months();
        List<Period> shown = all.subList(Math.max(0, all.size() - MONTHS_SHOWN), all.size());
        List<Block> blocks = new ArrayList<>();
        for (int from = 0; from < measures.size(); from += MEASURES_A_TABLE) {
            blocks.add(table(shown, measures.subList(from, Math.min(measures.size(), from + MEASURES_A_TABLE))));
        }
        blocks.add(
                new Block.Note("Attended sessions, and how many of them have a score by the client; a percentage from "
                        + SmallNumbers.FEWEST_FOR_PERCENT
                        + " sessions on. A dash: no session was attended, so there is nothing to be "
                        + "complete. A score of 0 is a score; how many there are, and all months, is in completeness.csv. A measure "
                        + "that is not meant for every session need not be complete."));
        return blocks;
    }

    private Block table(List<Period> months, List<String> measures) {
        List<Block.Column> columns = new ArrayList<>();
        int width = 68 / measures.size();
        columns.add(words("Month", 84 - width * measures.size()));
        columns.add(numbers("Sessions", 16));
        measures.forEach(measure -> columns.add(numbers(measure, width)));
        List<Block.Row> rows = new ArrayList<>();
        for (Period month : months) {
            List<String> cells = new ArrayList<>();
            Cell first = cell(month, measures.get(0));
            cells.add((first.month().isEmpty() ? "All" : first.month()) + (first.complete() ? "" : " (so far)"));
            cells.add(Written.count(first.scored().denominator()));
            measures.forEach(measure -> cells.add(shown(cell(month, measure).scored())));
            rows.add(row(cells.toArray(new String[0])));
        }
        return new Block.Table("Sessions with a score, by measure and month", columns, rows);
    }

    private static String shown(Ratio ratio) {
        if (ratio.denominator() == 0) {
            return "–";
        }
        String counts = Written.count(ratio.numerator());
        return ratio.denominator() < SmallNumbers.FEWEST_FOR_PERCENT
                ? counts
                : counts + " (" + Written.percent(ratio.value().orElseThrow()) + ")";
    }
}
