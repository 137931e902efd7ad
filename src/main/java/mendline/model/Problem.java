package mendline.model;

import java.util.Comparator;

/**
 * One trouble at one place; the cell itself is never repeated, since a misplaced cell may hold a name.
 *
 * @param file the input's name as the manifest lists it
 * @param line line on which the record starts, 0 where the trouble is the whole file's
 * @param column header of the column as the file has it, empty where the trouble is the whole row's
 */
public record Problem(ProblemCode code, String file, long line, String column) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingLong(Problem::line)
            .thenComparing(Problem::column)
            .thenComparing(Problem::code);

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
