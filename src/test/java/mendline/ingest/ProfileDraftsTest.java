package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import mendline.model.ProblemCode;
import mendline.model.Progress;
import mendline.model.Rater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfileDraftsTest {
    private static final String HEADER = "Client Ref,Clinician,Appt Date,Outcome,PHQ9 Total,Notes";
    private static final String[] ROWS = {
        HEADER,
        "QX7,T1,13/01/2026,Attended,12,zebra",
        "QX7,T1,20/01/2026,DNA,,",
        "QX7,T2,27/01/2026,Attended,9.5,",
        "RY8,T1,02/02/2026,Attended,18,",
        "RY8,T1,09/02/2026,Cancelled,,walrus"
    };

    @TempDir
    Path folder;

    private ProfileDraft draft(String... order) throws Exception {
        Optional<DateOrder> wanted = order.length == 0 ? Optional.empty() : Optional.of(DateOrder.valueOf(order[0]));
        return ProfileDrafts.of(List.of(folder), wanted, Progress.SILENT);
    }

    private Profile profile(String... order) throws Exception {
        return Profiles.of("draft.yaml", draft(order).yaml());
    }

    private static Confidence confidence(ProfileDraft draft, String what) {
        return draft.decisions().stream()
                .filter(each -> each.what().equals(what))
                .findFirst()
                .orElseThrow()
                .confidence();
    }

    @Test
    void anExportIsUnderstoodAndTheDraftReadsIt() throws Exception {
        Exports exports = new Exports(folder).with("a.csv", ROWS);
        ProfileDraft draft = draft();
        Profile profile = Profiles.of("draft.yaml", draft.yaml());
        SessionData data = exports.read(profile);

        assertThat(profile.columns())
                .containsEntry("client_id", "Client Ref")
                .containsEntry("session_date", "Appt Date")
                .containsEntry("attendance", "Outcome")
                .containsEntry("therapist_id", "Clinician")
                .containsEntry("phq9", "PHQ9 Total")
                .hasSize(5);
        assertThat(profile.dialect().dateOrder()).isEqualTo(DateOrder.DMY);
        assertThat(profile.values().get("attendance"))
                .containsEntry("DNA", "did_not_attend")
                .containsEntry("Cancelled", "cancelled_by_client");
        assertThat(confidence(draft, "session_date")).isEqualTo(Confidence.SURE);
        assertThat(confidence(draft, "csv.date_order")).isEqualTo(Confidence.SURE);
        assertThat(confidence(draft, "attendance")).isEqualTo(Confidence.SURE);
        assertThat(confidence(draft, "therapist_id")).isEqualTo(Confidence.LIKELY);
        assertThat(data.course(0).series("phq9", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(1_200, 950);
        assertThat(data.intake().problemCounts())
                .as("a booked row after the last attended one")
                .containsOnlyKeys(ProblemCode.FUTURE_ROW, ProblemCode.PERSONAL_DATA_SUSPECTED);
        assertThat(draft.rows()).isEqualTo(5);
    }

    @Test
    void rowsThatEndWithADelimiterAreUnderstood() throws Exception {
        Exports exports = new Exports(folder)
                .with("a.csv", "Client Ref;Appt Date;PHQ9 Total", "C1;13/01/2026;12;", "C1;20/01/2026;\"9,5\";");
        SessionData data = exports.read(profile());

        assertThat(data.intake().rows().used()).isEqualTo(2);
        assertThat(data.course(0).series("phq9", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(1_200, 950);
        assertThat(data.intake().problemCounts()).containsOnlyKeys(ProblemCode.TRAILING_DELIMITER);
    }

    @Test
    void filesCalledAfterPersonsAreDescribedWithoutTheirNames() throws Exception {
        Exports exports = new Exports(folder)
                .with("smith sessions.csv", "client_id,session_date", "C1,2026-01-13", "C1,2026-01-20")
                .with(
                        "smith scores.csv",
                        "client_id,date,measure,score",
                        "C1,2026-01-13,PHQ-9,12",
                        "C1,2026-01-20,PHQ-9,9");
        ProfileDraft draft = draft();
        SessionData data = exports.read(Profiles.of("draft.yaml", draft.yaml()));

        assertThat(draft.yaml())
                .contains("\"* sessions.csv\"", "\"* scores.csv\"")
                .doesNotContain("smith");
        assertThat(data.course(0).series("phq9", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(1_200, 900);
    }

    @Test
    void noCellIsRepeated() throws Exception {
        new Exports(folder).with("a.csv", ROWS).with("b.csv", HEADER, "SZ9,T3,28/02/2026,gone fishing,14,ostrich");
        ProfileDraft draft = draft();
        List<String> all = new ArrayList<>(draft.undecided());
        all.add(draft.yaml());

        assertThat(String.join(" ", all))
                .doesNotContain("QX7", "RY8", "SZ9", "zebra", "walrus", "ostrich", "13/01", "fishing", "T1", "9.5");
        assertThat(draft.undecided())
                .as("words of both files are looked at")
                .hasSize(1)
                .allMatch(what -> what.startsWith("attendance: 1 of the words"));
    }

    @Test
    void unknownWordsAreCountedAndNotTold() throws Exception {
        new Exports(folder)
                .with(
                        "a.csv",
                        HEADER,
                        "a,T,13/01/2026,Attended,1,",
                        "a,T,14/01/2026,gone fishing,1,",
                        "b,T,14/01/2026,DNA,1,");

        assertThat(draft().undecided())
                .containsExactly(
                        "attendance: 1 of the words in \"Outcome\" are not known; say what they mean under values");
        assertThat(confidence(draft(), "attendance")).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void columnsThatMaySayWhoCameInUnknownWordsAreNamedAndTheirWordsAreNot() throws Exception {
        new Exports(folder)
                .with(
                        "a.csv",
                        "Client,Date,State,Jane Miller,PHQ-9",
                        "a,13/01/2026,da gewesen,x,12",
                        "a,20/01/2026,nicht da,y,13",
                        "a,27/01/2026,da gewesen,x,14",
                        "b,13/01/2026,da gewesen,x,15",
                        "b,20/01/2026,da gewesen,y,16");

        assertThat(draft().undecided())
                .containsExactly(
                        "attendance: no column has words that are known; without one every row counts as attended; if \"State\""
                                + " or (column 4, its name withheld) says who came, name it under columns and say under values: attendance"
                                + " what each of its words means");
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(textBlock = """
            13/02/2026, 04/03/2026, DMY
            02/13/2026, 04/03/2026, MDY
            2026-02-03, 2026-04-03, YMD
            2026-02-03T23:30:00Z, 2026-04-03T08:00:00Z, YMD
            13.02.2026 14:00, 4.3.2026 9:00, DMY
            2/13/2026 2:30 PM, 4/3/2026 9:00 AM, MDY
            """)
    void theOrderOfDatesFollowsFromImpossibleOnes(String one, String other, DateOrder order) throws Exception {
        Exports exports =
                new Exports(folder).with("a.csv", "Client ID,Date", "a," + one, "a," + other, "b," + one, "b," + other);

        assertThat(profile().dialect().dateOrder()).isEqualTo(order);
        assertThat(exports.read(profile()).intake().rows().setAside()).isEmpty();
    }

    @Test
    void datesThatCanBeReadInTwoWaysStopWithBothReadings() {
        new Exports(folder)
                .with("a.csv", "Client ID,Date", "a,02/03/2026", "a,11/04/2026", "b,02/03/2026", "b,05/05/2026");

        assertThatThrownBy(this::draft)
                .isInstanceOf(AmbiguousDates.class)
                .hasMessage(
                        "The dates of column \"Date\" in a.csv can be read in two ways: as day/month they run from 2026-03-02 to 2026-05-05, "
                                + "as month/day from 2026-02-03 to 2026-11-04. Say which is right with --date-order dmy or --date-order mdy.");
    }

    @Test
    void theOrderThatTheUserSaysIsTakenUnlessTheDatesForbidIt() throws Exception {
        Exports exports =
                new Exports(folder).with("a.csv", "Client ID,Date", "a,02/03/2026", "a,11/04/2026", "b,02/03/2026");

        assertThat(profile("DMY").dialect().dateOrder()).isEqualTo(DateOrder.DMY);
        assertThat(profile("MDY").dialect().dateOrder()).isEqualTo(DateOrder.MDY);
        exports.with("a.csv", "Client ID,Date", "a,22/03/2026", "a,11/04/2026", "b,02/03/2026");
        assertThatThrownBy(() -> draft("MDY"))
                .isInstanceOf(AmbiguousDates.class)
                .hasMessage(
                        "The dates of column \"Date\" in a.csv cannot be in the order mdy: 1 of them would have no such month.");
    }

    @Test
    void datesInTwoOrdersStop() {
        new Exports(folder).with("a.csv", "Client ID,Date", "a,22/03/2026", "a,04/13/2026", "b,02/03/2026");

        assertThatThrownBy(this::draft)
                .isInstanceOf(AmbiguousDates.class)
                .hasMessageContaining("in two orders: 1 can only be day/month, 1 only");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            ";", ","
            "\t", .
            |, .
            ",", .
            """)
    void delimitersAndDecimalMarksAreFound(String delimiter, char decimal) throws Exception {
        String[] lines = {
            "Client ID#Date#SRS#Remark",
            "a#2026-01-05#36@5#x",
            "a#2026-01-12#30@0#\"y#z\"",
            "b#2026-01-05#38@25#",
            "b#2026-01-12#31@5#"
        };
        String text = String.join("\n", lines)
                        .replace("#", delimiter.replace("\\t", "\t"))
                        .replace('@', decimal) + "\n";
        Exports exports = new Exports(folder).withBytes("a.csv", text.getBytes(StandardCharsets.UTF_8));
        Profile profile = profile();

        assertThat(profile.dialect().delimiter())
                .isEqualTo(delimiter.replace("\\t", "\t").charAt(0));
        assertThat(profile.dialect().decimal()).isEqualTo(decimal);
        assertThat(exports.read(profile)
                        .course(0)
                        .series("srs", Rater.CLIENT)
                        .orElseThrow()
                        .scores())
                .containsExactly(3_650, 3_000);
    }

    @Test
    void charsetsAreFound() throws Exception {
        String text = "Client ID;Datum der Sitzung;SRS\nä;13.01.2026;30\nä;20.01.2026;31\nö;13.01.2026;32\n";
        Exports exports = new Exports(folder).withBytes("a.csv", text.getBytes(Charset.forName("windows-1252")));
        Profile profile = profile();

        assertThat(profile.dialect().charset()).contains(Charset.forName("windows-1252"));
        assertThat(profile.columns()).as("the only column of dates").containsEntry("session_date", "Datum der Sitzung");
        assertThat(exports.read(profile).course(0).client()).isEqualTo("ä");
    }

    @Test
    void headerLinesOfSurveyToolsAreFound() throws Exception {
        Exports exports = new Exports(folder)
                .with(
                        "a.csv",
                        "PID,RecordedDate,SRS",
                        "Code,Recorded,Sum",
                        "\"{\"\"ImportId\"\":\"\"Q1\"\"}\",\"{\"\"ImportId\"\":\"\"Q2\"\"}\",x",
                        "a,2026-01-05 10:00:00,30",
                        "a,2026-01-12 10:00:00,31",
                        "b,2026-01-12 10:00:00,31");

        assertThat(profile().dialect().headerRows()).isEqualTo(3);
        assertThat(exports.read(profile()).intake().rows().used()).isEqualTo(3);
    }

    @Test
    void datesWithoutSeparatorsAreFound() throws Exception {
        Exports exports = new Exports(folder)
                .with(
                        "a.csv",
                        "episode_key,service_contact_date",
                        "a,13012026",
                        "a,1022026",
                        "b,27012026",
                        "b,28012026");

        assertThat(profile().dialect().compactDates()).isTrue();
        assertThat(profile().dialect().dateOrder()).isEqualTo(DateOrder.DMY);
        assertThat(exports.read(profile()).intake().rows().used()).isEqualTo(4);
    }

    @Test
    void filesOfScoresAreToldFromFilesOfSessions() throws Exception {
        Exports exports = new Exports(folder)
                .with("appointments-2026-01.csv", ROWS)
                .with("appointments-2026-02.csv", HEADER, "RY8,T1,16/02/2026,Attended,14,")
                .with(
                        "scores.csv",
                        "Patient ID;Assessment;Date Completed;Score;Severity",
                        "QX7;SRS;2026-01-13;33,5;",
                        "RY8;Session Rating Scale v3;2026-02-02;30;",
                        "RY8;SRS;2026-02-16;31;",
                        "RY8;Mood today;2026-02-16;31;")
                .with("staff.csv", "Name,Room", "x,1", "y,2");
        ProfileDraft draft = draft();
        Profile profile = Profiles.of("draft.yaml", draft.yaml());
        SessionData data = exports.read(profile);

        assertThat(profile.files().sessions()).contains("appointments-2026-0*.csv");
        assertThat(profile.files().scores().get(0).match()).isEqualTo("scores.csv");
        assertThat(profile.files().scores().get(0).dialect().decimal()).isEqualTo(',');
        assertThat(data.course(1).series("srs", Rater.CLIENT).orElseThrow().scores())
                .containsExactly(3_000, 3_100);
        assertThat(data.intake().problemCounts())
                .containsOnlyKeys(
                        ProblemCode.UNKNOWN_MEASURE,
                        ProblemCode.FILE_WITHOUT_ROLE,
                        ProblemCode.PERSONAL_DATA_SUSPECTED);
        assertThat(draft.undecided())
                .anyMatch(what -> what.startsWith("staff.csv: "))
                .anyMatch(what -> what.contains("1 of the words in \"Assessment\""));
    }

    @Test
    void columnsOfNamesAreNeverTakenForCodes() {
        new Exports(folder)
                .with(
                        "a.csv",
                        "Client,Date",
                        "Ann Example,2026-01-13",
                        "Ann Example,2026-01-20",
                        "Bob Sample,2026-01-20");

        assertThatThrownBy(this::draft)
                .isInstanceOf(NothingUsable.class)
                .hasMessageContaining("\"Client\" seems to hold names")
                .hasMessageNotContaining("Ann");
    }

    @Test
    void codesAreTakenFromContentWhereTheNameSaysNothing() throws Exception {
        new Exports(folder)
                .with(
                        "a.csv",
                        "Wer,Wann,Haus",
                        "a1,2026-01-13,n",
                        "a1,2026-01-20,n",
                        "b2,2026-01-20,n",
                        "c3,2026-01-20,n",
                        "b2,2026-01-27,n");

        assertThat(profile().columns()).containsEntry("client_id", "Wer").containsEntry("session_date", "Wann");
        assertThat(confidence(draft(), "client_id")).isEqualTo(Confidence.GUESS);
        assertThat(confidence(draft(), "session_date")).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void aFileWithoutAHeaderIsNotRepeated() {
        new Exports(folder).with("a.csv", "a1,2026-01-13,12", "a1,2026-01-20,11", "b2,2026-01-20,8");

        assertThatThrownBy(this::draft).isInstanceOf(NothingUsable.class).hasMessageNotContaining("a1");
    }

    /** Whatever the bytes, there is a draft that can be read as a profile, or one of the known refusals. */
    @Test
    void mutatedExportsGiveAProfileOrASentence() throws Exception {
        Random chance = new Random(20_261_122);
        String signs = ",;\t|\"'\\:#{}[]-0129/.\n\r\u0001\u00a0\u2028äß\ufffe";
        int drafts = 0;
        int refusals = 0;
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder(String.join("\n", ROWS));
            for (int change = chance.nextInt(6); change >= 0; change--) {
                text.setCharAt(chance.nextInt(text.length()), signs.charAt(chance.nextInt(signs.length())));
            }
            Charset charset = i % 3 == 0 ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
            Exports exports =
                    new Exports(folder).withBytes("a.csv", text.toString().getBytes(charset));
            try {
                Profile profile = profile();
                drafts++;
                long read = exports.read(profile).intake().rows().read();
                assertThat(read).isPositive();
            } catch (NothingUsable | AmbiguousDates e) {
                refusals++;
                assertThat(e.getMessage()).endsWith(".").doesNotContain("QX7", "RY8", "zebra", "walrus");
            }
        }
        assertThat(drafts).isGreaterThan(120);
        assertThat(refusals).isPositive();
    }

    @Test
    void headersWithUnusualSignsAreFoundAgain() throws Exception {
        Exports exports = new Exports(folder)
                .with(
                        "a.csv",
                        "\"Client \"\"ID\"\"\",\"Appt\\Date: #1 \u2028\",SRS",
                        "a,2026-01-05,30",
                        "a,2026-01-12,31",
                        "b,2026-01-12,31");
        Profile profile = profile();

        assertThat(profile.columns())
                .containsEntry("client_id", "Client \"ID\"")
                .containsEntry("session_date", "Appt\\Date: #1 \u2028");
        assertThat(exports.read(profile).intake().rows().used()).isEqualTo(3);
    }
}
