package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.model.Course;
import mendline.model.EndKind;
import mendline.model.InputFile;
import mendline.model.Problem;
import mendline.model.ProblemCode;
import mendline.model.Rater;
import mendline.model.RowAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions, scores of several layouts and courses in files of their own. */
final class SeveralTablesTest {
    private static final String COURSES = """
            files:
              sessions: {match: "appt*.csv"}
              courses:
                match: "referrals*.csv"
                columns: {client_id: Client, course_id: Ref, referral_date: Referred, end: Discharged, course_end: Why,
                          therapist_id: Clinician, site: Place, group_age_band: Age}
            values: {course_end: {completed: planned, "dropped": unplanned}}
            """;

    @TempDir
    Path folder;

    private static RowAccount accounted(SessionData data) {
        RowAccount rows = data.intake().rows();
        assertThat(rows.read())
                .isEqualTo(data.intake().files().stream()
                        .mapToLong(InputFile::rows)
                        .sum())
                .isPositive();
        return rows;
    }

    private static List<String> problems(SessionData data) {
        List<String> all = new ArrayList<>();
        for (Problem problem : data.intake().problems()) {
            all.add((problem.code().key() + " " + problem.file() + ":" + problem.line() + " " + problem.column())
                    .trim());
        }
        return all;
    }

    @Test
    void scoresOfTwoLayoutsAreReadAtOnce() throws Exception {
        SessionData data = new Exports(folder)
                .with("appt.csv", "client_id,session_date", "a,2026-03-02", "a,2026-03-09")
                .with("ors.csv", "client_id,date,score", "a,2026-03-02,20", "a,2026-03-09,24.5")
                .with(
                        "core.csv",
                        "Patient;Done;CORE;PHQ9;SRS (clinician)",
                        "a;02.03.2026;12,5;;38",
                        "a;09.03.2026;9;7;",
                        "a;10.03.2026;;;",
                        "a;;9;;",
                        "a;09.03.2026;x;28;")
                .read("""
                        files:
                          sessions: {match: appt.csv}
                          scores:
                            - {match: "ors*", measure: ors}
                            - match: "core*"
                              csv: {delimiter: ";", decimal: ",", date_order: dmy}
                              columns: {client_id: Patient, date: Done, core10: CORE, srs_therapist: SRS (clinician)}
                        """);

        Course course = data.course(0);
        assertThat(course.series("ors", Rater.CLIENT).orElseThrow().scores()).containsExactly(2_000, 2_450);
        assertThat(course.series("core10", Rater.CLIENT).orElseThrow().scores()).containsExactly(1_250, 900);
        assertThat(course.series("phq9", Rater.CLIENT).orElseThrow().scores()).containsExactly(700);
        assertThat(course.series("srs", Rater.THERAPIST).orElseThrow().scores()).containsExactly(3_800);
        assertThat(problems(data))
                .containsExactlyInAnyOrder(
                        "missing_score core.csv:4",
                        "missing_date core.csv:5 Done",
                        "score_not_a_number core.csv:6 CORE",
                        "score_out_of_range core.csv:6 PHQ9",
                        "bad_score core.csv:6");
        RowAccount rows = accounted(data);
        assertThat(rows.used()).isEqualTo(6);
        assertThat(rows.setAside())
                .isEqualTo(
                        Map.of(ProblemCode.MISSING_SCORE, 1L, ProblemCode.MISSING_DATE, 1L, ProblemCode.BAD_SCORE, 1L));
    }

    @Test
    void aRowOfSeveralScoresIsCountedOnce() throws Exception {
        String[] sessions = {"client_id,session_date,phq9", "a,2026-03-02,14", "b,2026-03-02,", "d,2026-03-30,"};
        String profile = "files: {sessions: {match: appt.csv}, scores: {match: \"s*.csv\"}}";
        SessionData data = new Exports(folder)
                .with("appt.csv", sessions)
                .with(
                        "s.csv",
                        "client_id,date,phq9,gad7",
                        "a,2026-03-02,14,8",
                        "a,2026-03-03,12,",
                        "c,2026-03-02,3,4",
                        "b,2026-03-04,5,6",
                        "b,2026-03-04,5,6",
                        "b,2026-03-02,4,7")
                .read(profile);

        assertThat(data.course(0).series("phq9", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(1_400);
        assertThat(data.course(0).series("gad7", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(800);
        assertThat(data.course(1).series("phq9", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(400);
        RowAccount rows = accounted(data);
        assertThat(rows.used()).isEqualTo(3 + 2);
        assertThat(rows.duplicate()).isEqualTo(1);
        assertThat(rows.setAside())
                .isEqualTo(Map.of(ProblemCode.SECOND_SCORE, 2L, ProblemCode.SCORE_WITHOUT_SESSION, 1L));
        assertThat(data.intake().problemCounts())
                .isEqualTo(Map.of(ProblemCode.SECOND_SCORE, 3L, ProblemCode.SCORE_WITHOUT_SESSION, 1L));
    }

    @Test
    void sessionsAreCutIntoTheCoursesOfTheirClient() throws Exception {
        SessionData data = new Exports(folder)
                .with(
                        "appt.csv",
                        "client_id,session_date,therapist_id",
                        "a,2026-01-05,t1",
                        "a,2026-01-12,t1",
                        "a,2026-02-02,",
                        "a,2026-02-09,",
                        "b,2026-01-20,")
                .with(
                        "referrals.csv",
                        "Client,Referred,Discharged,Why,Clinician,Place,Age",
                        "a,2025-12-20,2026-01-12,completed,t9,north,25-34",
                        "a,2026-01-30,,,t2,south,25-34",
                        "c,2026-01-30,,,t2,south,25-34")
                .read(COURSES);

        assertThat(Exports.ids(data)).containsExactly("a#1", "a#2", "b#1");
        Course first = data.course(0);
        assertThat(first.referralDay()).isEqualTo(OptionalInt.of(Exports.day("2025-12-20")));
        assertThat(first.endKind()).contains(EndKind.PLANNED);
        assertThat(first.endDay()).isEqualTo(OptionalInt.of(Exports.day("2026-01-12")));
        assertThat(first.therapist()).contains("t1");
        assertThat(first.site()).contains("north");
        assertThat(first.groups()).containsEntry("group_age_band", "25-34");
        Course second = data.course(1);
        assertThat(second.sessions()).hasSize(2);
        assertThat(second.referralDay()).isEqualTo(OptionalInt.of(Exports.day("2026-01-30")));
        assertThat(second.therapist()).contains("t2");
        assertThat(second.endKind()).isEmpty();
        assertThat(problems(data))
                .containsExactlyInAnyOrder(
                        "course_without_session referrals.csv:4", "session_without_course appt.csv:6");
        RowAccount rows = accounted(data);
        assertThat(rows.used()).isEqualTo(5 + 2);
        assertThat(rows.setAside()).isEqualTo(Map.of(ProblemCode.COURSE_WITHOUT_SESSION, 1L));
        assertThat(data.intake().columnsFound()).contains("referral_date", "course_end", "group_age_band", "site");
    }

    @Test
    void aCourseIdJoinsWhateverTheDates() throws Exception {
        SessionData data = new Exports(folder)
                .with(
                        "appt.csv",
                        "client_id,course_id,session_date,course_end",
                        "a,r2,2026-01-05,",
                        "a,r2,2026-01-12,planned",
                        "a,r1,2026-01-06,",
                        "a,r3,2026-01-07,",
                        "b,r4,2026-01-08,")
                .with(
                        "referrals.csv",
                        "Client,Ref,Referred,Discharged,Why",
                        "a,r1,2026-01-01,2026-01-06,",
                        "a,r2,2025-12-01,2026-01-12,dropped",
                        "a,r4,2025-12-01,,")
                .read(COURSES);

        assertThat(Exports.ids(data)).containsExactly("r1", "r2", "r3", "r4");
        assertThat(data.course(0).referralDay()).hasValue(Exports.day("2026-01-01"));
        assertThat(data.course(0).endKind()).isEmpty();
        assertThat(data.course(1).endKind()).contains(EndKind.PLANNED);
        assertThat(data.course(2).referralDay()).isEmpty();
        assertThat(problems(data))
                .containsExactlyInAnyOrder(
                        "end_without_kind referrals.csv:2 Discharged",
                        "course_end_conflict appt.csv:3 course_end",
                        "session_without_course appt.csv:5",
                        "session_without_course appt.csv:6",
                        "course_without_session referrals.csv:4");
    }

    @ParameterizedTest(name = "discharged on {0}: {1}")
    @CsvSource({"2026-01-12,PLANNED", "2026-01-20,PLANNED", "2026-01-05,", "2026-02-10,", ",PLANNED"})
    void anEndingStandsOnTheLastSessionUpToIt(String discharged, EndKind kind) throws Exception {
        SessionData data = new Exports(folder)
                .with(
                        "appt.csv",
                        "client_id,session_date,attendance,stage",
                        "a,2026-01-05,attended,",
                        "a,2026-01-12,attended,",
                        "a,2026-01-19,did_not_attend,",
                        "a,2026-02-02,attended,follow_up")
                .with(
                        "referrals.csv",
                        "Client,Discharged,Why",
                        "a," + (discharged == null ? "" : discharged) + ",completed")
                .read(COURSES);

        assertThat(data.course(0).endKind()).isEqualTo(Optional.ofNullable(kind));
        assertThat(accounted(data).used()).isEqualTo(5);
    }

    @Test
    void badCellsOfACourseAreNamedAndTheRestIsUsed() throws Exception {
        SessionData data = new Exports(folder)
                .with("appt.csv", "client_id,session_date", "a,2026-01-05")
                .with(
                        "referrals.csv",
                        "Client,Referred,Discharged,Why,Place,Nickname",
                        "a,soon,13/13/2026,moved,*,x",
                        ",2026-01-01,,,,",
                        "Total,,,,,1",
                        "a,2026-01-01")
                .read(COURSES);

        assertThat(problems(data))
                .containsExactlyInAnyOrder(
                        "bad_referral_date referrals.csv:2 Referred",
                        "bad_course_date referrals.csv:2 Discharged",
                        "unknown_course_end referrals.csv:2 Why",
                        "suppressed_value referrals.csv:2 Place",
                        "missing_client_id referrals.csv:3 Client",
                        "footer_row referrals.csv:4",
                        "wrong_cell_count referrals.csv:5");
        assertThat(data.intake().ignoredColumns()).containsExactly("Nickname");
        assertThat(accounted(data).used()).isEqualTo(2);
    }

    @Test
    void ofOverlappingExtractsTheLaterOneIsKeptWhateverTheOrder() throws Exception {
        String header = "Client,Ref,Referred,Discharged,Why";
        String early = "a,r1,2025-12-01,,";
        String late = "a,r1,2025-12-01,2026-01-12,dropped";
        String other = "b,r2,2025-12-02,,";
        String[] sessions = {"client_id,session_date", "a,2026-01-05", "a,2026-01-12", "b,2026-01-05", "b,2026-01-19"};
        SessionData one = new Exports(folder.resolve("one"))
                .with("appt.csv", sessions)
                .with("referrals-1.csv", header, early, other)
                .with("referrals-2.csv", header, late, other)
                .read(COURSES);
        SessionData turned = new Exports(folder.resolve("turned"))
                .with("appt.csv", sessions)
                .with("referrals-1.csv", header, other, late)
                .with("referrals-2.csv", header, other, early)
                .read(COURSES);

        assertThat(one.course(0).endKind()).contains(EndKind.UNPLANNED);
        assertThat(Exports.courses(turned)).isEqualTo(Exports.courses(one));
        assertThat(turned.intake().rows()).isEqualTo(one.intake().rows());
        assertThat(accounted(one).duplicate()).isEqualTo(2);
        assertThat(one.intake().problemCounts()).isEqualTo(Map.of(ProblemCode.DUPLICATE_CONFLICT, 1L));
    }

    @Test
    void personalDataIsSuspectedInEveryTable() throws Exception {
        SessionData data = new Exports(folder)
                .with("appt.csv", "client_id,session_date", "a,2026-01-05")
                .with("referrals.csv", "Client,Referred,Contact", "a,2026-01-01,anna@example.org")
                .with("scores.csv", "client_id,date,measure,score,Notes", "a,2026-01-05,phq9,7,she said nothing much")
                .read(COURSES.replace("files:", "files:\n  scores: {match: scores.csv}"));

        assertThat(problems(data))
                .containsExactly(
                        "personal_data_suspected referrals.csv:0 Contact",
                        "personal_data_suspected scores.csv:0 Notes");
    }

    @Test
    void aFileOfCoursesWithoutItsColumnsIsNamed() throws Exception {
        SessionData data = new Exports(folder)
                .with("appt.csv", "client_id,session_date", "a,2026-01-05")
                .with("referrals.csv", "Name,Referred", "x,2026-01-01")
                .read(COURSES);

        assertThat(problems(data)).containsExactly("missing_column referrals.csv:1 client_id");
        assertThat(accounted(data).read()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            files: {course: {match: c.csv}}                             | there is no key "course" under files; did you mean "courses"?
            files: {courses: {match: c.csv, columns: {started: S}}}     | there is no column of a file of courses "started" under files.courses.columns; did you mean "start"?
            files: {courses: [{columns: {start: S}}]}                   | files.courses needs match, such as {match: "courses*.csv"}.
            files: {courses: {match: c.csv, columns: {site: A, Site: B}}} | files.courses.columns.Site names the column site a second time.
            files: {scores: [{match: a.csv}, {match: b.csv, csv: {delimiter: ab}}]} | files.scores.csv.delimiter should be one character such as "," or ";", or tab.
            files: {scores: x}                                          | files.scores should be a list in square brackets.
            """)
    void aMistakeInTheProfileIsOneSentence(String yaml, String sentence) {
        assertThatThrownBy(() -> Profiles.of("p.yaml", yaml))
                .isInstanceOf(ProfileProblem.class)
                .hasMessage("p.yaml, line 1: " + sentence);
    }
}
