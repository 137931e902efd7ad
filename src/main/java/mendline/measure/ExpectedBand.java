package mendline.measure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a published table expects of courses whose first score lies in a band.
 *
 * @param from lowest first score in points
 * @param to highest first score in points
 * @param scores expected score in points by session, counted from the first score as 1
 */
public record ExpectedBand(double from, double to, SortedMap<Integer, Double> scores) {
    public ExpectedBand {
        scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
    }
}
