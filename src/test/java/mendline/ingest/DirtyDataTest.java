package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import mendline.model.InputFile;
import mendline.model.Problem;
import mendline.model.ProblemCode;
import mendline.model.Progress;
import mendline.model.Rater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DirtyDataTest {
    private static final String GOOD = "client_id,session_date,phq9\na,2026-01-05,10\n";

    @TempDir
    Path folder;

    private Exports exports;

    @BeforeEach
    void newFolder() {
        exports = new Exports(folder);
    }

    private static List<String> problems(SessionData data) {
        List<String> all = new ArrayList<>();
        for (Problem problem : data.intake().problems()) {
            all.add(problem.code().key() + " " + problem.file() + ":" + problem.line()
                    + (problem.column().isEmpty() ? "" : " " + problem.column()));
        }
        return all;
    }

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            phq9              | abc              | score_not_a_number
            phq9              | 28               | score_out_of_range
            phq9              | -1               | score_out_of_range
            phq9              | 27               | -
            phq9              | 12.345           | score_rounded
            phq9              | N/A              | -
            phq9              | *                | suppressed_value
            stage             | middle           | unknown_stage
            stage             | Follow-Up        | -
            mode              | pigeon           | unknown_mode
            mode              | In Person        | -
            setback           | lapse;slip       | unknown_setback
            setback           | lapse; Old Habit ;| -
            response          | shrug            | unknown_response
            carried_forward   | nothing          | unknown_carried_forward
            rupture           | yes              | unknown_rupture
            rupture_source    | mother           | unknown_rupture_source
            rupture_intensity | 6                | rating_out_of_range
            rupture_intensity | 2.5              | rating_not_a_number
            rupture_intensity | 0                | rating_out_of_range
            repair            | much             | rating_not_a_number
            client_stuck      | 10               | -
            therapist_stuck   | 11               | rating_out_of_range
            course_end        | moved            | unknown_course_end
            session_number    | 0                | bad_session_number
            session_number    | third            | bad_session_number
            referral_date     | 31.12.2025       | bad_referral_date
            site              | *                | suppressed_value
            """)
    void aBadCellIsSetAsideAndItsRowUsed(String column, String cell, String code) throws Exception {
        SessionData data = exports.with("a.csv", "client_id,session_date," + column, "a,2026-01-05," + cell)
                .read();

        assertThat(problems(data)).isEqualTo(code == null ? List.of() : List.of(code + " a.csv:2 " + column));
        assertThat(data.intake().rows().used()).isEqualTo(1);
        assertThat(data.intake().rows().setAsideTotal()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ,2026-01-05,attended,10           | missing_client_id a.csv:3 client_id
            NA,2026-01-05,attended,10         | missing_client_id a.csv:3 client_id
            *,2026-01-05,attended,10          | missing_client_id a.csv:3 client_id
            b,,attended,10                    | missing_date a.csv:3 session_date
            b,31/01/2026,attended,10          | bad_date a.csv:3 session_date
            b,1899-12-31,attended,10          | bad_date a.csv:3 session_date
            b,2026-01-05,perhaps,10           | unknown_attendance a.csv:3 attendance
            b,2026-01-05,attended             | wrong_cell_count a.csv:3
            b,2026-01-05,attended,10,         | wrong_cell_count a.csv:3
            b,2026-01-05,"attended,10         | unclosed_quote a.csv:3
            ,,,                               | empty_row a.csv:3
            Total,,,10                        | footer_row a.csv:3
            b,2026-01-05,10,attended          | shifted_row a.csv:3 attendance
            """)
    void aBadRowIsSetAsideAndTheOthersUsed(String row, String problem) throws Exception {
        SessionData data = exports.with(
                        "a.csv",
                        "client_id,session_date,attendance,phq9",
                        "a,2026-01-05,attended,10",
                        row,
                        "c,2026-01-05,attended,10")
                .read();

        assertThat(problems(data)).containsExactly(problem);
        assertThat(Exports.ids(data)).containsExactly("a#1", "c#1");
        assertThat(data.intake().rows().read()).isEqualTo(3);
        assertThat(data.intake().rows().used()).isEqualTo(2);
        assertThat(data.intake().rows().setAsideTotal()).isEqualTo(1);
    }

    @Test
    void unknownWordsInNeighbouringColumnsAreNoShift() throws Exception {
        SessionData data = exports.with(
                        "a.csv",
                        "client_id,session_date,stage,setback,phq9,gad7",
                        "a,2026-01-05,closing,slip,declined,not done")
                .read();

        assertThat(problems(data))
                .containsExactly(
                        "score_not_a_number a.csv:2 gad7",
                        "score_not_a_number a.csv:2 phq9",
                        "unknown_setback a.csv:2 setback",
                        "unknown_stage a.csv:2 stage");
        assertThat(data.size()).isEqualTo(1);
    }

    @Test
    void aRuptureFromAnUnknownSourceIsNotUsed() throws Exception {
        SessionData data = exports.with(
                        "a.csv",
                        "client_id,session_date,rupture,x,rupture_source,y,repair",
                        "a,2026-01-05,withdrawal,,mother,,4")
                .read();

        assertThat(problems(data)).containsExactly("unknown_rupture_source a.csv:2 rupture_source");
        assertThat(data.course(0).sessions().get(0).recorded().rupture()).isEmpty();
        assertThat(data.course(0).sessions().get(0).recorded().repair()).isEmpty();
        assertThat(data.intake().ignoredColumns()).containsExactly("x", "y");
    }

    @Test
    void scoresAreKeptToHundredthsRoundedHalfEvenAndThatIsSaidOncePerColumn() throws Exception {
        SessionData data = exports.with(
                        "a.csv",
                        "client_id,session_date,coreom,mi",
                        "a,2026-01-05,12.345,1.5",
                        "a,2026-01-12,12.355,",
                        "a,2026-01-19,12.34,2.001")
                .read();

        assertThat(data.course(0).series("coreom", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(1234, 1236, 1234);
        assertThat(problems(data)).containsExactly("score_rounded a.csv:2 coreom", "score_rounded a.csv:4 mi");
    }

    @Test
    void aScoreAtASessionThatWasNotAttendedIsNotUsed() throws Exception {
        SessionData data = exports.with(
                        "a.csv",
                        "client_id,session_date,attendance,phq9",
                        "a,2026-01-05,cancelled_by_client,9",
                        "a,2026-01-12,attended,10")
                .read();

        assertThat(data.course(0).series("phq9", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(1000);
        assertThat(problems(data)).containsExactly("score_on_missed a.csv:2 phq9");
    }

    @Test
    void aNumberInRangeIsMissingOnlyWhereItsOwnColumnSaysSo() throws Exception {
        SessionData data = exports.with(
                        "a.csv",
                        "client_id,session_date,oq45,phq9,srs",
                        "a,2026-01-05,99,99,9",
                        "a,2026-01-12,98,97,10")
                .read("missing: {default: ['99', '98'], srs: ['9']}");

        assertThat(data.course(0).series("oq45", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(9900, 9800);
        assertThat(data.course(0).series("phq9", Rater.CLIENT)).isEmpty();
        assertThat(data.course(0).series("srs", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(1000);
        assertThat(problems(data)).containsExactly("score_out_of_range a.csv:3 phq9");
    }

    @Test
    void bookedRowsAreSetAsideAndTheAsOfIsTheLatestDayWithSomethingHeld() throws Exception {
        SessionData data = exports.with(
                        "a.csv",
                        "client_id,session_date,attendance,phq9",
                        "a,2026-01-05,attended,10",
                        "a,2026-01-12,,9",
                        "a,2026-01-19,,",
                        "a,2026-01-26,cancelled_by_client,")
                .read();

        assertThat(data.intake().asOf()).hasValue(Exports.day("2026-01-12"));
        assertThat(data.course(0).sessions()).hasSize(2);
        assertThat(problems(data))
                .containsExactly("future_row a.csv:4 session_date", "future_row a.csv:5 session_date");
    }

    @Test
    void withoutAnAttendanceColumnEveryRowWasHeld() throws Exception {
        SessionData data = exports.with("a.csv", "client_id,session_date", "a,2026-01-05", "a,2026-01-19")
                .read();

        assertThat(data.intake().asOf()).hasValue(Exports.day("2026-01-19"));
    }

    @Test
    void aGivenAsOfSetsLaterRowsAside() throws Exception {
        SessionData data = exports.with(
                        "a.csv", "client_id,session_date", "a,2026-01-05", "a,2026-01-12", "a,2026-01-13")
                .readAsOf("2026-01-12");

        assertThat(data.intake().asOf()).hasValue(Exports.day("2026-01-12"));
        assertThat(data.intake().rows().setAside()).containsOnly(entry(ProblemCode.FUTURE_ROW, 1L));
    }

    @ParameterizedTest(name = "{0} after the last date: {1}")
    @CsvSource(textBlock = """
            2027-01-20, as-of
            2027-01-21, implausible_date
            2062-01-19, implausible_date
            """)
    void aDateMoreThan366DaysAfterEveryOtherIsMistyped(String date, String expected) throws Exception {
        SessionData data = exports.with("a.csv", "client_id,session_date", "a,2026-01-05", "a,2026-01-19", "b," + date)
                .read();

        boolean mistyped = expected.equals("implausible_date");
        assertThat(data.intake().asOf()).hasValue(Exports.day(mistyped ? "2026-01-19" : date));
        assertThat(problems(data)).isEqualTo(mistyped ? List.of("implausible_date a.csv:4 session_date") : List.of());
    }

    @Test
    void aLoneEarlyDateIsMistypedOnlyWhereItHoldsLessThanOneRowInAHundred() throws Exception {
        List<String> lines = new ArrayList<>(List.of("client_id,session_date", "old,2016-01-05"));
        for (int i = 0; i < 99; i++) {
            lines.add("c" + i + ",2026-01-05");
        }
        SessionData hundred =
                exports.with("a.csv", lines.toArray(new String[0])).read();
        lines.add("c99,2026-01-05");
        SessionData more = exports.with("a.csv", lines.toArray(new String[0])).read();

        assertThat(hundred.intake().rows().used()).isEqualTo(100);
        assertThat(hundred.intake().firstDay()).hasValue(Exports.day("2016-01-05"));
        assertThat(more.intake().rows().setAside()).containsEntry(ProblemCode.IMPLAUSIBLE_DATE, 1L);
        assertThat(more.intake().firstDay()).hasValue(Exports.day("2026-01-05"));
    }

    @Test
    void equalRowsAreCountedOnceAndSaidNowhere() throws Exception {
        SessionData data = exports.with(
                        "a.csv", "client_id,session_date,phq9,room", "a,2026-01-05,10,x", "a,2026-01-05,10,y")
                .read();

        assertThat(data.intake().rows().duplicate()).isEqualTo(1);
        assertThat(data.intake().rows().used()).isEqualTo(1);
        assertThat(problems(data)).isEmpty();
    }

    @Test
    void ofConflictingRowsTheExportThatReachesFurthestWins() throws Exception {
        SessionData data = exports.with(
                        "b.csv", "client_id,session_date,phq9,gad7", "a,2026-01-05,10,5", "a,2026-01-12,9,5")
                .with("a.csv", "client_id,session_date,phq9", "a,2026-01-05,11", "a,2026-01-19,8")
                .read();

        assertThat(data.course(0).series("phq9", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(1100, 900, 800);
        assertThat(data.intake().rows().duplicate()).isEqualTo(1);
        assertThat(problems(data)).containsExactly("duplicate_conflict b.csv:2");
    }

    @Test
    void thenTheRowWithMoreValuesThenTheOneThatSortsLater() throws Exception {
        SessionData data = exports.with(
                        "a.csv",
                        "client_id,session_date,phq9,gad7",
                        "a,2026-01-05,20,",
                        "a,2026-01-05,10,5",
                        "b,2026-01-05,12,",
                        "b,2026-01-05,15,",
                        "b,2026-01-05,15,")
                .read();

        assertThat(data.course(0).series("phq9", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(1000);
        assertThat(data.course(1).series("phq9", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(1500);
        assertThat(data.intake().rows().duplicate()).isEqualTo(3);
        assertThat(data.intake().problemCounts()).containsEntry(ProblemCode.DUPLICATE_CONFLICT, 2L);
    }

    @Test
    void twoSessionsOnOneDayNeedSessionNumbers() throws Exception {
        SessionData data = exports.with(
                        "a.csv", "client_id,session_date,session_number,phq9", "a,2026-01-05,2,9", "a,2026-01-05,1,10")
                .read();

        assertThat(data.course(0).series("phq9", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(1000, 900);
    }

    @Test
    void columnsAreFoundWhateverTheirSpelling() throws Exception {
        SessionData data = exports.withText(
                        "a.csv",
                        "\ufeff\"Client ID\",SESSION-DATE,\"PHQ 9\",Group Age-Band,,phq9,Notes\r\na,2026-01-05,10,20-30,,11,secret\r\n")
                .read();

        assertThat(data.course(0).series("phq9", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(1000);
        assertThat(data.course(0).groups()).containsEntry("group_age_band", "20-30");
        assertThat(problems(data))
                .containsExactly(
                        "byte_order_mark a.csv:0",
                        "personal_data_suspected a.csv:0 Notes",
                        "empty_column_name a.csv:1",
                        "duplicate_column a.csv:1 phq9");
        assertThat(data.intake().ignoredColumns()).containsExactly("Notes");
        assertThat(data.intake().columnsFound()).containsExactly("client_id", "group_age_band", "phq9", "session_date");
    }

    @Test
    void textThatIsNotUtf8IsReadAsWindows1252AndThatIsSaid() throws Exception {
        SessionData data = exports.withBytes(
                        "a.csv",
                        "client_id,session_date,site\na,2026-01-05,Zürich\n".getBytes(Charset.forName("windows-1252")))
                .withBytes(
                        "b.csv",
                        "\ufeffclient_id,session_date,site\nb,2026-01-05,Genève\n".getBytes(StandardCharsets.UTF_16LE))
                .read();

        assertThat(data.course(0).site()).contains("Zürich");
        assertThat(data.course(1).site()).contains("Genève");
        assertThat(problems(data))
                .containsExactly("charset_fallback a.csv:0", "charset_fallback b.csv:0", "byte_order_mark b.csv:0");
    }

    @Test
    void packedFilesAreReadAndThoseThatBreakOffAreLeftOutAsAWhole() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        SessionData data = exports.withBytes("whole.csv.gz", packed.toByteArray())
                .withBytes("cut.csv.gz", Arrays.copyOf(packed.toByteArray(), packed.size() - 12))
                .withBytes("short.csv.gz", Arrays.copyOf(packed.toByteArray(), 5))
                .read();

        assertThat(data.intake().rows().read()).isEqualTo(1);
        assertThat(problems(data)).containsExactly("file_truncated cut.csv.gz:0", "file_truncated short.csv.gz:0");
        assertThat(data.intake().files())
                .extracting(InputFile::name, InputFile::rows)
                .containsExactly(tuple("cut.csv.gz", 0L), tuple("short.csv.gz", 0L), tuple("whole.csv.gz", 1L));
    }

    @Test
    void whatIsNoCsvIsNamedAndTheOthersAreUsed() throws Exception {
        SessionData data = exports.withText("good.csv", GOOD)
                .withText("workbook.csv", "PK\u0003\u0004 and so on")
                .withText("workbook.xlsx", "PK\u0003\u0004 and so on")
                .withText("paper.csv", "%PDF-1.7\n1 0 obj\n")
                .withText("zero.csv", GOOD + "b,2026-01-05,\u00009\n")
                .withText("empty.csv", "")
                .withText("one.csv", "\ufeff")
                .withText("header.csv", "client_id,session_date\n")
                .withText("long.csv", GOOD + "b,2026-01-05," + "9".repeat(1 << 20) + "\n")
                .withText("wide.csv", "client_id,session_date" + ",x".repeat(5_000) + "\n")
                .withText("scores.csv", "client,score\na,10\n")
                .withText(".hidden.csv", "nothing")
                .withText("readme.md", "nothing")
                .read();

        assertThat(problems(data))
                .containsExactly(
                        "file_empty empty.csv:0",
                        "file_header_only header.csv:0",
                        "line_too_long long.csv:0",
                        "file_empty one.csv:0",
                        "file_not_csv paper.csv:0",
                        "missing_column scores.csv:1 client_id",
                        "line_too_long wide.csv:0",
                        "file_not_csv workbook.csv:0",
                        "file_not_csv workbook.xlsx:0",
                        "file_not_csv zero.csv:0");
        assertThat(data.size()).isEqualTo(1);
        assertThat(data.intake().files()).hasSize(11);
    }

    @Test
    void theHashIsThatOfTheFile() throws Exception {
        SessionData data = exports.withText("a.csv", "client_id,session_date\na,2026-01-05\n")
                .read();

        InputFile file = data.intake().files().get(0);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve("a.csv")));
        assertThat(file.sha256()).isEqualTo(HexFormat.of().formatHex(digest)).hasSize(64);
        assertThat(file.bytes()).isEqualTo(Files.size(folder.resolve("a.csv")));
    }

    @Test
    void nothingUsableNamesTheFileTheMissingColumnAndTheColumnsFound() {
        exports.withText("a.csv", "Client Ref,Appt Date\na,2026-01-05\n");

        assertThatThrownBy(() -> exports.read())
                .isInstanceOf(NothingUsable.class)
                .hasMessage("a.csv lacks the column client_id; the columns found are: Client Ref, Appt Date.");
    }

    @Test
    void anotherDelimiterIsHintedAt() {
        exports.withText("a.csv", "client_id;session_date\na;2026-01-05\n");

        assertThatThrownBy(() -> exports.read())
                .isInstanceOf(NothingUsable.class)
                .hasMessageEndingWith(
                        "They seem to be apart by \";\": say so in a profile, csv: {delimiter: \";\"}, or let the command \"mendline profile a.csv --out mine.yaml\" draft one.");
    }

    @Test
    void aFirstLineOfValuesIsNeverRepeated() {
        exports.withText("a.csv", "Ada Lovelace,1815-12-10\n");

        assertThatThrownBy(() -> exports.read())
                .isInstanceOf(NothingUsable.class)
                .hasMessageContaining("looks like data")
                .hasMessageNotContaining("Lovelace");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            client_id,session_date              | There is no row below the header in a.csv.
            client_id,session_date\\n,2026-01-05 | None of the 1 rows can be used (1 missing_client_id).
            """)
    void nothingUsableSaysWhy(String text, String message) {
        exports.withText("a.csv", text.replace("\\n", "\n"));

        assertThatThrownBy(() -> exports.read())
                .isInstanceOf(NothingUsable.class)
                .hasMessage(message);
    }

    @Test
    void aFolderWithoutCsvAndAPathThatDoesNotExistAreSaid() {
        assertThatThrownBy(() -> exports.read())
                .isInstanceOf(NothingUsable.class)
                .hasMessageStartingWith("There is no CSV file in ");
        assertThatThrownBy(() -> SessionExports.read(
                        List.of(folder.resolve("none")), Profiles.DEFAULT, OptionalInt.empty(), Progress.SILENT))
                .isInstanceOf(InputNotFound.class)
                .hasMessageStartingWith("There is no file or folder ");
    }

    @Test
    void subfoldersAreNotReadAndAFileNamedTwiceCountsOnce() throws Exception {
        exports.withText("2025/a.csv", GOOD).withText("2025/old/c.csv", "client,kind\n1,x\n");
        exports.withText("2026/a.csv", GOOD.replace("a,", "b,"));

        SessionData data = SessionExports.read(
                List.of(folder.resolve("2025"), folder.resolve("2026/a.csv"), folder.resolve("2026")),
                Profiles.DEFAULT,
                OptionalInt.empty(),
                Progress.SILENT);

        assertThat(data.intake().rows().read()).isEqualTo(2);
        assertThat(data.intake().files()).extracting(InputFile::name).containsExactly("2025/a.csv", "2026/a.csv");
    }

    @Test
    void problemsAreAllCountedAndTheFirstThousandOfACodeAreKept() throws Exception {
        List<String> lines = new ArrayList<>(List.of("client_id,session_date,phq9"));
        for (int i = 0; i < 1_500; i++) {
            lines.add("c" + i + ",2026-01-05,99");
        }
        SessionData data = exports.with("a.csv", lines.toArray(new String[0])).read();

        assertThat(data.intake().problemCounts()).containsEntry(ProblemCode.SCORE_OUT_OF_RANGE, 1_500L);
        assertThat(data.intake().problems()).hasSize(1_000);
        assertThat(data.intake().problems().get(999).line()).isEqualTo(1_001);
    }
}
