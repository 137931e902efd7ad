package mendline.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces ids that look like names or numbers of persons by local codes, in the store itself, before anything is sorted or written.
 *
 * <p>Where one id of a column looks like a person, every id of that column that holds letters and no digit is replaced too, since a column with
 * "Anna Smith" in it may well hold "Ben". Codes are numbered in the order of the originals, so they do not depend on the order of reading. Names of
 * sites and groups look like names of persons; they are replaced only where they hold an address or a phone number, or belong to one client.
 */
final class LocalCodes {
    private static final int SEVERAL = -2;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_LETTER_CODE = 4;
    private static final int DIFFERENT_WORDS = 3;
    private static final int MANY_CLIENTS = 10;
    private static final Pattern NAME_AND_NUMBER = Pattern.compile("(\\p{L}{3,})[ ._-]?\\d+");

    private final SessionStore store;
    private final List<LocalCode> codes = new ArrayList<>();

    private LocalCodes(SessionStore store) {
        this.store = store;
    }

    /** Gives codes; sorted by column, then code. */
    static List<LocalCode> given(SessionStore store) {
        LocalCodes codes = new LocalCodes(store);
        codes.give();
        return List.copyOf(codes.codes);
    }

    private void give() {
        List<String> clients = List.copyOf(store.clients.words());
        Set<Integer> replaced = people(clients);
        Set<Integer> courses = people(store.courses.words());
        courses.addAll(namedAfter(clients, replaced));
        replace(Column.CLIENT_ID.key(), "P", store.clients, replaced);
        replace(Column.COURSE_ID.key(), "K", store.courses, courses);
        replace(Column.THERAPIST_ID.key(), "T", store.therapists, people(store.therapists.words()));
        replace(Column.SITE.key(), "S", store.sites, ofOneClient(store.site, store.sites));
        for (Map.Entry<String, IntColumn> group : store.groups.entrySet()) {
            Dictionary words = store.groupWords.get(group.getKey());
            replace(group.getKey(), "G", words, ofOneClient(group.getValue(), words));
        }
        codes.sort(Comparator.comparing(LocalCode::column).thenComparing(LocalCode::code));
    }

    /** Places of the words that look like persons, or may be among such words. */
    private static Set<Integer> people(List<String> words) {
        Set<Integer> found = places(
                words,
                word -> PersonalData.contact(word)
                        || PersonalData.fullName(word)
                        || PersonalNumbers.certain(word)
                        || singleName(word));
        found.addAll(namesWithNumbers(words, found.isEmpty() ? DIFFERENT_WORDS : 1));
        Set<Integer> births = places(words, PersonalNumbers::initialsAndBirth);
        if (births.size() > 1 && births.size() * 5 >= words.size() * 4) {
            found.addAll(births);
        }
        Set<Integer> tens = places(words, PersonalData::tenDigits);
        Set<Integer> numbers = places(words, PersonalData::healthNumber);
        if (numbers.size() * 5 >= tens.size() * 4) {
            found.addAll(tens);
        }
        if (!found.isEmpty()) {
            found.addAll(places(words, PersonalData::word));
        }
        return found;
    }

    /** Whether an id is one word such as Smith, SMITH or smith; codes of letters are shorter or ordinary words. */
    private static boolean singleName(String word) {
        boolean letters = PersonalData.oneWord(word);
        return letters
                && OrdinaryWords.strange(word)
                && (PersonalData.capitalised(word) || word.length() > LONGEST_LETTER_CODE);
    }

    /** Ids such as Smith1 and anna-17: different words with numbers behind them; Client1 and Client2 are one word. */
    private static Set<Integer> namesWithNumbers(List<String> words, int fewest) {
        Map<String, Integer> stems = new HashMap<>();
        Set<Integer> found = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            Matcher parts = NAME_AND_NUMBER.matcher(words.get(i));
            if (parts.matches() && OrdinaryWords.strange(parts.group(1))) {
                found.add(i);
                stems.merge(parts.group(1).toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }
        return stems.size() >= fewest && stems.size() * 2 > found.size() ? found : Set.of();
    }

    private static Set<Integer> places(List<String> words, Predicate<String> wanted) {
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (wanted.test(words.get(i))) {
                places.add(i);
            }
        }
        return places;
    }

    /** Course ids that hold a part of the replaced id of their client. */
    private Set<Integer> namedAfter(List<String> clients, Set<Integer> replaced) {
        Set<Integer> found = new HashSet<>();
        for (int row = 0; row < store.size(); row++) {
            int course = store.course.get(row);
            int client = store.client.get(row);
            if (course != SessionStore.NO_CODE
                    && replaced.contains(client)
                    && !found.contains(course)
                    && sharesAPart(store.courses.word(course), clients.get(client))) {
                found.add(course);
            }
        }
        return found;
    }

    private static boolean sharesAPart(String course, String client) {
        String folded = course.toLowerCase(Locale.ROOT);
        for (String part : client.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")) {
            if (part.length() >= SHORTEST_PART && folded.contains(part)) {
                return true;
            }
        }
        return folded.contains(client.toLowerCase(Locale.ROOT));
    }

    private Set<Integer> ofOneClient(IntColumn column, Dictionary words) {
        int[] client = new int[words.size()];
        Arrays.fill(client, SessionStore.NO_CODE);
        for (int row = 0; row < store.size(); row++) {
            int word = column.get(row);
            if (word != SessionStore.NO_CODE) {
                boolean first = client[word] == SessionStore.NO_CODE;
                client[word] = first || client[word] == store.client.get(row) ? store.client.get(row) : SEVERAL;
            }
        }
        Set<Integer> found = places(
                words.words(),
                word -> PersonalData.contact(word) || PersonalData.healthNumber(word) || PersonalNumbers.certain(word));
        boolean manyClients = store.clients.size() >= MANY_CLIENTS;
        for (int word : places(
                words.words(),
                word -> PersonalData.fullName(word)
                        || manyClients && PersonalData.capitalised(word) && OrdinaryWords.strange(word))) {
            if (client[word] != SEVERAL) {
                found.add(word);
            }
        }
        return found;
    }

    private void replace(String column, String letter, Dictionary words, Set<Integer> places) {
        if (places.isEmpty()) {
            return;
        }
        String prefix = letter;
        while (taken(words.words(), prefix)) {
            prefix += "X";
        }
        List<Integer> sorted = new ArrayList<>(places);
        sorted.sort(Comparator.comparing(words::word));
        int width = Math.max(3, Integer.toString(sorted.size()).length());
        int number = 1;
        for (int place : sorted) {
            String code = prefix + String.format(Locale.ROOT, "%0" + width + "d", number++);
            codes.add(new LocalCode(column, code, words.word(place)));
            words.replace(place, code);
        }
    }

    private static boolean taken(List<String> words, String prefix) {
        return words.stream().anyMatch(word -> word.matches("(?i)" + prefix + "\\d+"));
    }
}
