package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import mendline.model.Course;
import mendline.model.ProblemCode;
import mendline.model.Rater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same three sessions in the dialects that systems write. */
final class DialectsTest {
    private static final String COLUMNS = "columns: {client_id: Ref, session_date: Seen, srs: SRS}\n";

    @TempDir
    Path folder;

    private void theThreeSessionsAreRead(SessionData data) {
        Course course = data.course(0);
        assertThat(data.size()).isEqualTo(1);
        assertThat(course.startDay()).hasValue(Exports.day("2026-03-01"));
        assertThat(course.series("srs", Rater.CLIENT).orElseThrow().scores()).containsExactly(3_650, 3_000, 3_125);
        assertThat(course.sessions())
                .extracting(session -> session.day())
                .containsExactly(Exports.day("2026-03-01"), Exports.day("2026-03-08"), Exports.day("2026-03-15"));
        assertThat(data.intake().rows().read()).isEqualTo(3);
        assertThat(data.intake().problemCounts().keySet())
                .isSubsetOf(ProblemCode.CHARSET_FALLBACK, ProblemCode.BYTE_ORDER_MARK);
    }

    @Test
    void semicolonsAndDecimalCommas() throws Exception {
        theThreeSessionsAreRead(new Exports(folder)
                .with("a.csv", "Ref;Seen;SRS", "a;01.03.2026;36,5", "a;08.03.2026;30", "a;15.03.2026;\"31,25\"")
                .read(COLUMNS + "csv: {delimiter: ';', decimal: ',', date_order: dmy}"));
    }

    @Test
    void tabsInUtf16WithAMark() throws Exception {
        String text = "\ufeffRef\tSeen\tSRS\r\na\t01/03/2026\t36.5\r\na\t08/03/2026\t30\r\na\t15/03/2026\t31.25\r\n";

        theThreeSessionsAreRead(new Exports(folder)
                .withBytes("a.txt", text.getBytes(StandardCharsets.UTF_16LE))
                .read(COLUMNS + "csv: {delimiter: tab, date_order: dmy}"));
    }

    @Test
    void monthsFirstAndTwelveHours() throws Exception {
        theThreeSessionsAreRead(new Exports(folder)
                .with(
                        "a.csv",
                        "Ref,Seen,SRS",
                        "a,3/1/2026 11:30 PM,36.5",
                        "a,03/08/2026 9:00 AM,30",
                        "a,03/15/2026 12:00 am,31.25")
                .read(COLUMNS + "csv: {date_order: mdy}"));
    }

    @Test
    void timesInUtcKeepTheDateAsWritten() throws Exception {
        theThreeSessionsAreRead(new Exports(folder)
                .with(
                        "a.csv",
                        "Ref,Seen,SRS",
                        "a,2026-03-01T23:30:00Z,36.5",
                        "a,2026-03-08T00:10:00Z,30",
                        "a,2026-03-15T08:00:00.000Z,31.25")
                .read(COLUMNS));
    }

    @Test
    void datesWithoutSeparators() throws Exception {
        theThreeSessionsAreRead(new Exports(folder)
                .with("a.csv", "Ref,Seen,SRS", "a,01032026,36.5", "a,8032026,30", "a,15032026,31.25")
                .read(COLUMNS + "csv: {date_order: dmy, compact_dates: true}"));
    }

    @Test
    void threeHeaderLinesOfASurveyTool() throws Exception {
        theThreeSessionsAreRead(new Exports(folder).withText("a.csv", """
                        Ref,Seen,SRS
                        "Your code?","When, \\n
                        roughly?",How was it?
                        "{""ImportId"":""QID1""}","{""ImportId"":""QID2""}","{""ImportId"":""QID3""}"
                        a,2026-03-01 10:00:00,36.5
                        a,2026-03-08 10:00:00,30
                        a,2026-03-15 10:00:00,31.25
                        """).read(COLUMNS + "csv: {header_rows: 3}"));
    }

    @Test
    void headerLinesWithoutDataBelowAreNoRows() throws Exception {
        SessionData data = new Exports(folder)
                .with("a.csv", "Ref,Seen,SRS", "Code,Date,Score", "id1,id2,id3")
                .with("b.csv", "Ref,Seen,SRS", "Code,Date,Score", "id1,id2,id3", "a,2026-03-01,30")
                .read(COLUMNS + "csv: {header_rows: 3}");

        assertThat(data.intake().rows().read()).isEqualTo(1);
        assertThat(data.intake().problemCounts()).containsOnlyKeys(ProblemCode.FILE_HEADER_ONLY);
    }

    @Test
    void paddedCodesAreOneCode() throws Exception {
        SessionData data = new Exports(folder)
                .with(
                        "a.csv",
                        "client_id,session_date,attendance",
                        "a,2026-03-01,05",
                        "a,2026-03-08, 5",
                        "a,2026-03-15,\" 005 \"",
                        "a,2026-03-14,3")
                .read("values: {attendance: {'5': attended, '03': did_not_attend}}");

        assertThat(data.course(0).attendedSessions()).isEqualTo(3);
        assertThat(data.course(0).missedSessions()).isEqualTo(1);
        assertThat(data.intake().problemCounts()).isEmpty();
    }
}
