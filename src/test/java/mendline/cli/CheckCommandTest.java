package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                .contains("Newly in need of attention: none. No longer: bad date and rows lost.")
                .contains("What Before Now\n Rows read 6 6\n Rows used 4 5\n Rows duplicate 1 1\n Rows set aside 1 0\n"
                        + " Scores of phq9 3 4\n Bad date 1 0\n Score out of range 1 1\n");
        JsonNode json = new ObjectMapper().readTree(written("check.json"));
        assertThat(json.path("previous").path("problems").path("bad_date").asLong())
                .isEqualTo(1);
        assertThat(json.path("problems").has("bad_date")).isFalse();
    }

    @Test
    void aCheckOfAnOlderProgramIsComparedAsFarAsItGoes() throws IOException {
        check(export(EXPORT));
        Files.writeString(
                folder.resolve("out/check/check.json"), "{\"as_of\": \"2026-09-30\", \"problems\": {\"bad_date\": 4}}");
        Cli again = check(export(EXPORT));
        assertThat(again.out().replaceAll(" +", " "))
                .contains("What Before Now\n Bad date 4 1\n Score out of range 0 1\n")
                .doesNotContain("Rows used 0");
    }

    @Test
    void everyPlaceToCorrectIsInTheFixListAndNoCellIs() throws IOException {
        Cli run = check(export(EXPORT));
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("2 PLACES NEED A LOOK, OF 2 KINDS")
                .contains("Bad date (error, 1). Correct the date,", "More in bad_date.md.")
                .contains("Where: bad date File Column n Lines exports.csv session_date 1 4 ")
                .contains("Where: score out of range File Column n Lines exports.csv phq9 1 5 ")
                .contains("explained in src/site/markdown/problems/");
        assertThat(written("check.html"))
                .contains("2 places need a look, of 2 kinds", "More in score_out_of_range.md.")
                .doesNotContain("soon");
    }

    @Test
    void completenessByMeasureAndMonthIsDataAndATable() throws IOException {
        check(export("""
                client_id,session_date,phq9,srs
                A,2026-06-01,14,
                A,2026-06-29,0,
                B,2026-06-30,,
                A,2026-08-31,12,
                """));
        assertThat(written("completeness.csv")).isEqualTo("""
                month,measure,numerator,denominator,value,zero,missing,complete,state
                2026-06,phq9,2,3,0.6666666666666666,1,1,yes,ok
                2026-06,srs,0,3,0,0,3,yes,ok
                2026-07,phq9,0,0,,0,0,yes,not_measured
                2026-07,srs,0,0,,0,0,yes,not_measured
                2026-08,phq9,1,1,1,0,0,yes,ok
                2026-08,srs,0,1,0,0,1,yes,ok
                """);
        assertThat(written("check.html").replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .contains("2026-06 3 2 0 2026-07 0 – – 2026-08 1 1 0");
        JsonNode json = new ObjectMapper().readTree(written("check.json")).path("completeness");
        assertThat(json).hasSize(6);
        assertThat(json.get(0).path("zero").asLong()).isEqualTo(1);
        assertThat(json.get(2).path("state").asText()).isEqualTo("not_measured");
    }

    @Test
    void totalsAreComparedWithItemsWhereThereAreBoth() throws IOException {
        Path profile = Files.writeString(folder.resolve("profile.yaml"), "items: {phq9: \"P{n}\"}\n");
        Path csv = export("""
                client_id,session_date,P1,P2,P3,P4,P5,P6,P7,P8,P9,phq9
                A,2026-08-03,1,1,1,1,1,1,1,1,1,9
                A,2026-08-10,1,1,1,1,1,1,1,1,1,12
                A,2026-08-17,1,1,1,1,1,1,1,1,1,
                A,2026-08-24,,,,,,,,,,11
                A,2026-08-31,1,1,1,1,1,1,,,,9
                """);
        Cli run = check(csv, "--profile", profile.toString());
        assertThat(run.out().replaceAll(" +", " "))
                .contains("Totals and items: is the total that the export brings what its items make?")
                .contains(" phq9 4 2 1\n");
        assertThat(written("checks.csv"))
                .contains("\ntotal_differs,plausibility,needs_attention,1,2,0,")
                .contains("\npartial_items,completeness,needs_attention,1,4,0,")
                .contains("\nscore_despite_skip,plausibility,not_applicable,,,0,");
        JsonNode json = new ObjectMapper().readTree(written("check.json")).path("totals_and_items");
        assertThat(json.path("phq9").path("compared").asLong()).isEqualTo(2);
        assertThat(json.path("phq9").path("differ").asLong()).isEqualTo(1);
    }

    @Test
    void aCheckThatHasNothingToLookAtDoesNotPass() throws IOException {
        Cli run = check(export(EXPORT));
        assertThat(run.out()).contains("Totals and items. This check does not apply");
        assertThat(written("checks.csv"))
                .contains("\ntotal_differs,plausibility,not_applicable,,,0,")
                .contains("\nunknown_measure,conformance,not_applicable,,,0,")
                .contains("\nsession_without_course,conformance,not_applicable,,,0,")
                .contains("\nconflicting_attendance,conformance,not_applicable,,,0,");
    }

    /** Exports of every shape; what is found must be some of what was looked at, or a check could not say how good the data are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "everything",
                "items-with-gaps",
                "score-files",
                "two-scores-for-one-session",
                "a-file-of-courses",
                "block-sparse-rows",
                "attendance-in-several-columns",
                "file-without-a-role",
                "items-not-exported",
                "ratings-that-cannot-be",
                "columns-about-persons",
                "words-that-nobody-knows"
            })
    void nothingIsFoundMoreOftenThanItWasLookedAt(String animal) throws IOException {
        Path zoo = Path.of("src/test/resources/zoo").resolve(animal);
        List<Object> line = new ArrayList<>(List.of("check", "--out", folder.resolve("out")));
        if (Files.exists(zoo.resolve("profile.yaml"))) {
            line.addAll(List.of("--profile", zoo.resolve("profile.yaml")));
        }
        try (Stream<Path> inputs = Files.list(zoo)) {
            inputs.filter(file -> file.getFileName().toString().startsWith("input"))
                    .sorted()
                    .forEach(line::add);
        }
        Cli run = Cli.run(line.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(written("check.json"));
        Map<String, Long> found = new TreeMap<>();
        for (JsonNode check : json.path("checks")) {
            found.put(check.path("check").asText(), check.path("numerator").asLong());
            assertThat(check.path("numerator").asLong())
                    .as(check.path("check").asText())
                    .isLessThanOrEqualTo(check.path("denominator").asLong());
        }
        json.path("problems")
                .fieldNames()
                .forEachRemaining(code -> assertThat(found.get(code)).as(code).isPositive());
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
        assertThat(written("completeness.csv")).endsWith("state\n\"\",srs,2,2,1,0,0,yes,ok\n");
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
