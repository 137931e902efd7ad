package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    /** Words that nobody who reads the output may find in it. */
    private static final List<String> NEVER = List.of(
            "failure",
            "failed",
            "non-responder",
            "harmed",
            "ranking",
            "league table",
            "dropped out",
            "dropout",
            "non-compliant",
            "resistant",
            "worst therapist",
            "caused");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                                          | A command is missing: report, check, profile, template, measures or simulate. See 'mendline --help'.
            reprot                                      | 'reprot' is not understood (did you mean report or profile?). See 'mendline --help'.
            report                                      | Missing required parameter: 'PATH'. See 'mendline report --help'.
            report nowhere                              | There is no file or folder nowhere.
            report nowhere --mont 2026-09               | Unknown option: '--mont' (did you mean --month?). See 'mendline report --help'.
            report nowhere --month 2026-13              | Invalid value for option '--month': should be a month such as 2026-09, was '2026-13'. See 'mendline report --help'.
            report nowhere --month                      | Missing required parameter for option '--month' (MONTH). See 'mendline report --help'.
            report nowhere --month 2026-09 --all        | --month, --from with --to, and --all are three ways to name a period; use one of them. See 'mendline report --help'.
            report nowhere --month 2026-09 --to 2026-10 | --month, --from with --to, and --all are three ways to name a period; use one of them. See 'mendline report --help'.
            report nowhere --from 2026-09               | --from and --to need each other, such as --from 2025-04 --to 2026-03. See 'mendline report --help'.
            report nowhere --from 2026-09 --to 2026-08  | --from 2026-09 is later than --to 2026-08. See 'mendline report --help'.
            report nowhere --as-of 30.9.2026            | Invalid value for option '--as-of': should be a date such as 2026-09-30, was '30.9.2026'. See 'mendline report --help'.
            report nowhere --profile nothing.yaml       | There is no profile nothing.yaml.
            measures --profile nothing.yaml             | There is no profile nothing.yaml.
            measures here                               | 'here' is not understood. See 'mendline measures --help'.
            profile                                     | Missing required parameter: 'PATH'. See 'mendline profile --help'.
            profile nowhere                             | There is no file or folder nowhere.
            profile nowhere --date-order american       | Invalid value for option '--date-order': should be ymd, dmy or mdy, was 'american'. See 'mendline profile --help'.
            simulate --seed 1 --out x                   | Missing required option: '--clients=N'. See 'mendline simulate --help'.
            simulate --seed 1 --out x --clients 0       | --clients needs at least 1, was 0. See 'mendline simulate --help'.
            simulate --seed 1 --out x --clients many    | Invalid value for option '--clients': 'many' is not an int. See 'mendline simulate --help'.
            """)
    void aWrongCommandLineIsOneSentenceAndExitCode2(String line, String sentence) {
        Cli run = Cli.run((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")));
        assertThat(run.err()).isEqualTo("mendline: " + sentence + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aProfileThatCannotBeFollowedIsExitCode2() throws IOException {
        Path profile = Files.writeString(folder.resolve("p.yaml"), "alliancee: srs\n");
        Cli run = Cli.run("report", exports(), "--profile", profile, "--out", folder.resolve("reports"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("mendline: ").contains("alliance").hasLineCount(1);
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void aMonthOutsideTheDataIsExitCode2AndNamesTheMonthsOfTheData() throws IOException {
        Cli run = Cli.run("report", exports(), "--month", "2026-11", "--out", folder.resolve("reports"));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("mendline: The data have nothing in 2026-11: they run from 2026-08 to 2026-10.\n");
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void dataWithoutARequiredColumnAreExitCode3AndNameIt() throws IOException {
        Path csv = Files.writeString(folder.resolve("march.csv"), "patient,session_date\nA,2026-03-02\n");
        Cli run = Cli.run("report", csv, "--out", folder.resolve("reports"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("mendline: ")
                .contains("client_id", "march.csv", "patient")
                .hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aFolderWithoutACsvIsExitCode3() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Cli run = Cli.run("report", empty);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("mendline: There is no CSV file in " + empty + ".\n");
    }

    @Test
    void outputThatCannotBeWrittenIsExitCode1InOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("reports"), "");
        Cli run = Cli.run("report", exports(), "--out", file);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("mendline: The report cannot be written to " + file
                        + ": a file is in the way where a folder is needed.\n");
        assertThat(Cli.run("report", exports(), "--out", file, "--verbose").err())
                .contains("\tat mendline.cli.OutputFolder");
    }

    @Test
    void aReportSaysWhereItIsAndWhereEveryRowWent() throws IOException {
        Path out = folder.resolve("reports");
        Cli run = Cli.run("report", exports(), "--out", out);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Report:   " + out.resolve("2026-09").resolve("report.pdf"))
                .contains("Rows:     6 read: 5 used, 0 duplicates, 1 set aside (1 bad_date)")
                .contains("Data:     up to 2026-10-05")
                .contains("Problems: 1 error, 0 warnings, 0 notes; listed in internal/problems.csv");
        assertThat(run.err()).startsWith("error: bad_date, 1: Correct the date");
        assertThat(out.resolve("2026-09").resolve("manifest.json")).exists();
        assertThat(out.resolve("2026-09").resolve("internal").resolve("problems.csv"))
                .content()
                .startsWith(
                        "severity,code,file,line,column,expected,remedy\nerror,bad_date,exports.csv,4,session_date,");
    }

    @Test
    void aQuietRunSaysNothing() throws IOException {
        Cli run = Cli.run("report", exports(), "--out", folder.resolve("reports"), "--quiet");
        assertThat(run).isEqualTo(new Cli(0, "", ""));
        assertThat(folder.resolve("reports").resolve("2026-09")).isDirectory();
    }

    @Test
    void aVerboseRunAlsoSaysWhatItRead() throws IOException {
        Cli run = Cli.run("report", exports(), "--out", folder.resolve("reports"), "--verbose");
        assertThat(run.err())
                .contains("read: exports.csv, 6 rows\n", "columns understood: client_id, ", "columns ignored: none\n");
    }

    @Test
    void strictEndsWithExitCode4OnceTheProblemListIsWritten() throws IOException {
        Path out = folder.resolve("reports");
        Cli run = Cli.run("report", exports(), "--out", out, "--strict", "--quiet");
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err())
                .isEqualTo("mendline: The data have errors, and --strict was given; the report is written, see "
                        + out.resolve("2026-09").resolve("internal").resolve("problems.csv") + ".\n");
        assertThat(out.resolve("2026-09").resolve("internal").resolve("problems.csv"))
                .exists();
    }

    @Test
    void strictIsContentWithNotesOnly() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("future.csv"),
                "client_id,session_date,attendance\nA,2026-09-01,attended\nA,2026-09-30,attended\nA,2026-12-01,cancelled_by_client\n");
        Cli run = Cli.run("report", csv, "--out", folder.resolve("reports"), "--strict");
        assertThat(run.err()).startsWith("note: future_row, 1");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void anIncompleteMonthIsReportedAndSaidSo() throws IOException {
        Cli run = Cli.run("report", exports(), "--out", folder.resolve("reports"), "--month", "2026-10");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).endsWith("mendline: 2026-10 is not complete: the data end on 2026-10-05.\n");
    }

    @Test
    void dataWithoutDatesAreReportedWholeAndSaidSo() throws IOException {
        Path csv = Files.writeString(folder.resolve("study.csv"), "client_id,session_number,phq9\nA,1,12\nA,2,11\n");
        Cli run = Cli.run("report", csv, "--out", folder.resolve("reports"), "--month", "2026-09");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains("The data have no dates, so the report covers all of them and --month 2026-09 was not used.");
        assertThat(folder.resolve("reports").resolve("all")).isDirectory();
    }

    @Test
    void asOfReadsTheDataAsTheyStoodThen() throws IOException {
        Cli run = Cli.run("report", exports(), "--out", folder.resolve("reports"), "--as-of", "2026-08-31");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("2026-08").contains("up to 2026-08-31");
    }

    @Test
    void theSameCommandGivesTheSameBytes() throws IOException {
        Cli.run("report", exports(), "--out", folder.resolve("one"));
        Cli.run("report", exports(), "--out", folder.resolve("two"));
        List<Manifest.Output> first = Manifest.outputsIn(folder.resolve("one"));
        assertThat(first).isNotEmpty().isEqualTo(Manifest.outputsIn(folder.resolve("two")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "report --help",
                "check --help",
                "profile --help",
                "template --help",
                "measures --help",
                "simulate --help",
                "--version",
                "report --version"
            })
    void helpAndVersionAreForTheOutputStream(String line) {
        Cli run = Cli.run((Object[]) line.split(" "));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isNotBlank();
        assertThat(run.out().lines())
                .allSatisfy(each -> assertThat(each.length()).isLessThanOrEqualTo(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "report --help",
                "check --help",
                "profile --help",
                "template --help",
                "measures --help",
                "simulate --help"
            })
    void helpHasExamplesAndExitCodesAndNoneOfTheWordsThatWeNeverUse(String line) {
        String help = Cli.run((Object[]) line.split(" ")).out();
        assertThat(help).contains("Examples:", "Exit codes:");
        assertThat(help.toLowerCase(Locale.ROOT)).doesNotContain(NEVER);
        assertThat(help).as("no colour where nobody can see it").doesNotContain("\u001b");
    }

    @Test
    void simulateWritesExportsThatReportReads() throws IOException {
        Path exports = folder.resolve("made");
        Cli made = Cli.run("simulate", "--clients", 30, "--seed", 3, "--months", 6, "--out", exports);
        assertThat(made.exitCode()).isZero();
        assertThat(made.out()).startsWith("Exports: 6 files with ").contains("truth.csv");
        Cli again = Cli.run(
                "simulate", "--clients", 30, "--seed", 3, "--months", 6, "--out", folder.resolve("again"), "--quiet");
        assertThat(again.out()).isEmpty();
        assertThat(Manifest.outputsIn(exports)).isNotEmpty().isEqualTo(Manifest.outputsIn(folder.resolve("again")));
        assertThat(Cli.run("report", exports, "--out", folder.resolve("reports"), "--quiet"))
                .isEqualTo(new Cli(0, "", ""));
    }

    /** Six rows, one of them without a date; the last complete month is September. */
    private Path exports() throws IOException {
        return Files.writeString(folder.resolve("exports.csv"), """
                client_id,session_date,phq9
                A,2026-08-03,14
                A,2026-08-31,12
                B,soon,10
                B,2026-09-01,9
                B,2026-09-30,8
                A,2026-10-05,7
                """);
    }
}
