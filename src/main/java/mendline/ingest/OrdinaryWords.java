package mendline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a header or the name of a file may be the name of a person: where it is made of words that headers and file names are not made of. The
 * words come from the resource {@code mendline/ordinary-words.txt}.
 *
 * <p>Nobody can tell {@code Smith} from {@code Riverside} by looking, so both count; what is withheld for nothing can be looked up.
 */
final class OrdinaryWords {
    private static final String RESOURCE = "/mendline/ordinary-words.txt";
    private static final Set<String> WORDS = read();
    private static final Pattern TOKEN = Pattern.compile(
            "\\p{Lu}\\p{Ll}+(?:['\u2019]\\p{L}+)?|\\p{Lu}['\u2019]\\p{Lu}\\p{Ll}+|\\p{L}+(?:['\u2019]\\p{L}+)?");
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_ALONE = 3;
    private static final int SHORTEST_END = 4;
    private static final int LONGEST_ACRONYM = 4;

    private OrdinaryWords() {}

    private static Set<String> read() {
        try (InputStream in = OrdinaryWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + RESOURCE);
            }
            Set<String> words = new HashSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(words::add);
            words.addAll(Profiles.DEFAULT.measures().keySet());
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the text may name a person: two words that are not ordinary beside each other, or nothing but a capitalised one. */
    static boolean maybeName(String text) {
        if (PersonalData.titled(text)) {
            return true;
        }
        List<String> words = words(text);
        for (int i = 0; i + 1 < words.size(); i++) {
            if (strange(words.get(i)) && strange(words.get(i + 1))) {
                return true;
            }
        }
        return words.size() == 1
                && words.get(0).length() >= SHORTEST_ALONE
                && strange(words.get(0))
                && Character.isUpperCase(words.get(0).charAt(0));
    }

    /**
     * Whether the name of a file may hold that of a person: nobody writes {@code smith.csv} or {@code LEE export.csv} with more care than that, so any
     * word counts that is not ordinary.
     */
    static boolean maybeNameInFileName(String text) {
        List<String> words = words(text);
        boolean shortName = words.size() == 1 && words.get(0).matches("\\p{Lu}\\p{Ll}");
        return PersonalData.titled(text)
                || shortName
                || words.stream().anyMatch(word -> word.length() >= SHORTEST_ALONE && !ordinary(word));
    }

    /** The text with {@code *} for each word that is not ordinary. */
    static String withoutNames(String text) {
        return TOKEN.matcher(text)
                .replaceAll(word -> word.group().length() > 1 && ordinary(word.group()) ? word.group() : "*");
    }

    /** Whether a single word may be a name: it is not ordinary, and no short acronym. */
    static boolean strange(String word) {
        boolean acronym = word.length() <= LONGEST_ACRONYM && word.equals(word.toUpperCase(Locale.ROOT));
        return word.length() > 1 && !acronym && !ordinary(word);
    }

    /** Whether a word, or each of two words written as one, is among those known. */
    private static boolean ordinary(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (WORDS.contains(small)) {
            return true;
        }
        for (int cut = SHORTEST_PART; cut <= small.length() - SHORTEST_END; cut++) {
            if (WORDS.contains(small.substring(cut)) && WORDS.contains(small.substring(0, cut))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (token.group().length() > 1) {
                words.add(token.group());
            }
        }
        return words;
    }
}
