package mendline.report;

import static mendline.report.TextTables.numbers;
import static mendline.report.TextTables.row;
import static mendline.report.TextTables.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mendline.model.Intake;

/** The data-quality part alone: what was understood, the data-quality page of the report, and every check with its numbers. */
public final class CheckReport {
    /** Where the page of each problem is, from the folder of the program; pages are named by code. */
    public static final String PAGES_OF_PROBLEMS = "src/site/markdown/problems/";

    private final ReportInput in;
    private final Intake intake;
    private final List<Check> checks;
    private final Completeness completeness;
    private final Optional<PreviousCheck> previous;

    private CheckReport(
            ReportInput in, List<Check> checks, Completeness completeness, Optional<PreviousCheck> previous) {
        this.in = in;
        this.intake = in.intake();
        this.checks = checks;
        this.completeness = completeness;
        this.previous = previous;
    }

    /**
     * What a check leaves behind.
     *
     * @param report four pages: data quality, what to correct, completeness, checks
     * @param brief the same for a terminal, without the tables that only say that all is well
     * @param checks the table of {@code checks.csv}
     * @param completeness the table of {@code completeness.csv}
     * @param plain the content of {@code check.json} in order
     */
    public record Parts(
            Report report, Report brief, DataTable checks, DataTable completeness, Map<String, Object> plain) {}

    /**
     * The check of the data.
     *
     * @param measures keys of all measures that the run knows
     * @param previous the check before this one, where it lies in the same place
     */
    public static Parts of(ReportInput in, Set<String> measures, Optional<PreviousCheck> previous) {
        List<Check> checks = Checks.of(in, measures);
        Completeness completeness = Completeness.of(in, measures);
        CheckReport made = new CheckReport(in, checks, completeness, previous);
        return new Parts(
                made.report(true), made.report(false), Checks.table(checks), completeness.table(), made.plain());
    }

    private Report report(boolean whole) {
        Ledger ledger = new Ledger();
        Page quality = DataQualityPage.of(in, ledger);
        List<Page> pages = new ArrayList<>();
        pages.add(new Page(quality.id(), 1, quality.name(), quality.title(), quality.subtitle(), quality.blocks()));
        pages.add(FixList.page(intake, 2));
        if (whole) {
            pages.add(new Page(
                    "completeness",
                    3,
                    "Completeness",
                    "How complete the scores are, by measure and month",
                    MonthlyReport.asOf(in),
                    completeness.blocks()));
        }
        pages.add(page(whole));
        return new Report(
                in.settings().practice() + ": check of the data",
                in.settings().practice(),
                Written.sentence(Written.period(in.period())),
                MonthlyReport.asOf(in),
                "What was read of the practice's session data, what was set aside and why, and what that does to the results.",
                MonthlyReport.isoDate(in),
                in.documentId(),
                pages,
                ledger.rows());
    }

    private Page page(boolean whole) {
        List<Check> attention = in(Check.State.NEEDS_ATTENTION);
        List<Check> passed = in(Check.State.PASSED);
        List<Check> apart = in(Check.State.NOT_APPLICABLE);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph("What was understood.", understood()));
        if (!attention.isEmpty()) {
            blocks.add(table("Checks that need attention", attention, true));
        }
        blocks.addAll(TotalsTold.blocks(intake));
        previous.ifPresent(before -> blocks.addAll(CheckComparison.of(before, intake, attention)));
        if (!passed.isEmpty() && whole) {
            blocks.add(table("Checks that passed", passed, false));
        }
        if (!apart.isEmpty()) {
            blocks.add(new Block.Paragraph(
                    "Checks that do not apply.",
                    "The data lack what these look at, or hold too little of it: "
                            + Written.list(apart.stream()
                                    .map(check -> Written.words(check.id()))
                                    .toList()) + "."));
        }
        blocks.add(
                new Block.Note("Found: how often the data are not as they should be, of so many rows, cells, columns, "
                        + "files or courses that could be so. Allowed: the largest share that needs no attention; what is only "
                        + "noted never does. All checks are in checks.csv."));
        String title = attention.isEmpty()
                ? "No check needs attention"
                : Written.some(attention.size(), "check needs", "checks need") + " attention";
        return new Page(
                "checks",
                4,
                "Checks",
                title,
                Written.some(passed.size(), "check", "checks") + " passed; " + Written.count(apart.size())
                        + " did not apply to these data",
                blocks);
    }

    private List<Check> in(Check.State state) {
        return checks.stream().filter(check -> check.state() == state).toList();
    }

    private String understood() {
        List<String> measures = new ArrayList<>();
        intake.scoreCounts()
                .forEach((key, count) -> measures.add(key + " (" + Written.some(count, "score", "scores") + ")"));
        String time = switch (intake.timeline()) {
            case DATES -> "Sessions have dates.";
            case RELATIVE_DAYS -> "Sessions have days since the start of the course, not dates.";
            case SESSION_NUMBERS -> "Sessions have numbers, not dates.";
        };
        return "Columns read: " + Written.list(intake.columnsFound()) + ". " + time + " "
                + (measures.isEmpty()
                        ? "No client-rated scores were found."
                        : "Client-rated scores: " + Written.list(measures) + ".");
    }

    private static Block table(String caption, List<Check> checks, boolean effects) {
        List<Block.Row> rows = new ArrayList<>();
        for (Check check : checks) {
            List<String> cells = new ArrayList<>(List.of(
                    Written.sentence(Written.words(check.id())),
                    check.category().key(),
                    Written.count(check.numerator()) + " of " + Written.count(check.denominator()),
                    allowed(check.threshold())));
            if (effects) {
                cells.add(check.effect());
            }
            rows.add(row(cells.toArray(new String[0])));
        }
        List<Block.Column> columns = new ArrayList<>(List.of(
                words("Check", effects ? 26 : 40),
                words("About", effects ? 14 : 20),
                numbers("Found", effects ? 18 : 24),
                numbers("Allowed", effects ? 10 : 16)));
        if (effects) {
            columns.add(words("Effect on the results", 32));
        }
        return new Block.Table(caption, columns, rows);
    }

    private static String allowed(double threshold) {
        if (threshold == 0) {
            return "none";
        }
        return threshold == 1 ? "any" : "up to " + Written.percent(threshold);
    }

    private Map<String, Object> plain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("program", in.program());
        plain.put("as_of", intake.asOf().isPresent() ? MonthlyReport.isoDate(in) : null);
        plain.put("columns", intake.columnsFound());
        plain.put("columns_not_used", intake.ignoredColumns());
        plain.put("rows", CheckComparison.rows(intake.rows()));
        plain.put("scores", intake.scoreCounts());
        plain.put("problems", CheckComparison.problems(intake));
        previous.ifPresent(before -> {
            Map<String, Object> earlier = new LinkedHashMap<>();
            earlier.put("as_of", before.asOf().orElse(null));
            earlier.put("rows", before.rows());
            earlier.put("scores", before.scores());
            earlier.put("problems", before.problems());
            earlier.put("attention", before.attention());
            plain.put("previous", earlier);
        });
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Check check : checks) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("check", check.id());
            row.put("category", check.category().key());
            row.put("state", check.state().key());
            row.put("numerator", check.numerator());
            row.put("denominator", check.denominator());
            row.put("threshold", check.threshold());
            row.put("asks", check.asks());
            row.put("effect", check.effect());
            rows.add(row);
        }
        plain.put("checks", rows);
        plain.put("totals_and_items", TotalsTold.plain(intake));
        plain.put("completeness", completeness.plain());
        return plain;
    }
}
