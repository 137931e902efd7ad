package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mendline.model.ProblemCode;
import mendline.model.Progress;
import mendline.model.Rater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drafts for exports whose columns change from month to month, and that write codes where a value is missing. */
final class DraftedGroupsAndCodesTest {
    @TempDir
    Path folder;

    private ProfileDraft draft() throws Exception {
        return ProfileDrafts.of(List.of(folder), Optional.empty(), Progress.SILENT);
    }

    private static Confidence confidence(ProfileDraft draft, String what) {
        return draft.decisions().stream()
                .filter(each -> each.what().equals(what))
                .findFirst()
                .orElseThrow()
                .confidence();
    }

    @Test
    void columnsAddedAndMovedFromMonthToMonthAreOneExport() throws Exception {
        Exports exports = new Exports(folder)
                .with("2026-01.csv", "Client Ref,Appt Date,Outcome", "Q1,2026-01-05,Attended", "Q2,2026-01-06,DNA")
                .with(
                        "2026-02.csv",
                        "Outcome,Client Ref,Appt Date,PHQ9 Total",
                        "Attended,Q1,2026-02-05,14",
                        "Attended,Q2,2026-02-06,9")
                .with(
                        "2026-03.csv",
                        "CLIENT_REF,SRS Total,Appt Date,Outcome,PHQ9 Total,Room",
                        "Q1,38,2026-03-05,Attended,12,4");
        ProfileDraft draft = draft();
        Profile profile = Profiles.of("draft.yaml", draft.yaml());
        SessionData data = exports.read(profile);

        assertThat(draft.files()).isEqualTo(3);
        assertThat(draft.rows()).isEqualTo(5);
        assertThat(draft.undecided()).isEmpty();
        assertThat(draft.yaml())
                .contains("  # only in some of the files: \"PHQ9 Total\", \"SRS Total\", \"Room\"\n")
                .doesNotContain("\nfiles:");
        assertThat(profile.columns())
                .containsEntry("phq9", "PHQ9 Total")
                .containsEntry("srs", "SRS Total")
                .containsEntry("client_id", "Client Ref");
        assertThat(data.intake().rows().used()).isEqualTo(5);
        assertThat(data.intake().problemCounts()).isEmpty();
        assertThat(data.course(0).series("phq9", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(1_400, 1_200);
    }

    @Test
    void aFileThatCallsOneThingOtherwiseNeedsAProfileOfItsOwnAndIsToldWhy() throws Exception {
        new Exports(folder)
                .with(
                        "a.csv",
                        "Client Ref,Appt Date,Outcome",
                        "Q1,2026-01-05,Attended",
                        "Q1,2026-01-12,Attended",
                        "Q2,2026-01-06,DNA")
                .with("b.csv", "Client Ref,Appt Date,Status", "Q1,2026-02-05,Attended", "Q2,2026-02-06,DNA")
                .with("c.csv", "Client Ref;Appt Date;Outcome", "Q1;2026-02-05;Attended", "Q2;2026-02-06;DNA");
        ProfileDraft draft = draft();

        assertThat(draft.undecided())
                .containsExactly(
                        "b.csv: another name for attendance than a.csv; it needs a profile of its own",
                        "c.csv: another delimiter than a.csv; it needs a profile of its own");
        assertThat(Profiles.of("draft.yaml", draft.yaml()).files().sessions()).contains("a.csv");
    }

    @Test
    void codesForMissingValuesAreProposedWithHowSureOneMayBe() throws Exception {
        Exports exports = new Exports(folder)
                .with(
                        "a.csv",
                        "Client ID,Date,Outcome,PHQ9,GAD7,OQ45,SRS",
                        "a,2026-01-05,Attended,12,99,99,30.5",
                        "a,2026-01-12,Attended,99,5,99,*",
                        "a,2026-01-19,Attended,99,6,99,Not stated",
                        "b,2026-01-06,Attended,99,7,60,<5",
                        "b,2026-01-13,Attended,9,8,61,36",
                        "b,2026-01-20,Attended,-9,9,62,n/a");
        ProfileDraft draft = draft();
        Profile profile = Profiles.of("draft.yaml", draft.yaml());
        SessionData data = exports.read(profile);

        assertThat(profile.missing()).contains("not stated", "N/A");
        assertThat(profile.suppressed()).containsExactlyInAnyOrder("*", "<5");
        assertThat(profile.missingByColumn().get("phq9")).containsExactlyInAnyOrder("99", "-9");
        assertThat(profile.missingByColumn().get("gad7")).containsExactly("99");
        assertThat(profile.missingByColumn()).doesNotContainKeys("oq45", "srs");
        assertThat(confidence(draft, "missing.phq9")).isEqualTo(Confidence.LIKELY);
        assertThat(confidence(draft, "missing.gad7")).isEqualTo(Confidence.GUESS);
        assertThat(draft.undecided())
                .containsExactly(
                        "oq45: 99 stands 3 times in \"OQ45\" and is a possible score; if it means missing, say so"
                                + " under missing: {oq45: [\"99\"]}");
        assertThat(data.intake().problemCounts()).containsOnlyKeys(ProblemCode.SUPPRESSED_VALUE);
        assertThat(data.course(0).series("phq9", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(1_200);
        assertThat(data.course(1).series("phq9", Rater.CLIENT).orElseThrow().scores())
                .as("9 is a score of the PHQ-9")
                .containsExactly(900);
    }

    @Test
    void codesForMissingInFilesOfScoresHoldForEveryMeasureThere() throws Exception {
        new Exports(folder)
                .with("appointments.csv", "Client ID,Date,Outcome", "a,2026-01-05,Attended", "b,2026-01-05,DNA")
                .with(
                        "scores.csv",
                        "Client ID,Date Completed,Measure,Score",
                        "a,2026-01-05,PHQ-9,12",
                        "a,2026-01-05,GAD-7,999",
                        "a,2026-01-05,SRS,999",
                        "b,2026-01-05,SRS,999");
        ProfileDraft draft = draft();

        assertThat(Profiles.of("draft.yaml", draft.yaml()).missingByColumn()).containsOnlyKeys("phq9", "gad7", "srs");
        assertThat(confidence(draft, "missing.srs")).isEqualTo(Confidence.LIKELY);
    }
}
