package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.Metric;
import mendline.detect.ChanceCounts;
import mendline.detect.Instruments;
import mendline.measure.CutoffRule;
import mendline.measure.Measure;
import mendline.measure.Norm;
import mendline.measure.ReliableChangeRule;
import mendline.measure.Yardstick;
import mendline.model.ChartKind;
import mendline.model.DetectionSettings;
import mendline.model.Direction;
import mendline.model.MeasureKind;
import mendline.stats.Histogram;
import mendline.stats.Moments;
import mendline.stats.SurvivalTally;
import org.junit.jupiter.api.Test;

class MethodPageTest {
    private final Ledger ledger = new Ledger();

    private Page page(SampleInput sample) {
        Page page = MethodPage.of(sample.input(), ledger);
        PageText.obeysTheLaws(page, ledger);
        return page;
    }

    @Test
    void definitionsCarryTheSettingsOfTheRun() {
        Page page = page(SampleInput.dated());
        assertThat(PageText.cell(page, "Alliance dip", 1)).contains("at least 2.5 times the usual difference");
        assertThat(PageText.cell(page, "Setback in scores", 1)).contains("at least 6 points worse");
        assertThat(PageText.cell(page, "Half-way back", 1)).contains("within 6 scores");
        assertThat(PageText.cell(page, "Groups at a landmark", 1)).contains("attended session 8");
        assertThat(PageText.cell(page, "Return", 1)).contains("within 28 days");
    }

    @Test
    void printsTheScaleAndTheValueToPin() {
        assertThat(PageText.of(page(SampleInput.dated())))
                .contains("usually differ by about 2.41 points")
                .contains("a fall of at least 6.0 points")
                .contains("detection: {dip: {scale: {srs: 2.41}}}");
    }

    @Test
    void saysWhyDipsWereNotLookedFor() {
        assertThat(PageText.of(page(SampleInput.dated().noScale()))).contains("were not looked for");
    }

    @Test
    void listsMeasuresWithCutOffAndReliableChange() {
        Page page = page(SampleInput.dated());
        assertThat(PageText.cell(page, "Patient Health Questionnaire-9 (phq9)", 1))
                .isEqualTo("main outcome; lower is better");
        assertThat(PageText.cell(page, "Patient Health Questionnaire-9 (phq9)", 2))
                .isEqualTo("10 or more");
        assertThat(PageText.cell(page, "Patient Health Questionnaire-9 (phq9)", 3))
                .isEqualTo("6 or more");
    }

    @Test
    void namesOnlyTheUnverifiedNumbersThatWereUsed() {
        assertThat(UnverifiedConstants.in(SampleInput.dated().input().instruments()))
                .containsExactly(
                        "Patient Health Questionnaire-9: reliable change (commonly used)",
                        "Session Rating Scale: range, direction and bands (Miller and Duncan 2000)");
    }

    @Test
    void aCutOffFromNormsUsesTheNormsItNeeds() {
        assertThat(UnverifiedConstants.in(instruments(hamd(CutoffRule.C, false))))
                .containsExactly(
                        "Hamilton: clinical mean and SD (one)",
                        "Hamilton: functional mean and SD (other)",
                        "Hamilton: reliability behind the reliable change (manual)");
        assertThat(UnverifiedConstants.in(instruments(hamd(CutoffRule.C, true))))
                .containsExactly(
                        "Hamilton: functional mean and SD (other)",
                        "Hamilton: reliability behind the reliable change (manual)");
        assertThat(UnverifiedConstants.in(instruments(hamd(CutoffRule.A, false))))
                .containsExactly(
                        "Hamilton: clinical mean and SD (one)",
                        "Hamilton: reliability behind the reliable change (manual)");
    }

    @Test
    void describesTheSimulationWithItsCopies() {
        assertThat(PageText.of(page(SampleInput.dated()))).contains("Nothing was simulated in this run");
        ChanceCounts copies = new ChanceCounts(
                200,
                Histogram.NONE,
                Histogram.NONE,
                SurvivalTally.NONE,
                Histogram.NONE,
                Histogram.NONE,
                SurvivalTally.NONE,
                Moments.NONE,
                Moments.NONE);
        Page page = MethodPage.of(
                SampleInput.dated().chance(new ExpectedByChance(copies, copies)).input(), new Ledger());
        assertThat(PageText.of(page)).contains("was copied 200 times").contains("alliance 0.21 and outcome 0.34");
    }

    @Test
    void endsWithVersionSettingsAndHashes() {
        Page page = page(SampleInput.dated().file("2026-09.csv", 100));
        assertThat(PageText.cell(page, "2026-09.csv", 1)).isEqualTo("0123456789ab");
        assertThat(PageText.of(page)).contains("mendline 0.1.0");
        assertThat(PageText.cell(page, "course", 1)).isEqualTo("gap days: 90; left truncation: on");
    }

    @Test
    void standsWithoutAnyMeasure() {
        assertThat(PageText.of(
                        page(SampleInput.undated().primary(Optional.empty()).alliance(Optional.empty()))))
                .contains("The data hold no outcome or alliance measure.")
                .contains("None: every published number");
    }

    private static Instruments instruments(Measure measure) {
        Yardstick yardstick = new Yardstick(
                measure, OptionalDouble.of(4), false, OptionalDouble.of(4), Optional.empty(), OptionalDouble.empty());
        return new Instruments(
                Optional.of(yardstick),
                Optional.empty(),
                List.of(yardstick),
                OptionalDouble.empty(),
                false,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                DetectionSettings.DEFAULT);
    }

    private static Measure hamd(CutoffRule rule, boolean fromSample) {
        return new Measure(
                "hamd",
                "Hamilton",
                0,
                0,
                5200,
                100,
                Direction.LOWER,
                MeasureKind.OUTCOME,
                Optional.empty(),
                Optional.of(new ReliableChangeRule.JacobsonTruax(0.8, OptionalDouble.empty(), false, "manual")),
                Optional.empty(),
                Optional.of(new Norm(8, 8, false, "other")),
                Optional.of(new Norm(25, 4, false, "one")),
                fromSample,
                rule,
                List.of(),
                "manual",
                true,
                "");
    }

    @Test
    void saysHowUsualRangesWereWorkedOut() {
        assertThat(PageText.cell(page(SampleInput.dated()), "Usual range by month", 1))
                .contains("2.66 times", "left out once", "seven in a row")
                .doesNotContain("By the profile");
    }

    @Test
    void saysWhichChartsTheProfileChose() {
        SampleInput sample = SampleInput.dated()
                .screening(false)
                .runLength(6)
                .chart(ChartKind.P_PRIME)
                .chart(Metric.CASELOAD_OPEN, ChartKind.RUN)
                .rebase(SampleInput.SEPTEMBER - 3)
                .baselineTo(SampleInput.SEPTEMBER - 4);
        assertThat(PageText.cell(MethodPage.of(sample.input(), new Ledger()), "Usual range by month", 1))
                .contains(
                        "all differences kept",
                        "six in a row",
                        "(p′ chart, Laney 2002): missed sessions, returned after")
                .contains("(run chart, Anhøj and Olesen 2014): open courses at month end.")
                .contains("up to May 2026", "start anew in June 2026 (new intake team)");
    }
}
