package mendline.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import mendline.model.Vocabulary;

/** Small sentences about words: lists of the valid ones, and the one nearest to a mistyped one. */
final class Words {
    private Words() {}

    static <E extends Enum<E> & Vocabulary> List<String> keys(Class<E> words) {
        List<String> keys = new ArrayList<>();
        for (E word : words.getEnumConstants()) {
            keys.add(word.key());
        }
        return keys;
    }

    static <E extends Enum<E> & Vocabulary> String anyOf(Class<E> words) {
        return anyOf(keys(words));
    }

    static String anyOf(List<String> words) {
        if (words.size() == 1) {
            return words.get(0);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
    }

    /** The candidate with the smallest edit distance; the first of equals. */
    static String nearest(String word, Collection<String> candidates) {
        String best = "";
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = distance(Vocabulary.folded(word), Vocabulary.folded(candidate));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
