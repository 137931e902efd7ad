package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import mendline.model.Intake;
import mendline.model.Problem;
import mendline.model.ProblemCode;
import mendline.model.RowAccount;
import mendline.model.Timeline;
import org.junit.jupiter.api.Test;

class ProblemTableTest {
    private static final ProblemCode CODE = ProblemCode.FUTURE_ROW;

    @Test
    void aProblemIsARowWithItsPlaceWhatWasExpectedAndWhatToDo() {
        DataTable table = ProblemTable.of(intake(1, new Problem(CODE, "march.csv", 14, "Appt Date")));
        assertThat(table.header()).containsExactly("severity", "code", "file", "line", "column", "expected", "remedy");
        assertThat(table.rows())
                .containsExactly(
                        List.of("note", "future_row", "march.csv", "14", "Appt Date", CODE.expected(), CODE.remedy()));
    }

    @Test
    void aProblemOfAWholeFileHasNoLine() {
        assertThat(ProblemTable.of(intake(1, new Problem(CODE, "march.csv", 0, "")))
                        .rows()
                        .get(0))
                .containsSubsequence("march.csv", "", "", CODE.expected());
    }

    @Test
    void whatWasCountedButNotStoredIsSaid() {
        DataTable table = ProblemTable.of(
                intake(5, new Problem(CODE, "a.csv", 2, "date"), new Problem(CODE, "a.csv", 3, "date")));
        assertThat(table.rows()).hasSize(3);
        assertThat(table.rows().get(2))
                .containsExactly(
                        "note",
                        "future_row",
                        "",
                        "",
                        "",
                        CODE.expected() + " (3 more like this, not listed)",
                        CODE.remedy());
    }

    @Test
    void noProblemIsATableWithAHeaderOnly() {
        assertThat(ProblemTable.of(intake(0)).rows()).isEmpty();
    }

    private static Intake intake(long counted, Problem... stored) {
        TreeMap<ProblemCode, Long> counts = new TreeMap<>();
        if (counted > 0) {
            counts.put(CODE, counted);
        }
        return new Intake(
                List.of(),
                new RowAccount(0, 0, 0, new TreeMap<>()),
                counts,
                List.of(stored),
                Timeline.DATES,
                OptionalInt.empty(),
                OptionalInt.empty(),
                new TreeMap<>(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>());
    }
}
