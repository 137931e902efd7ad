package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mendline.aggregate.Metric;
import mendline.model.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {
    private static Check check(SampleInput sample, String id) {
        List<Check> found = Checks.of(sample.input(), Set.of("phq9", "srs")).stream()
                .filter(check -> check.id().equals(id))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static SampleInput practice() {
        return SampleInput.dated().rows(900, 50).file("2026-09.csv", 1000);
    }

    @ParameterizedTest(name = "{0} of 1,000 rows lost: {1}")
    @CsvSource({"0, PASSED", "10, PASSED", "11, NEEDS_ATTENTION"})
    void oneRowInAHundredMayBeLost(long lost, Check.State state) {
        SampleInput sample = SampleInput.dated().rows(1000 - lost, 0).setAside(ProblemCode.BAD_DATE, lost);
        Check check = check(sample, "rows_lost");
        assertThat(check.numerator()).isEqualTo(lost);
        assertThat(check.denominator()).isEqualTo(1000);
        assertThat(check.state()).isEqualTo(state);
    }

    @ParameterizedTest(name = "{0} of {1} endings scored: {2}")
    @CsvSource({"19, 19, NOT_APPLICABLE", "20, 20, PASSED", "16, 20, PASSED", "15, 20, NEEDS_ATTENTION"})
    void oneEndingInFiveMayLackAScoreAndBelowTwentyNothingIsSaid(long scored, long ended, Check.State state) {
        Check check = check(practice().ratio(Metric.OUTCOME_COMPLETION, scored, ended), "outcome_completion");
        assertThat(check.state()).isEqualTo(state);
        assertThat(check.category()).isEqualTo(Check.Category.COMPLETENESS);
    }

    @Test
    void anErrorNeedsAttentionOnceAndANoteNever() {
        SampleInput sample = practice().setAside(ProblemCode.BAD_DATE, 1).setAside(ProblemCode.FUTURE_ROW, 49);
        assertThat(check(sample, "bad_date").state()).isEqualTo(Check.State.NEEDS_ATTENTION);
        assertThat(check(sample, "future_row").numerator()).isEqualTo(49);
        assertThat(check(sample, "future_row").state()).isEqualTo(Check.State.PASSED);
        assertThat(check(sample, "missing_date").state()).isEqualTo(Check.State.PASSED);
    }

    @Test
    void whatTheDataLackPassesNothing() {
        assertThat(check(practice(), "rating_out_of_range").state()).isEqualTo(Check.State.NOT_APPLICABLE);
        assertThat(check(SampleInput.undated().rows(10, 0), "future_row").state())
                .isEqualTo(Check.State.NOT_APPLICABLE);
    }

    @Test
    void totalsAreCheckedWhereTheyStandBesideItems() {
        assertThat(check(practice(), "total_differs").state()).isEqualTo(Check.State.NOT_APPLICABLE);
        SampleInput agree = practice().totals("phq9", 200, 150, 0);
        assertThat(check(agree, "total_differs").state()).isEqualTo(Check.State.PASSED);
        assertThat(check(agree, "total_differs").denominator()).isEqualTo(150);
        SampleInput differ = practice().totals("phq9", 200, 150, 1).setAside(ProblemCode.TOTAL_DIFFERS, 1);
        assertThat(check(differ, "total_differs").state()).isEqualTo(Check.State.NEEDS_ATTENTION);
    }

    @Test
    void whatDifferingTotalsMeanDependsOnHowManyThereAre() {
        assertThat(told(practice())).contains("does not apply");
        assertThat(told(practice().totals("phq9", 9, 0, 0))).contains("nothing to compare");
        assertThat(told(practice().totals("phq9", 9, 5, 0))).contains("every total is what its items make");
        assertThat(told(practice().totals("phq9", 3, 3, 1))).contains("One score made from items");
        assertThat(told(practice().totals("phq9", 100, 100, 19))).contains("so few");
        assertThat(told(practice().totals("phq9", 100, 100, 20))).contains("the wrong way round");
    }

    private static String told(SampleInput sample) {
        return TotalsTold.blocks(sample.input().intake()).toString();
    }

    @Test
    void everyProblemHasACheckAndATableRowWithCountsOnlyWhereItApplies() {
        DataTable table = Checks.table(Checks.of(practice().input(), Set.of()));
        List<String> ids = table.rows().stream().map(row -> row.get(0)).toList();
        assertThat(ids)
                .containsAll(
                        Stream.of(ProblemCode.values()).map(ProblemCode::key).toList())
                .doesNotHaveDuplicates();
        assertThat(table.rows()).allSatisfy(row -> {
            assertThat(row).hasSize(Checks.HEADER.size());
            assertThat(row.get(3).isEmpty()).isEqualTo(row.get(2).equals("not_applicable"));
        });
    }
}
