package mendline.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What of a header line may be repeated to people: a header that no rule knows may be anything, such as the name of a client who has a column of her
 * own in a spreadsheet.
 */
final class ToldHeaders {
    private static final String WITHHELD = "(a header that holds an address or a number)";
    private static final int A_SERIES = 3;

    private final Map<String, Integer> stems = new HashMap<>();

    /** @param names the whole header line: what comes several times with a number behind it is no name */
    ToldHeaders(String[] names) {
        for (String name : names) {
            if (name.chars().anyMatch(Character::isDigit)) {
                stems.merge(stem(name), 1, Integer::sum);
            }
        }
    }

    private static String stem(String name) {
        return name.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
    }

    /** The header, or where it stands if it may tell of a person. */
    String told(String name, int index) {
        if (PersonalData.contact(name) || PersonalData.healthNumber(name) || PersonalNumbers.certain(name)) {
            return WITHHELD;
        }
        boolean series = stems.getOrDefault(stem(name), 0) >= A_SERIES;
        return !series && OrdinaryWords.maybeName(name) ? "(column " + (index + 1) + ", its name withheld)" : name;
    }
}
