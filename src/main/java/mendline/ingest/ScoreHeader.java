package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.measure.Measure;
import mendline.model.Vocabulary;

/**
 * The columns of one file of scores: one score a row; or one answer a row, where the profile names a column of items; or,
 * where there is no column {@code score}, one questionnaire a row with a column for each measure.
 */
final class ScoreHeader {
    private final TableHeader table;
    private final boolean oneMeasure;
    private final boolean answers;
    private final boolean byMeasure;
    private SortedMap<ScoreKey, ScorePlaces> wide = new TreeMap<>();
    private final List<String> missingItems = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();

    private ScoreHeader(TableHeader table, FileRoles.ScoreFiles files) {
        this.table = table;
        this.oneMeasure = files.measure().isPresent();
        this.answers = files.answers();
        this.byMeasure = files.columns().containsKey(ScoreColumn.MEASURE.key())
                || !files.measures().isEmpty();
    }

    static ScoreHeader of(String[] names, FileRoles.ScoreFiles files, SortedMap<String, Measure> measures) {
        TableHeader table = TableHeader.of(
                names,
                files.answers() ? ScoreColumn.keys() : ScoreColumn.withoutItems(),
                files.columns(),
                name -> ScoreKey.named(name, measures).map(ScoreKey::column));
        ScoreHeader header = new ScoreHeader(table, files);
        header.ignored.addAll(table.ignored());
        if (!files.answers() && !table.has(ScoreColumn.SCORE.key())) {
            SortedMap<ScoreKey, Integer> totals = new TreeMap<>();
            for (String key : table.keys()) {
                ScoreKey.named(key, measures).ifPresent(score -> totals.put(score, table.at(key)));
            }
            header.wide = ScorePlaces.of(names, totals, files.scoring(), measures, header.missingItems);
            SortedSet<String> used = new TreeSet<>();
            for (ScorePlaces places : header.wide.values()) {
                places.all().forEach(place -> used.add(Vocabulary.folded(names[place])));
            }
            header.ignored.removeIf(name -> used.contains(Vocabulary.folded(name)));
        }
        return header;
    }

    TableHeader table() {
        return table;
    }

    /** Whether a row holds a score of each of several measures. */
    boolean isWide() {
        return !wide.isEmpty();
    }

    /** The columns of scores where a row holds several. */
    SortedMap<ScoreKey, ScorePlaces> wide() {
        return wide;
    }

    /** Headers of items that the file lacks though it has others of the same questionnaire. */
    List<String> missingItems() {
        return missingItems;
    }

    /** Headers that no rule knows. */
    List<String> ignored() {
        return ignored;
    }

    boolean has(ScoreColumn column) {
        return table.has(column.key());
    }

    int at(ScoreColumn column) {
        return table.at(column.key());
    }

    String name(ScoreColumn column) {
        return table.name(column.key());
    }

    /** The first column without which the file cannot be read. */
    Optional<String> missing() {
        for (ScoreColumn column : ScoreColumn.values()) {
            boolean needed = switch (column) {
                case CLIENT_ID, DATE -> true;
                case SCORE -> !isWide();
                case ITEM -> answers;
                case MEASURE -> !isWide() && !oneMeasure && (!answers || byMeasure);
            };
            if (needed && !table.has(column.key())) {
                return Optional.of(column.key());
            }
        }
        return Optional.empty();
    }
}
