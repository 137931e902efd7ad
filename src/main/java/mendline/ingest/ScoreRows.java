package mendline.ingest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.model.ProblemCode;
import mendline.model.Session;

/**
 * Scores from files of scores, before it is known to which session they belong, and what became of the rows that hold
 * them. A row is used if one of its scores is, else a duplicate if one of them is, else set aside.
 */
final class ScoreRows {
    private static final int UNDECIDED = 0;
    private static final int USED = 1;
    private static final int DUPLICATE = 2;
    private static final int SET_ASIDE = 3;
    private static final int OWN = -1;
    private static final ProblemCode[] CODES = ProblemCode.values();

    final IntColumn client = new IntColumn(SessionStore.NO_CODE);
    final IntColumn day = new IntColumn(Session.NO_DAY);
    /** Second of the day, -1 where the row does not say. */
    final IntColumn time = new IntColumn(-1);

    final IntColumn key = new IntColumn(SessionStore.NO_CODE);
    final IntColumn score = new IntColumn(SessionStore.NO_SCORE);

    private final IntColumn record = new IntColumn(0);
    private final IntColumn recordFile = new IntColumn(0);
    private final IntColumn recordLine = new IntColumn(0);
    private final IntColumn recordMark = new IntColumn(0);
    private final ByteColumn recordFate = new ByteColumn(UNDECIDED);
    private final IntColumn recordHead = new IntColumn(OWN);
    private final BitSet refused = new BitSet();
    private final ProblemLog log;
    private final List<ScoreKey> keys = new ArrayList<>();
    private final List<String> fileNames = new ArrayList<>();
    private int size;
    private int records;

    ScoreRows(ProblemLog log) {
        this.log = log;
    }

    void beginFile(String name) {
        fileNames.add(name);
    }

    String fileName() {
        return fileNames.get(fileNames.size() - 1);
    }

    /** The number of a column of scores. */
    int number(ScoreKey wanted) {
        if (!keys.contains(wanted)) {
            keys.add(wanted);
        }
        return keys.indexOf(wanted);
    }

    /** A new row of the file begun last. */
    int addRecord(long line) {
        recordFile.set(records, fileNames.size() - 1);
        recordLine.set(records, (int) Math.min(Integer.MAX_VALUE, line));
        return records++;
    }

    /** A score of a row. */
    void add(int ofRecord, int who, int date, int second, int what, int hundredths) {
        record.set(size, ofRecord);
        client.set(size, who);
        day.set(size, date);
        time.set(size, second);
        key.set(size, what);
        score.set(size, hundredths);
        recordMark.set(
                ofRecord,
                recordMark.get(ofRecord) + 31 * keys.get(what).column().hashCode() * (hundredths + 1));
        size++;
    }

    /** Sets a row aside that gives no score at all. */
    void setRecordAside(int ofRecord, ProblemCode code, String column) {
        decide(ofRecord, SET_ASIDE + code.ordinal());
        log.add(code, fileNames.get(recordFile.get(ofRecord)), recordLine.get(ofRecord), column);
    }

    /** Sets a score aside; what holds for all scores of a row is said once. */
    void setAside(int row, ProblemCode code) {
        int fate = SET_ASIDE + code.ordinal();
        if (code == ProblemCode.SECOND_SCORE || recordFate.get(record.get(row)) != fate) {
            complain(row, code);
        }
        decide(record.get(row), fate);
    }

    /** Takes all scores of a column out again. */
    void refuse(ScoreKey wanted) {
        for (int row = 0; row < size; row++) {
            if (scoreKey(row).equals(wanted)) {
                refused.set(row);
                setAside(row, ProblemCode.BAD_SCORE);
            }
        }
    }

    /** Whether a score was taken out again. */
    boolean isRefused(int row) {
        return refused.get(row);
    }

    /** Makes a row share in what becomes of another one, with which it gives one score. */
    void follow(int ofRecord, int head) {
        recordHead.set(ofRecord, head);
    }

    /** Counts a row that gives no score as one that only says again what is known. */
    void duplicateRecord(int ofRecord) {
        decide(ofRecord, DUPLICATE);
    }

    void use(int row) {
        decide(record.get(row), USED);
    }

    void duplicate(int row) {
        decide(record.get(row), DUPLICATE);
    }

    private void decide(int ofRecord, int fate) {
        int before = recordFate.get(ofRecord);
        if (before == UNDECIDED || fate < before) {
            recordFate.set(ofRecord, fate);
        }
    }

    void complain(int row, ProblemCode code) {
        complainOf(record.get(row), code);
    }

    void complainOf(int ofRecord, ProblemCode code) {
        log.add(code, fileNames.get(recordFile.get(ofRecord)), recordLine.get(ofRecord), "");
    }

    /** A number that tells rows with other scores apart, whatever the order in which they are read. */
    int mark(int row) {
        return recordMark.get(record.get(row));
    }

    int file(int row) {
        return recordFile.get(record.get(row));
    }

    /** Marks the attended sessions that a score of the same client on the same day shows to have taken place. */
    void showEvidence(SessionStore store) {
        Set<Long> scored = new HashSet<>();
        for (int row = 0; row < size; row++) {
            scored.add(place(client.get(row), day.get(row)));
        }
        for (int row = 0; row < store.size() && size > 0; row++) {
            if (store.attended(row) && scored.contains(place(store.client.get(row), store.day.get(row)))) {
                store.flags.set(row, store.flags.get(row) | SessionStore.EVIDENCE);
            }
        }
    }

    private static long place(int who, int date) {
        return ((long) who << 32) + date;
    }

    /** How many scores there are. */
    int size() {
        return size;
    }

    int files() {
        return fileNames.size();
    }

    /** The columns of scores met so far. */
    List<ScoreKey> keys() {
        return List.copyOf(keys);
    }

    /** The first file by name, empty where there is none. */
    Optional<String> firstFile() {
        return fileNames.stream().sorted().findFirst();
    }

    ScoreKey scoreKey(int row) {
        return keys.get(key.get(row));
    }

    /** How many rows gave a score to a session. */
    long used() {
        return count(USED);
    }

    /** How many rows only say again what is known. */
    long duplicates() {
        return count(DUPLICATE);
    }

    private int fate(int ofRecord) {
        return recordFate.get(recordHead.has(ofRecord) ? recordHead.get(ofRecord) : ofRecord);
    }

    private long count(int fate) {
        long count = 0;
        for (int i = 0; i < records; i++) {
            count += fate(i) == fate ? 1 : 0;
        }
        return count;
    }

    /** Rows set aside, by code. */
    SortedMap<ProblemCode, Long> setAside() {
        SortedMap<ProblemCode, Long> setAside = new TreeMap<>();
        for (int i = 0; i < records; i++) {
            int fate = fate(i);
            if (fate >= SET_ASIDE) {
                setAside.merge(CODES[fate - SET_ASIDE], 1L, Long::sum);
            }
        }
        return setAside;
    }

    /** The contract's names of the scores that were read. */
    SortedSet<String> columnsFound() {
        SortedSet<String> found = new TreeSet<>();
        for (int row = 0; row < size; row++) {
            found.add(scoreKey(row).column());
        }
        return found;
    }
}
