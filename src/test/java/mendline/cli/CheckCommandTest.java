package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String EXPORT = """
            client_id,session_date,phq9
            A,2026-08-03,14
            A,2026-08-31,12
            B,soon,10
            B,2026-09-01,29
            B,2026-09-30,8
            B,2026-09-30,8
            """;

    @TempDir
    private Path folder;

    private Path export(String text) throws IOException {
        return Files.writeString(folder.resolve("exports.csv"), text);
    }

    private Cli check(Path csv, String... more) {
        Object[] line = new Object[4 + more.length];
        line[0] = "check";
        line[1] = csv;
        line[2] = "--out";
        line[3] = folder.resolve("out");
        System.arraycopy(more, 0, line, 4, more.length);
        return Cli.run(line);
    }

    private String written(String file) throws IOException {
        return Files.readString(folder.resolve("out/check").resolve(file));
    }

    @Test
    void saysOnTheTerminalWhatWasReadWhereRowsWentAndWhatToDo() throws IOException {
        Cli run = check(export(EXPORT));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Columns read: client_id, phq9 and session_date.", "phq9 (3 scores)")
                .contains(
                        "Rows read                         6",
                        "Repeat another row, counted once  1",
                        "Used                              4")
                .contains("Bad date (row set aside)", "set csv: date_order in the profile")
                .contains("3 CHECKS NEED ATTENTION")
                .contains("Check:    " + folder.resolve("out/check/check.html"));
        assertThat(run.out().lines()).allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c <= '~'));
    }

    @Test
    void writesPageTableNumbersAndTheListByRow() throws IOException {
        check(export(EXPORT));
        assertThat(written("check.html")).contains("<h1>3 checks need attention</h1>", "4 of 6 rows were used");
        assertThat(written("checks.csv"))
                .startsWith("check,category,state,numerator,denominator,threshold,asks,effect\n")
                .contains("\nbad_date,conformance,needs_attention,1,6,0,")
                .contains("\nscore_out_of_range,plausibility,needs_attention,1,5,0,")
                .contains("\nunknown_stage,conformance,not_applicable,,,0,");
        assertThat(written("internal/problems.csv")).contains("error,bad_date,exports.csv,4,session_date,");
        JsonNode json = new ObjectMapper().readTree(written("check.json"));
        assertThat(json.path("problems").path("bad_date").asLong()).isEqualTo(1);
        assertThat(json.has("previous")).isFalse();
    }

    @Test
    void aSecondCheckSaysWhatChanged() throws IOException {
        check(export(EXPORT));
        Cli again = check(export(EXPORT.replace("soon", "2026-08-30")));
        assertThat(again.exitCode()).isZero();
        assertThat(again.out().replaceAll(" +", " "))
                .contains("Problem Before Now\n Bad date 1 0\n Score out of range 1 1\n");
        JsonNode json = new ObjectMapper().readTree(written("check.json"));
        assertThat(json.path("previous").path("problems").path("bad_date").asLong())
                .isEqualTo(1);
        assertThat(json.path("problems").has("bad_date")).isFalse();
    }

    @Test
    void strictEndsWithExitCode4OnceTheFilesAreWritten() throws IOException {
        Cli run = check(export(EXPORT), "--strict", "--quiet");
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("mendline: The data have errors, and --strict was given; the check is written")
                .hasLineCount(1);
        assertThat(folder.resolve("out/check/check.html")).exists();
    }

    @Test
    void dataThatCannotBeUsedAreExitCode3AndLeaveTheOldCheckAlone() throws IOException {
        check(export(EXPORT));
        String before = written("check.json");
        Cli run = check(export("client_id,session_date\n"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("mendline: ").hasLineCount(1);
        assertThat(written("check.json")).isEqualTo(before);
    }

    @Test
    void dataWithoutDatesAreCheckedToo() throws IOException {
        Cli run = check(export("client_id,session_number,srs\nA,1,36\nA,2,20\n"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("The data carry no dates", "NO CHECK NEEDS ATTENTION", "future row");
    }

    @Test
    void filesThatMendlineDidNotWriteAreNeverReplaced() throws IOException {
        Files.createDirectories(folder.resolve("out/check"));
        Files.writeString(folder.resolve("out/check/notes.txt"), "mine");
        Cli run = check(export(EXPORT));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("notes.txt");
        assertThat(written("notes.txt")).isEqualTo("mine");
    }
}
