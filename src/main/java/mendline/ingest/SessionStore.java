package mendline.ingest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.Attendance;
import mendline.model.RuptureSource;
import mendline.model.Session;
import mendline.model.Stage;

/** Every row that was not set aside while reading, column by column; what most rows leave empty takes no memory. */
final class SessionStore {
    static final int NO_SCORE = Integer.MIN_VALUE;
    static final int NO_CODE = -1;
    /** Flag: the row shows that its day has taken place (attended by an explicit word, or a score). */
    static final int EVIDENCE = 1;
    /** Flag: the file has the column {@code setback}. */
    static final int SETBACK_ASKED = 2;

    /** Flag: the day is that of a form, not the session's own. */
    static final int OTHER_PLACE = 4;

    private static final int NO_RATING = -1;

    final IntColumn file = new IntColumn(0);
    final IntColumn line = new IntColumn(0);
    final IntColumn client = new IntColumn(NO_CODE);
    final IntColumn course = new IntColumn(NO_CODE);
    final IntColumn day = new IntColumn(Session.NO_DAY);
    final IntColumn number = new IntColumn(0);
    final IntColumn therapist = new IntColumn(NO_CODE);
    final IntColumn site = new IntColumn(NO_CODE);
    final IntColumn referral = new IntColumn(Session.NO_DAY);
    /** First day of the course as a file of courses says it. */
    final IntColumn start = new IntColumn(Session.NO_DAY);

    final IntColumn block = new IntColumn(NO_CODE);
    final IntColumn setbacks = new IntColumn(0);
    final IntColumn responses = new IntColumn(0);
    final IntColumn carried = new IntColumn(0);
    final ByteColumn attendance = new ByteColumn(Attendance.ATTENDED.ordinal());
    final ByteColumn stage = new ByteColumn(Stage.TREATMENT.ordinal());
    final ByteColumn mode = new ByteColumn(NO_RATING);
    final ByteColumn courseEnd = new ByteColumn(NO_RATING);
    final ByteColumn rupture = new ByteColumn(NO_RATING);
    final ByteColumn ruptureSource = new ByteColumn(RuptureSource.THERAPIST.ordinal());
    final ByteColumn intensity = new ByteColumn(NO_RATING);
    final ByteColumn repair = new ByteColumn(NO_RATING);
    final ByteColumn clientStuck = new ByteColumn(NO_RATING);
    final ByteColumn therapistStuck = new ByteColumn(NO_RATING);
    final ByteColumn flags = new ByteColumn(0);

    final SortedMap<ScoreKey, IntColumn> scores = new TreeMap<>();
    final SortedMap<String, IntColumn> groups = new TreeMap<>();

    final Dictionary clients = new Dictionary();
    final Dictionary courses = new Dictionary();
    final Dictionary therapists = new Dictionary();
    final Dictionary sites = new Dictionary();
    final Dictionary blocks = new Dictionary();
    final SortedMap<String, Dictionary> groupWords = new TreeMap<>();

    private final BitSet left = new BitSet();
    private int size;

    /** A new row, empty so far. */
    int add() {
        return size++;
    }

    int size() {
        return size;
    }

    IntColumn scores(ScoreKey key) {
        return scores.computeIfAbsent(key, k -> new IntColumn(NO_SCORE));
    }

    IntColumn group(String name) {
        groupWords.computeIfAbsent(name, n -> new Dictionary());
        return groups.computeIfAbsent(name, n -> new IntColumn(NO_CODE));
    }

    /** Takes a row out again whose values went elsewhere. */
    void leave(int row) {
        left.set(row);
    }

    /** Whether a row was taken out again. */
    boolean left(int row) {
        return left.get(row);
    }

    /** The columns that say something of the client rather than of a session. */
    List<IntColumn> ofTheClient() {
        List<IntColumn> columns = new ArrayList<>(List.of(course, referral, site, therapist));
        columns.addAll(groups.values());
        return columns;
    }

    /** All columns of whole numbers beside a row's place and its client. */
    List<IntColumn> wholeNumbers() {
        List<IntColumn> columns = ofTheClient();
        columns.addAll(List.of(setbacks, responses, carried));
        columns.addAll(scores.values());
        return columns;
    }

    /** The columns of small numbers in which a row may say nothing. */
    List<ByteColumn> smallNumbers() {
        return List.of(mode, courseEnd, rupture, ruptureSource, intensity, repair, clientStuck, therapistStuck);
    }

    boolean attended(int row) {
        return attendance.get(row) == Attendance.ATTENDED.ordinal();
    }

    boolean followUp(int row) {
        return stage.get(row) == Stage.FOLLOW_UP.ordinal();
    }

    boolean flag(int row, int flag) {
        return (flags.get(row) & flag) != 0;
    }

    /** All that a row says beside its place and its key, as text in a fixed order; empty where it says nothing. */
    List<String> values(int row) {
        List<String> values = new ArrayList<>();
        for (ByteColumn column : List.of(
                attendance,
                stage,
                mode,
                courseEnd,
                rupture,
                ruptureSource,
                intensity,
                repair,
                clientStuck,
                therapistStuck)) {
            values.add(column.has(row) ? Integer.toString(column.get(row)) : "");
        }
        for (IntColumn column : List.of(setbacks, responses, carried, referral)) {
            values.add(column.has(row) ? Integer.toString(column.get(row)) : "");
        }
        values.add(therapist.has(row) ? therapists.word(therapist.get(row)) : "");
        values.add(site.has(row) ? sites.word(site.get(row)) : "");
        for (IntColumn column : scores.values()) {
            values.add(column.has(row) ? Integer.toString(column.get(row)) : "");
        }
        for (SortedMap.Entry<String, IntColumn> group : groups.entrySet()) {
            IntColumn column = group.getValue();
            values.add(column.has(row) ? groupWords.get(group.getKey()).word(column.get(row)) : "");
        }
        return values;
    }
}
