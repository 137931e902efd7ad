package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mendline.aggregate.Topic;
import mendline.model.Period;
import mendline.model.SuppressionScheme;
import org.junit.jupiter.api.Test;

/** The eight courses of the methods page under the rules of NHS Talking Therapies, as summary and as file. */
class ServiceOutcomesTest {
    private static SampleInput eight() {
        return SampleInput.dated()
                .count(Topic.SERVICE, "nhs_paired|finished", 8)
                .count(Topic.SERVICE, "nhs_paired|recovery_known", 8)
                .count(Topic.SERVICE, "nhs_paired|paired", 7)
                .count(Topic.SERVICE, "nhs_paired|not_case", 1)
                .count(Topic.SERVICE, "nhs_paired|paired_not_case", 1)
                .count(Topic.SERVICE, "nhs_paired|recovered", 2)
                .count(Topic.SERVICE, "nhs_paired|reliably_recovered", 1)
                .count(Topic.SERVICE, "nhs_paired|reliably_improved", 3)
                .count(Topic.SERVICE, "nhs_paired|reliably_deteriorated", 1);
    }

    private static List<String> lines(DataTable table) {
        return table.rows().stream()
                .map(row -> String.join(",", row.subList(0, 5)))
                .toList();
    }

    private static DataTable table(ReportInput in) {
        return ServiceOutcomes.table(in, new Ledger(in.settings().suppression()));
    }

    @Test
    void recoveryIsOfCasesAndImprovementOfAllWithPairsBeside() {
        DataTable table = table(eight().input());
        assertThat(table.header())
                .containsExactly("period", "definition", "rate", "numerator", "denominator", "value", "lower", "upper");
        assertThat(lines(table))
                .startsWith(
                        "2026-09,nhs_paired,reliable_recovery,1,7",
                        "2026-09,nhs_paired,recovery,2,7",
                        "2026-09,nhs_paired,reliable_improvement,3,8",
                        "2026-09,nhs_paired,reliable_deterioration,1,8",
                        "2026-09,nhs_paired,reliable_recovery_paired_only,1,6",
                        "2026-09,nhs_paired,recovery_paired_only,2,6",
                        "2026-09,nhs_paired,reliable_improvement_paired_only,3,7",
                        "2026-09,nhs_paired,reliable_deterioration_paired_only,1,7",
                        "2026-09,nhs_paired,paired,7,8");
    }

    @Test
    void aMonthHasItsYearBesideItAndASpanStandsAlone() {
        assertThat(table(eight().input()).rows())
                .extracting(row -> row.get(0))
                .containsOnly("2026-09", "2025-10_2026-09");
        Period span = Period.span(SampleInput.SEPTEMBER - 5, SampleInput.SEPTEMBER);
        assertThat(table(eight().over(span).input()).rows())
                .extracting(row -> row.get(0))
                .isNotEmpty()
                .containsOnly("2026-04_2026-09");
    }

    @Test
    void aDefinitionWithoutACourseInThePeriodHasEmptyRates() {
        DataTable table = table(SampleInput.dated()
                .count(Topic.SERVICE, "single:phq9|finished", SampleInput.SEPTEMBER - 1, 3)
                .count(Topic.SERVICE, "single:phq9|reliably_improved", SampleInput.SEPTEMBER - 1, 2)
                .input());
        assertThat(table.rows().get(2))
                .containsExactly("2026-09", "single:phq9", "reliable_improvement", "0", "0", "", "", "");
        assertThat(lines(table))
                .contains("2025-10_2026-09,single:phq9,reliable_improvement,2,3")
                .noneMatch(line -> line.contains("paired_only"));
    }

    @Test
    void withoutFinishedCoursesThereIsTheHeaderOnly() {
        assertThat(table(SampleInput.dated().input()).rows()).isEmpty();
        assertThat(ServiceOutcomes.definitions(SampleInput.dated().input().summary()))
                .isEmpty();
    }

    @Test
    void withASchemeARateIsWithheldWhereEitherCountIs() {
        SampleInput sample = SampleInput.dated()
                .count(Topic.SERVICE, "single:phq9|finished", 38)
                .count(Topic.SERVICE, "single:phq9|reliably_improved", 17)
                .count(Topic.SERVICE, "single:phq9|reliably_deteriorated", 2)
                .suppression(SuppressionScheme.HES);
        assertThat(table(sample.input()).rows())
                .contains(List.of("2026-09", "single:phq9", "reliable_deterioration", "*", "*", "*", "", ""))
                .anySatisfy(row ->
                        assertThat(row.subList(2, 6)).containsExactly("reliable_improvement", "15", "40", "0.375"));
    }
}
