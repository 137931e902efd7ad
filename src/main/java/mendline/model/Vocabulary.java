package mendline.model;

import java.util.Locale;
import java.util.Optional;

/** A word of the data contract: its key is the constant's name in lower case, as it stands in every file. */
public interface Vocabulary {
    /** The constant's name. */
    String name();

    /** The word as files spell it. */
    default String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the constant whose key is the given text, ignoring case, spaces, {@code _} and {@code -}. */
    static <E extends Enum<E> & Vocabulary> Optional<E> find(Class<E> words, String text) {
        String wanted = folded(text);
        for (E word : words.getEnumConstants()) {
            if (folded(word.name()).equals(wanted)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** Lower case without spaces, {@code _} and {@code -}: how header names and words are compared. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '_' && c != '-' && !Character.isWhitespace(c) && c != '\u00a0') {
                folded.append(Character.toLowerCase(c));
            }
        }
        return folded.toString();
    }
}
