package mendline.aggregate;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in order, at most so many: the first ones are kept. Where rows are ordered by a number as good as drawn at random,
 * the kept ones are a random sample that is the same however the courses were split.
 *
 * @param most how many are kept
 */
public record DrawnRows<T extends Comparable<T>>(int most, List<T> rows) {
    public DrawnRows {
        rows = rows.stream().sorted().limit(most).toList();
    }

    DrawnRows<T> plus(DrawnRows<T> other) {
        if (most != other.most) {
            throw new IllegalArgumentException("rows kept up to " + most + " and up to " + other.most + " do not add");
        }
        List<T> both = new ArrayList<>(rows);
        both.addAll(other.rows);
        return new DrawnRows<>(most, both);
    }

    /** Adds a row to those being gathered, and drops what would not be kept once they are twice too many. */
    static <T extends Comparable<T>> void gather(List<T> rows, T row, int most) {
        rows.add(row);
        if (rows.size() >= 2 * most) {
            rows.sort(null);
            rows.subList(most, rows.size()).clear();
        }
    }
}
