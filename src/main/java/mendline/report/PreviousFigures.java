package mendline.report;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The monthly figures of an earlier report.
 *
 * @param period the earlier report's period
 * @param values text of the value by {@code month metric}
 */
public record PreviousFigures(String period, SortedMap<String, String> values) {
    public PreviousFigures {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
