package mendline.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import mendline.aggregate.Metric;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.model.ChartKind;
import mendline.model.Months;
import mendline.model.Period;
import mendline.model.Rebase;
import mendline.model.SuppressionScheme;
import mendline.report.Block.Cell;
import mendline.report.Block.Column;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;
import mendline.stats.Histogram;
import mendline.stats.Interval;
import mendline.stats.XmR;

/** Page 2: one row a metric. */
final class SummaryTablePage {
    private SummaryTablePage() {}

    static Page of(ReportInput in, Ledger ledger) {
        Ledger page = ledger.of("summary");
        if (!in.period().dated()) {
            return undated(in, page);
        }
        List<MetricSeries> series = measured(in);
        List<Row> rows = new ArrayList<>();
        long charted = series.stream().filter(MetricSeries::charted).count();
        long trial = series.stream().filter(MetricSeries::trial).count();
        for (MetricSeries metric : series) {
            rows.add(row(in, metric, trial < charted, page));
        }
        long unusual = series.stream().filter(SummaryTablePage::unusual).count();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table("The figures of " + Written.period(in.period()), columns(in), rows));
        blocks.add(new Block.IconKey(
                List.of(Icon.USUAL, Icon.IMPROVEMENT_HIGH, Icon.CONCERN_HIGH, Icon.NEUTRAL_HIGH, Icon.TOO_FEW)));
        blocks.add(new Block.Note(byChance(series, charted, page, in)));
        blocks.add(new Block.Note(revised(in, page)));
        windowNote(in).ifPresent(note -> blocks.add(new Block.Note(note)));
        trialRanges(trial, charted).ifPresent(note -> blocks.add(new Block.Note(note)));
        rebased(in).ifPresent(note -> blocks.add(new Block.Note(note)));
        if (series.stream().anyMatch(metric -> assured(in, metric))) {
            blocks.add(
                    new Block.Note(
                            "A figure consistently passes its target, or consistently falls short of it, where its whole usual"
                                    + " range lies on one side. Inconsistent means that chance alone passes it in some months and not in others."));
        }
        blocks.add(new Block.Note(
                "Square brackets hold 95 % intervals. Shares show counts only below 10, counts and interval from 10, the percentage"
                        + " from 20 on. The grey band is the usual range, worked out from month to month differences; hollow points"
                        + " stand on fewer than 10. A sign says that a figure is unusual for this practice, not that it is good"
                        + " or bad."));
        page.count(new Entry("charted", "Figures with a usual range", in.period()), charted, "figures");
        page.count(new Entry("unusual", "Figures outside their usual range", in.period()), unusual, "figures");
        return new Page("summary", 2, "The figures in one table", title(unusual, charted), subtitle(in), blocks);
    }

    private static Optional<String> windowNote(ReportInput in) {
        Windows windows = in.windows();
        boolean cut = windows.before()
                .map(before -> before.firstMonth() < windows.firstMonth() + 2)
                .orElse(false);
        return cut
                ? Optional.of("The data begin in " + Written.month(windows.firstMonth())
                        + ". All figures but sessions and missed"
                        + " sessions are taken from the third month on, when courses that were already running no longer weigh;"
                        + " for these \"the 12 before\" are fewer months.")
                : Optional.empty();
    }

    private static Optional<String> trialRanges(long trial, long charted) {
        if (trial == 0) {
            return Optional.empty();
        }
        String stands = trial < charted
                ? "A trial range stands"
                : charted == 1
                        ? "The usual range is a trial range: it stands"
                        : "The usual ranges are trial ranges: they stand";
        return Optional.of(stands + " on fewer than twelve months or quarters and may still move.");
    }

    /** Where ranges start anew, and why: a reader of the sparks must not wonder. */
    private static Optional<String> rebased(ReportInput in) {
        List<String> parts = new ArrayList<>();
        for (Rebase rebase : in.settings().limits().rebases()) {
            if (rebase.fromMonth() <= in.period().lastMonth()) {
                parts.add(Written.month(rebase.fromMonth()) + " (" + rebase.reason() + ")");
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("By the profile, usual ranges start anew in " + Written.list(parts) + ".");
    }

    private static boolean assured(ReportInput in, MetricSeries series) {
        Double target = in.settings().targets().get(series.metric().key());
        return target != null && !series.assurance(target).isEmpty();
    }

    private static String title(long unusual, long charted) {
        if (charted == 0) {
            return "Too few months for usual ranges: counts only";
        }
        if (charted == 1) {
            return unusual == 0
                    ? "The one charted figure is within its usual range"
                    : "The one charted figure left its usual range";
        }
        return unusual == 0
                ? "All " + charted + " charted figures are within their usual range"
                : Written.count(unusual) + " of " + charted + " charted figures left "
                        + (unusual == 1 ? "its" : "their") + " usual range";
    }

    private static String subtitle(ReportInput in) {
        Windows windows = in.windows();
        return windows.before()
                .map(before -> Written.period(in.period()) + ", beside " + Written.period(windows.year()) + " and "
                        + Written.period(before))
                .orElse(Written.period(in.period()));
    }

    static List<MetricSeries> measured(ReportInput in) {
        List<MetricSeries> series = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            MetricSeries shown = MetricSeries.shown(in, metric);
            if (shown.measured() && counts(in, metric)) {
                series.add(shown);
            }
        }
        return series;
    }

    /** Whether a metric says anything: nothing was missed, for one, where the exports do not say who came. */
    private static boolean counts(ReportInput in, Metric metric) {
        boolean ofMissed = metric == Metric.MISSED_SHARE || metric == Metric.RETURNED_AFTER_MISSED;
        if (ofMissed && !in.intake().columnsFound().contains("attendance")) {
            return false;
        }
        Ratio all = MetricSeries.counted(in.summary(), metric, Period.everything());
        return all.numerator() > 0 || all.denominator() > 0;
    }

    static boolean unusual(MetricSeries series) {
        return series.icon() != Icon.USUAL && series.icon() != Icon.TOO_FEW;
    }

    private static List<Column> columns(ReportInput in) {
        if (in.period().kind() != Period.Kind.MONTH) {
            return List.of(
                    new Column("Figure", false, 30),
                    new Column("Period", true, 22),
                    new Column("By month", false, 26),
                    new Column("Sign", false, 5),
                    new Column("Note", false, 17));
        }
        Windows windows = in.windows();
        return List.of(
                new Column("Figure", false, 24),
                new Column(Written.monthName(in.period().lastMonth()), true, 13),
                new Column(windows.yearHeader(), true, 17),
                new Column(windows.beforeHeader(), true, 15),
                new Column("Year to date", true, 10),
                new Column("By month", false, 16),
                new Column("Sign", false, 5));
    }

    private static Row row(ReportInput in, MetricSeries series, boolean sayTrial, Ledger page) {
        Metric metric = series.metric();
        Windows windows = in.windows();
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.Text(metric.label(), note(in, series, sayTrial), false));
        cells.add(now(in, metric, page));
        if (in.period().kind() == Period.Kind.MONTH) {
            cells.add(cell(span(in, metric, windows.year(), "year", page)));
            cells.add(cell(windows.before()
                    .map(before -> span(in, metric, before, "before", page))
                    .orElse(Written.NOT_MEASURED)));
            cells.add(cell(withoutInterval(span(in, metric, windows.toDate(), "to_date", page))));
            cells.add(new Cell.Spark(series.spark()));
            cells.add(sign(series));
        } else {
            cells.add(new Cell.Spark(series.spark()));
            cells.add(sign(series));
            cells.add(cell(series.why()));
        }
        return new Row(cells);
    }

    /** The year to date stands without its interval, which is in {@code figures.csv}, to keep the row short. */
    private static String withoutInterval(String text) {
        return text.contains(" [") ? text.substring(0, text.indexOf(" [")) : text;
    }

    /** A cell with the interval, if there is one, on a line of its own. */
    private static Cell cell(String text) {
        int bracket = text.indexOf(" [");
        return bracket < 0
                ? new Cell.Text(text, "", false)
                : new Cell.Text(text.substring(0, bracket), text.substring(bracket + 1), false);
    }

    private static String note(ReportInput in, MetricSeries series, boolean sayTrial) {
        List<String> notes = new ArrayList<>();
        if (in.period().kind() == Period.Kind.MONTH && !series.why().isEmpty()) {
            notes.add(series.why());
        }
        if (series.quarterly()) {
            notes.add("by quarter");
        }
        if (series.chart() == ChartKind.T) {
            notes.add(byDays(in, series.metric()));
        } else if (!series.charted()) {
            notes.add("too few for a chart");
        } else if (sayTrial && series.trial()) {
            notes.add("trial range");
        }
        if (series.charted() && series.fewCrossings()) {
            notes.add("crosses its median less often than chance gives");
        }
        Double target = in.settings().targets().get(series.metric().key());
        if (target != null) {
            String assurance = series.assurance(target);
            notes.add("target " + Written.percent(target) + (assurance.isEmpty() ? "" : ": " + assurance));
        }
        return String.join("; ", notes);
    }

    /** Where the days between the events of a rare figure stand, in place of a usual range by month. */
    private static String byDays(ReportInput in, Metric metric) {
        int page = metric == Metric.SETBACKS_PER_100 || metric == Metric.SETBACKS_RECORDED_PER_100 ? 5 : 6;
        List<Integer> pages = in.settings().pages();
        boolean shown =
                in.settings().suppression() == SuppressionScheme.NONE && (pages.isEmpty() || pages.contains(page));
        return shown ? "by the days between them: page " + page : "no usual range by month";
    }

    /** A figure with a t chart has its sign, if any, there. */
    private static Cell sign(MetricSeries series) {
        return series.chart() == ChartKind.T
                ? new Cell.Text(Written.NOT_MEASURED, "", false)
                : new Cell.Sign(series.icon());
    }

    private static Cell now(ReportInput in, Metric metric, Ledger page) {
        Period period = in.period();
        Entry entry = new Entry(metric.key() + ".period", metric.label(), period);
        Ratio ratio = MetricSeries.counted(in.summary(), metric, period);
        return switch (metric.kind()) {
            case COUNT -> new Cell.Text(page.count(entry, count(in, metric, period), "count"), "", true);
            case SHARE -> {
                String counts = page.counts(entry, ratio);
                Ratio shown = page.shown(ratio).orElse(new Ratio(0, 0));
                boolean percent = shown.denominator() >= SmallNumbers.FEWEST_FOR_PERCENT;
                yield new Cell.Text(
                        percent ? Written.percent(shown.value().orElseThrow()) : counts,
                        percent
                                ? counts
                                : Ledger.interval(shown).map(Ledger::brackets).orElse(""),
                        true);
            }
            case PER_100 -> {
                String rate = page.shortRate(entry, ratio);
                yield new Cell.Text(
                        withoutInterval(rate),
                        page.shown(ratio)
                                .filter(shown -> shown.denominator() >= SmallNumbers.FEWEST_FOR_PERCENT)
                                .map(shown ->
                                        Written.count(shown.numerator()) + " in " + Written.count(shown.denominator()))
                                .orElse(rate.substring(withoutInterval(rate).length())
                                        .strip()),
                        true);
            }
            case MEDIAN -> median(in, entry, period, ratio, page);
        };
    }

    private static Cell median(ReportInput in, Entry entry, Period period, Ratio ratio, Ledger page) {
        String median = medianText(in, entry, period, page);
        return new Cell.Text(median, ratio.denominator() == 0 ? "" : "n = " + page.said(ratio.denominator()), true);
    }

    private static String medianText(ReportInput in, Entry entry, Period period, Ledger page) {
        Histogram waits = in.summary().histogram(Topic.WAIT_DAYS, "", period);
        OptionalDouble median = waits.median();
        if (median.isEmpty()) {
            return page.notMeasured(entry, "days");
        }
        page.estimate(entry, waits.total(), median.getAsDouble(), Optional.<Interval>empty(), "days");
        return page.enough(waits.total())
                ? Written.decimal(median.getAsDouble(), median.getAsDouble() % 1 == 0 ? 0 : 1)
                : Written.WITHHELD;
    }

    private static long count(ReportInput in, Metric metric, Period period) {
        return metric == Metric.CASELOAD_OPEN
                ? in.summary().count(Topic.NUMERATOR, metric.key(), Period.month(period.lastMonth()))
                : in.summary().count(Topic.NUMERATOR, metric.key(), period);
    }

    private static String span(ReportInput in, Metric metric, Period span, String which, Ledger page) {
        int first = Math.max(span.firstMonth(), MetricSeries.firstMonth(in, metric));
        if (first > span.lastMonth()) {
            return Written.NOT_MEASURED;
        }
        Period clipped = Period.span(first, span.lastMonth());
        Entry entry = new Entry(metric.key() + "." + which, metric.label(), clipped);
        Ratio ratio = MetricSeries.counted(in.summary(), metric, clipped);
        return switch (metric.kind()) {
            case COUNT -> countOver(in, metric, clipped, span, entry, page);
            case SHARE -> page.shortShare(entry, ratio);
            case PER_100 -> page.shortRate(entry, ratio);
            case MEDIAN -> medianText(in, entry, clipped, page);
        };
    }

    private static String countOver(
            ReportInput in, Metric metric, Period clipped, Period span, Entry entry, Ledger page) {
        if (metric == Metric.CASELOAD_OPEN) {
            double mean = (double) in.summary().count(Topic.NUMERATOR, metric.key(), clipped) / Windows.length(clipped);
            String unit = "courses, average of month ends";
            return page.exact() ? page.number(entry, mean, 1, unit) : page.count(entry, Math.round(mean), unit);
        }
        if (Windows.length(clipped) < Windows.length(span)) {
            return page.notMeasured(entry, "count");
        }
        return page.count(entry, in.summary().count(Topic.NUMERATOR, metric.key(), clipped), "count");
    }

    private static String byChance(List<MetricSeries> series, long charted, Ledger page, ReportInput in) {
        if (charted == 0) {
            return "A usual range needs at least six months or quarters with enough behind them.";
        }
        XmR.Settings settings = MetricSeries.settings(in.settings().limits());
        Map<Integer, Double> chances = new TreeMap<>();
        Map<Integer, Double> ofRuns = new TreeMap<>();
        double expected = 0;
        for (MetricSeries metric : series) {
            if (metric.charted()) {
                int points = metric.items().size();
                expected += metric.chart() == ChartKind.RUN
                        ? ofRuns.computeIfAbsent(points, SignalChance::ofLatestInRun)
                        : chances.computeIfAbsent(points, n -> SignalChance.ofLatest(n, settings));
            }
        }
        page.number(
                new Entry("by_chance", "Figures that chance alone would put outside their range", in.period()),
                expected,
                2,
                "figures");
        String one = charted == 1 ? "this one sign" : "one of these " + charted + " signs";
        if (expected >= 0.75) {
            return "In a steady practice chance alone would light up about " + Written.decimal(expected, 1)
                    + " of these " + charted + " signs in a month.";
        }
        return "In a steady practice chance alone would light up " + one + " about every "
                + Written.some(Math.max(1, Math.round(1 / expected)), "month", "months") + ".";
    }

    private static String revised(ReportInput in, Ledger page) {
        if (in.previous().isEmpty()) {
            return "No earlier report lies beside this one, so nothing can be said of revised figures.";
        }
        PreviousFigures previous = in.previous().get();
        long same = 0;
        long changed = 0;
        for (List<String> row : MonthlyTable.of(in).rows()) {
            String before = previous.values().get(row.get(0) + " " + row.get(1));
            if (before != null) {
                if (before.equals(row.get(4))) {
                    same++;
                } else {
                    changed++;
                }
            }
        }
        Ratio ratio = new Ratio(changed, same + changed);
        page.counts(new Entry("revised", "Monthly figures revised since the earlier report", in.period()), ratio);
        String report = "the report for " + Written.month(Months.of(YearMonth.parse(previous.period())));
        return changed == 0
                ? "None of the " + Written.count(ratio.denominator()) + " monthly figures of " + report
                        + " has changed since."
                : Written.sentence(Written.some(changed, "monthly figure", "monthly figures")) + " of "
                        + Written.count(ratio.denominator()) + " in " + report
                        + " have been revised since: later exports filled in sessions, scores or endings.";
    }

    private static Page undated(ReportInput in, Ledger page) {
        List<Row> rows = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            Ratio ratio = MetricSeries.counted(in.summary(), metric, in.period());
            boolean needsCalendar = metric == Metric.CASELOAD_OPEN || metric.kind() == Metric.Kind.MEDIAN;
            if (needsCalendar || !counts(in, metric)) {
                continue;
            }
            Entry entry = new Entry(metric.key() + ".period", metric.label(), in.period());
            String text = switch (metric.kind()) {
                case COUNT, MEDIAN -> page.count(entry, ratio.numerator(), "count");
                case SHARE -> page.share(entry, ratio);
                case PER_100 -> page.shortRate(entry, ratio);
            };
            rows.add(new Row(List.of(new Cell.Text(metric.label(), "", false), new Cell.Text(text, "", false))));
        }
        return new Page(
                "summary",
                2,
                "The figures in one table",
                "The figures of all the data together",
                "These data carry no dates, so there are no months, no trends and no usual ranges",
                List.of(new Block.Table(
                        "Figures of all the data",
                        List.of(new Column("Figure", false, 50), new Column("All of the data", true, 50)),
                        rows)));
    }
}
