package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import mendline.model.ProblemCode;
import mendline.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows with the right number of cells in the wrong columns, told by columns of which Mendline knows nothing. */
final class ShiftedRowsTest {
    private static final String HEADER = "client_id,session_date,phq9,room_no,area,floor,remark";
    private static final String SHIFTED = "z,2026-03-01,9,North,2,3,moved";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "<{0}> is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ""                   | EMPTY
            7                    | NUMBER
            -3                   | NUMBER
            +3                   | NUMBER
            37.5                 | NUMBER
            37,5                 | NUMBER
            01032026             | NUMBER
            2026-03-01           | DATE
            2026-03-01T14:30:00Z | DATE
            1/3/2026 14:30       | DATE
            01.03.2026           | DATE
            35-44                | WORDS
            65+                  | WORDS
            -                    | WORDS
            -1-2-3               | WORDS
            1 March 2026         | WORDS
            Org:A                | WORDS
            A7                   | WORDS
            """)
    void aCellIsOfOneKind(String cell, CellKind kind) {
        String text = "<" + cell + ">";

        assertThat(CellKind.of(text.toCharArray(), 1, text.length() - 1)).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} whole rows and {1} odd ones")
    @CsvSource({"19,1,1", "18,1,0", "38,2,2", "37,2,0", "57,3,3", "56,3,0"})
    void aColumnNeedsTwentyCellsAndNineteenOfTwentyOfOneKind(int whole, int odd, long found) throws Exception {
        List<String> rows = whole(whole);
        for (int i = 0; i < odd; i++) {
            rows.add(SHIFTED.replace("03-01", "03-0" + (i + 1)));
        }

        assertThat(shifted(rows)).isEqualTo(found);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            z,2026-03-01,9,North,2,,moved     | 1
            z,2026-03-01,9,,17,North,2        | 1
            z,2026-03-01,9,17,3,North,remark  | 1
            z,2026-03-01,9,17,,North,2        | 1
            z,2026-03-01,9,North,South,2,good | 0
            z,2026-03-01,9,17,2,1,good        | 0
            z,2026-03-01,9,North,,2,good      | 0
            z,2026-03-01,9,N/A,2,,good        | 0
            """)
    void onlyTwoNeighboursThatFitBesideTheirColumnsAreAShift(String row, long found) throws Exception {
        List<String> rows = whole(60);
        rows.add(row);

        assertThat(shifted(rows)).isEqualTo(found);
    }

    @Test
    void neitherTheOrderOfRowsNorTheFilesMatter() throws Exception {
        List<String> rows = whole(60);
        rows.add(0, SHIFTED);
        assertThat(shifted(rows)).isOne();
        Collections.shuffle(rows, new Random(7));
        Exports split = new Exports(folder.resolve("split"));
        for (int i = 0; i < rows.size(); i++) {
            split.with("part-" + i + ".csv", HEADER, rows.get(i));
        }

        assertThat(count(split.read())).isOne();
    }

    @Test
    void filesOfCoursesAreLookedAtToo() throws Exception {
        List<String> courses = new ArrayList<>(List.of("client_id,site,grade,ward,bed"));
        for (int i = 0; i < 30; i++) {
            courses.add("c" + i + ",North,2,East,7");
        }
        courses.add("d,North,East,7,3");
        SessionData data = new Exports(folder)
                .with("sessions.csv", "client_id,session_date", "c1,2026-01-05", "d,2026-01-05")
                .with("courses.csv", courses.toArray(new String[0]))
                .read("files: {sessions: {match: \"sessions*\"}, courses: {match: \"courses*\"}}\n");

        assertThat(count(data)).isOne();
        assertThat(data.intake().problems())
                .filteredOn(problem -> problem.code() == ProblemCode.SHIFTED_ROW)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(32);
                    assertThat(problem.column()).isEqualTo("grade");
                });
    }

    @Test
    void noRowOfTheSampleOrOfTheReadyExportsIsShifted() throws Exception {
        SessionData sample = SessionExports.read(
                List.of(Path.of("sample-data")), Profiles.DEFAULT, OptionalInt.empty(), Progress.SILENT);
        assertThat(sample.intake().rows().used()).isGreaterThan(5_000);
        assertThat(count(sample)).isZero();
        for (String name : ReadyProfiles.all().keySet()) {
            SessionData data = SessionExports.read(
                    List.of(Path.of("src/test/resources/exports").resolve(name)),
                    Profiles.of(name, ReadyProfiles.text(name).orElseThrow()),
                    OptionalInt.empty(),
                    Progress.SILENT);
            assertThat(data.intake().rows().used()).as(name).isGreaterThan(50);
            assertThat(count(data)).as(name).isZero();
        }
    }

    private static List<String> whole(int rows) {
        List<String> whole = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            whole.add("c" + i + ",2026-01-" + (10 + i % 20) + ",9,17,North,2,good");
        }
        return whole;
    }

    private long shifted(List<String> rows) throws Exception {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(rows);
        return count(new Exports(folder.resolve("one"))
                .with("all.csv", lines.toArray(new String[0]))
                .read());
    }

    private static long count(SessionData data) {
        return data.intake().rows().setAside().getOrDefault(ProblemCode.SHIFTED_ROW, 0L);
    }
}
