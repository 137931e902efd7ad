package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mendline.model.Course;
import mendline.model.EndKind;
import mendline.model.ProblemCode;
import mendline.model.Rater;
import mendline.model.Session;
import mendline.model.Timeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CourseFormingTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @TempDir
    Path folder;

    private Exports exports;

    @BeforeEach
    void newFolder() {
        exports = new Exports(folder);
    }

    private static String date(int day) {
        return FIRST.plusDays(day).toString();
    }

    private static int epochDay(int day) {
        return (int) FIRST.plusDays(day).toEpochDay();
    }

    /**
     * Sessions such as {@code 0 7m 14f 21=planned}: the day; m for missed, f for follow-up, a for assessment; = for a
     * declared end.
     */
    private static List<String> rows(String client, String course, String sessions) {
        List<String> rows = new ArrayList<>();
        for (String session : sessions.trim().split(" +")) {
            String[] parts = session.split("=");
            String day = parts[0].replaceAll("[a-z]", "");
            String attendance = parts[0].endsWith("m") ? "did_not_attend" : "attended";
            String stage = parts[0].endsWith("f") ? "follow_up" : parts[0].endsWith("a") ? "assessment" : "";
            rows.add(String.join(
                    ",",
                    client,
                    course,
                    date(Integer.parseInt(day)),
                    attendance,
                    stage,
                    parts.length > 1 ? parts[1] : ""));
        }
        return rows;
    }

    private SessionData read(String course, String sessions, int asOf) throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add("client_id,course_id,session_date,attendance,stage,course_end");
        lines.addAll(rows("c", course, sessions));
        lines.addAll(rows("z", "z1", Integer.toString(asOf)));
        return exports.with("export.csv", lines.toArray(new String[0])).read();
    }

    private static String described(Course course) {
        List<String> days = new ArrayList<>();
        for (Session session : course.sessions()) {
            days.add((session.day() - epochDay(0)) + (session.attended() ? "" : "m"));
        }
        String end = course.endKind().map(EndKind::key).orElse("open");
        return course.id() + " " + String.join(" ", days) + " " + end
                + (course.endDay().isPresent() ? "@" + (course.endDay().getAsInt() - epochDay(0)) : "");
    }

    private static String described(SessionData data) {
        List<String> all = new ArrayList<>();
        for (Course course : Exports.courses(data)) {
            if (course.client().equals("c")) {
                all.add(described(course));
            }
        }
        return String.join(", ", all);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            open on the day before the gap is full            | 0 7               | 96  | c#1 0 7 open
            ended silently on the day on which it is full     | 0 7               | 97  | c#1 0 7 silent@97
            ended silently long ago                           | 0 7               | 300 | c#1 0 7 silent@97
            a session on the 90th day goes on                 | 0 90              | 100 | c#1 0 90 open
            a session on the 91st day begins a new course     | 0 91              | 100 | c#1 0 silent@90, c#2 91 open
            a missed session does not bridge the gap          | 0 45m 91          | 100 | c#1 0 45m silent@90, c#2 91 open
            missed on the 90th day belongs to the course before | 0 90m 120       | 130 | c#1 0 90m silent@90, c#2 120 open
            missed after the gap belongs to the next course   | 0 91m 120         | 130 | c#1 0 silent@90, c#2 91m 120 open
            missed after the gap with nothing to follow stays | 0 91m             | 130 | c#1 0 91m silent@90
            missed before the first session belongs to it     | 0m 7              | 8   | c#1 0m 7 open
            a declared ending ends at the last attended       | 0 7 14m=planned   | 200 | c#1 0 7 14m planned@7
            a declared ending on every row ends once          | 0=planned 7=planned | 200 | c#1 0 7 planned@7
            a session after a declared ending is a new course | 0 7=planned 21    | 30  | c#1 0 7 planned@7, c#2 21 open
            a follow-up after a declared ending is not        | 0 7=planned 180f  | 200 | c#1 0 7 180 planned@7
            a follow-up does not put off the silent end       | 0 7 180f          | 200 | c#1 0 7 180 silent@97
            a follow-up does not bridge the gap               | 0 60f 100         | 110 | c#1 0 60 silent@90, c#2 100 open
            never attended                                    | 0m 7m             | 300 | c#1 0m 7m open
            never attended and closed                         | 0m 7m=unplanned   | 300 | c#1 0m 7m unplanned
            """)
    void coursesWithoutAnIdAreFormedByTheGap(String name, String sessions, int asOf, String expected) throws Exception {
        assertThat(described(read("", sessions, asOf))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an id keeps a course together over the gap       | 0 91              | 100 | k 0 91 open            | 1
            coming back on the 90th day is no return         | 0 90              | 100 | k 0 90 open            | 0
            a session after a declared ending reopens it     | 0=planned 7       | 20  | k 0 7 open             | 1
            and it may then end silently                     | 0=planned 7       | 200 | k 0 7 silent@97        | 1
            a declared ending on every row is no return      | 0=planned 7=planned | 200 | k 0 7 planned@7      | 0
            two returns are said once                        | 0 100 200 201=referred_on | 300 | k 0 100 200 201 referred_on@201 | 1
            """)
    void coursesWithAnIdAreReopened(String name, String sessions, int asOf, String expected, long reopened)
            throws Exception {
        SessionData data = read("k", sessions, asOf);

        assertThat(described(data)).isEqualTo(expected);
        assertThat(data.intake().problemCounts().getOrDefault(ProblemCode.COURSE_REOPENED, 0L))
                .isEqualTo(reopened);
    }

    @Test
    void theGapIsASetting() throws Exception {
        SessionData data = exports.with(
                        "a.csv", "client_id,session_date", "c," + date(0), "c," + date(31), "c," + date(61))
                .read("course: {gap_days: 30}");

        assertThat(described(data)).isEqualTo("c#1 0 silent@30, c#2 31 61 open");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            within 60 days of the first date                     | 60  |   | on  | true
            after 60 days                                        | 61  |   | on  | false
            an assessment shows the beginning                    | 60a |   | on  | false
            session number 1 shows the beginning                 | 60  | 1 | on  | false
            another session number does not                      | 60  | 4 | on  | true
            cohort data                                          | 60  |   | off | false
            """)
    void aCourseThatMayHaveBeenRunningIsLeftTruncated(
            String name, String session, String number, String setting, boolean truncated) throws Exception {
        String day = session.replace("a", "");
        SessionData data = exports.with(
                        "a.csv",
                        "client_id,session_date,session_number,stage",
                        "z," + date(0) + ",,",
                        "c," + date(Integer.parseInt(day)) + "," + (number == null ? "" : number) + ","
                                + (session.endsWith("a") ? "assessment" : ""))
                .read("course: {left_truncation: " + setting + "}");

        assertThat(data.course(0).leftTruncated()).isEqualTo(truncated);
    }

    @ParameterizedTest(name = "first session on day {0}, course said to begin on day {1}")
    @CsvSource({"30,,true", "30,30,false", "30,0,false", "30,-1,true", "61,,false", "61,-1,true", "61,40,false"})
    void aStartThatAFileOfCoursesSaysComesBeforeAnyGuess(int session, Integer start, boolean truncated)
            throws Exception {
        SessionData data = exports.with("sessions.csv", "client_id,session_date", "z," + date(0), "c," + date(session))
                .with("courses.csv", "client_id,start", "c," + (start == null ? "" : date(start)), "z,")
                .read("files: {sessions: {match: \"sessions*\"}, courses: {match: \"courses*\"}}\n");

        assertThat(data.course(0).client()).isEqualTo("c");
        assertThat(data.course(0).leftTruncated()).isEqualTo(truncated);
        assertThat(data.course(1).leftTruncated()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            none given               | -,-,-     | 1,2,3   | 0
            the file's own           | 3,5,6     | 3,5,6   | 0
            a missing one follows on | 3,-,6     | 3,4,6   | 0
            a restart                | 5,6,1     | 1,2,3   | 1
            out of order             | 2,1,3     | 1,2,3   | 1
            the same twice           | 1,1,2     | 1,2,3   | 1
            """)
    void sessionNumbersAreTheFilesWhereTheyRiseWithTheDates(String name, String given, String expected, long warnings)
            throws Exception {
        String[] numbers = given.split(",");
        List<String> lines = new ArrayList<>(List.of("client_id,session_date,session_number"));
        for (int i = 0; i < numbers.length; i++) {
            lines.add("c," + date(7 * i) + "," + numbers[i].replace("-", ""));
        }
        SessionData data = exports.with("a.csv", lines.toArray(new String[0])).read();

        List<String> found = new ArrayList<>();
        data.course(0).sessions().forEach(session -> found.add(Integer.toString(session.number())));
        assertThat(String.join(",", found)).isEqualTo(expected);
        assertThat(data.intake().problemCounts().getOrDefault(ProblemCode.SESSION_NUMBERS_OUT_OF_ORDER, 0L))
                .isEqualTo(warnings);
    }

    @Test
    void aSessionThatWasNotAttendedBearsTheNumberBeforeIt() throws Exception {
        SessionData data = read("", "0m 7 14m 21", 30);

        assertThat(data.course(0).sessions()).extracting(Session::number).containsExactly(0, 1, 1, 2);
    }

    @Test
    void aCourseBelongsToMostAttendedSessionsAndToTheLaterOfEquals() throws Exception {
        SessionData data = exports.with(
                        "a.csv",
                        "client_id,session_date,attendance,site,therapist_id,group_gender",
                        "c," + date(0) + ",attended,north,t1,f",
                        "c," + date(7) + ",attended,south,t1,",
                        "c," + date(14) + ",attended,south,t2,f",
                        "c," + date(21) + ",attended,north,t2,m",
                        "c," + date(28) + ",did_not_attend,south,t1,m",
                        "d," + date(28) + ",did_not_attend,south,t1,m",
                        "z," + date(28) + ",attended,,,")
                .read();

        assertThat(data.course(0).site()).contains("north");
        assertThat(data.course(0).therapist()).contains("t2");
        assertThat(data.course(0).groups()).containsEntry("group_gender", "f");
        assertThat(data.course(1).site()).contains("south");
    }

    @Test
    void theReferralIsUsedUnlessItComesAfterTheStart() throws Exception {
        SessionData data = exports.with(
                        "a.csv",
                        "client_id,session_date,referral_date",
                        "c," + date(10) + "," + date(10),
                        "d," + date(10) + "," + date(11),
                        "e," + date(10) + ",30/13/2025")
                .read();

        assertThat(data.course(0).referralDay()).hasValue(epochDay(10));
        assertThat(data.course(1).referralDay()).isEmpty();
        assertThat(data.course(2).referralDay()).isEmpty();
        assertThat(data.intake().problemCounts())
                .containsEntry(ProblemCode.REFERRAL_AFTER_START, 1L)
                .containsEntry(ProblemCode.BAD_REFERRAL_DATE, 1L);
    }

    @Test
    void followUpScoresStandApart() throws Exception {
        SessionData data = exports.with(
                        "a.csv",
                        "client_id,session_date,stage,phq9,phq9_therapist",
                        "c," + date(0) + ",assessment,18,17",
                        "c," + date(7) + ",treatment,12,",
                        "c," + date(60) + ",follow_up,9,8")
                .read();
        Course course = data.course(0);

        assertThat(course.series("phq9", Rater.CLIENT).orElseThrow().scores()).containsExactly(1800, 1200);
        assertThat(course.series("phq9", Rater.THERAPIST).orElseThrow().scores())
                .containsExactly(1700);
        assertThat(course.followUpSeries("phq9", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(900);
        assertThat(course.followUpSeries("phq9", Rater.CLIENT).orElseThrow().session(0))
                .isEqualTo(3);
        assertThat(data.intake().scoreCounts()).containsEntry("phq9", 3L);
    }

    @Test
    void relativeDaysFormOneCourseThatEndsOnlyByWord() throws Exception {
        SessionData data = exports.with(
                        "a.csv", "client_id,day,course_end,phq9", "c,0,,18", "c,200,,12", "d,0,,9", "d,14,planned,8")
                .read();

        assertThat(data.timeline()).isEqualTo(Timeline.RELATIVE_DAYS);
        assertThat(Exports.ids(data)).containsExactly("c#1", "d#1");
        assertThat(data.course(0).open()).isTrue();
        assertThat(data.course(1).endDay()).hasValue(14);
        assertThat(data.intake().asOf()).isEmpty();
        assertThat(data.course(0).leftTruncated()).isFalse();
    }

    @Test
    void sessionNumbersAloneAreEnough() throws Exception {
        SessionData data = exports.with(
                        "a.csv",
                        "client_id,session_number,phq9,course_end",
                        "c,3,12,planned",
                        "c,1,18,",
                        "c,x,9,",
                        "c,,9,",
                        "d,2.5,9,")
                .read();

        assertThat(data.timeline()).isEqualTo(Timeline.SESSION_NUMBERS);
        assertThat(data.course(0).sessions()).extracting(Session::number).containsExactly(1, 3);
        assertThat(data.course(0).sessions()).noneMatch(Session::hasDay);
        assertThat(data.course(0).endKind()).contains(EndKind.PLANNED);
        assertThat(data.course(0).endDay()).isEmpty();
        assertThat(data.intake().rows().setAside())
                .containsEntry(ProblemCode.BAD_DATE, 2L)
                .containsEntry(ProblemCode.MISSING_DATE, 1L);
    }
}
