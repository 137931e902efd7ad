package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeSet;
import mendline.aggregate.Metric;
import mendline.aggregate.PracticeSummary;
import mendline.aggregate.Ratio;
import mendline.aggregate.Topic;
import mendline.measure.Yardstick;
import mendline.model.InputFile;
import mendline.model.Intake;
import mendline.model.Months;
import mendline.model.Period;
import mendline.model.ProblemCode;
import mendline.model.RowAccount;
import mendline.report.Block.Row;
import mendline.report.Ledger.Entry;

/** Page 11, data quality: what was read, what was left out and why, how complete scores are, and what that means. */
final class DataQualityPage {
    private static final Period ALL = Period.everything();
    private static final int FILES_LISTED = 30;
    private static final int COLUMNS_LISTED = 30;

    private final ReportInput in;
    private final Ledger ledger;
    private final Windows windows;
    private final Period year;
    private final Intake intake;
    private final PracticeSummary summary;

    private DataQualityPage(ReportInput in, Ledger ledger) {
        this.in = in;
        this.ledger = ledger;
        this.windows = in.windows();
        this.year = windows.year();
        this.intake = in.intake();
        this.summary = in.summary();
    }

    static Page of(ReportInput in, Ledger ledger) {
        return new DataQualityPage(in, ledger.of("data_quality")).page();
    }

    private Page page() {
        RowAccount account = intake.rows();
        ledger.parts(account.read(), List.of(account.duplicate(), account.setAsideTotal(), account.used()));
        List<Long> files = intake.files().stream().map(InputFile::rows).toList();
        ledger.parts(files.stream().mapToLong(Long::longValue).sum(), files);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Box("How far to trust the results", trust()));
        blocks.add(rows());
        differenced().ifPresent(blocks::add);
        problems(blocks);
        completeness(blocks);
        files(blocks);
        columns(blocks);
        String subtitle = intake.asOf().isPresent()
                ? "All rows read; scores " + YearWords.during(windows) + "; data up to "
                        + Written.day(intake.asOf().getAsInt())
                : "All rows read; the data carry no dates";
        return new Page("data_quality", 11, "Data quality", title(), subtitle, blocks);
    }

    /** That figures are withheld because of an earlier report; empty where none is. */
    private Optional<Block> differenced() {
        int figures = ledger.telling().differences();
        if (figures == 0) {
            return Optional.empty();
        }
        ledger.count(
                new Entry("differenced", "Figures withheld because of an earlier report", ALL), figures, "figures");
        return Optional.of(new Block.Note((figures == 1 ? "One figure is" : Written.count(figures) + " figures are")
                + " withheld because an earlier report lies beside this one: subtracting what it shows would leave"
                + " a small number of people."));
    }

    private String title() {
        RowAccount rows = intake.rows();
        long aside = rows.setAsideTotal();
        String used = ledger.said(rows.used()) + " of " + ledger.some(rows.read(), "row was", "rows were") + " used";
        if (aside == 0) {
            return used + "; none was set aside";
        }
        return used + "; " + ledger.said(aside) + (ledger.one(aside) ? " was" : " were") + " set aside for a reason";
    }

    // What it means.

    private List<String> trust() {
        List<String> all = new ArrayList<>();
        all.add(lostRows());
        all.add(scoredEndings());
        all.add(scoredAlliance());
        return all;
    }

    private String lostRows() {
        Ratio share = Trust.lostRows(intake.rows());
        String text = ledger.counts(new Entry("rows_lost", "Rows lost to errors", ALL), share);
        return share.numerator() == 0
                ? "Rows: none was lost to an error."
                : "Rows lost to errors: " + text + ". " + Trust.ofLostRows(share);
    }

    private String scoredEndings() {
        Optional<Yardstick> primary = in.instruments().primary();
        if (primary.isEmpty()) {
            return "Outcomes: the data hold no outcome measure, so nothing can be said about outcomes or setbacks in "
                    + "scores.";
        }
        Ratio ratio = summary.ratio(Metric.OUTCOME_COMPLETION, year);
        String text = ledger.share(new Entry("outcome_completion", "Ended with a first and a last score", year), ratio);
        if (ratio.denominator() == 0) {
            return "Outcomes: no course with two treatment sessions or more ended " + YearWords.during(windows) + ".";
        }
        return "Outcomes: " + text + (ledger.one(ratio.denominator()) ? " course has" : " courses have")
                + " a first and a last score of the " + primary.get().measure().name() + ". " + Trust.ofEndings(ratio);
    }

    private String scoredAlliance() {
        if (in.instruments().alliance().isEmpty()) {
            return "Alliance: the data hold no alliance measure, so no dips can be found.";
        }
        Ratio ratio = summary.ratio(Metric.ALLIANCE_COMPLETION, year);
        String text = ledger.share(new Entry("alliance_completion", "Sessions with an alliance score", year), ratio);
        if (ratio.denominator() == 0) {
            return "Alliance: no session was attended " + YearWords.during(windows) + ".";
        }
        return "Alliance: " + text + " attended sessions have a score of the "
                + in.instruments().alliance().get().name() + ". " + Trust.ofAlliance(ratio);
    }

    // Rows and problems.

    private Block rows() {
        RowAccount account = intake.rows();
        List<Row> rows = new ArrayList<>();
        rows.add(row("Rows read", ledger.count(new Entry("rows_read", "Rows read", ALL), account.read(), "rows")));
        rows.add(row(
                "Repeat another row, counted once",
                ledger.count(
                        new Entry("rows_duplicate", "Rows that repeat another", ALL), account.duplicate(), "rows")));
        rows.add(row(
                "Set aside, by reason below",
                ledger.count(new Entry("rows_set_aside", "Rows set aside", ALL), account.setAsideTotal(), "rows")));
        rows.add(row("Used", ledger.count(new Entry("rows_used", "Rows used", ALL), account.used(), "rows")));
        return new Block.Table("Where every row went", List.of(words("Rows", 75), numbers("n", 25)), rows);
    }

    private void problems(List<Block> blocks) {
        List<Map.Entry<ProblemCode, Long>> found =
                new ArrayList<>(intake.problemCounts().entrySet());
        found.removeIf(entry -> entry.getValue() == 0);
        if (found.isEmpty()) {
            blocks.add(new Block.Paragraph("Problems.", "No problem was found in the data."));
            return;
        }
        found.sort(Comparator.comparing(
                        (Map.Entry<ProblemCode, Long> entry) -> entry.getKey().severity())
                .thenComparing(entry -> -entry.getValue())
                .thenComparing(Map.Entry::getKey));
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<ProblemCode, Long> entry : found) {
            ProblemCode code = entry.getKey();
            String name = Written.words(code.key());
            String count = ledger.count(
                    new Entry("problem_" + code.key(), "Problem: " + name, ALL), entry.getValue(), "problems");
            rows.add(row(
                    Written.sentence(name) + " (" + Trust.effect(code) + ")",
                    count,
                    Written.sentence(code.expected()),
                    code.remedy()));
        }
        blocks.add(new Block.Table(
                "Problems in the data and what to do; each place is listed in internal/problems.csv",
                List.of(words("Problem", 22), numbers("n", 8), words("Expected", 30), words("What to do", 40)),
                rows));
    }

    // Completeness.

    private void completeness(List<Block> blocks) {
        TreeSet<String> measures =
                new TreeSet<>(summary.categories(Topic.SCORED, year).keySet());
        in.instruments().primary().ifPresent(primary -> measures.add(primary.key()));
        in.instruments().alliance().ifPresent(alliance -> measures.add(alliance.key()));
        long attended = summary.count(Topic.NUMERATOR, Metric.SESSIONS_ATTENDED.key(), year);
        if (measures.isEmpty() || attended == 0) {
            blocks.add(new Block.Paragraph(
                    "Completeness of scores.",
                    attended == 0
                            ? "No session was attended " + YearWords.during(windows)
                                    + ", so there is nothing to be complete."
                            : "No scores were found."));
            return;
        }
        List<Row> rows = new ArrayList<>();
        for (String measure : measures) {
            Ratio ratio = ratio(measure, year);
            rows.add(row(
                    measure,
                    ledger.said(ratio.numerator()),
                    ledger.shortShare(
                            new Entry("scored_" + measure, "Attended sessions with a score", year, measure), ratio)));
        }
        if (MonthCharts.possible(windows)) {
            heat(List.copyOf(measures), blocks);
        }
        blocks.add(new Block.Table(
                "Attended sessions with a score by the client, " + Written.period(year),
                List.of(
                        words("Measure", 40),
                        numbers("Scores", 20),
                        numbers("Share of attended sessions [95 % interval]", 40)),
                rows));
        if (!year.dated()) {
            blocks.add(new Block.Note("The data carry no dates, so completeness cannot be shown by month."));
        }
    }

    private Ratio ratio(String measure, Period period) {
        return Completeness.scored(summary, measure, period);
    }

    private void heat(List<String> measures, List<Block> blocks) {
        List<Series> series = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (String measure : measures) {
            List<Point> points = new ArrayList<>();
            double lowest = 2;
            double highest = -1;
            for (int month = year.firstMonth(); month <= year.lastMonth(); month++) {
                Point point = cell(ratio(measure, Period.month(month)), month);
                points.add(point);
                if (point.y().isPresent()) {
                    lowest = Math.min(lowest, point.y().getAsDouble());
                    highest = Math.max(highest, point.y().getAsDouble());
                }
            }
            if (highest >= 0) {
                said.add(measure + " between " + Written.percent(lowest) + " and " + Written.percent(highest));
            }
            series.add(new Series(measure, Mark.BAR, Tone.MAIN, false, points));
        }
        if (said.isEmpty()) {
            blocks.add(new Block.Note("No month has the " + SmallNumbers.FEWEST_FOR_PERCENT
                    + " attended sessions that a share by month needs, so completeness is shown for all months "
                    + "together."));
            return;
        }
        blocks.add(new Block.Chart(
                new Figure(
                        "completeness",
                        Figure.Layout.HEAT,
                        "How complete the scores are, by measure and month",
                        "Share of attended sessions with a score by the client, " + Written.period(year),
                        "Share of attended sessions with a score, lowest and highest month: " + String.join("; ", said)
                                + ".",
                        MonthCharts.months(year),
                        Axis.places("", Axis.Scale.CATEGORIES, measures),
                        series,
                        List.of(),
                        List.of(),
                        50 + 20 * measures.size()),
                "The darker, the more complete. Months with fewer than " + SmallNumbers.FEWEST_FOR_PERCENT
                        + " attended sessions are left empty. A measure that is not meant for every session need not "
                        + "be dark."));
    }

    private Point cell(Ratio ratio, int month) {
        boolean shown = ratio.denominator() >= SmallNumbers.FEWEST_FOR_PERCENT;
        PointState few = ratio.denominator() == 0 ? PointState.NOT_MEASURED : PointState.TOO_FEW;
        return new Point(
                Months.iso(month),
                month - year.firstMonth(),
                shown ? ratio.value() : OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.of(ratio.denominator()),
                shown ? PointState.OK : few);
    }

    // Files and columns.

    private void files(List<Block> blocks) {
        List<InputFile> files = intake.files();
        ledger.count(new Entry("files", "Files read", ALL), files.size(), "files");
        if (files.isEmpty()) {
            return;
        }
        List<Row> rows = new ArrayList<>();
        for (InputFile file : files.subList(0, Math.min(FILES_LISTED, files.size()))) {
            String count = ledger.count(
                    new Entry("file_" + (rows.size() + 1), "Rows in " + file.name(), ALL), file.rows(), "rows");
            rows.add(row(file.name(), count));
        }
        if (files.size() > FILES_LISTED) {
            long rest = files.subList(FILES_LISTED, files.size()).stream()
                    .mapToLong(InputFile::rows)
                    .sum();
            String count = ledger.count(new Entry("files_more", "Rows in the files not listed", ALL), rest, "rows");
            rows.add(row("and " + Written.some(files.size() - FILES_LISTED, "more file", "more files"), count));
        }
        String caption = Written.some(files.size(), "file", "files") + " read";
        blocks.addAll(TextTables.halves(caption, List.of(words("File", 75), numbers("Rows", 25)), rows));
    }

    private void columns(List<Block> blocks) {
        List<String> ignored = intake.ignoredColumns();
        ledger.count(new Entry("columns_ignored", "Columns not used", ALL), ignored.size(), "columns");
        if (ignored.isEmpty()) {
            blocks.add(new Block.Paragraph(
                    "Columns not used.", "Every column of the files has a meaning here and was read."));
            return;
        }
        List<String> names = new ArrayList<>(ignored.subList(0, Math.min(COLUMNS_LISTED, ignored.size())));
        if (ignored.size() > COLUMNS_LISTED) {
            names.add(Written.count(ignored.size() - COLUMNS_LISTED) + " more");
        }
        blocks.add(new Block.Paragraph(
                "Columns not used.",
                "Not read: " + Written.list(names)
                        + ". If one of them matters, name it in the profile under columns."));
    }
}
