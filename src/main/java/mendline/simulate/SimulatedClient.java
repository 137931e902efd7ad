package mendline.simulate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that is written about one client. */
record SimulatedClient(List<Row> rows, List<Truth> truths) {
    SimulatedClient {
        rows = List.copyOf(rows);
        truths = List.copyOf(truths);
    }

    static SimulatedClient of(Practice practice, int client) {
        List<Row> rows = new ArrayList<>();
        List<Truth> truths = new ArrayList<>();
        for (CourseScript script : CourseScript.of(practice, client)) {
            SimulatedCourse course = SimulatedCourse.of(practice, script);
            rows.addAll(course.rows());
            truths.addAll(course.truths());
        }
        if (!practice.settings().dataProblems()) {
            return new SimulatedClient(rows, truths);
        }
        Dice dice = Dice.of(practice.settings().seed(), client, Dice.Concern.PROBLEMS);
        return new SimulatedClient(DataProblems.in(rows, planted(rows, truths), dice), truths);
    }

    /** The places of rows that anything planted rests on. */
    private static Set<Integer> planted(List<Row> rows, List<Truth> truths) {
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<Column, String> cells = rows.get(i).cells();
            int number = Integer.parseInt(cells.getOrDefault(Column.SESSION_NUMBER, "0"));
            for (Truth truth : truths) {
                boolean near =
                        number >= truth.onset() - 1 && number <= truth.end().orElse(truth.onset()) + 1;
                if (near && truth.course().equals(cells.get(Column.COURSE_ID))) {
                    places.add(i);
                }
            }
        }
        return places;
    }
}
