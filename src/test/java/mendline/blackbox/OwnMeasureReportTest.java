package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mendline.cli.Cli;
import mendline.stats.Reference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures that only the profile knows, from a file of assessments to the figures of the report. */
class OwnMeasureReportTest {
    @TempDir
    private static Path folder;

    private static ReportFolder report;
    private static String text;

    /** One file of assessments: the same HAM-D scores under three rules, a measure where higher is better, and one with more waves. */
    @BeforeAll
    static void report() throws IOException {
        Map<String, String[]> rows = new TreeMap<>();
        for (String[] row : Reference.cells("reliable-change-pairs")) {
            int column = List.of("hamd", "higher").indexOf(row[0]);
            if (column >= 0) {
                long person = rows.keySet().stream()
                                .filter(key -> key.startsWith(column + "p"))
                                .count()
                        / 2;
                rows.put(column + "p" + person + ",1", cells(column, row[1]));
                rows.put(column + "p" + person + ",4", cells(column, row[2]));
            }
        }
        for (String[] row : Reference.cells("slopes-data")) {
            if (row[0].equals("together")) {
                rows.put("2p" + row[1] + "," + row[2], cells(2, row[3]));
            }
        }
        StringBuilder csv = new StringBuilder("id,wave,total,wellbeing score,weekly\n");
        rows.forEach((key, cells) ->
                csv.append(key).append(',').append(String.join(",", cells)).append('\n'));
        Path exports = Files.createDirectories(folder.resolve("in"));
        Files.writeString(exports.resolve("scores.csv"), csv);
        Path profile = Files.writeString(folder.resolve("profile.yaml"), """
                columns: {client_id: id, session_number: wave, hamd: total, wellbeing: wellbeing score, slopes: weekly}
                measures:
                  hamd: {name: HAM-D, min: 0, max: 52, step: 1, better: lower, kind: outcome, source: our manual,
                    functional: {mean: 8, sd: 8}, clinical: sample, cutoff: c,
                    reliable_change: {method: nunnally_kotsch, reliability: 0.80, reliability_post: 0.50, sd: sample},
                    outcome: {minimally_important: {improved: 8, deteriorated: 3}, percentage: {improved: 0.5, deteriorated: 0.3}}}
                  wellbeing: {name: Our wellbeing scale, min: 0, max: 100, step: 0.01, better: higher, kind: outcome, source: our manual,
                    functional: {mean: 60, sd: 10}, clinical: {mean: 40, sd: 9}, cutoff: b,
                    reliable_change: {method: hsu_linn_lord, reliability: 0.91, sd: sample}}
                  slopes: {name: Weekly scale, min: -40, max: 80, step: 1, better: lower, kind: outcome, source: our manual,
                    reliable_change: {method: hierarchical_linear, reliability: 0.80, sd: sample}}
                primary_outcome: hamd
                """);
        Cli run = Cli.run("report", exports, "--profile", profile, "--out", folder.resolve("out"), "--quiet");
        assertThat(run).isEqualTo(new Cli(0, "", ""));
        report = new ReportFolder(folder.resolve("out").resolve("all"));
        text = report.pdfText("report.pdf").replaceAll("\\s+", " ");
    }

    private static String[] cells(int column, String score) {
        String[] cells = {"", "", ""};
        cells[column] = score;
        return cells;
    }

    /** Improved, unchanged and deteriorated by rule. */
    private static Map<String, String> rules(String measure) {
        Map<String, String> rules = new TreeMap<>();
        for (Map<String, String> row : report.rows("figures.csv")) {
            String[] id = row.get("figure_id").split("\\.");
            if (id.length == 5 && id[1].equals("rule") && id[2].equals(measure)) {
                rules.merge(id[3], row.get("n"), (one, other) -> one + " " + other);
            }
        }
        return rules;
    }

    private static double value(String id) {
        return report.rows("figures.csv").stream()
                .filter(row -> row.get("figure_id").equals(id))
                .mapToDouble(row -> Double.parseDouble(row.get("value")))
                .findFirst()
                .orElseThrow();
    }

    private static long courses(String measure, String column, String value) {
        return report.rows("internal/courses.csv").stream()
                .filter(row ->
                        row.get("measure").equals(measure) && row.get(column).equals(value))
                .count();
    }

    @Test
    void reliabilityAndNormsOfTheProfileGiveThePublishedCountsOfEveryRule() {
        assertThat(rules("hamd"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "jacobson_truax", "29 10 1",
                        "gulliksen", "29 10 1",
                        "edwards_nunnally", "32 5 3",
                        "nunnally_kotsch", "28 11 1",
                        "hageman_arrindell", "32 7 1",
                        "hsu_linn_lord", "12 16 12",
                        "statistical", "26 13 1",
                        "anchor", byAnchor(),
                        "percentage", "16 24 0"));
        assertThat(text)
                .contains("not used, it needs at least 30 courses with 3 scores or more, and there are 0")
                .contains("A change that clients notice (8 points better, 3 worse)");
    }

    /** What the anchor rule must give, counted from the pairs themselves. */
    private static String byAnchor() {
        int[] counts = new int[3];
        for (String[] row : Reference.cells("reliable-change-pairs")) {
            if (row[0].equals("hamd")) {
                double change = Double.parseDouble(row[2]) - Double.parseDouble(row[1]);
                counts[change <= -8 ? 0 : change >= 3 ? 2 : 1]++;
            }
        }
        return counts[0] + " " + counts[1] + " " + counts[2];
    }

    @Test
    void theMethodOfTheProfileClassesCoursesWithTheCutOffOfTheSample() {
        // Cut-off c between 24.85 (3.340) and 8 (8).
        assertThat(value("method.cutoff_hamd")).isBetween(19.8865, 19.8875);
        assertThat(courses("hamd", "reliable_change", "improved")).isEqualTo(28);
        assertThat(courses("hamd", "outcome", "unchanged")).isEqualTo(11);
        assertThat(courses("hamd", "outcome", "deteriorated")).isEqualTo(1);
        assertThat(courses("hamd", "outcome", "recovered") + courses("hamd", "outcome", "improved"))
                .isEqualTo(28);
    }

    @Test
    void aGroupIsHeldAgainstWhatMattersAndTheEffectStandsWithItsCompleters() {
        assertThat(text).contains("Mean change, HAM-D.").contains("40 of 40");
        // d = 9.875 / 3.340121, J = 1 - 3 / 155.
        assertThat(value("outcomes.effect.hamd")).isBetween(2.899, 2.900);
        assertThat(value("outcomes.completers.hamd")).isEqualTo(1);
    }

    @Test
    void aMeasureWhereHigherIsBetterAndHundredthsCountAgreesWithR() {
        List<String> expected = new ArrayList<>();
        for (String verdict : List.of("IMPROVED", "UNCHANGED", "DETERIORATED")) {
            expected.add(String.valueOf(Reference.cells("reliable-change").stream()
                    .filter(row -> row[0].equals("higher") && row[1].equals("HLL") && row[7].equals(verdict))
                    .count()));
        }

        assertThat(rules("wellbeing")).containsEntry("hsu_linn_lord", String.join(" ", expected));
        assertThat(value("method.cutoff_wellbeing")).isEqualTo(40);
    }

    @Test
    void allWavesGiveTheSlopesOfLme4() {
        Map<String, Long> verdicts = Reference.cells("slopes").stream()
                .filter(row -> row[0].equals("together"))
                .collect(Collectors.groupingBy(row -> row[5], Collectors.counting()));

        assertThat(rules("slopes"))
                .containsEntry(
                        "hierarchical_linear",
                        verdicts.get("below") + " " + verdicts.get("within") + " " + verdicts.get("above"));
        assertThat(courses("slopes", "reliable_change", "improved")).isEqualTo(verdicts.get("below"));
    }
}
