package mendline.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import mendline.model.Vocabulary;

/**
 * The cells of a column of words as numbers: an ordinal, or a set of ordinals as bits. Each distinct cell is worked
 * out once.
 *
 * <p>A word is taken as the profile translates it, else as the contract spells it, ignoring case, spaces, {@code _}
 * and {@code -}; a code padded with zeros ({@code 05}) is the same as the code.
 */
final class WordCells {
    /**
     * What a cell means: its ordinal or bits (-1 for none), how many of its words are unknown, whether it is
     * withheld.
     */
    record Meaning(int value, int unknown, boolean suppressed) {}

    private static final int MOST_REMEMBERED = 4_096;

    private final Column column;
    private final CellCodes codes;
    private final Map<String, String> translations = new HashMap<>();
    private final Map<String, Meaning> known = new HashMap<>();

    WordCells(Column column, Profile profile) {
        this.column = column;
        this.codes = new CellCodes(column.key(), profile);
        if (profile.values().containsKey(column.key())) {
            profile.values().get(column.key()).forEach((word, meaning) -> translations.put(comparable(word), meaning));
        }
    }

    Meaning meaning(String cell) {
        Meaning meaning = known.get(cell);
        if (meaning == null) {
            meaning = workedOut(cell);
            if (known.size() < MOST_REMEMBERED) {
                known.put(cell, meaning);
            }
        }
        return meaning;
    }

    private Meaning workedOut(String cell) {
        int none = column.holdsSeveral() ? 0 : -1;
        if (codes.suppressed(cell)) {
            return new Meaning(none, 0, true);
        }
        if (!column.holdsSeveral()) {
            int ordinal = ordinal(cell);
            return new Meaning(ordinal, ordinal < 0 && !codes.missing(cell) ? 1 : 0, false);
        }
        int bits = 0;
        int unknown = 0;
        for (String part : cell.split(";")) {
            String word = RecordReader.trimmed(part);
            int ordinal = ordinal(word);
            if (ordinal >= 0) {
                bits |= 1 << ordinal;
            } else if (!codes.missing(word)) {
                unknown++;
            }
        }
        return new Meaning(bits, unknown, false);
    }

    private int ordinal(String word) {
        String translated = translations.get(comparable(word));
        return column.ordinal(translated != null ? translated : word);
    }

    static String comparable(String word) {
        String folded = Vocabulary.folded(word).toLowerCase(Locale.ROOT);
        return folded.matches("0+[0-9]+") ? folded.replaceFirst("^0+(?=.)", "") : folded;
    }
}
