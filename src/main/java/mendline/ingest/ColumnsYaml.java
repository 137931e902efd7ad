package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.measure.Measure;
import mendline.model.Vocabulary;

/** Reads from a profile what columns are called and what their words and codes mean. */
final class ColumnsYaml {
    private ColumnsYaml() {}

    static SortedMap<String, String> columns(Yaml yaml, SortedMap<String, Measure> measures) throws ProfileProblem {
        SortedMap<String, String> columns = new TreeMap<>();
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            String column = column(entry.getValue(), entry.getKey(), measures);
            if (columns.put(column, headers(entry.getValue(), column).get(0).filledText()) != null) {
                throw entry.getValue().problem("names the column " + column + " a second time");
            }
        }
        return columns;
    }

    /** Further headers by column, read where the first is empty. */
    static SortedMap<String, List<String>> otherHeaders(Yaml yaml, SortedMap<String, Measure> measures)
            throws ProfileProblem {
        SortedMap<String, List<String>> others = new TreeMap<>();
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            String column = column(entry.getValue(), entry.getKey(), measures);
            List<String> headers = new ArrayList<>();
            for (Yaml header : headers(entry.getValue(), column)) {
                headers.add(header.filledText());
            }
            if (headers.size() > 1) {
                others.put(column, headers.subList(1, headers.size()));
            }
        }
        return others;
    }

    private static List<Yaml> headers(Yaml value, String column) throws ProfileProblem {
        if (value.isScalar()) {
            return List.of(value);
        }
        List<Yaml> headers = value.list();
        if (headers.isEmpty() || headers.size() > 1 && Column.named(column).isEmpty()) {
            throw value.problem("should be one header");
        }
        return headers;
    }

    static SortedMap<String, SortedMap<String, String>> values(Yaml yaml, SortedMap<String, Measure> measures)
            throws ProfileProblem {
        SortedMap<String, SortedMap<String, String>> values = new TreeMap<>();
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            String name = column(entry.getValue(), entry.getKey(), measures);
            Optional<Column> column = Column.named(name);
            if (column.isPresent()
                    && !column.get().holdsWords()
                    && column.get() != Column.SITE
                    && column.get() != Column.THERAPIST_ID) {
                throw entry.getValue().problem("is not a column whose words can be translated");
            }
            SortedMap<String, String> words = new TreeMap<>();
            for (Map.Entry<String, Yaml> word : entry.getValue().entries().entrySet()) {
                String meaning = word.getValue().filledText();
                if (column.isPresent()
                        && column.get().holdsWords()
                        && column.get().ordinal(meaning) < 0) {
                    List<String> valid = new ArrayList<>();
                    for (Vocabulary each : column.get().words()) {
                        valid.add(each.key());
                    }
                    throw word.getValue().unknown("word", meaning, valid);
                }
                if (ScoreKey.named(name, measures).isPresent() && Numbers.read(meaning, '.') == Numbers.NOT_A_NUMBER) {
                    throw word.getValue().problem("should be a number, was \"" + meaning + "\"");
                }
                words.put(word.getKey(), meaning);
            }
            values.put(name, words);
        }
        return values;
    }

    static void missing(
            Yaml yaml,
            SortedMap<String, Measure> measures,
            SortedSet<String> all,
            SortedMap<String, SortedSet<String>> byColumn)
            throws ProfileProblem {
        for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
            if (entry.getKey().equals("default")) {
                all.addAll(entry.getValue().texts());
            } else {
                byColumn.put(
                        column(entry.getValue(), entry.getKey(), measures),
                        new TreeSet<>(entry.getValue().texts()));
            }
        }
    }

    /** The contract's spelling of a column, whether fixed, of a measure or of a group. */
    private static String column(Yaml at, String name, SortedMap<String, Measure> measures) throws ProfileProblem {
        Optional<Column> column = Column.named(name);
        if (column.isPresent()) {
            return column.get().key();
        }
        Optional<ScoreKey> score = ScoreKey.named(name, measures);
        if (score.isPresent()) {
            return score.get().column();
        }
        Optional<String> group = Header.group(name);
        if (group.isPresent()) {
            return group.get();
        }
        List<String> valid = new ArrayList<>();
        for (Column each : Column.values()) {
            valid.add(each.key());
        }
        valid.addAll(measures.keySet());
        throw at.unknown("column or measure", name, valid);
    }
}
