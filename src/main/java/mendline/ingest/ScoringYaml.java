package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.measure.Measure;
import mendline.measure.SwemwbsMetric;
import mendline.model.Vocabulary;

/** Reads from a profile how scores are made from items, on which scale totals are, and what says that there is none. */
final class ScoringYaml {
    private final SortedMap<String, Measure> measures;
    private final boolean answers;

    private ScoringYaml(SortedMap<String, Measure> measures, boolean answers) {
        this.measures = measures;
        this.answers = answers;
    }

    /**
     * Reads {@code items}, {@code scale} and {@code skip}; where there is none of them, what holds otherwise.
     *
     * @param answers whether they are for files with one answer a row
     */
    static Scoring read(
            Map<String, Yaml> entries, Scoring otherwise, SortedMap<String, Measure> measures, boolean answers)
            throws ProfileProblem {
        ScoringYaml yaml = new ScoringYaml(measures, answers);
        SortedMap<String, ItemColumns> items = new TreeMap<>();
        SortedMap<String, ScoreScale> scales = new TreeMap<>();
        SortedMap<String, String> skips = new TreeMap<>();
        if (!entries.containsKey("items") && !entries.containsKey("scale") && !entries.containsKey("skip")) {
            return otherwise;
        }
        for (Map.Entry<String, Yaml> entry : yaml.of(entries, "items").entrySet()) {
            items.put(yaml.key(entry).column(), yaml.items(yaml.measure(entry), entry.getValue()));
        }
        for (Map.Entry<String, Yaml> entry : yaml.of(entries, "scale").entrySet()) {
            scales.put(yaml.key(entry).column(), scale(yaml.measure(entry), entry.getValue()));
        }
        for (Map.Entry<String, Yaml> entry : yaml.of(entries, "skip").entrySet()) {
            skips.put(yaml.key(entry).column(), entry.getValue().filledText());
        }
        return new Scoring(items, scales, skips);
    }

    private Map<String, Yaml> of(Map<String, Yaml> entries, String key) throws ProfileProblem {
        return entries.containsKey(key) ? entries.get(key).entries() : Map.of();
    }

    private ScoreKey key(Map.Entry<String, Yaml> entry) throws ProfileProblem {
        Optional<ScoreKey> key = ScoreKey.named(entry.getKey(), measures);
        if (key.isEmpty()) {
            throw entry.getValue().unknown("measure", entry.getKey(), measures.keySet());
        }
        return key.get();
    }

    private Measure measure(Map.Entry<String, Yaml> entry) throws ProfileProblem {
        return measures.get(key(entry).measure());
    }

    private static ScoreScale scale(Measure measure, Yaml value) throws ProfileProblem {
        ScoreScale scale = value.word(ScoreScale.class);
        if (scale == ScoreScale.RAW && !measure.key().equals(SwemwbsMetric.KEY)) {
            throw value.problem("can be raw for swemwbs only, which has a metric scale");
        }
        if (scale == ScoreScale.HALF && !measure.key().startsWith("dass21")) {
            throw value.problem("can be half for the scales of the DASS-21 only, whose totals are doubled");
        }
        if (scale == ScoreScale.MEAN && ItemFacts.range(measure).isEmpty()) {
            throw value.problem("cannot be mean, since the range of the items of " + measure.key() + " is not known");
        }
        return scale;
    }

    private ItemColumns items(Measure measure, Yaml value) throws ProfileProblem {
        Map<String, Yaml> parts = value.isMapping() ? value.entries("columns", "range", "reverse", "total") : Map.of();
        Yaml columns = value.isMapping() ? parts.get("columns") : value;
        if (columns == null) {
            throw value.problem("needs columns: a list of headers, or a pattern such as \"PHQ9_{n}\"");
        }
        List<String> headers = columns.isScalar() ? pattern(measure, columns) : list(columns);
        if (measure.items() > 0 && headers.size() != measure.items()) {
            throw columns.problem("names " + headers.size() + " columns, but " + measure.key() + " has "
                    + measure.items() + " items");
        }
        Optional<ItemFacts.Range> range = parts.containsKey("range")
                ? Optional.of(ItemFacts.range(parts.get("range")))
                : ItemFacts.range(measure);
        if (range.isEmpty()) {
            throw value.problem("needs range: the lowest and the highest answer to one item, such as [0, 3]");
        }
        SortedSet<Integer> reverse = new TreeSet<>();
        if (parts.containsKey("reverse")) {
            for (Yaml item : parts.get("reverse").list()) {
                reverse.add(item.whole(1, headers.size()));
            }
        } else if (ItemFacts.reversed(measure.key())) {
            throw value.problem("needs reverse: the numbers of the items that are scored the other way round, such as "
                    + "[2, 3], or [] where the export has turned them already");
        }
        Optional<String> total = Optional.empty();
        if (parts.containsKey("total")) {
            if (!answers) {
                throw parts.get("total")
                        .problem("is for files with one answer a row; a column of totals is named under columns");
            }
            total = Optional.of(parts.get("total").filledText());
        }
        return new ItemColumns(
                headers, reverse, range.get().least(), range.get().most(), total);
    }

    /** {@code {n}} stands for 1, 2 and so on, {@code {nn}} for 01, 02 and so on. */
    private static List<String> pattern(Measure measure, Yaml columns) throws ProfileProblem {
        String text = columns.filledText();
        if (!text.contains("{n}") && !text.contains("{nn}")) {
            throw columns.problem(
                    "should be a list of headers, or a pattern such as \"PHQ9_{n}\" with {n} or {nn} in it");
        }
        if (measure.items() < 1) {
            throw columns.problem(
                    "should be a list of headers, since the number of items of " + measure.key() + " is not known");
        }
        List<String> headers = new ArrayList<>();
        for (int i = 1; i <= measure.items(); i++) {
            headers.add(
                    text.replace("{nn}", String.format(Locale.ROOT, "%02d", i)).replace("{n}", Integer.toString(i)));
        }
        return headers;
    }

    private static List<String> list(Yaml columns) throws ProfileProblem {
        List<String> headers = new ArrayList<>();
        SortedSet<String> seen = new TreeSet<>();
        for (Yaml header : columns.list()) {
            headers.add(header.filledText());
            if (!seen.add(Vocabulary.folded(header.text()))) {
                throw header.problem("names the column " + header.text() + " a second time");
            }
        }
        if (headers.size() < 2) {
            throw columns.problem("should name at least two columns");
        }
        return headers;
    }
}
