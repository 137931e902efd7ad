package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import mendline.model.InputFile;
import mendline.model.Problem;
import mendline.model.ProblemCode;
import mendline.model.Rater;
import mendline.model.RowAccount;
import mendline.model.ScoreSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions in one file, scores in another, one a row. */
final class ScoreFilesTest {
    private static final String PROFILE = """
            files:
              sessions: {match: "appt*.csv"}
              scores:
                match: "scores*.csv"
                columns: {client_id: Patient, date: Completed, measure: Assessment, score: Total}
                measures: {"Depression": phq9, "SRS (clinician)": srs_therapist}
            """;

    @TempDir
    Path folder;

    private Exports appointments() {
        return new Exports(folder)
                .with(
                        "appt.csv",
                        "client_id,session_date,attendance,site",
                        "a,2026-03-02,attended,north",
                        "a,2026-03-09,did_not_attend,north",
                        "a,2026-03-16,attended,north",
                        "b,2026-03-20,attended,north");
    }

    private static RowAccount accounted(SessionData data) {
        RowAccount rows = data.intake().rows();
        assertThat(rows.read())
                .isEqualTo(data.intake().files().stream()
                        .mapToLong(InputFile::rows)
                        .sum())
                .isPositive();
        return rows;
    }

    private static ScoreSeries phq9(SessionData data) {
        return data.course(0).series("phq9", Rater.CLIENT).orElseThrow();
    }

    @Test
    void scoresFindTheSessionsOfTheirDay() throws Exception {
        SessionData data = appointments()
                .with(
                        "scores-all.csv",
                        "Patient,Assessment,Completed,Total,Severity",
                        "a,Depression,2026-03-02,14,moderate",
                        "a,PHQ-9,2026-03-16,9,mild",
                        "a,SRS (clinician),2026-03-16,33.5,",
                        "b,srs,2026-03-20,38,")
                .read(PROFILE);

        assertThat(phq9(data).scores()).containsExactly(1_400, 900);
        assertThat(phq9(data).session(1)).isEqualTo(2);
        assertThat(data.course(0).series("srs", Rater.THERAPIST).orElseThrow().scores())
                .containsExactly(3_350);
        assertThat(data.course(1).series("srs", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(3_800);
        assertThat(data.intake().problemCounts()).isEmpty();
        assertThat(data.intake().ignoredColumns()).containsExactly("Severity");
        assertThat(data.intake().columnsFound()).contains("phq9", "srs", "srs_therapist");
        assertThat(data.intake().scoreCounts()).containsEntry("phq9", 2L).containsEntry("srs", 1L);
        assertThat(accounted(data).used()).isEqualTo(8);
    }

    @ParameterizedTest(name = "a score of {0} belongs to session {1}")
    @CsvSource(textBlock = """
            2026-02-26, 0
            2026-02-27, 1
            2026-03-02, 1
            2026-03-05, 1
            2026-03-06, 0
            2026-03-09, 0
            2026-03-12, 0
            2026-03-13, 2
            2026-03-17, 2
            """)
    void aScoreBelongsToTheNearestAttendedSessionWithinThreeDays(String date, int session) throws Exception {
        SessionData data = appointments()
                .with("scores.csv", "Patient,Assessment,Completed,Total", "a,PHQ9," + date + ",14")
                .read(PROFILE);

        RowAccount rows = accounted(data);
        if (session == 0) {
            assertThat(data.course(0).series("phq9", Rater.CLIENT)).isEmpty();
            assertThat(rows.setAside()).isEqualTo(Map.of(ProblemCode.SCORE_WITHOUT_SESSION, 1L));
            assertThat(data.intake().problems())
                    .containsExactly(new Problem(ProblemCode.SCORE_WITHOUT_SESSION, "scores.csv", 2, ""));
        } else {
            assertThat(phq9(data).session(0)).isEqualTo(session);
            assertThat(rows.used()).isEqualTo(5);
            assertThat(data.intake().problemCounts()).isEmpty();
        }
    }

    @Test
    void ofTwoEquallyNearSessionsTheLaterIsTaken() throws Exception {
        SessionData data = new Exports(folder)
                .with("appt.csv", "client_id,session_date", "a,2026-03-02", "a,2026-03-06")
                .with("scores.csv", "Patient,Assessment,Completed,Total", "a,PHQ9,2026-03-04,14")
                .read(PROFILE);

        assertThat(phq9(data).session(0)).isEqualTo(2);
    }

    @Test
    void ofSeveralScoresTheNearestIsUsedAndTheOthersAreSaid() throws Exception {
        SessionData data = appointments()
                .with(
                        "scores.csv",
                        "Patient,Assessment,Completed,Total",
                        "a,PHQ9,2026-03-01,20",
                        "a,PHQ9,2026-03-02,14",
                        "a,PHQ9,2026-03-03,11",
                        "a,PHQ9,2026-03-14,9",
                        "a,PHQ9,2026-03-18,8")
                .read(PROFILE);

        assertThat(phq9(data).scores()).containsExactly(1_400, 800);
        assertThat(accounted(data).setAside()).isEqualTo(Map.of(ProblemCode.SECOND_SCORE, 3L));
    }

    @Test
    void aScoreOnTheSessionsOwnRowComesFirst() throws Exception {
        SessionData data = new Exports(folder)
                .with("appt.csv", "client_id,session_date,phq9", "a,2026-03-02,12", "a,2026-03-09,10", "a,2026-03-16,")
                .with(
                        "scores.csv",
                        "Patient,Assessment,Completed,Total",
                        "a,PHQ9,2026-03-02,12",
                        "a,PHQ9,2026-03-09,7",
                        "a,PHQ9,2026-03-16,5")
                .read(PROFILE);

        assertThat(phq9(data).scores()).containsExactly(1_200, 1_000, 500);
        assertThat(accounted(data).used()).isEqualTo(4);
        assertThat(data.intake().rows().duplicate()).isEqualTo(1);
        assertThat(data.intake().rows().setAside()).isEqualTo(Map.of(ProblemCode.SECOND_SCORE, 1L));
    }

    @Test
    void aCodeForMissingOutsideTheRangeIsMissingInEveryColumn() throws Exception {
        SessionData data = appointments()
                .with(
                        "scores.csv",
                        "Patient,Completed,Assessment,Total",
                        "a,2026-03-02,Depression,999",
                        "a,2026-03-16,Depression,9",
                        "b,2026-03-20,Depression,998")
                .read(PROFILE + "missing: {default: ['999', '9']}\n");

        assertThat(accounted(data).setAside())
                .isEqualTo(Map.of(ProblemCode.MISSING_SCORE, 1L, ProblemCode.BAD_SCORE, 1L));
        assertThat(phq9(data).scores()).as("9 is a possible score").containsExactly(900);
    }

    @Test
    void extractsThatOverlapGiveEachScoreOnce() throws Exception {
        SessionData data = appointments()
                .with(
                        "scores-1.csv",
                        "Patient,Assessment,Completed,Total",
                        "a,PHQ9,2026-03-02,14",
                        "a,PHQ9,2026-03-02,14")
                .with(
                        "scores-2.csv",
                        "Patient,Assessment,Completed,Total",
                        "a,PHQ9,2026-03-02,12",
                        "a,PHQ9,2026-03-16,9")
                .read(PROFILE);

        assertThat(phq9(data).scores()).as("the file that reaches furthest").containsExactly(1_200, 900);
        assertThat(accounted(data).duplicate()).isEqualTo(2);
        assertThat(data.intake().problemCounts()).isEqualTo(Map.of(ProblemCode.DUPLICATE_CONFLICT, 2L));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            ,PHQ9,2026-03-02,14          | MISSING_CLIENT_ID
            a,PHQ9,,14                   | MISSING_DATE
            a,PHQ9,2026-13-02,14         | BAD_DATE
            a,Mood,2026-03-02,14         | UNKNOWN_MEASURE
            a,,2026-03-02,14             | UNKNOWN_MEASURE
            a,PHQ9,2026-03-02,           | MISSING_SCORE
            a,PHQ9,,N/A                  | MISSING_SCORE
            a,PHQ9,2026-03-02,*          | MISSING_SCORE
            a,PHQ9,2026-03-02,99         | MISSING_SCORE
            a,PHQ9,2026-03-02,28         | BAD_SCORE
            a,PHQ9,2026-03-02,mild       | BAD_SCORE
            a,PHQ9,2026-03-21,14         | FUTURE_ROW
            c,PHQ9,2026-03-02,14         | SCORE_WITHOUT_SESSION
            a,PHQ9,2026-03-02            | WRONG_CELL_COUNT
            "a,PHQ9,2026-03-02,14        | UNCLOSED_QUOTE
            Total,,,4                    | FOOTER_ROW
            """, quoteCharacter = '\'')
    void aRowThatCannotBeUsedIsSetAsideOnce(String row, ProblemCode code) throws Exception {
        SessionData data = appointments()
                .with("scores.csv", "Patient,Assessment,Completed,Total", row, "a,PHQ9,2026-03-16,9")
                .read(PROFILE + "missing: {phq9: ['99']}\n");

        assertThat(phq9(data).scores()).containsExactly(900);
        assertThat(accounted(data).setAside()).isEqualTo(Map.of(code, 1L));
        assertThat(data.intake().problems()).extracting(Problem::code).containsExactly(code);
        assertThat(data.intake().problems().get(0).line()).isEqualTo(2);
    }

    @Test
    void scoreFilesHaveADialectOfTheirOwn() throws Exception {
        SessionData data = appointments()
                .with("scores.csv.txt", "not,ours", "1,2")
                .with("SCORES.CSV", "Patient;Assessment;Completed;Total", "a;SRS;02.03.2026;33,5")
                .read(PROFILE + "    csv: {delimiter: ';', decimal: ',', date_order: dmy}\n");

        assertThat(data.course(0).series("srs", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(3_350);
        assertThat(data.intake().problems())
                .containsExactly(new Problem(ProblemCode.FILE_WITHOUT_ROLE, "scores.csv.txt", 0, ""));
        assertThat(accounted(data).read()).isEqualTo(5);
    }

    @Test
    void aScoreShowsThatASessionTookPlace() throws Exception {
        String[] sessions = {
            "client_id,session_date,attendance", "a,2026-03-02,attended", "a,2026-03-09,", "a,2026-03-16,"
        };
        SessionData without = new Exports(folder.resolve("without"))
                .with("appt.csv", sessions)
                .read(PROFILE);
        SessionData with = new Exports(folder.resolve("with"))
                .with("appt.csv", sessions)
                .with("scores.csv", "Patient,Assessment,Completed,Total", "a,PHQ9,2026-03-09,14")
                .read(PROFILE);

        assertThat(without.intake().asOf()).hasValue(Exports.day("2026-03-02"));
        assertThat(with.intake().asOf()).hasValue(Exports.day("2026-03-09"));
    }

    @Test
    void scoresAloneAreNothingToReport() {
        Exports exports =
                new Exports(folder).with("scores.csv", "Patient,Assessment,Completed,Total", "a,PHQ9,2026-03-02,14");

        assertThatThrownBy(() -> exports.read(PROFILE))
                .isInstanceOf(NothingUsable.class)
                .hasMessage(
                        "None of the files holds sessions: the profile says under files that they hold something else.");
    }

    @Test
    void aScoreFileWithoutItsColumnsIsNamed() throws Exception {
        SessionData data = appointments()
                .with("scores.csv", "Patient,Completed,Total", "a,2026-03-02,14")
                .read(PROFILE);

        assertThat(data.intake().problems())
                .containsExactly(new Problem(ProblemCode.MISSING_COLUMN, "scores.csv", 1, "measure"));
        assertThat(accounted(data).read()).isEqualTo(4);
    }

    @Test
    void theOrderOfRowsAndNamesOfFilesDoNotMatter() throws Exception {
        String header = "Patient,Assessment,Completed,Total";
        String[] rows = {
            "a,PHQ9,2026-03-01,20",
            "a,PHQ9,2026-03-03,11",
            "a,PHQ9,2026-03-03,10",
            "a,PHQ9,2026-03-15,7",
            "a,SRS,2026-03-17,30"
        };
        SessionData one = new Exports(folder.resolve("one"))
                .with("appt.csv", "client_id,session_date", "a,2026-03-02", "a,2026-03-16", "a,2026-03-30")
                .with("scores.csv", header, rows[0], rows[1], rows[2], rows[3], rows[4])
                .read(PROFILE);
        SessionData other = new Exports(folder.resolve("other"))
                .with("appt.csv", "client_id,session_date", "a,2026-03-30", "a,2026-03-16", "a,2026-03-02")
                .with("scores-b.csv", header, rows[4], rows[2], rows[1], rows[0], rows[3])
                .read(PROFILE);

        assertThat(phq9(one).scores()).containsExactly(1_100, 700);
        assertThat(Exports.courses(other)).hasToString(Exports.courses(one).toString());
        assertThat(other.intake().rows()).isEqualTo(one.intake().rows());
    }

    @Test
    void filesOfOneMeasureNeedNoColumnForIt() throws Exception {
        SessionData data = appointments()
                .with("scores.csv", "client_id,date,score", "a,2026-03-02,22")
                .read("files: {scores: {match: scores.csv, measure: K-10}}");

        assertThat(data.course(0).series("k10", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(2_200);
        assertThat(data.intake().problemCounts()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            files: {scores: {match: s.csv, measure: k10, measures: {X: phq9}}} | files.scores.measure says that all rows hold one measure, so measures and columns: measure cannot stand beside it.
            files: {score: {match: s.csv}}                          | there is no key "score" under files; did you mean "scores"?
            files: {scores: {columns: {date: D}}}                   | files.scores needs match, such as {match: "scores*.csv"}.
            files: {sessions: {}}                                   | files.sessions needs match, such as {match: "sessions*.csv"}.
            files: {scores: {match: ../s.csv}}                      | files.scores.match is compared with the name of a file and cannot have a folder in it.
            files: {scores: {match: s.csv, columns: {dat: D}}}      | there is no column of a file of scores "dat" under files.scores.columns; did you mean "date"?
            files: {scores: {match: s.csv, measures: {X: phq8}}}    | there is no measure "phq8" under files.scores.measures; did you mean "phq9"?
            files: {scores: {match: s.csv, csv: {decimal: "x"}}}    | files.scores.csv.decimal should be "." or ",".
            """)
    void aMistakeInTheProfileIsOneSentence(String yaml, String sentence) {
        assertThatThrownBy(() -> Profiles.of("p.yaml", yaml))
                .isInstanceOf(ProfileProblem.class)
                .hasMessage("p.yaml, line 1: " + sentence);
    }

    /** As in files of sessions: how many systems write "not filled in". */
    @Test
    void zerosOnAScaleOnWhichMoreIsBetterAreSaidWhereTheyStand() throws Exception {
        SessionData data = appointments()
                .with(
                        "scores-all.csv",
                        "Patient,Assessment,Completed,Total",
                        "a,srs,2026-03-02,0",
                        "a,PHQ-9,2026-03-02,0",
                        "a,srs,2026-03-16,36")
                .read(PROFILE);

        assertThat(data.intake().problems())
                .containsExactly(new Problem(ProblemCode.ZERO_SCORE, "scores-all.csv", 2, "Total"));
        assertThat(data.intake().lookedAt()).containsEntry(ProblemCode.ZERO_SCORE, 2L);
        assertThat(data.course(0).series("srs", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(0, 3_600);
    }
}
