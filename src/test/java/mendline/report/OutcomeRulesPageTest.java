package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import mendline.aggregate.ScorePairs;
import mendline.aggregate.Topic;
import mendline.measure.Benchmark;
import mendline.measure.ChangeMethod;
import mendline.measure.Constant;
import mendline.measure.CutoffRule;
import mendline.measure.Measure;
import mendline.measure.OutcomeApproach;
import mendline.measure.OutcomeRule;
import mendline.measure.ReliableChangeRule;
import mendline.measure.Thresholds;
import mendline.measure.Yardstick;
import mendline.measure.Yardsticks;
import mendline.model.Direction;
import mendline.model.MeasureKind;
import mendline.stats.LineSample;
import mendline.stats.LineSums;
import mendline.stats.PairedMoments;
import org.junit.jupiter.api.Test;

/** The outcomes page and the table of other rules, by what the profile asks for. */
class OutcomeRulesPageTest {
    private static final ReliableChangeRule.JacobsonTruax TRUAX =
            new ReliableChangeRule.JacobsonTruax(0.84, OptionalDouble.empty(), true, "manual");
    private static final Benchmark BENCHMARK = new Benchmark(
            OptionalDouble.of(0.8),
            OptionalDouble.of(0.15),
            Optional.of(new Benchmark.ExpectedLast(2, 0.6, 5, 0.8)),
            List.of(),
            "a paper");

    private static Measure measure(ReliableChangeRule rule, OutcomeRule outcome, Optional<Benchmark> benchmark) {
        return new Measure(
                "phq9",
                "Patient Health Questionnaire-9",
                9,
                0,
                2700,
                100,
                Direction.LOWER,
                MeasureKind.OUTCOME,
                Optional.of(new Constant(10, true, "Kroenke and others 2001")),
                Optional.of(rule),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                CutoffRule.CASENESS,
                List.of(),
                "manual",
                true,
                "",
                outcome,
                benchmark);
    }

    /** So many courses of three kinds: a third much better, a third alike, a third a little worse. */
    private static SampleInput sample(Measure measure, int courses) {
        SampleInput sample = SampleInput.dated();
        PairedMoments pairs = PairedMoments.NONE;
        for (int i = 0; i < courses; i++) {
            int first = 1000 + 100 * (i % 10);
            int last = i % 3 == 0 ? 300 : i % 3 == 1 ? first : first + 200;
            pairs = pairs.with(first, last);
            sample.histogram(Topic.PAIRS, "phq9", ScorePairs.pack(measure, first, last), 1);
            sample.moments(Topic.IMPROVEMENT, "phq9", first - last);
            sample.moments(Topic.FIRST_SCORE, "phq9", first);
            sample.moments(Topic.LAST_SCORE, "phq9", last);
            sample.moments(Topic.FIRST_PLUS_LAST, "phq9", first + last);
        }
        Yardstick yardstick = Yardsticks.settle(measure, pairs);
        if (yardstick.judges()) {
            sample.count(Topic.OUTCOME_CLASS, "phq9:improved", courses / 3)
                    .count(Topic.OUTCOME_CLASS, "phq9:unchanged", courses / 3);
        } else {
            sample.count(Topic.OUTCOME_CLASS, "phq9:not_assessable", courses);
        }
        return sample.primary(Optional.of(yardstick));
    }

    private static String page(SampleInput sample) {
        Ledger ledger = new Ledger();
        Page page = OutcomesPage.of(sample.input(), ledger);
        PageText.obeysTheLaws(page, ledger);
        return PageText.of(page);
    }

    private static Page method(SampleInput sample) {
        Ledger ledger = new Ledger();
        Page page = MethodPage.of(sample.input(), ledger);
        PageText.obeysTheLaws(page, ledger);
        return page;
    }

    @Test
    void theTitleSaysWhatCountsAsImproved() {
        assertThat(page(sample(measure(TRUAX, OutcomeRule.DEFAULT, Optional.empty()), 60)))
                .contains("20 of 40 courses improved reliably; 0 of them recovered");
        assertThat(page(sample(measure(TRUAX, rule(OutcomeApproach.ANCHOR), Optional.empty()), 60)))
                .contains("20 of 40 courses improved by at least 5 points")
                .contains("the smallest that clients notice")
                .doesNotContain("of them recovered");
        assertThat(page(sample(measure(TRUAX, rule(OutcomeApproach.PERCENTAGE), Optional.empty()), 60)))
                .contains("20 of 40 courses improved by at least 50 %");
        assertThat(page(sample(measure(TRUAX, rule(OutcomeApproach.STATISTICAL), Optional.empty()), 60)))
                .contains("20 of 40 courses moved out of the clinical range");
    }

    @Test
    void comparisonsStandOnlyWhereTheProfileSuppliesThem() {
        assertThat(page(sample(measure(TRUAX, OutcomeRule.DEFAULT, Optional.empty()), 60)))
                .doesNotContain("enchmark")
                .doesNotContain("Adjusted for severity")
                .doesNotContain("Mean change,");
        assertThat(page(sample(measure(TRUAX, rule(OutcomeApproach.COMBINED), Optional.of(BENCHMARK)), 60)))
                .contains("Against benchmarks, Patient Health Questionnaire-9.")
                .contains("The benchmark of trials is 0.80: the bound is")
                .contains("Benchmarks: a paper.")
                .contains("Adjusted for severity, Patient Health Questionnaire-9.")
                .contains("Mean change, Patient Health Questionnaire-9.");
        assertThat(page(sample(measure(TRUAX, rule(OutcomeApproach.COMBINED), Optional.of(BENCHMARK)), 19)))
                .contains("comparisons need at least 20 courses")
                .doesNotContain("Against benchmarks");
    }

    @Test
    void aRefusedMethodIsSaidWithItsReason() {
        ReliableChangeRule rule =
                new ReliableChangeRule.Index(ChangeMethod.HSU_LINN_LORD, TRUAX, OptionalDouble.empty());
        SampleInput sample = sample(measure(rule, OutcomeRule.DEFAULT, Optional.empty()), 29);

        assertThat(page(sample))
                .contains("Outcomes cannot be told by the method that the profile asks for")
                .contains("it needs at least 30 courses with a first and a last score, and there are 29.");
        assertThat(PageText.of(method(sample)))
                .contains("none: Hsu, Linn and Lord cannot be used here; in points, more than");
    }

    @Test
    void theMethodPageSaysWhatOtherRulesWouldSay() {
        ReliableChangeRule rule =
                new ReliableChangeRule.Index(ChangeMethod.EDWARDS_NUNNALLY, TRUAX, OptionalDouble.empty());
        Page page = method(sample(measure(rule, rule(OutcomeApproach.COMBINED), Optional.empty()), 60));
        List<Block.Row> rows = PageText.tables(page).stream()
                .filter(table -> table.caption().startsWith("The same courses by every rule"))
                .findFirst()
                .orElseThrow()
                .rows();

        assertThat(rows).hasSize(9);
        assertThat(rows.stream().map(Object::toString))
                .filteredOn(row -> row.contains("slope of all scores"))
                .singleElement()
                .asString()
                .contains("not used, it needs at least 30 courses with 3 scores or more, and there are 0");
        assertThat(rows.stream().map(row -> ((Block.Cell.Text) row.cells().get(1)).text()))
                .contains("Reliable change, Jacobson and Truax", "Reliable change, Edwards and Nunnally (used here)");
        for (Block.Row row : rows.stream()
                .filter(row -> !row.toString().contains("not used"))
                .toList()) {
            long sum = row.cells().subList(2, 5).stream()
                    .mapToLong(cell -> Long.parseLong(((Block.Cell.Text) cell).text()))
                    .sum();
            assertThat(sum).as(row.toString()).isEqualTo(60);
        }
    }

    @Test
    void theSlopeOfAllScoresStandsAmongTheRulesWithItsCaveat() {
        LineSample lines = LineSample.NONE;
        for (int i = 0; i < 40; i++) {
            int steep = (i * 7) % 11 * 60 - 500;
            int level = (i * 3) % 13 * 90;
            lines = lines.plus(LineSample.of(LineSums.of(
                    new int[] {1, 2, 3, 4},
                    new int[] {900 + level, 950 + level + steep, 880 + level + 2 * steep, 910 + level + 3 * steep})));
        }
        ReliableChangeRule rule =
                new ReliableChangeRule.Index(ChangeMethod.HIERARCHICAL_LINEAR, TRUAX, OptionalDouble.empty());
        Measure measure = measure(rule, OutcomeRule.DEFAULT, Optional.empty());
        SampleInput sample = sample(measure, 60)
                .primary(Optional.of(Yardsticks.settle(measure, PairedMoments.NONE, lines)))
                .count(Topic.OUTCOME_CLASS, "phq9:improved", 7)
                .count(Topic.SLOPE_VERDICT, "phq9:improved", 7)
                .count(Topic.SLOPE_VERDICT, "phq9:unchanged", 40)
                .count(Topic.SLOPE_VERDICT, "phq9:deteriorated", 9)
                .count(Topic.SLOPE_VERDICT, "phq9:no_answer", 4);

        assertThat(PageText.of(method(sample)))
                .contains("Reliable change, slope of all scores (a hierarchical linear model) (used here)")
                .contains("no answer with fewer than three scores: 4")
                .contains("a course that improves as much as most is unchanged by it; for research only as well");
        assertThat(page(sample))
                .contains("more than 1.96 SDs from the mean slope of all courses")
                .doesNotContain("One dot a course")
                .doesNotContain("A picture of single courses needs");
    }

    @Test
    void ofFewerThanTenCoursesOtherRulesSayNothing() {
        Measure measure = measure(TRUAX, OutcomeRule.DEFAULT, Optional.empty());

        assertThat(PageText.of(method(sample(measure, 10)))).contains("What other rules would say");
        assertThat(PageText.of(method(sample(measure, 9)))).doesNotContain("What other rules would say");
    }

    private static OutcomeRule rule(OutcomeApproach approach) {
        return new OutcomeRule(approach, Optional.of(Thresholds.both(5)), Thresholds.both(0.5));
    }
}
