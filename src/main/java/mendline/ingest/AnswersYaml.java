package mendline.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Checks what a profile says of files with one answer a row. */
final class AnswersYaml {
    private AnswersYaml() {}

    /**
     * Every answer must have its place: items are named, no column of scores stands beside them, and without a column of
     * measures a word means one item of one measure.
     */
    static void check(
            Yaml yaml,
            SortedMap<String, String> columns,
            SortedMap<String, String> words,
            Optional<String> measure,
            Scoring scoring)
            throws ProfileProblem {
        for (String column : columns.keySet()) {
            if (ScoreColumn.named(column).isEmpty()) {
                throw yaml.problem("has columns: item, so a row holds one answer, and " + column
                        + " cannot have a column of its own");
            }
        }
        if (measure.isPresent() && !scoring.items().containsKey(measure.get())) {
            throw yaml.problem(
                    "needs items: " + measure.get() + ", since columns: item says that a row holds one answer");
        }
        if (scoring.items().isEmpty()) {
            throw yaml.problem("needs items: by measure the words of the column of items, in their order");
        }
        if (!scoring.skip().isEmpty()) {
            throw yaml.problem("has columns: item, so a row holds one answer, and skip has no meaning");
        }
        boolean told = measure.isPresent() || columns.containsKey(ScoreColumn.MEASURE.key()) || !words.isEmpty();
        Map<String, String> seen = new HashMap<>();
        for (Map.Entry<String, ItemColumns> items : scoring.items().entrySet()) {
            for (String word : items.getValue().words()) {
                String place = told ? items.getKey() + '\n' + WordCells.comparable(word) : WordCells.comparable(word);
                if (seen.put(place, items.getKey()) != null) {
                    throw yaml.problem("has the item \"" + word + "\" twice"
                            + (told ? "" : "; columns: measure can say which measure a row belongs to"));
                }
            }
        }
    }
}
