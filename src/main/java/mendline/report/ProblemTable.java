package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.Intake;
import mendline.model.Problem;
import mendline.model.ProblemCode;

/** The problems of the data as {@code internal/problems.csv}: where each one is, what was expected, what to do; never the cell itself. */
public final class ProblemTable {
    private static final List<String> HEADER =
            List.of("severity", "code", "file", "line", "column", "expected", "remedy");

    private ProblemTable() {}

    /**
     * One row a stored problem, in their order (file, line, column, code); a code that was counted more often than it is stored has a last row
     * without a place that says how many more there are.
     */
    public static DataTable of(Intake intake) {
        List<List<String>> rows = new ArrayList<>();
        SortedMap<ProblemCode, Long> stored = new TreeMap<>();
        for (Problem problem : intake.problems()) {
            ProblemCode code = problem.code();
            stored.merge(code, 1L, Long::sum);
            rows.add(row(code, problem.file(), line(problem), problem.column(), code.expected()));
        }
        intake.problemCounts().forEach((code, count) -> {
            long more = count - stored.getOrDefault(code, 0L);
            if (more > 0) {
                rows.add(row(code, "", "", "", code.expected() + " (" + more + " more like this, not listed)"));
            }
        });
        return new DataTable(HEADER, rows);
    }

    private static String line(Problem problem) {
        return problem.line() > 0 ? Long.toString(problem.line()) : "";
    }

    private static List<String> row(ProblemCode code, String file, String line, String column, String expected) {
        return List.of(code.severity().key(), code.key(), file, line, column, expected, code.remedy());
    }
}
