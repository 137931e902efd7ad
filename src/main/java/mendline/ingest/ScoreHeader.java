package mendline.ingest;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.measure.Measure;

/**
 * The columns of one file of scores: either one score a row, or, where there is no column {@code score}, one
 * questionnaire a row with a column for each measure.
 */
final class ScoreHeader {
    private final TableHeader table;
    private final boolean oneMeasure;
    private final SortedMap<ScoreKey, Integer> wide = new TreeMap<>();

    private ScoreHeader(TableHeader table, boolean oneMeasure) {
        this.table = table;
        this.oneMeasure = oneMeasure;
    }

    static ScoreHeader of(String[] names, FileRoles.ScoreFiles files, SortedMap<String, Measure> measures) {
        TableHeader table = TableHeader.of(
                names,
                ScoreColumn.keys(),
                files.columns(),
                name -> ScoreKey.named(name, measures).map(ScoreKey::column));
        ScoreHeader header = new ScoreHeader(table, files.measure().isPresent());
        if (!table.has(ScoreColumn.SCORE.key()) && !header.oneMeasure) {
            for (String key : table.keys()) {
                ScoreKey.named(key, measures).ifPresent(score -> header.wide.put(score, table.at(key)));
            }
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
    SortedMap<ScoreKey, Integer> wide() {
        return wide;
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
            boolean ofOneScore = column == ScoreColumn.MEASURE || column == ScoreColumn.SCORE;
            boolean needed = !(isWide() && ofOneScore) && !(oneMeasure && column == ScoreColumn.MEASURE);
            if (needed && !table.has(column.key())) {
                return Optional.of(column.key());
            }
        }
        return Optional.empty();
    }
}
