package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.stats.Agreement;
import mendline.stats.Reference;
import mendline.stats.ReferenceTable;
import org.junit.jupiter.api.Test;

/**
 * What the committed report of the sample data says is what a second reading finds, a script in base R that was written
 * from the definitions and shares nothing with the program. That the committed report is the one that the program
 * writes, {@link SampleDataReportTest} holds.
 */
class SampleDataSecondReadingTest {
    private static final ReportFolder REPORT = new ReportFolder(Path.of("reports", "2026-10"));
    private static final List<String> FOUND_IN_SCORES = List.of("dip", "setback", "sudden_gain", "sudden_loss");

    private final Agreement agreement = new Agreement();

    /** The rows of one kind by their key. */
    private static SortedMap<String, Map<String, String>> expected(String what) {
        SortedMap<String, Map<String, String>> rows = new TreeMap<>();
        for (Map<String, String> row : Reference.byColumn("sample-practice")) {
            if (row.get("what").equals(what)) {
                rows.put(row.get("key"), row);
            }
        }
        assertThat(rows).as(what).isNotEmpty();
        return rows;
    }

    private static Map<String, Map<String, String>> byColumn(String file, String column) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        REPORT.rows(file).forEach(row -> rows.put(row.get(column), row));
        return rows;
    }

    private void same(String actual, String reference, Object what) {
        if (reference.isEmpty() || actual.isEmpty()) {
            assertThat(actual).as("%s", what).isEqualTo(reference);
        } else {
            agreement.compare(Double.parseDouble(actual), Double.parseDouble(reference), what);
        }
    }

    @Test
    void everyDipSetbackAndSuddenChangeIsFoundWithItsDepthItsStatusAndItsEndAndNoOther() {
        SortedMap<String, Map<String, String>> expected = expected("episode");
        SortedMap<String, Map<String, String>> found = new TreeMap<>();
        for (Map<String, String> row : REPORT.rows("internal/episodes.csv")) {
            if (row.get("source").equals("score") && FOUND_IN_SCORES.contains(row.get("kind"))) {
                found.put(row.get("course") + " " + row.get("kind") + " " + row.get("onset_date"), row);
            }
        }
        assertThat(found.keySet()).hasSizeGreaterThan(300).isEqualTo(expected.keySet());
        found.forEach((key, row) -> {
            same(row.get("depth"), expected.get(key).get("first"), key);
            assertThat(row.get("status")).as(key).isEqualTo(expected.get(key).get("second"));
            if (!row.get("kind").startsWith("sudden")) {
                assertThat(row.get("end_date"))
                        .as(key)
                        .isEqualTo(expected.get(key).get("third"));
            }
        });
        ReferenceTable.holds("Sample practice: depths of all episodes", 1e-9, agreement);
    }

    @Test
    void everyCourseHasItsFirstAndLastScoreItsOutcomeAndItsShape() {
        SortedMap<String, Map<String, String>> outcomes = expected("course");
        SortedMap<String, Map<String, String>> shapes = expected("shape");
        int courses = 0;
        int shaped = 0;
        for (Map<String, String> row : REPORT.rows("internal/courses.csv")) {
            Map<String, String> outcome = outcomes.get(row.get("course") + " " + row.get("measure"));
            boolean classed = !row.get("measure").equals("wsas")
                    && !row.get("first_score").isEmpty()
                    && !row.get("last_score").isEmpty();
            assertThat(outcome != null).as("%s", row).isEqualTo(classed);
            if (classed) {
                same(row.get("first_score"), outcome.get("first"), row);
                same(row.get("last_score"), outcome.get("second"), row);
                assertThat(row.get("outcome")).as("%s", row).isEqualTo(outcome.get("third"));
                courses++;
            }
            if (row.get("measure").equals("phq9")) {
                assertThat(row.get("shape"))
                        .as("%s", row)
                        .isEqualTo(shapes.get(row.get("course")).get("first"));
                shaped++;
            }
        }
        assertThat(courses).isEqualTo(outcomes.size());
        assertThat(shaped).isEqualTo(shapes.size());
        ReferenceTable.holds("Sample practice: first and last scores of all courses", 1e-9, agreement);
    }

    @Test
    void everyMonthOfTheTableHasItsCountsItsRateAndTheUsualRange() {
        SortedMap<String, Map<String, String>> months = expected("month");
        SortedMap<String, Map<String, String>> limits = expected("limits");
        int compared = 0;
        int charts = 0;
        for (Map<String, String> row : REPORT.rows("monthly.csv")) {
            Map<String, String> month = months.get(row.get("metric") + " " + row.get("month"));
            if (month != null) {
                same(row.get("numerator"), month.get("first"), row);
                same(row.get("denominator"), month.get("second"), row);
                same(row.get("value"), month.get("third"), row);
                compared++;
            }
            Map<String, String> usual = limits.get(row.get("metric"));
            if (usual != null
                    && row.get("limits").equals("xmr")
                    && row.get("month").equals("2026-10")) {
                same(row.get("mean"), usual.get("first"), row);
                same(row.get("lower_limit"), usual.get("second"), row);
                same(row.get("upper_limit"), usual.get("third"), row);
                charts++;
            }
        }
        assertThat(compared).isEqualTo(months.size());
        assertThat(charts).isGreaterThan(7);
        ReferenceTable.holds("Sample practice: months and usual ranges", 1e-9, agreement);
    }

    @Test
    void outcomeRatesTheBounceBackCurveAndTheLandmarkComparisonAreTheSame() {
        Map<String, Map<String, String>> rates = new HashMap<>();
        for (Map<String, String> row : REPORT.rows("service_outcomes.csv")) {
            if (row.get("period").equals("2025-11_2026-10")
                    && row.get("definition").equals("nhs_paired")) {
                rates.put(row.get("rate"), row);
            }
        }
        expected("rate").forEach((rate, row) -> {
            same(rates.get(rate).get("numerator"), row.get("first"), rate);
            same(rates.get(rate).get("denominator"), row.get("second"), rate);
        });
        Map<String, Map<String, String>> curve = new HashMap<>();
        for (Map<String, String> row : REPORT.rows("charts/bounce-back.csv")) {
            if (row.get("series").equals("came half-way back")) {
                curve.put("bounce-back " + row.get("x"), row);
            }
        }
        expected("curve").forEach((point, row) -> {
            same(curve.get(point).get("y"), row.get("first"), point);
            same(curve.get(point).get("lower"), row.get("second"), point);
            same(curve.get(point).get("upper"), row.get("third"), point);
        });
        Map<String, Map<String, String>> figures = byColumn("figures.csv", "figure_id");
        Map<String, String> groups =
                Map.of("none", "no_dip", "repaired", "dip_repaired", "not_yet", "dip_not_yet_repaired");
        expected("landmark").forEach((group, row) -> {
            String of = groups.get(group);
            same(figures.get("repairs_outcomes.improvement_" + of).get("n"), row.get("first"), group);
            same(figures.get("repairs_outcomes.start_" + of).get("value"), row.get("second"), group);
            same(figures.get("repairs_outcomes.improvement_" + of).get("value"), row.get("third"), group);
        });
        expected("ancova")
                .forEach((group, row) -> same(
                        figures.get("repairs_outcomes.adjusted_difference_" + groups.get(group) + "_v_no_dip")
                                .get("value"),
                        row.get("first"),
                        group));
        ReferenceTable.holds("Sample practice: outcome rates, bounce-back curve, landmark", 1e-9, agreement);
    }

    @Test
    void whatChanceGivesIsWhatAnotherSimulationGives() {
        Map<String, Map<String, String>> figures = byColumn("figures.csv", "figure_id");
        SortedMap<String, Map<String, String>> expected = expected("chance");
        same(
                figures.get("ruptures.expected.lower").get("value"),
                expected.get("rho 0").get("first"),
                "rho 0");
        same(
                figures.get("ruptures.expected.upper").get("value"),
                expected.get("pooled rho").get("first"),
                "pooled rho");
        ReferenceTable.holds("Sample practice: dips by chance alone, simulated", 0.06, agreement);
    }
}
