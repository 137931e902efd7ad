package mendline.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import mendline.model.Vocabulary;

/**
 * Where the columns of one table beside the sessions stand, settled once from its header line. A column is found by the
 * profile's header for it; only where the profile names none, by our own name for it.
 */
final class TableHeader {
    static final int ABSENT = -1;

    private final String[] names;
    private final SortedMap<String, Integer> places = new TreeMap<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> twice = new ArrayList<>();

    private TableHeader(String[] names) {
        this.names = names;
    }

    /**
     * @param columns our names of the columns
     * @param wanted the profile's header by our name
     * @param more our name for headers that are none of the columns, such as those of measures
     */
    static TableHeader of(
            String[] names,
            Collection<String> columns,
            SortedMap<String, String> wanted,
            Function<String, Optional<String>> more) {
        TableHeader header = new TableHeader(names.clone());
        ToldHeaders headers = new ToldHeaders(names);
        for (int i = 0; i < names.length; i++) {
            Optional<String> key = key(names[i], columns, wanted, more);
            if (key.isEmpty()) {
                if (!names[i].isEmpty()) {
                    header.names[i] = headers.told(names[i], i);
                    header.ignored.add(header.names[i]);
                }
            } else if (header.places.putIfAbsent(key.get(), i) != null) {
                header.twice.add(names[i]);
            }
        }
        return header;
    }

    private static Optional<String> key(
            String name,
            Collection<String> columns,
            SortedMap<String, String> wanted,
            Function<String, Optional<String>> more) {
        String folded = Vocabulary.folded(name);
        for (SortedMap.Entry<String, String> entry : wanted.entrySet()) {
            if (folded.equals(Vocabulary.folded(entry.getValue()))) {
                return Optional.of(entry.getKey());
            }
        }
        Optional<String> own = columns.stream()
                .filter(column -> folded.equals(Vocabulary.folded(column)))
                .findFirst();
        return own.or(() -> more.apply(name)).filter(key -> !wanted.containsKey(key));
    }

    int size() {
        return names.length;
    }

    boolean has(String key) {
        return places.containsKey(key);
    }

    /** Where a column stands, {@link #ABSENT} if it does not. */
    int at(String key) {
        return places.getOrDefault(key, ABSENT);
    }

    String[] names() {
        return names.clone();
    }

    /** The file's header at a place. */
    String name(int index) {
        return names[index];
    }

    /** The file's header for a column, empty where the file has none. */
    String name(String key) {
        return has(key) ? names[at(key)] : "";
    }

    /** Our names of the columns found. */
    Collection<String> keys() {
        return places.keySet();
    }

    List<String> ignored() {
        return ignored;
    }

    /** Whether a column has no name. */
    boolean nameless() {
        return Arrays.asList(names).contains("");
    }

    /** Headers that name a column a second time. */
    List<String> twice() {
        return twice;
    }
}
