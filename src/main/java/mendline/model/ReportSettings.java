package mendline.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Choices of what the report shows.
 *
 * @param practice name printed on the report
 * @param minimumN fewest courses behind a group comparison
 * @param pages page numbers to print; empty means all
 * @param targets targets as fractions by metric name; never of a setback or rupture figure
 * @param therapistInFiles whether {@code courses.csv} names the therapist's code
 * @param limits how usual ranges by month are worked out
 * @param notes dated notes of what the practice is trying, by month
 * @param caseMix whether sites are also set against what is expected of courses that began alike
 * @param models whether other ways to look at repairs and outcomes are shown
 * @param suppression how small counts are hidden in what may leave the practice
 */
public record ReportSettings(
        String practice,
        int minimumN,
        List<Integer> pages,
        SortedMap<String, Double> targets,
        boolean therapistInFiles,
        LimitsSettings limits,
        SortedMap<Integer, String> notes,
        boolean caseMix,
        boolean models,
        SuppressionScheme suppression) {

    /** The defaults. */
    public static final ReportSettings DEFAULT = new ReportSettings(
            "The practice",
            10,
            List.of(),
            new TreeMap<>(),
            false,
            LimitsSettings.DEFAULT,
            new TreeMap<>(),
            false,
            false,
            SuppressionScheme.NONE);

    public ReportSettings {
        pages = List.copyOf(pages);
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
        if (minimumN < 5) {
            throw new IllegalArgumentException("minimum_n needs at least 5, was " + minimumN);
        }
    }
}
