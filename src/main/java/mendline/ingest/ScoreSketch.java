package mendline.ingest;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.measure.Measure;

/**
 * Which columns of an unknown file mean what, if it is one of scores.
 *
 * @param columns place in the file of each column
 * @param words known spellings of measures that occur, with the column of scores that they mean
 * @param measures the measures that occur, by column of scores
 * @param unknown how many words of the column of measures are not known
 */
record ScoreSketch(
        Map<ScoreColumn, Integer> columns,
        Map<String, String> words,
        SortedMap<String, Measure> measures,
        int unknown) {
    /** Spellings of measures beside their keys and names. */
    private static final Set<String> SUFFIXES = Set.of("", " total", " score", " total score");

    /** Empty where the file is none of scores. */
    static Optional<ScoreSketch> of(FileSketch file) {
        Map<ScoreColumn, Integer> columns = new EnumMap<>(ScoreColumn.class);
        for (ScoreColumn column :
                List.of(ScoreColumn.CLIENT_ID, ScoreColumn.DATE, ScoreColumn.MEASURE, ScoreColumn.SCORE)) {
            int best = -1;
            for (int index :
                    file.where(i -> ExportHeaders.rank(column, file.names().get(i)) >= 0
                            && fits(column, file.columns().get(i)))) {
                boolean better = best < 0
                        || ExportHeaders.rank(column, file.names().get(index))
                                < ExportHeaders.rank(column, file.names().get(best));
                best = better ? index : best;
            }
            if (best < 0) {
                return Optional.empty();
            }
            columns.put(column, best);
        }
        ColumnSketch measures = file.columns().get(columns.get(ScoreColumn.MEASURE));
        Map<String, String> words = new LinkedHashMap<>();
        SortedMap<String, Measure> found = new TreeMap<>();
        int known = 0;
        for (String word : new TreeSet<>(measures.words())) {
            Optional<ScoreKey> plain = ScoreKey.named(word, Profiles.DEFAULT.measures());
            Optional<String> column = plain.map(ScoreKey::column).or(() -> spelling(word, words));
            column.ifPresent(key -> found.put(
                    key,
                    SessionColumns.measure(key, Profiles.DEFAULT.measures()).orElseThrow()));
            known += column.isPresent() ? 1 : 0;
        }
        return known == 0 || measures.tooMany()
                ? Optional.empty()
                : Optional.of(
                        new ScoreSketch(columns, words, found, measures.words().size() - known));
    }

    /** The file's own names of the columns, by ours. */
    Map<String, String> names(FileSketch file) {
        Map<String, String> names = new LinkedHashMap<>();
        columns.forEach((column, index) -> names.put(column.key(), file.names().get(index)));
        return names;
    }

    private static boolean fits(ScoreColumn column, ColumnSketch sketch) {
        return switch (column) {
            case CLIENT_ID -> sketch.filled() > 0 && sketch.personalPercent() < 20;
            case DATE -> sketch.anyDates();
            case MEASURE, ITEM ->
                sketch.filled() > 0
                        && (!sketch.numbers()
                                || sketch.codes().stream()
                                        .anyMatch(code -> ExportWords.coded(WordCells.comparable(code))
                                                .isPresent()));
            case SCORE -> sketch.numbers();
        };
    }

    /** The measure of which the word is a spelling; our own one is put among the words. */
    private static Optional<String> spelling(String word, Map<String, String> words) {
        Optional<Map.Entry<String, String>> coded = ExportWords.coded(word);
        if (coded.isPresent()) {
            words.put(coded.get().getKey(), coded.get().getValue());
            return coded.map(Map.Entry::getValue);
        }
        for (String key : Profiles.DEFAULT.measures().keySet()) {
            for (String suffix : new TreeSet<>(SUFFIXES)) {
                for (String spelled : Set.of(
                        key + suffix, Profiles.DEFAULT.measures().get(key).name() + suffix)) {
                    if (WordCells.comparable(spelled).equals(word)) {
                        words.put(spelled, key);
                        return Optional.of(key);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
