package mendline.model;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What reading found, beside the courses themselves.
 *
 * @param files sorted by name
 * @param problemCounts every problem counted, by code
 * @param problems the stored problems in order; a code with very many keeps its first ones only
 * @param asOf epoch day; empty where the data have no dates
 * @param firstDay first epoch day with a used row; empty where the data have no dates
 * @param scoreCounts valid client-rated scores used, by measure key
 * @param ignoredColumns headers that no rule knew, sorted
 * @param columnsFound canonical names of the columns found in at least one file, sorted
 * @param lookedAt for kinds of problem that only some exports can have, how many files, rows or questionnaires could have had them
 * @param totals how totals agree with items, by column of scores; only columns that have items
 */
public record Intake(
        List<InputFile> files,
        RowAccount rows,
        SortedMap<ProblemCode, Long> problemCounts,
        List<Problem> problems,
        Timeline timeline,
        OptionalInt asOf,
        OptionalInt firstDay,
        SortedMap<String, Long> scoreCounts,
        List<String> ignoredColumns,
        List<String> columnsFound,
        SortedMap<ProblemCode, Long> lookedAt,
        SortedMap<String, TotalsAndItems> totals) {

    public Intake {
        files = List.copyOf(files);
        problemCounts = Collections.unmodifiableSortedMap(new TreeMap<>(problemCounts));
        problems = List.copyOf(problems);
        scoreCounts = Collections.unmodifiableSortedMap(new TreeMap<>(scoreCounts));
        ignoredColumns = List.copyOf(ignoredColumns);
        columnsFound = List.copyOf(columnsFound);
        lookedAt = Collections.unmodifiableSortedMap(new TreeMap<>(lookedAt));
        totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
    }

    /** Whether any problem of that severity was counted. */
    public boolean has(Severity severity) {
        return problemCounts.keySet().stream().anyMatch(code -> code.severity() == severity);
    }
}
