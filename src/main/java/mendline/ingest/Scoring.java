package mendline.ingest;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How scores are made from what files hold; all by column of scores ({@code phq9}, {@code srs_therapist}).
 *
 * @param items the columns of the items
 * @param scale the scale of the column of totals, where the profile says it
 * @param skip the header of the column that says that the questionnaire was not filled in
 */
public record Scoring(
        SortedMap<String, ItemColumns> items, SortedMap<String, ScoreScale> scale, SortedMap<String, String> skip) {
    /** Totals only. */
    public static final Scoring TOTALS = new Scoring(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public Scoring {
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
        scale = Collections.unmodifiableSortedMap(new TreeMap<>(scale));
        skip = Collections.unmodifiableSortedMap(new TreeMap<>(skip));
    }
}
