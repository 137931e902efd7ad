package mendline.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mendline.model.Attendance;

/** Spoils a few cells, away from anything planted. */
final class DataProblems {
    private static final double TYPING_ERROR_IN_YEAR = 0.006;
    private static final double NO_SUCH_DATE = 0.008;
    private static final double OUT_OF_RANGE = 0.03;
    private static final double SCORE_CARRIED_FORWARD = 0.03;

    private DataProblems() {}

    /**
     * The rows with their problems.
     *
     * @param kept places in the list that must stay as they are
     */
    static List<Row> in(List<Row> rows, Set<Integer> kept, Dice dice) {
        List<Row> spoilt = new ArrayList<>(rows);
        carryForward(spoilt, dice);
        int place = dice.whole(0, rows.size() - 1);
        double u = dice.uniform();
        Row row = rows.get(place);
        boolean attended = Attendance.ATTENDED.key().equals(row.cells().get(Column.ATTENDANCE));
        String date = row.cells().get(Column.SESSION_DATE);
        if (!attended || kept.contains(place) || row.cells().containsKey(Column.COURSE_END)) {
            return spoilt;
        }
        if (u < TYPING_ERROR_IN_YEAR) {
            spoilt.set(place, with(row, Column.SESSION_DATE, "2062" + date.substring(4)));
        } else if (u < TYPING_ERROR_IN_YEAR + NO_SUCH_DATE) {
            spoilt.set(place, with(row, Column.SESSION_DATE, date.substring(0, 5) + "02-30"));
        } else if (u < TYPING_ERROR_IN_YEAR + NO_SUCH_DATE + OUT_OF_RANGE
                && row.cells().containsKey(Column.PHQ9)) {
            spoilt.set(place, with(row, Column.PHQ9, Integer.toString(dice.whole(28, 61))));
        }
        return spoilt;
    }

    /** Some systems copy the last score onto the next appointment, whether anybody came or not. */
    private static void carryForward(List<Row> rows, Dice dice) {
        String last = null;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean missed = Attendance.DID_NOT_ATTEND.key().equals(row.cells().get(Column.ATTENDANCE));
            if (missed && last != null && dice.chance(SCORE_CARRIED_FORWARD)) {
                rows.set(i, with(row, Column.PHQ9, last));
            }
            last = row.cells().getOrDefault(Column.PHQ9, last);
        }
    }

    private static Row with(Row row, Column column, String value) {
        Map<Column, String> cells = new EnumMap<>(row.cells());
        cells.put(column, value);
        return new Row(row.day(), cells);
    }
}
