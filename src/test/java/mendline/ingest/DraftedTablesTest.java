package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mendline.model.EndKind;
import mendline.model.ProblemCode;
import mendline.model.Progress;
import mendline.model.Rater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts for exports of several tables, of items, and of days that a spreadsheet counted. */
final class DraftedTablesTest {
    private static final String[] SESSIONS = {
        "Client Ref,Appt Date,Outcome",
        "Q1,2026-01-13,Attended",
        "Q1,2026-01-20,DNA",
        "Q1,2026-01-27,Attended",
        "Q2,2026-01-14,Attended",
        "Q2,2026-01-21,Attended"
    };

    @TempDir
    Path folder;

    private ProfileDraft draft() throws Exception {
        return ProfileDrafts.of(List.of(folder), Optional.empty(), Progress.SILENT);
    }

    private Profile profile() throws Exception {
        return Profiles.of("draft.yaml", draft().yaml());
    }

    private static Confidence confidence(ProfileDraft draft, String what) {
        return draft.decisions().stream()
                .filter(each -> each.what().equals(what))
                .findFirst()
                .orElseThrow()
                .confidence();
    }

    private static int[] scores(SessionData data, int course, String measure) {
        return data.course(course).series(measure, Rater.CLIENT).orElseThrow().scores();
    }

    @Test
    void aFileOfReferralsIsToldFromSessionsAndItsEndingsAreTranslated() throws Exception {
        Exports exports = new Exports(folder)
                .with("appointments.csv", SESSIONS)
                .with(
                        "referrals.csv",
                        "Client Ref,Received,Discharge Date,Discharge Reason",
                        "Q1,2025-12-01,2026-01-27,Treatment completed",
                        "Q2,2025-12-02,2026-01-21,went to sea");
        ProfileDraft draft = draft();
        SessionData data = exports.read(draft.yaml());

        assertThat(Profiles.of("draft.yaml", draft.yaml()).files().courses())
                .singleElement()
                .satisfies(courses -> assertThat(courses.columns())
                        .containsEntry("client_id", "Client Ref")
                        .containsEntry("referral_date", "Received")
                        .containsEntry("end", "Discharge Date")
                        .containsEntry("course_end", "Discharge Reason"));
        assertThat(confidence(draft, "files.courses.end")).isEqualTo(Confidence.LIKELY);
        assertThat(data.course(0).endKind()).contains(EndKind.PLANNED);
        assertThat(draft.undecided())
                .containsExactly(
                        "course_end: 1 of the words in \"Discharge Reason\" are not known; say what they mean under values");
        assertThat(draft.yaml()).doesNotContain("sea");
    }

    @Test
    void filesOfQuestionnairesBesideSessionsAreScoresAndSeveralLayoutsStandSideBySide() throws Exception {
        Exports exports = new Exports(folder)
                .with("appointments.csv", SESSIONS)
                .with("forms.csv", "Client Ref,Completed At,PHQ9 Total", "Q1,2026-01-13,14", "Q2,2026-01-14,9")
                .with("scores.csv", "Patient ID;Measure;Date Completed;Score", "Q1;SRS;13.01.2026;36,5")
                .with("measures.csv", "Client Ref,Measure,Date Completed,Score", "Q1,GAD-7,2026-01-27,11");
        ProfileDraft draft = draft();
        Profile profile = Profiles.of("draft.yaml", draft.yaml());
        SessionData data = exports.read(profile);

        assertThat(profile.files().scores())
                .extracting(FileRoles.ScoreFiles::match)
                .containsExactlyInAnyOrder("forms.csv", "scores.csv", "measures.csv");
        assertThat(draft.undecided()).isEmpty();
        assertThat(data.intake().problemCounts()).isEmpty();
        assertThat(scores(data, 0, "phq9")).containsExactly(1_400);
        assertThat(scores(data, 0, "srs")).containsExactly(3_650);
        assertThat(scores(data, 0, "gad7")).containsExactly(1_100);
        assertThat(data.intake().rows().used()).isEqualTo(9);
    }

    @Test
    void monthsThatBeganWithoutAttendanceStaySessions() throws Exception {
        Exports exports = new Exports(folder)
                .with("2026-01.csv", "Client Ref,Appt Date,PHQ9", "Q1,2026-01-13,14", "Q2,2026-01-14,9")
                .with(
                        "2026-02.csv",
                        "Client Ref,Appt Date,PHQ9,Outcome",
                        "Q1,2026-02-13,12,Attended",
                        "Q2,2026-02-12,,DNA");

        assertThat(profile().files().scores()).isEmpty();
        assertThat(exports.read(profile()).intake().rows().used()).isEqualTo(4);
    }

    @Test
    void columnsOfItemsAreSummed() throws Exception {
        List<String> lines = new ArrayList<>(List.of("Client Ref,Date,PHQ9_Q1,PHQ9_Q2,PHQ9_Q3,PHQ9_Q4,PHQ9_Q5,PHQ9_Q6,"
                + "PHQ9_Q7,PHQ9_Q8,PHQ9_Q9,ors1,ors2,ors3,ors4"));
        lines.add("Q1,2026-01-13,1,1,1,2,2,2,0,0,0,5,5,5,5");
        lines.add("Q1,2026-01-20,Several days,1,1,Not at all,2,2,0,0,0,6,6,6,6");
        lines.add("Q2,2026-01-20,3,3,3,3,3,3,3,3,3,6.5,6,6,6");
        Exports exports = new Exports(folder).with("a.csv", lines.toArray(String[]::new));
        ProfileDraft draft = draft();
        SessionData data = exports.read(draft.yaml());

        assertThat(draft.yaml()).contains("  phq9: \"PHQ9_Q{n}\"  # likely: all 9 items by their names");
        assertThat(scores(data, 0, "phq9")).containsExactly(900, 700);
        assertThat(scores(data, 0, "ors")).containsExactly(2_000, 2_400);
        assertThat(data.intake().problemCounts()).isEmpty();
    }

    @Test
    void whichItemsAreTurnedNobodyCanKnowFromTheFile() throws Exception {
        new Exports(folder)
                .with(
                        "a.csv",
                        "Client Ref,Date,c01,core10_01,core10_02,core10_03,core10_04,core10_05,core10_06,core10_07,core10_08,core10_09,core10_10",
                        "Q1,2026-01-13,1,1,1,1,2,2,2,0,0,0,4",
                        "Q1,2026-01-20,1,1,1,1,2,2,2,0,0,0,4",
                        "Q2,2026-01-20,1,1,1,1,2,2,2,0,0,0,4");
        ProfileDraft draft = draft();

        assertThat(draft.undecided())
                .anyMatch(what -> what.startsWith("items.core10: the file has all 10 items")
                        && what.contains("\"core10_{nn}\", reverse: [their numbers]"));
        assertThat(Profiles.of("draft.yaml", draft.yaml()).scoring().items()).isEmpty();
    }

    @Test
    void itemsThatAreNotAllThereOrHoldOtherThingsAreLeftAlone() throws Exception {
        new Exports(folder)
                .with(
                        "a.csv",
                        "Client Ref,Date,ors1,ors2,ors3,srs1,srs2,srs3,srs4",
                        "Q1,2026-01-13,5,5,5,85,90,70,60",
                        "Q1,2026-01-20,5,5,5,85,90,70,60");

        assertThat(profile().scoring().items()).isEmpty();
    }

    @Test
    void daysThatASpreadsheetCountedAreRead() throws Exception {
        Exports exports = new Exports(folder)
                .with(
                        "a.csv",
                        "Client Ref,Appt Date,PHQ9",
                        "Q1,46035,14",
                        "Q1,46042,12",
                        "Q2,46035,9",
                        "Q2,2026-01-20,8");
        ProfileDraft draft = draft();
        SessionData data = exports.read(draft.yaml());

        assertThat(confidence(draft, "csv.serial_dates")).isEqualTo(Confidence.LIKELY);
        assertThat(confidence(draft, "session_date")).isEqualTo(Confidence.LIKELY);
        assertThat(data.intake().rows().used()).isEqualTo(4);
        assertThat(data.intake().problemCounts()).doesNotContainKey(ProblemCode.SERIAL_DATE);
        assertThat(data.course(0).sessions().get(0).day()).isEqualTo(Exports.day("2026-01-13"));
    }

    @Test
    void patternsOfNamesFitNoFileOfAnotherKind() throws Exception {
        new Exports(folder)
                .with("export-1.csv", SESSIONS)
                .with("export-2.csv", "Client Ref,Measure,Date Completed,Score", "Q1,SRS,2026-01-13,36")
                .with("export-3.csv", "Client Ref,Measure,Date Completed,Score", "Q1,SRS,2026-01-20,35")
                .with("export-4.csv", "Client Ref,Appt Date,Outcome", "Q3,2026-01-20,Attended");
        Profile profile = profile();

        assertThat(profile.files().scores())
                .extracting(FileRoles.ScoreFiles::match)
                .containsExactly("export-2.csv", "export-3.csv");
        assertThat(profile.files().of("export-1.csv").kind()).isEqualTo(FileRoles.Kind.SESSIONS);
        assertThat(profile.files().of("export-4.csv").kind()).isEqualTo(FileRoles.Kind.SESSIONS);
    }

    @Test
    void aHeaderThatSwallowedRowsIsNotRepeated() {
        new Exports(folder)
                .withText("a.csv", "client_id,session_date,\"phq9\nQX7,2026-01-05,12\nQX7,2026-01-12,11\",x\n");

        assertThatThrownBy(this::draft)
                .isInstanceOf(NothingUsable.class)
                .hasMessageNotContaining("QX7")
                .hasMessageContaining("No file of sessions was recognised");
    }
}
