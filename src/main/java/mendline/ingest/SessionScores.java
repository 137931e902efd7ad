package mendline.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the scores of the rows of session files, and writes them into the store. */
final class SessionScores {
    private final Profile profile;
    private final SessionStore store;
    private final FormCounts forms;
    private final Set<ScoreKey> rounded = new HashSet<>();
    private ScoreCell[] cells = new ScoreCell[0];
    private IntColumn[] values = new IntColumn[0];

    /** @param forms hears of the questionnaires of rows that stand */
    SessionScores(Profile profile, SessionStore store, FormCounts forms) {
        this.profile = profile;
        this.store = store;
        this.forms = forms;
    }

    /** Goes on with another file. */
    void begin(Header header) {
        List<ScoreCell> read = new ArrayList<>();
        List<IntColumn> written = new ArrayList<>();
        header.scores().forEach((key, places) -> {
            read.add(new ScoreCell(
                    key, places, profile.scoring(), profile.dialect().decimal(), profile, rounded));
            written.add(store.scores(key));
        });
        cells = read.toArray(new ScoreCell[0]);
        values = written.toArray(new IntColumn[0]);
    }

    /** Writes the scores of a record into a row of the store; whether there was any. */
    boolean write(RecordReader record, int row, boolean attended, ScoreCell.Problems problems) {
        boolean any = false;
        for (int i = 0; i < cells.length; i++) {
            int score = cells[i].read(record, attended, problems);
            values[i].set(row, score);
            any |= score != SessionStore.NO_SCORE;
        }
        return any;
    }

    /** Counts the questionnaires of the record that was written last, which stands. */
    void count() {
        for (ScoreCell cell : cells) {
            cell.count(forms);
        }
    }

    /** Only says what is wrong with the scores of a record. */
    void complain(RecordReader record, ScoreCell.Problems problems) {
        for (ScoreCell cell : cells) {
            cell.read(record, false, problems);
        }
    }

    /** Takes the scores of a row of the store out again. */
    void erase(int row) {
        for (IntColumn column : values) {
            column.set(row, SessionStore.NO_SCORE);
        }
    }

    /** Whether a column holds numbers of a score. */
    boolean hold(int column) {
        for (ScoreCell cell : cells) {
            if (cell.holds(column)) {
                return true;
            }
        }
        return false;
    }
}
