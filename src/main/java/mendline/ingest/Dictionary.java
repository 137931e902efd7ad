package mendline.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Codes as small whole numbers, given out in the order in which they are first met. */
final class Dictionary {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    int id(String word) {
        Integer known = ids.get(word);
        if (known != null) {
            return known;
        }
        int id = words.size();
        ids.put(word, id);
        words.add(word);
        return id;
    }

    String word(int id) {
        return words.get(id);
    }

    /** All codes, each at its number. */
    List<String> words() {
        return Collections.unmodifiableList(words);
    }

    /** Gives a number another code; only once nothing more is read. */
    void replace(int id, String word) {
        words.set(id, word);
    }

    int size() {
        return words.size();
    }

    /** For each id its place in alphabetical order, which does not depend on the order of reading. */
    int[] ranks() {
        Integer[] order = new Integer[words.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> words.get(a).compareTo(words.get(b)));
        int[] ranks = new int[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }
}
