package mendline.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mendline.model.Vocabulary;

/** Where the columns of one file of scores stand, settled once from its header line. */
final class ScoreHeader {
    private static final int ABSENT = -1;

    private final String[] names;
    private final int[] at = new int[ScoreColumn.values().length];
    private final boolean oneMeasure;
    private final List<String> ignored = new ArrayList<>();
    private final List<String> twice = new ArrayList<>();

    private ScoreHeader(String[] names, boolean oneMeasure) {
        this.names = names;
        this.oneMeasure = oneMeasure;
        Arrays.fill(at, ABSENT);
    }

    /** A column is found by the profile's header for it; only where the profile names none, by the contract's. */
    static ScoreHeader of(String[] names, FileRoles.ScoreFiles files) {
        ScoreHeader header = new ScoreHeader(names.clone(), files.measure().isPresent());
        for (int i = 0; i < names.length; i++) {
            header.place(i, files);
        }
        return header;
    }

    private void place(int index, FileRoles.ScoreFiles files) {
        for (ScoreColumn column : ScoreColumn.values()) {
            String wanted = files.columns().getOrDefault(column.key(), column.key());
            if (Vocabulary.folded(names[index]).equals(Vocabulary.folded(wanted))) {
                if (at[column.ordinal()] == ABSENT) {
                    at[column.ordinal()] = index;
                } else {
                    twice.add(names[index]);
                }
                return;
            }
        }
        if (!names[index].isEmpty()) {
            ignored.add(names[index]);
        }
    }

    int size() {
        return names.length;
    }

    int at(ScoreColumn column) {
        return at[column.ordinal()];
    }

    String name(ScoreColumn column) {
        return names[at(column)];
    }

    List<String> ignored() {
        return ignored;
    }

    /** Headers that name a column a second time. */
    List<String> twice() {
        return twice;
    }

    /** The first column without which the file cannot be read. */
    Optional<String> missing() {
        for (ScoreColumn column : ScoreColumn.values()) {
            if (at(column) == ABSENT && !(oneMeasure && column == ScoreColumn.MEASURE)) {
                return Optional.of(column.key());
            }
        }
        return Optional.empty();
    }
}
