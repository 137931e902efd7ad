package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mendline.model.Attendance;
import mendline.model.Course;
import mendline.model.ProblemCode;
import mendline.model.Rater;
import mendline.model.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a row of an export is: a session, a part of one, or nothing that counts. */
final class RowRulesTest {
    private static final Path SPARSE = Path.of("src/test/resources/zoo/block-sparse-rows");

    @TempDir
    Path folder;

    static Stream<Long> seeds() {
        return LongStream.range(0, 12).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rowsOfASparseExportAreTheSameSessionsInAnyOrderAndFile(long seed) throws Exception {
        List<String> lines = Files.readAllLines(SPARSE.resolve("input.csv"));
        Profile profile = Profiles.read(SPARSE.resolve("profile.yaml"));
        SessionData one = new Exports(folder.resolve("one"))
                .with("a.csv", lines.toArray(String[]::new))
                .read(profile);
        List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(rows, new Random(seed));
        int cut = 1 + (int) (seed % (rows.size() - 1));
        SessionData other = new Exports(folder.resolve("other"))
                .with("z.csv", below(lines.get(0), rows.subList(0, cut)))
                .with("b.csv", below(lines.get(0), rows.subList(cut, rows.size())))
                .read(profile);

        assertThat(Exports.courses(one)).hasSize(2);
        assertThat(Exports.courses(other)).isEqualTo(Exports.courses(one));
        assertThat(other.intake().rows()).isEqualTo(one.intake().rows());
        assertThat(other.intake().problemCounts()).isEqualTo(one.intake().problemCounts());
    }

    private static String[] below(String header, List<String> rows) {
        List<String> lines = new ArrayList<>(List.of(header));
        lines.addAll(rows);
        return lines.toArray(String[]::new);
    }

    @Test
    void withoutAKeyRowsOfOneDayAreOneSession() throws Exception {
        SessionData data = new Exports(folder)
                .with(
                        "a.csv",
                        "client_id,session_date,phq9,srs,attendance,stage,site,mode",
                        "a,2026-01-05,18,,,,,video",
                        "a,2026-01-05,,36,attended,assessment,,",
                        "a,2026-01-12,,,did_not_attend,,,",
                        "a,2026-01-12,,,,,,phone",
                        "a,,,,,,north,",
                        "b,2026-01-20,,30,attended,,,")
                .read("sparse: on");

        Course course = data.course(0);
        assertThat(course.sessions()).hasSize(2);
        assertThat(course.sessions().get(1).attendance()).isEqualTo(Attendance.DID_NOT_ATTEND);
        assertThat(course.series("phq9", Rater.CLIENT).orElseThrow().scores()).containsExactly(1_800);
        assertThat(course.series("srs", Rater.CLIENT).orElseThrow().scores()).containsExactly(3_600);
        assertThat(course.site()).contains("north");
        assertThat(data.intake().rows().used()).isEqualTo(5);
        assertThat(data.intake().rows().setAside()).isEqualTo(Map.of(ProblemCode.NOT_A_SESSION, 1L));
    }

    @Test
    void withoutSparseARowNeedsADate() throws Exception {
        SessionData data = new Exports(folder)
                .with("a.csv", "client_id,session_date,phq9", "a,2026-01-05,18", "a,,16")
                .read("columns: {session_date: [session_date, form_date]}");

        assertThat(data.intake().rows().setAside()).isEqualTo(Map.of(ProblemCode.MISSING_DATE, 1L));
    }

    @Test
    void numberedSessionsCanBeSparseToo() throws Exception {
        SessionData data = new Exports(folder)
                .with("a.csv", "client_id,session_number,phq9,srs", "a,1,18,", "a,1,,36", "a,2,16,", "a,,,")
                .read("sparse: on");

        assertThat(data.course(0).sessions()).hasSize(2);
        assertThat(data.course(0).series("srs", Rater.CLIENT).orElseThrow().session(0))
                .isEqualTo(1);
        assertThat(data.intake().rows().used()).isEqualTo(3);
    }

    @Test
    void aColumnIsReadFromItsOtherHeadersWhereTheFirstIsEmpty() throws Exception {
        SessionData data = new Exports(folder)
                .with(
                        "a.csv",
                        "client_id,Held,Planned,Supervisor,Clinician",
                        "a,,2026-01-05,s1,",
                        "a,2026-01-13,2026-01-12,s1,t2",
                        "a,2026-01-20,,s1,t2")
                .read("columns: {session_date: [Held, Planned], therapist_id: [Clinician, Supervisor]}");

        assertThat(data.course(0).sessions())
                .extracting(session -> session.day())
                .containsExactly(Exports.day("2026-01-05"), Exports.day("2026-01-13"), Exports.day("2026-01-20"));
        assertThat(data.course(0).therapist()).contains("t2");
        assertThat(data.intake().ignoredColumns()).isEmpty();
    }

    @Test
    void rowsAreLeftOutOfEveryTable() throws Exception {
        SessionData data = new Exports(folder)
                .with("appt.csv", "client_id,session_date,State", "a,2026-01-05,ok", "a,2026-01-12,Void")
                .with("s.csv", "client_id,date,score,State", "a,2026-01-05,20,VOID", "a,2026-01-05,22,ok")
                .with("r.csv", "client_id,referral_date,State", "a,2026-01-01,void", "a,2026-01-02,")
                .read("""
                        leave_out: {State: void}
                        files: {sessions: {match: appt.csv}, scores: {match: s.csv, measure: ors}, courses: {match: r.csv}}
                        """);

        assertThat(data.course(0).sessions()).hasSize(1);
        assertThat(data.course(0).series("ors", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(2_200);
        assertThat(data.course(0).referralDay()).hasValue(Exports.day("2026-01-02"));
        assertThat(data.intake().rows().setAside()).isEqualTo(Map.of(ProblemCode.LEFT_OUT_ROW, 3L));
    }

    @ParameterizedTest(name = "{0} dates say dmy, {1} say mdy")
    @CsvSource({"0,2,false", "0,3,true", "3,3,false", "3,4,true"})
    void datesAreRefusedWhereMoreOfThemSayTheOtherOrder(int here, int there, boolean refused) throws IOException {
        List<String> lines = new ArrayList<>(List.of("client_id,session_date", "a,01/02/2026"));
        for (int i = 0; i < here; i++) {
            lines.add("a," + (13 + i) + "/01/2026");
        }
        for (int i = 0; i < there; i++) {
            lines.add("a,01/" + (13 + i) + "/2026");
        }
        Exports exports = new Exports(folder).with("a.csv", lines.toArray(String[]::new));

        if (refused) {
            assertThatThrownBy(() -> exports.read("csv: {date_order: dmy}"))
                    .isInstanceOf(NothingUsable.class)
                    .hasMessageStartingWith("The dates seem to have the month first, but the profile says otherwise; "
                            + "say csv: {date_order: mdy}.");
        } else {
            assertThat(read(exports).intake().problemCounts().getOrDefault(ProblemCode.BAD_DATE, 0L))
                    .isEqualTo(there);
        }
    }

    private static SessionData read(Exports exports) {
        try {
            return exports.read("csv: {date_order: dmy}");
        } catch (InputNotFound | NothingUsable | ProfileProblem e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(nullValues = "-", textBlock = """
            25569,   1970-01-01
            45231,   2023-11-01
            45231.75,2023-11-01
            18264,   1950-01-01
            73050,   2099-12-31
            18263,   -
            73051,   -
            4523,    -
            452310,  -
            45231.x, -
            45231-,  -
            """)
    void aNumberOfASpreadsheetsDayIsADate(String text, String date) {
        assertThat(Dates.serial(text)).isEqualTo(date == null ? Session.NO_DAY : Exports.day(date));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-01-05,-1",
        "2026-01-05 09:10,33000",
        "2026-01-05T09:10:30Z,33030",
        "05/01/2026 9:10 AM,33000",
        "05/01/2026 12:10 PM,43800",
        "05/01/2026 12:10 am,600",
        "05/01/2026 1:10:05 pm,47405"
    })
    void theTimeBehindADateTellsWhichScoreWasCompletedLast(String text, int second) {
        assertThat(Dates.secondOfDay(text)).isEqualTo(second);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            sparse: {buy: [a]}                  | there is no key "buy" under sparse; did you mean "by"?
            sparse: {}                          | sparse should be on, or {by: [...]} with the headers that tell which rows are one session.
            sparse: often                       | sparse should be true or false, was "often".
            leave_out: {Status: []}             | leave_out.Status should be words of the column, or filled for any filled cell.
            leave_out: Status                   | leave_out should be a mapping of keys to values.
            attendance_from: {missed: dna}      | there is no word for attendance "missed" under attendance_from; did you mean "attended"?
            attendance_from: {attended: ""}     | attendance_from.attended should not be empty.
            columns: {phq9: [a, b]}             | columns.phq9 should be one header.
            columns: {session_date: []}         | columns.session_date should be one header.
            csv: {serial_date: on}              | there is no key "serial_date" under csv; did you mean "serial_dates"?
            """)
    void aMistakeInTheProfileIsOneSentence(String yaml, String sentence) {
        assertThatThrownBy(() -> Profiles.of("p.yaml", yaml))
                .isInstanceOf(ProfileProblem.class)
                .hasMessage("p.yaml, line 1: " + sentence);
    }
}
