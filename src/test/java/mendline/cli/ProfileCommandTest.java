package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import mendline.ingest.ReadyProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileCommandTest {
    private static final Path EXPORTS = Path.of("src/test/resources/exports");

    @TempDir
    private Path folder;

    /** The styles whose exports are understood without a ready profile. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "simplepractice-style",
                "iapt-style",
                "openfit-style",
                "rom-style",
                "qualtrics-style",
                "jane-style"
            })
    void aDraftIsAcceptedByReportAsItIs(String style) {
        Path profile = folder.resolve("draft.yaml");
        Cli drafted = Cli.run("profile", EXPORTS.resolve(style), "--out", profile);
        assertThat(drafted.exitCode()).as(drafted.err()).isZero();
        assertThat(drafted.out())
                .startsWith("Profile:  " + profile + "\nLooked at ")
                .contains("sure:     ");
        assertThat(drafted.err()).isEmpty();

        Cli report = Cli.run(
                "report", EXPORTS.resolve(style), "--profile", profile, "--out", folder.resolve("reports"), "--all");
        assertThat(report.exitCode()).as(report.err()).isZero();
        assertThat(report.out()).contains("Report:   ");
        assertThat(report.err())
                .doesNotContain("unknown_attendance", "bad_date", "missing_column", "score_not_a_number");
    }

    static Stream<String> styles() {
        return ReadyProfiles.all().keySet().stream().filter(style -> !style.equals("therapynotes-style"));
    }

    @ParameterizedTest
    @MethodSource("styles")
    void everyDraftIsAcceptedByCheckAsItIs(String style) {
        Path profile = folder.resolve("draft.yaml");
        assertThat(Cli.run("profile", EXPORTS.resolve(style), "--out", profile, "--quiet"))
                .isEqualTo(new Cli(0, "", ""));
        Cli check = Cli.run("check", EXPORTS.resolve(style), "--profile", profile, "--out", folder.resolve("checked"));
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.out()).contains("ROWS WERE USED").doesNotContain("Missing column (", "File without role (");
    }

    @Test
    void withoutAFileTheDraftIsPrintedAndTheRestIsSaidBeside() throws IOException {
        Cli run = Cli.run("profile", export("13/01/2026"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("# Drafted by mendline profile.")
                .contains("  client_id: \"Client ID\"  # likely: by name");
        assertThat(run.err()).startsWith("Looked at 1 file, 3 rows\nsure:     ").contains("not decided: attendance: ");
        assertThat(Cli.run("profile", export("13/01/2026"), "--quiet").err()).isEmpty();
    }

    @Test
    void aFileThatIsThereIsReplacedOnRequestOnly() throws IOException {
        Path profile = Files.writeString(folder.resolve("mine.yaml"), "name: Riverside\n");
        Cli refused = Cli.run("profile", export("13/01/2026"), "--out", profile);
        assertThat(refused)
                .isEqualTo(new Cli(
                        2,
                        "",
                        "mendline: " + profile
                                + " is there already; choose another name, or replace a profile with --force.\n"));
        assertThat(profile).hasContent("name: Riverside\n");
        assertThat(Cli.run("profile", export("13/01/2026"), "--out", profile, "--force")
                        .exitCode())
                .isZero();
        assertThat(profile).content().startsWith("# Drafted by mendline profile.");
    }

    @Test
    void anExportIsNeverWrittenOver() throws IOException {
        Path export = export("13/01/2026");
        String before = Files.readString(export);
        Cli run = Cli.run("profile", export, "--out", export, "--force");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is one of the exports").hasLineCount(1);
        assertThat(Cli.run("profile", folder, "--out", folder.resolve("new.csv"))
                        .exitCode())
                .isEqualTo(2);
        assertThat(export).hasContent(before);
        assertThat(folder.resolve("new.csv")).doesNotExist();
    }

    @Test
    void ambiguousDatesAreExitCode2InOneSentence() throws IOException {
        Path profile = folder.resolve("mine.yaml");
        Cli run = Cli.run("profile", export("03/01/2026"), "--out", profile);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "mendline: The dates of column \"Date\" in export.csv can be read in two ways: as day/month they run from 2026-01-03 to "
                                + "2026-02-05, as month/day from 2026-03-01 to 2026-05-02. Say which is right with --date-order dmy or --date-order mdy.\n");
        assertThat(run.out()).isEmpty();
        assertThat(profile).doesNotExist();
        assertThat(Cli.run("profile", export("03/01/2026"), "--out", profile, "--date-order", "mdy")
                        .exitCode())
                .isZero();
        assertThat(profile).content().contains("date_order: mdy  # sure: as given with --date-order");
    }

    @Test
    void nothingThatIsRecognisedIsExitCode3() throws IOException {
        Path csv = Files.writeString(folder.resolve("rooms.csv"), "Room,Floor\nA,1\nB,2\n");
        Cli run = Cli.run("profile", csv);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("mendline: No file of sessions was recognised")
                .hasLineCount(1);
    }

    @Test
    void aFolderThatIsNotThereIsExitCode1() throws IOException {
        Cli run = Cli.run("profile", export("13/01/2026"), "--out", folder.resolve("no/mine.yaml"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("mendline: The draft cannot be written to ")
                .hasLineCount(1);
    }

    private Path export(String date) throws IOException {
        return Files.writeString(
                folder.resolve("export.csv"), "Client ID,Date\na," + date + "\na,05/02/2026\nb," + date + "\n");
    }
}
