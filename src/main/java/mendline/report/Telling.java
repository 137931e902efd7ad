package mendline.report;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Exact counts that are withheld although they are not small, since with others they would give a small one away.
 *
 * @param counts by id of the page that must not show them, empty for all pages
 * @param differences how many figures are withheld because of an earlier report
 */
record Telling(SortedMap<String, SortedSet<Long>> counts, int differences) {
    static final Telling NOTHING = new Telling(new TreeMap<>(), 0);

    private static final String EVERYWHERE = "";

    Telling {
        TreeMap<String, SortedSet<Long>> copy = new TreeMap<>();
        counts.forEach((page, set) -> copy.put(page, Collections.unmodifiableSortedSet(new TreeSet<>(set))));
        counts = Collections.unmodifiableSortedMap(copy);
    }

    boolean contains(String page, long count) {
        return counts.getOrDefault(EVERYWHERE, new TreeSet<>()).contains(count)
                || counts.getOrDefault(page, new TreeSet<>()).contains(count);
    }

    Telling everywhere(long count) {
        return on(EVERYWHERE, count);
    }

    Telling on(String page, long count) {
        TreeMap<String, SortedSet<Long>> more = new TreeMap<>(counts);
        TreeSet<Long> set = new TreeSet<>(more.getOrDefault(page, new TreeSet<>()));
        set.add(count);
        more.put(page, set);
        return new Telling(more, differences);
    }

    Telling withDifferences(int figures) {
        return new Telling(counts, figures);
    }
}
