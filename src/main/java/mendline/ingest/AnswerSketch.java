package mendline.ingest;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which columns of an unknown file mean what, if it is one with one answer a row whose items carry codes that are known.
 *
 * @param columns place in the file of each column; that of measures only where its words are known
 * @param measures by the file's word the measure that occurs
 * @param items by measure what the profile says of its items
 * @param unknown how many words for items are not known
 */
record AnswerSketch(
        Map<ScoreColumn, Integer> columns,
        SortedMap<String, String> measures,
        SortedMap<String, String> items,
        int unknown) {
    /** LOINC codes of items in their order, and last that of the total. */
    private static final Map<String, List<String>> LOINC = Map.of(
            "phq9",
            List.of(
                    "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8",
                    "44261-6"),
            "gad7",
            List.of("69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7", "70274-6"));

    /** Empty where the file is none of answers with known codes. */
    static Optional<AnswerSketch> of(FileSketch file) {
        Map<ScoreColumn, Integer> columns = new EnumMap<>(ScoreColumn.class);
        for (ScoreColumn column : ScoreColumn.values()) {
            for (int place :
                    file.where(i -> ExportHeaders.rank(column, file.names().get(i)) >= 0
                            && fits(column, file.columns().get(i)))) {
                columns.merge(
                        column,
                        place,
                        (before, now) -> rank(file, column, now) < rank(file, column, before) ? now : before);
            }
        }
        for (ScoreColumn needed :
                List.of(ScoreColumn.CLIENT_ID, ScoreColumn.DATE, ScoreColumn.ITEM, ScoreColumn.SCORE)) {
            if (!columns.containsKey(needed)) {
                return Optional.empty();
            }
        }
        ColumnSketch words = file.columns().get(columns.get(ScoreColumn.ITEM));
        SortedMap<String, String> items = new TreeMap<>();
        int known = 0;
        for (Map.Entry<String, List<String>> each : LOINC.entrySet()) {
            int here = 0;
            for (String code : each.getValue()) {
                here += words.words().contains(WordCells.comparable(code)) ? 1 : 0;
            }
            known += here;
            if (here > 0) {
                int last = each.getValue().size() - 1;
                items.put(
                        each.getKey(),
                        "{columns: [" + String.join(", ", each.getValue().subList(0, last)) + "], total: "
                                + each.getValue().get(last) + "}");
            }
        }
        if (items.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, String> measures = new TreeMap<>();
        if (columns.containsKey(ScoreColumn.MEASURE)) {
            for (String word :
                    file.columns().get(columns.get(ScoreColumn.MEASURE)).words()) {
                ExportWords.coded(word)
                        .filter(code -> items.containsKey(code.getValue()))
                        .ifPresent(code -> measures.put(code.getKey(), code.getValue()));
            }
            if (measures.isEmpty()) {
                columns.remove(ScoreColumn.MEASURE);
            }
        }
        return Optional.of(
                new AnswerSketch(columns, measures, items, words.words().size() - known));
    }

    private static int rank(FileSketch file, ScoreColumn column, int place) {
        return ExportHeaders.rank(column, file.names().get(place));
    }

    private static boolean fits(ScoreColumn column, ColumnSketch sketch) {
        return switch (column) {
            case CLIENT_ID -> sketch.filled() > 0 && sketch.personalPercent() < 20;
            case DATE -> sketch.anyDates();
            case MEASURE, ITEM -> sketch.filled() > 0;
            case SCORE -> sketch.numbers();
        };
    }

    /** The file's own names of the columns, by ours. */
    Map<String, String> names(FileSketch file) {
        Map<String, String> names = new LinkedHashMap<>();
        columns.forEach((column, index) -> names.put(column.key(), file.names().get(index)));
        return names;
    }
}
