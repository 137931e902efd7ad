package mendline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.measure.Measure;
import mendline.model.Scores;

/** What is known about the items of a measure: their range, and whether some are scored the other way round. */
final class ItemFacts {
    /** Lowest and highest answer to one item, in hundredths. */
    record Range(int least, int most) {}

    private static final String FILE = "/mendline/items.yaml";
    private static final int WHOLE = 100;
    private static final ItemFacts LIBRARY = read();

    private final SortedMap<String, Range> ranges = new TreeMap<>();
    private final SortedSet<String> reversed = new TreeSet<>();

    private ItemFacts() {}

    private static ItemFacts read() {
        ItemFacts facts = new ItemFacts();
        try (InputStream in = ItemFacts.class.getResourceAsStream(FILE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, Yaml> entry :
                    Yaml.read(FILE, text).orElseThrow().entries().entrySet()) {
                Map<String, Yaml> parts = entry.getValue().entries("range", "reversed");
                if (parts.containsKey("range")) {
                    facts.ranges.put(entry.getKey(), range(parts.get("range")));
                }
                if (parts.containsKey("reversed") && parts.get("reversed").flag()) {
                    facts.reversed.add(entry.getKey());
                }
            }
        } catch (IOException | ProfileProblem e) {
            throw new IllegalStateException("the program lacks its own items", e);
        }
        return facts;
    }

    /** A range as YAML writes it: {@code [0, 3]}. */
    static Range range(Yaml yaml) throws ProfileProblem {
        List<Integer> ends = new ArrayList<>();
        for (Yaml end : yaml.list()) {
            ends.add(Scores.hundredths(end.number("between -1000 and 1000", n -> Math.abs(n) <= 1_000)));
        }
        if (ends.size() != 2 || ends.get(0) >= ends.get(1)) {
            throw yaml.problem("should be the lowest and the highest answer to one item, such as [0, 3]");
        }
        return new Range(ends.get(0), ends.get(1));
    }

    /** Whether some items of the measure are scored the other way round. */
    static boolean reversed(String measure) {
        return LIBRARY.reversed.contains(measure);
    }

    /**
     * The range of one item as the questionnaire scores it: as the library has it, else that of a plain sum, else that
     * of a plain mean; empty where none of these is clear.
     */
    static Optional<Range> range(Measure measure) {
        if (LIBRARY.ranges.containsKey(measure.key())) {
            return Optional.of(LIBRARY.ranges.get(measure.key()));
        }
        int items = measure.items();
        if (items < 2) {
            return Optional.empty();
        }
        if (measure.min() % (items * WHOLE) == 0 && measure.max() % (items * WHOLE) == 0) {
            return Optional.of(new Range(measure.min() / items, measure.max() / items));
        }
        boolean mean = measure.step() < WHOLE && measure.min() % WHOLE == 0 && measure.max() % WHOLE == 0;
        return mean ? Optional.of(new Range(measure.min(), measure.max())) : Optional.empty();
    }
}
