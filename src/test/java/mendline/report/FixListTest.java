package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.LongStream;
import mendline.model.Intake;
import mendline.model.Problem;
import mendline.model.ProblemCode;
import mendline.model.RowAccount;
import mendline.model.Timeline;
import org.junit.jupiter.api.Test;

class FixListTest {
    private static Intake intake(List<Problem> problems) {
        TreeMap<ProblemCode, Long> counts = new TreeMap<>();
        problems.forEach(problem -> counts.merge(problem.code(), 1L, Long::sum));
        return new Intake(
                List.of(),
                new RowAccount(0, 0, 0, new TreeMap<>()),
                counts,
                problems,
                Timeline.DATES,
                OptionalInt.empty(),
                OptionalInt.empty(),
                new TreeMap<>(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    private static List<String> cells(Block.Row row) {
        return row.cells().stream().map(cell -> ((Block.Cell.Text) cell).text()).toList();
    }

    private static List<Block.Table> tables(Page page) {
        return page.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .toList();
    }

    @Test
    void neighbouringLinesAreOneSpanAndManyAreCutShort() {
        assertThat(FixList.lines(List.of(9L, 3L, 8L, 7L, 7L))).isEqualTo("3, 7–9");
        assertThat(FixList.lines(List.of(0L))).isEqualTo("the whole file");
        List<Long> odd = LongStream.range(0, 40).mapToObj(i -> 2 * i + 1).toList();
        assertThat(FixList.lines(odd)).startsWith("1, 3, 5, ").endsWith(", 49 and 15 more");
        assertThat(FixList.lines(LongStream.range(2, 1002).boxed().toList())).isEqualTo("2–1001");
    }

    @Test
    void errorsComeBeforeWarningsAndNotesNeedNoCorrecting() {
        Page page = FixList.page(
                intake(List.of(
                        new Problem(ProblemCode.FUTURE_ROW, "a.csv", 9, "session_date"),
                        new Problem(ProblemCode.ZERO_SCORE, "a.csv", 3, "ors"),
                        new Problem(ProblemCode.BAD_DATE, "a.csv", 5, "session_date"),
                        new Problem(ProblemCode.BAD_DATE, "a.csv", 6, "session_date"),
                        new Problem(ProblemCode.BAD_DATE, "b.csv", 2, "session_date"))),
                2);
        assertThat(page.title()).isEqualTo("4 places need a look, of 2 kinds");
        assertThat(tables(page)).hasSize(2);
        assertThat(tables(page).get(0).rows().stream().map(FixListTest::cells))
                .containsExactly(
                        List.of("a.csv", "session_date", "2", "5–6"), List.of("b.csv", "session_date", "1", "2"));
        assertThat(tables(page).get(1).rows().stream().map(FixListTest::cells))
                .containsExactly(List.of("a.csv", "ors", "1", "3"));
    }

    @Test
    void ofVeryManyFilesTheFirstAreListedAndTheRestCounted() {
        List<Problem> problems = new ArrayList<>();
        for (int file = 10; file < 35; file++) {
            problems.add(new Problem(ProblemCode.BAD_DATE, file + ".csv", 2, "session_date"));
        }
        Block.Table table = tables(FixList.page(intake(problems), 2)).get(0);
        assertThat(table.caption()).isEqualTo("The first 20 of 25 files and columns");
        assertThat(table.rows()).hasSize(20);
    }

    @Test
    void nothingToCorrectIsSaid() {
        Page page = FixList.page(intake(List.of(new Problem(ProblemCode.FUTURE_ROW, "a.csv", 9, "session_date"))), 2);
        assertThat(page.title()).isEqualTo("Nothing needs correcting");
        assertThat(tables(page)).isEmpty();
    }
}
