package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mendline.cli.Cli;
import mendline.cli.QuickReports;
import mendline.model.Months;
import mendline.model.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A small practice and a large one with each scheme of suppression and with everything that a profile can ask to be shown: no count
 * of people, courses or sessions that is not rounded to five is in anything that may be shared, and no share gives a small
 * one away. The same search finds plenty in the reports without a scheme.
 */
class SmallCountsAreWithheldTest {
    /** A number before what is counted, or on either side of "of" or "in". */
    private static final List<Pattern> COUNTS = List.of(
            Pattern.compile(
                    "(?<![\\d.,–-])(\\d[\\d,]*) (?:more |first |single |possible |sudden |missed |open |recorded |attended )*"
                            + "(?:courses?|sessions?|setbacks?|dips?|ruptures?|rows?|spikes?|appointments?|starts?|gains?|losses?|clients?"
                            + "|cases|experiments?|entries|therapists?)\\b"),
            Pattern.compile("(?<![\\d.,–-])(\\d[\\d,]*) (?:of|in) (?:the )?\\d"),
            Pattern.compile("(?<![\\d.,–-])\\d[\\d,]* (?:of|in) (\\d[\\d,]*)(?![\\d.–])"),
            Pattern.compile("\\bn = (\\d[\\d,]*)"),
            Pattern.compile(
                    "(?<![\\d.,–-])(\\d[\\d,]*) (?:is|are|were|was|partly|open|never rated|ended before|repaired)\\b"),
            Pattern.compile("\\((\\d[\\d,]*)\\)"));

    /** Numbers that are no counts of these data: rules, medians, page numbers, figures, published studies. */
    private static final Pattern RULES =
            Pattern.compile("data up to \\d+ \\w+ \\d{4}\\s+\\d+ of \\d+|sessions-\\d{4}-\\d\\d\\.csv(?: [0-9a-f]{12})?"
                    + "|\\bsession \\d+|had \\d+(?:\\.5)? attended sessions or fewer|6 or more of 10|4 or 5 of 5"
                    + "|\\d+ of \\d+ charted figures|\\d+ of \\d+ sites|All \\d+ charted|\\d+ of these \\d+ signs|these \\d+ signs|page \\d+"
                    + "|eight courses|fewer than \\d+ courses|at least \\d+ courses|needs? at least \\d+|\\d+ studies with [\\d,]+ clients"
                    + "|, [\\d,]+ clients\\)|one study of \\d+ courses|With 10 courses against 10|\\d+ of \\d+ The practice|left out \\(\\d+\\)"
                    + "|\\b(?:19|20)\\d\\d\\b|for \\d+ scores|at least \\d+ points?|fewer than \\d+|\\d+ monthly figures?|the \\d+ before"
                    + "|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)\\w* \\d{4}|\\(\\d+ times\\)|of the \\d+ monthly"
                    + "|counts from 1 to 7|counts below 5|would give about \\d+ dips");

    @TempDir
    private static Path folder;

    private static Path exports;

    @BeforeAll
    static void makeAPractice() {
        exports = folder.resolve("made");
        Cli run = Cli.run(
                "simulate",
                "--clients",
                70,
                "--seed",
                11,
                "--months",
                9,
                "--last-month",
                "2026-09",
                "--out",
                exports,
                "--quiet");
        assertThat(run.exitCode()).isZero();
        Path more = Practices.simulated(
                folder.resolve("more"), 320, 16, 5, "--last-month", "2026-09", "--sites", 6, "--therapists", 44);
        large = new QuickReports(more, Period.month(Months.of(YearMonth.of(2026, 9))));
    }

    /** By name, what a profile asks for beside the scheme. */
    private static final Map<String, String> OPTIONS = Map.of("models", """
            report: {suppression: SCHEME, case_mix: on, models: on, curves: {endings: competing, which: first, by: onset},
              targets: {reliable_recovery: 0.48, missed_share: 0.1}, notes: {2026-05: new intake team}}
            detection: {not_on_track: on, setback: {also: [S2, S3, S5, S6, S7]}}
            limits: {charts: {setbacks_recorded_per_100: t, ruptures_client_per_100: t, ruptures_therapist_per_100: t}}
            """, "sites", """
            report: {suppression: SCHEME, models: on, curves: {endings: competing, by: site}}
            detection: {not_on_track: on, setback: {also: [S2, S3, S5, S6, S7]}}
            limits: {charts: {setbacks_recorded_per_100: u_prime, missed_share: p_prime, setbacks_per_100: t}}
            """, "all", """
            report: {suppression: SCHEME, minimum_n: 5, curves: {back: full, clock: days, which: all, endings: competing}}
            detection: {setback: {rule: S2}, dip: {detector: B}, rupture: {client_intensity: 1}, check_ins: off}
            limits: {chart: run}
            """, "groups", """
            report: {suppression: SCHEME, minimum_n: 5, curves: {clock: days, by: group_gender}}
            detection: {setback: {rule: S2}, dip: {k: 2}, sudden: {mode: suddengains}}
            limits: {chart: c, run_length: 6, screening: off}
            measures: {phq9: {outcome: {approach: percentage}}, gad7: {reliable_change: {method: jacobson_truax, reliability: 0.83, sd: sample}}}
            """);

    private static QuickReports large;

    @ParameterizedTest
    @CsvSource({
        "hes, models",
        "talking_therapies, models",
        "hes, sites",
        "talking_therapies, sites",
        "hes, all",
        "talking_therapies, all",
        "hes, groups",
        "talking_therapies, groups",
        "none, groups"
    })
    void alsoOfWhatAProfileAsksFor(String scheme, String options) throws Exception {
        ReportFolder report = large(scheme, options);
        if (scheme.equals("none")) {
            assertThat(unrounded(prose(report.htmlText()))).hasSizeGreaterThan(100);
            assertThat(unrounded(prose(attributes(report)))).isNotEmpty();
            assertThat(cells(report)).hasSizeGreaterThan(60);
            assertThat(inFiles(report)).hasSizeGreaterThan(100);
            return;
        }
        assertThat(unrounded(prose(report.htmlText()))).as("report.html").isEmpty();
        assertThat(unrounded(prose(attributes(report))))
                .as("what is said of pictures")
                .isEmpty();
        assertThat(cells(report)).as("cells of report.html").isEmpty();
        assertThat(inFiles(report)).isEmpty();
        assertThat(shares(report, scheme.equals("hes") ? 8 : 5)).isEmpty();
        kappaStandsOnCountsThatAreShown(report);
    }

    /** Four counts make one kappa: with three of them and a kappa a reader has the fourth. */
    private static void kappaStandsOnCountsThatAreShown(ReportFolder report) {
        Map<String, String> states = new HashMap<>();
        report.rows("figures.csv").forEach(row -> states.put(row.get("figure_id"), row.get("state")));
        int looked = 0;
        for (String source : List.of("client", "therapist")) {
            boolean withheld = Stream.of("both", "recorded_only", "dip_only", "neither")
                    .map(cell -> states.get("ruptures.agreement." + cell + "." + source))
                    .anyMatch("suppressed"::equals);
            if (withheld) {
                looked++;
                assertThat(states.get("ruptures.agreement.kappa." + source)).isIn("suppressed", "too_few");
            }
        }
        assertThat(looked).isPositive();
    }

    private static ReportFolder large(String scheme, String options) throws Exception {
        String name = options + "-" + scheme;
        Path folderOfIt = folder.resolve("large-" + name);
        Path profile = Files.writeString(
                folder.resolve(name + ".yaml"), OPTIONS.get(options).replace("SCHEME", scheme));
        large.write(profile, folderOfIt, false);
        return new ReportFolder(folderOfIt);
    }

    private static ReportFolder report(String scheme) throws IOException {
        Path profile = Files.writeString(
                folder.resolve(scheme + ".yaml"),
                "report: {suppression: " + scheme + ", targets: {reliable_recovery: 0.48}}\n");
        Path out = folder.resolve("out-" + scheme);
        Cli run = Cli.run("report", exports, "--profile", profile, "--out", out, "--quiet");
        assertThat(run).isEqualTo(new Cli(0, "", ""));
        try (Stream<Path> made = Files.list(out)) {
            return new ReportFolder(made.findFirst().orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hes", "talking_therapies"})
    void inNoSentenceTableChartOrFile(String scheme) throws IOException {
        ReportFolder report = report(scheme);
        assertThat(unrounded(prose(report.pdfText("report.pdf"))))
                .as("report.pdf")
                .isEmpty();
        assertThat(unrounded(prose(report.htmlText()))).as("report.html").isEmpty();
        assertThat(cells(report)).as("cells of report.html").isEmpty();
        assertThat(inFiles(report)).isEmpty();
        assertThat(report.htmlText()).contains("* ");
        assertThat(report.rows("figures.csv"))
                .filteredOn(row -> row.get("state").equals("suppressed"))
                .hasSizeGreaterThan(20)
                .allMatch(row -> row.get("n").equals("*") && row.get("value").equals("*"));
        assertThat(report.hashes().keySet())
                .noneMatch(name -> name.contains("dip-strip") || name.contains("before-after"))
                .anyMatch(name -> name.equals("charts/courses-counted.csv"));
    }

    @Test
    void theSearchFindsThemWhereThereIsNoScheme() throws IOException {
        ReportFolder plain = report("none");
        assertThat(unrounded(prose(plain.pdfText("report.pdf")))).hasSizeGreaterThan(60);
        assertThat(unrounded(prose(plain.htmlText()))).hasSizeGreaterThan(60);
        assertThat(cells(plain)).hasSizeGreaterThan(20);
        assertThat(inFiles(plain)).hasSizeGreaterThan(100);
        assertThat(plain.hashes()).containsKey("charts/dip-strip.png");
    }

    /** What is said of pictures to whoever cannot see them. */
    private static String attributes(ReportFolder report) {
        StringBuilder all = new StringBuilder();
        Matcher matcher =
                Pattern.compile("(?:aria-label|alt|title)=\"([^\"]*)\"").matcher(report.text("report.html"));
        while (matcher.find()) {
            all.append(matcher.group(1)).append(" . ");
        }
        assertThat(all.length()).isGreaterThan(500);
        return all.toString();
    }

    /** Shares without a count of their own that are one of a small number of people out of a known one. */
    private static List<String> shares(ReportFolder report, long fewest) {
        List<String> found = new ArrayList<>();
        int looked = 0;
        for (Map<String, String> row : report.rows("figures.csv")) {
            if (row.get("unit").equals("share")
                    && row.get("denominator").isEmpty()
                    && !row.get("n").isEmpty()
                    && !row.get("value").isEmpty()
                    && row.get("state").equals("ok")) {
                looked++;
                double people = Double.parseDouble(row.get("value")) * Double.parseDouble(row.get("n"));
                if (people > 0 && people < fewest - 2) {
                    found.add("figures.csv: " + row);
                }
            }
        }
        for (String name : report.hashes().keySet()) {
            if (name.startsWith("charts/") && name.endsWith(".csv")) {
                for (Map<String, String> row : report.rows(name)) {
                    String y = row.get("y");
                    boolean counted =
                            !y.isEmpty() && !y.equals("*") && !row.get("n").isEmpty();
                    boolean part = row.get("series").equals(row.get("x"));
                    if (counted && !part && Double.parseDouble(y) > 0 && Double.parseDouble(y) < 1) {
                        looked++;
                        double people = Double.parseDouble(y) * Double.parseDouble(row.get("n"));
                        if (people < fewest - 2) {
                            found.add(name + ": " + row);
                        }
                    }
                }
            }
        }
        assertThat(looked).isGreaterThan(5);
        return found;
    }

    private static String prose(String text) {
        return RULES.matcher(text.replace('\u00a0', ' ').replaceAll("\\s+", " "))
                .replaceAll("~");
    }

    private static List<String> unrounded(String text) {
        List<String> found = new ArrayList<>();
        for (Pattern pattern : COUNTS) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                if (!rounded(matcher.group(1))) {
                    found.add(text.substring(
                            Math.max(0, matcher.start() - 40), Math.min(text.length(), matcher.end() + 20)));
                }
            }
        }
        return found;
    }

    private static boolean rounded(String count) {
        return Double.parseDouble(count.replace(",", "")) % 5 == 0;
    }

    /** Cells of tables that hold nothing but a whole number, in columns of counts. */
    private static List<String> cells(ReportFolder report) {
        List<String> found = new ArrayList<>();
        String text = report.text("report.html");
        String before = text;
        Matcher matcher =
                Pattern.compile("<td[^>]*>(?:<[^>]*>)*\\s*(\\d[\\d,]*)\\s*<").matcher(before);
        while (matcher.find()) {
            if (!rounded(matcher.group(1))
                    && !before.substring(Math.max(0, matcher.start() - 400), matcher.start())
                            .contains("median")) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    /** Counts in the CSV files that may be shared; what figures, files, columns and sites are counted of is nobody. */
    private static List<String> inFiles(ReportFolder report) {
        List<String> found = new ArrayList<>();
        Set<String> nobody = Set.of("figures", "files", "columns", "sites");
        for (Map<String, String> row : report.rows("figures.csv")) {
            if (!nobody.contains(row.get("unit"))
                    && !(row.get("page").equals("method") && row.get("period").equals("all"))
                    && !row.get("figure_id").equals("summary.revised")) {
                check(found, row, "figures.csv", List.of("n", "denominator"));
            }
        }
        for (Map<String, String> row : report.rows("monthly.csv")) {
            check(
                    found,
                    row,
                    "monthly.csv",
                    row.get("metric").endsWith("median")
                            ? List.of("denominator")
                            : List.of("numerator", "denominator"));
        }
        for (Map<String, String> row : report.rows("service_outcomes.csv")) {
            check(found, row, "service_outcomes.csv", List.of("numerator", "denominator"));
        }
        for (String name : report.hashes().keySet()) {
            if (name.startsWith("charts/") && name.endsWith(".csv")) {
                for (Map<String, String> row : report.rows(name)) {
                    boolean counts = !row.get("n").isEmpty() && row.get("y").equals(row.get("n"));
                    check(found, row, name, counts ? List.of("n", "y") : List.of("n"));
                }
            }
        }
        return found;
    }

    private static void check(List<String> found, Map<String, String> row, String file, List<String> columns) {
        for (String column : columns) {
            String cell = row.get(column);
            if (!cell.isEmpty() && !cell.equals("*") && !rounded(cell)) {
                found.add(file + ": " + row);
            }
        }
    }
}
