package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mendline.cli.Cli;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A small practice with each scheme of suppression: no count of people, courses or sessions that is not rounded to five is
 * in anything that may be shared. The same search finds plenty in the report without a scheme.
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
                    + "|counts from 1 to 7|counts below 5");

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
        String before = text.substring(
                0, text.indexOf("How we worked it out") < 0 ? text.length() : text.lastIndexOf("How we worked it out"));
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
                    && !row.get("page").equals("method")
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
