package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import mendline.aggregate.Metric;
import mendline.aggregate.Topic;
import mendline.model.Months;
import mendline.model.SuppressionScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencingTest {
    private static Differencing.Now now(String period, long shown) {
        return new Differencing.Now("page", "Courses ended", "count", "", "n", period, shown, shown + 1);
    }

    private static ShownBefore.Count before(String period, long shown) {
        return new ShownBefore.Count("Courses ended", "count", "", "n", period, shown, period);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(textBlock = """
            2026-09,         2026-09,         true
            2025-10_2026-09, 2025-10_2026-08, true
            2025-10_2026-08, 2025-10_2026-09, true
            2025-10_2026-09, 2026-09,         true
            all,             2026-09,         true
            all,             all,             true
            2025-10_2026-09, 2025-09_2026-08, false
            2026-08,         2026-09,         false
            2026-01_2026-03, 2026-04_2026-06, false
            """)
    void onePeriodHoldsTheOther(String one, String other, boolean nested) {
        assertThat(Differencing.nested(one, other)).isEqualTo(nested);
    }

    /** 40 less 35 is 5, which may be 1 to 9; 40 less 30 says no more than 6 to 14; equal ones say nothing new. */
    @ParameterizedTest(name = "{0} before: {1}")
    @CsvSource({"35, true", "45, true", "40, false", "30, false", "50, false"})
    void oneStepOfRoundingApartIsTooMuch(long shown, boolean hit) {
        List<Differencing.Hit> hits = Differencing.hits(
                List.of(now("2025-10_2026-09", 40)), ShownBefore.of(List.of(before("2025-10_2026-08", shown))));
        assertThat(hits.isEmpty()).isEqualTo(!hit);
    }

    @Test
    void onlyTheSameFigureIsSubtracted() {
        ShownBefore other = ShownBefore.of(
                List.of(new ShownBefore.Count("Courses started", "count", "", "n", "2026-09", 35, "2026-09")));
        assertThat(Differencing.hits(List.of(now("2026-09", 40)), other)).isEmpty();
    }

    private static SampleInput practice() {
        SampleInput sample = SampleInput.dated().suppression(SuppressionScheme.HES);
        for (int month = SampleInput.SEPTEMBER - 11; month <= SampleInput.SEPTEMBER; month++) {
            sample.count(Topic.NUMERATOR, Metric.SESSIONS_ATTENDED.key(), month, 41);
        }
        return sample;
    }

    private static MonthlyReport.Parts report(SampleInput sample) {
        return MonthlyReport.of(sample.input(), List.of());
    }

    private static FigureRow figure(MonthlyReport.Parts parts, String id) {
        return parts.report().numbers().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWouldBeGivenAwayIsWithheldInWordsFilesAndChartsAndSaid() {
        MonthlyReport.Parts alone = report(practice());
        assertThat(figure(alone, "summary.sessions_attended.year").n()).hasValue(490);
        assertThat(alone.differenced()).isEmpty();
        ShownBefore.Count eleven = new ShownBefore.Count(
                Metric.SESSIONS_ATTENDED.label(), "count", "", "n", "2025-10_2026-08", 485, "2025-10_2026-08");
        MonthlyReport.Parts beside = report(practice().before(eleven));
        assertThat(figure(beside, "summary.sessions_attended.year").state()).isEqualTo(FigureRow.State.SUPPRESSED);
        assertThat(beside.differenced()).containsExactly(eleven);
        Page quality = beside.report().pages().stream()
                .filter(page -> page.number() == 11)
                .findFirst()
                .orElseThrow();
        assertThat(PageText.of(quality)).contains("One figure is withheld because an earlier report lies beside");
        assertThat(figure(beside, "data_quality.differenced").n()).hasValue(1);
        assertThat(beside.report().documentId()).isNotEqualTo(alone.report().documentId());
    }

    @Test
    void aMonthThatWasRevisedByOneStepIsWithheldInTheTableByMonth() {
        String august = Months.iso(SampleInput.SEPTEMBER - 1);
        ShownBefore.Count then = new ShownBefore.Count(
                Metric.SESSIONS_ATTENDED.key(), ShownBefore.BY_MONTH, "", "n", august, 35, "2026-08");
        MonthlyReport.Parts parts = report(practice().before(then));
        assertThat(parts.monthly().rows())
                .filteredOn(row -> row.get(1).equals("sessions_attended"))
                .extracting(row -> Map.entry(row.get(0), row.get(2)))
                .contains(Map.entry(august, "*"), Map.entry(Months.iso(SampleInput.SEPTEMBER), "40"));
        assertThat(parts.differenced()).contains(then);
    }

    @Test
    void withoutASchemeNothingIsWithheld() {
        ShownBefore.Count eleven = new ShownBefore.Count(
                Metric.SESSIONS_ATTENDED.label(), "count", "", "n", "2025-10_2026-08", 490, "2025-10_2026-08");
        MonthlyReport.Parts parts =
                report(practice().suppression(SuppressionScheme.NONE).before(eleven));
        assertThat(parts.differenced()).isEmpty();
        assertThat(figure(parts, "summary.sessions_attended.year").n()).hasValue(492);
    }
}
