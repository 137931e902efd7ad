package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import mendline.measure.Constant;
import mendline.measure.CutoffRule;
import mendline.measure.Measure;
import mendline.measure.ReliableChangeRule;
import mendline.model.Direction;
import mendline.model.MeasureKind;
import org.junit.jupiter.api.Test;

class MeasureListTest {
    @Test
    void aRowSaysRangeDirectionAndThresholdsAndTheLinesBelowWhereTheyComeFrom() {
        List<String> lines = MeasureList.text(
                List.of(measure("\"Ten\", short", Optional.of(new ReliableChangeRule.Points(constant(6))))));
        assertThat(lines.subList(0, 6))
                .containsExactly(
                        "key        name                                         range     better clinical    reliable change",
                        "-".repeat(100),
                        "ten        \"Ten\", short                                 0-40.5    lower  >= 11       >= 6",
                        "           clinical: a manual [not verified]",
                        "           reliable change: a manual [not verified]",
                        "           range: a paper [verified]");
    }

    @Test
    void aReliableChangeThatIsWorkedOutIsShownAsSuch() {
        assertThat(row(new ReliableChangeRule.JacobsonTruax(0.8, OptionalDouble.of(7.5), true, "x")))
                .endsWith("> 9.3");
        assertThat(row(new ReliableChangeRule.JacobsonTruax(0.8, OptionalDouble.empty(), true, "x")))
                .endsWith("from the data");
    }

    @Test
    void whatIsNotKnownIsADash() {
        assertThat(MeasureList.text(List.of(measure("Ten", Optional.empty()))).get(2))
                .endsWith(">= 11       -");
    }

    @Test
    void theWholeLibraryFitsA100ColumnTerminal() {
        Cli run = Cli.run("measures");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .hasSizeGreaterThan(40)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        for (String key : "phq9 gad7 core10 coreom oq45 ors srs waisr wsas pcl5 wemwbs swemwbs k10 gbo".split(" ")) {
            assertThat(run.out().lines()).anySatisfy(line -> assertThat(line).startsWith(key + " "));
        }
    }

    @Test
    void asCsvEveryRowHasACellForEveryColumn() {
        List<String> lines = MeasureList.csv(
                List.of(measure("\"Ten\", short", Optional.of(new ReliableChangeRule.Points(constant(6))))));
        assertThat(lines.get(1))
                .isEqualTo(
                        "ten,\"\"\"Ten\"\", short\",outcome,10,0,40.5,1,lower,11,false,a manual,6,points,false,a manual,,,,,,,,,,,,a paper,true,");
        assertThat(lines.get(1)
                        .replaceAll("\"[^\"]*\"", "")
                        .chars()
                        .filter(c -> c == ',')
                        .count())
                .isEqualTo(lines.get(0).chars().filter(c -> c == ',').count());
    }

    @Test
    void aNameThatASpreadsheetWouldRunIsDisarmed() {
        assertThat(MeasureList.csv(List.of(measure("=cmd()", Optional.empty()))).get(1))
                .startsWith("ten,'=cmd(),");
    }

    private static String row(ReliableChangeRule rule) {
        return MeasureList.text(List.of(measure("Ten", Optional.of(rule)))).get(2);
    }

    private static Constant constant(double value) {
        return new Constant(value, false, "a manual");
    }

    private static Measure measure(String name, Optional<ReliableChangeRule> reliableChange) {
        return new Measure(
                "ten",
                name,
                10,
                0,
                4050,
                100,
                Direction.LOWER,
                MeasureKind.OUTCOME,
                Optional.of(constant(11)),
                reliableChange,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                CutoffRule.CASENESS,
                List.of(),
                "a paper",
                true,
                "");
    }
}
