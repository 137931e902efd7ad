package mendline.ingest;

import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.TotalsAndItems;

/** Counts the questionnaires of rows that stand: what their items and totals say, and which could have had troubles of their own. */
final class FormCounts {
    private static final int ANSWERED = 0;
    private static final int COMPARED = 1;
    private static final int DIFFERING = 2;

    /** By column of scores, how many questionnaires were answered, compared, and differ. */
    private final SortedMap<String, long[]> items = new TreeMap<>();

    private long marked;
    private long neverZero;

    /** What reading one questionnaire found. */
    enum Form {
        /** No item answered, or no items. */
        NONE,
        /** Items answered; they make no score, or there is no total beside them. */
        ANSWERED,
        /** The total is what the items make. */
        AGREES,
        /** The total is something else. */
        DIFFERS;

        static Form of(boolean answered, boolean compared, boolean differs) {
            if (!compared) {
                return answered ? ANSWERED : NONE;
            }
            return differs ? DIFFERS : AGREES;
        }
    }

    void add(ScoreKey key, Form form) {
        if (form == Form.NONE) {
            return;
        }
        long[] counts = items.computeIfAbsent(key.column(), column -> new long[DIFFERING + 1]);
        counts[ANSWERED]++;
        counts[COMPARED] += form == Form.ANSWERED ? 0 : 1;
        counts[DIFFERING] += form == Form.DIFFERS ? 1 : 0;
    }

    /** A row had a column that says whether the questionnaire was skipped. */
    void addMarked() {
        marked++;
    }

    /** A row had a score of a measure on which 0 is unlikely. */
    void addNeverZero() {
        neverZero++;
    }

    /** By column of scores; columns without a questionnaire of which an item was answered are not in it. */
    SortedMap<String, TotalsAndItems> items() {
        SortedMap<String, TotalsAndItems> all = new TreeMap<>();
        items.forEach((column, counts) ->
                all.put(column, new TotalsAndItems(counts[ANSWERED], counts[COMPARED], counts[DIFFERING])));
        return all;
    }

    long answered() {
        return items.values().stream().mapToLong(counts -> counts[ANSWERED]).sum();
    }

    long compared() {
        return items.values().stream().mapToLong(counts -> counts[COMPARED]).sum();
    }

    long marked() {
        return marked;
    }

    long neverZero() {
        return neverZero;
    }
}
