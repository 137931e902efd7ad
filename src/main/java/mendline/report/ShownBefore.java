package mendline.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The counts that earlier reports of the practice show, which lie in the same folder and were made with a scheme of
 * suppression: what a reader can subtract from.
 *
 * @param counts by {@link Count#figure()}
 */
public record ShownBefore(SortedMap<String, List<Count>> counts) {
    /** No earlier report. */
    public static final ShownBefore NONE = new ShownBefore(new TreeMap<>());

    /** The unit of the counts of {@code monthly.csv}, whose labels are the metrics' keys. */
    public static final String BY_MONTH = "monthly.csv";

    /**
     * One count.
     *
     * @param part {@code n} or {@code denominator}, which an earlier report's {@code figures.csv} has as columns
     * @param period ISO month, span or {@code all}
     * @param count as shown
     * @param report period of the report that shows it
     */
    public record Count(
            String label, String unit, String group, String part, String period, long count, String report) {
        /** What is counted, whatever the period. */
        String figure() {
            return ShownBefore.figure(label, unit, group, part);
        }
    }

    public ShownBefore {
        TreeMap<String, List<Count>> copy = new TreeMap<>();
        counts.forEach((figure, list) -> copy.put(figure, List.copyOf(list)));
        counts = Collections.unmodifiableSortedMap(copy);
    }

    /** The counts of earlier reports, in any order. */
    public static ShownBefore of(List<Count> counts) {
        SortedMap<String, List<Count>> byFigure = new TreeMap<>();
        counts.forEach(count -> byFigure.computeIfAbsent(count.figure(), figure -> new ArrayList<>())
                .add(count));
        return new ShownBefore(byFigure);
    }

    private static String figure(String label, String unit, String group, String part) {
        return String.join("\t", label, unit, group, part);
    }

    List<Count> of(String label, String unit, String group, String part) {
        return counts.getOrDefault(figure(label, unit, group, part), List.of());
    }
}
