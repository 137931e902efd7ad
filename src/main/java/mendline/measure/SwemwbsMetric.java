package mendline.measure;

import java.util.List;
import java.util.OptionalInt;

/**
 * The metric score of the Short Warwick-Edinburgh Mental Well-being Scale for a raw sum of its seven items.
 *
 * <p>Stewart-Brown S and others (2009), Internal construct validity of the Warwick-Edinburgh Mental Well-being Scale, Health and Quality of Life
 * Outcomes 7:15; the conversion table as published with the scale. There is nothing between its rows, so nothing is interpolated.
 */
public final class SwemwbsMetric {
    /** The key of the measure in the library. */
    public static final String KEY = "swemwbs";

    private static final int LOWEST = 7;
    private static final List<Integer> METRIC = List.of(
            700, 951, 1125, 1240, 1333, 1408, 1475, 1532, 1584, 1636, 1688, 1743, 1798, 1859, 1925, 1998, 2073, 2154,
            2235, 2321, 2411, 2503, 2602, 2703, 2813, 2931, 3070, 3255, 3500);

    private SwemwbsMetric() {}

    /**
     * The metric score in hundredths.
     *
     * @param raw the raw sum in hundredths; empty unless it is a whole number from 7 to 35
     */
    public static OptionalInt of(long raw) {
        long row = raw / 100 - LOWEST;
        return raw % 100 == 0 && row >= 0 && row < METRIC.size()
                ? OptionalInt.of(METRIC.get((int) row))
                : OptionalInt.empty();
    }
}
