package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import mendline.aggregate.Metric;
import mendline.aggregate.Topic;
import mendline.model.ProblemCode;
import org.junit.jupiter.api.Test;

class DataQualityPageTest {
    private static final int SEPTEMBER = SampleInput.SEPTEMBER;
    private final Ledger ledger = new Ledger();

    private static SampleInput practice() {
        SampleInput sample = SampleInput.dated()
                .rows(11_919, 412)
                .setAside(ProblemCode.FUTURE_ROW, 14)
                .file("2026-08.csv", 6000)
                .file("2026-09.csv", 6345)
                .ignored("Invoice")
                .ignored("Room");
        for (int month = SEPTEMBER - 11; month <= SEPTEMBER; month++) {
            long attended = month == SEPTEMBER - 11 ? 19 : month == SEPTEMBER - 10 ? 20 : 240;
            sample.count(Topic.NUMERATOR, Metric.SESSIONS_ATTENDED.key(), month, attended)
                    .count(Topic.SCORED, "phq9", month, attended - 5)
                    .count(Topic.SCORED, "srs", month, attended / 2);
        }
        return sample.ratio(Metric.OUTCOME_COMPLETION, 152, 211).ratio(Metric.ALLIANCE_COMPLETION, 1209, 2439);
    }

    private Page page(SampleInput sample) {
        Page page = DataQualityPage.of(sample.input(), ledger);
        PageText.obeysTheLaws(page, ledger);
        return page;
    }

    @Test
    void accountsForEveryRow() {
        Page page = page(practice());
        assertThat(page.title()).isEqualTo("11,919 of 12,345 rows were used; 14 were set aside for a reason");
        assertThat(PageText.cell(page, "Rows read", 1)).isEqualTo("12,345");
        assertThat(PageText.cell(page, "Future row (row set aside)", 1)).isEqualTo("14");
        assertThat(PageText.cell(page, "Future row (row set aside)", 2))
                .isEqualTo("A row dated no later than the as-of date");
        assertThat(PageText.cell(page, "2026-09.csv", 1)).isEqualTo("6,345");
        assertThat(PageText.of(page)).contains("Not read: Invoice and Room.");
    }

    @Test
    void saysInWordsHowFarToTrustIt() {
        assertThat(PageText.of(page(practice())))
                .contains("Rows: none was lost to an error.")
                .contains("Outcomes: 152 of 211 (72 %, 95 % interval 66–78 %) courses have a first and a last score "
                        + "of the Patient Health Questionnaire-9. Outcome figures speak for more than half.")
                .contains("Dips between two scores go unseen");
    }

    @Test
    void nineteenSessionsLeaveAMonthEmptyAndTwentyDoNot() {
        Figure heat = PageText.figure(page(practice()), "completeness");
        assertThat(heat.y().ticks()).containsExactly("phq9", "srs");
        assertThat(heat.series()).extracting(Series::name).containsExactly("phq9", "srs");
        Point first = heat.series().get(0).points().get(0);
        assertThat(first.state()).isEqualTo(PointState.TOO_FEW);
        assertThat(first.y()).isEmpty();
        assertThat(heat.series().get(0).points().get(1).y()).hasValue(0.75);
        assertThat(heat.alt()).contains("srs between 50 % and 50 %");
    }

    @Test
    void manyFilesAreCutAfterThirty() {
        SampleInput sample = SampleInput.dated();
        for (int i = 10; i <= 41; i++) {
            sample.file("f" + i + ".csv", i);
        }
        Page page = page(sample);
        assertThat(PageText.cell(page, "and 2 more files", 1)).isEqualTo("81");
        assertThat(PageText.of(page)).contains("32 files read").doesNotContain("f40.csv");
    }

    @Test
    void undatedDataHaveCompletenessInATableOnly() {
        Page page = page(SampleInput.undated()
                .count(Topic.NUMERATOR, Metric.SESSIONS_ATTENDED.key(), 160)
                .count(Topic.SCORED, "hamd", 120));
        assertThat(PageText.figures(page)).isEmpty();
        assertThat(PageText.cell(page, "hamd", 1)).isEqualTo("120");
        assertThat(PageText.cell(page, "hamd", 2)).isEqualTo("75 % [68–81]");
        assertThat(PageText.cell(page, "phq9", 1)).isEqualTo("0");
    }

    @Test
    void smallMonthsMakeNoChart() {
        Page page = page(SampleInput.dated()
                .count(Topic.NUMERATOR, Metric.SESSIONS_ATTENDED.key(), 19)
                .count(Topic.SCORED, "srs", 9));
        assertThat(PageText.figures(page)).isEmpty();
        assertThat(PageText.cell(page, "srs", 2)).isEqualTo("9 of 19 [27–68]");
    }

    @Test
    void saysWhatIsMissing() {
        Page page = page(SampleInput.dated().primary(Optional.empty()).alliance(Optional.empty()));
        assertThat(PageText.of(page))
                .contains("no outcome measure")
                .contains("no alliance measure")
                .contains("No problem was found in the data.")
                .contains("No session was attended in the last 12 months");
        assertThat(page.title()).isEqualTo("1,000 of 1,000 rows were used; none was set aside");
    }
}
