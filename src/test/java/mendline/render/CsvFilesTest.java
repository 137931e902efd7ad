package mendline.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mendline.report.DataTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd()",
                "=1+1",
                "+SUM(A1)",
                "-2+3",
                "@x",
                "\tx",
                "\rx",
                "\n=1",
                "-",
                "=",
                "+1 2",
                "-1e",
                "--1",
                "-1 2",
                "=\"a\"",
                "\uff1d1+1",
                "\uff20a",
                "\tx\ty"
            })
    void makesCellsHarmlessThatASpreadsheetWouldRun(String cell) {
        assertThat(CsvFiles.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "-0.25", "-1.5E-9", "-.5", "", "a", "a=b", "1e5=", "0", "2026-09", "*", "'x"})
    void leavesNumbersAndPlainWordsAlone(String cell) {
        assertThat(CsvFiles.harmless(cell)).isEqualTo(cell);
    }

    @Test
    void writesUtf8WithCommasAndLineFeeds() throws IOException {
        Path file = folder.resolve("table.csv");
        CsvFiles.write(
                new DataTable(
                        List.of("a", "b"),
                        List.of(List.of("é, \"q\"", ""), List.of("", "two\nlines"), List.of("=x", "-1"))),
                file);
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo("""
                a,b
                "é, ""q""\",
                "","two
                lines"
                '=x,-1
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "248, 248",
        "0.1, 0.1",
        "-2.5, -2.5",
        "0.7203791469194313, 0.7203791469194313",
        "123456789, 123456789",
        "1.0E14, 100000000000000",
        "1.0E15, 1.0E15",
        "1.0E-7, 0.0000001",
        "9.9E-8, 9.9E-8",
        "0.30000000000000004, 0.30000000000000004"
    })
    void spellsNumbersShortAndExact(double value, String text) {
        assertThat(Numerals.exact(value)).isEqualTo(text);
        assertThat(Double.parseDouble(Numerals.exact(value))).isEqualTo(value == 0 ? 0 : value);
    }

    @Test
    void listsTheNumbersOfAReportAndHidesSuppressedOnes() {
        DataTable table = FigureRows.table(SampleReport.whole().numbers());
        assertThat(table.header())
                .containsExactly(
                        "figure_id",
                        "page",
                        "label",
                        "period",
                        "group",
                        "n",
                        "denominator",
                        "value",
                        "lower",
                        "upper",
                        "unit",
                        "state");
        assertThat(table.rows().get(1))
                .containsExactly(
                        "reliable_improvement",
                        "summary",
                        "Reliable improvement",
                        "2025-10_2026-09",
                        "",
                        "152",
                        "211",
                        "0.7203791469194313",
                        "0.66",
                        "0.78",
                        "share",
                        "ok");
        assertThat(table.rows().get(2))
                .containsExactly(
                        "reliable_improvement_site",
                        "sites",
                        "Reliable improvement",
                        "2025-10_2026-09",
                        "Annexe",
                        "*",
                        "*",
                        "*",
                        "*",
                        "*",
                        "share",
                        "suppressed");
    }
}
