package mendline.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.ProblemCode;
import mendline.model.Session;

/** Rows of files with one course a row, before it is known which sessions belong to them. */
final class CourseTableRows {
    final IntColumn client = new IntColumn(SessionStore.NO_CODE);
    final IntColumn course = new IntColumn(SessionStore.NO_CODE);
    final IntColumn referral = new IntColumn(Session.NO_DAY);
    final IntColumn start = new IntColumn(Session.NO_DAY);
    final IntColumn end = new IntColumn(Session.NO_DAY);
    final IntColumn courseEnd = new IntColumn(SessionStore.NO_CODE);
    final IntColumn site = new IntColumn(SessionStore.NO_CODE);
    final IntColumn therapist = new IntColumn(SessionStore.NO_CODE);
    final SortedMap<String, IntColumn> groups = new TreeMap<>();

    private final IntColumn file = new IntColumn(0);
    private final IntColumn line = new IntColumn(0);
    private final List<String> fileNames = new ArrayList<>();
    private final List<TableHeader> headers = new ArrayList<>();
    private final List<Integer> reach = new ArrayList<>();
    private final SortedMap<ProblemCode, Long> setAside = new TreeMap<>();
    private final SessionStore store;
    private final ProblemLog log;
    private int size;

    CourseTableRows(SessionStore store, ProblemLog log) {
        this.store = store;
        this.log = log;
    }

    void beginFile(String name, TableHeader header) {
        fileNames.add(name);
        headers.add(header);
        reach.add(Session.NO_DAY);
    }

    /** A new row, empty so far, of the file begun last. */
    int add(long atLine) {
        file.set(size, fileNames.size() - 1);
        line.set(size, (int) Math.min(Integer.MAX_VALUE, atLine));
        return size++;
    }

    /** Notes a date of the file begun last, which tells how far in time it reaches. */
    void reaches(int day) {
        int last = reach.size() - 1;
        reach.set(last, Math.max(reach.get(last), day));
    }

    IntColumn group(String name) {
        store.group(name);
        return groups.computeIfAbsent(name, n -> new IntColumn(SessionStore.NO_CODE));
    }

    int size() {
        return size;
    }

    /** The first day on which the course may have been running, as far as its row says. */
    int from(int row) {
        return start.has(row) ? start.get(row) : referral.get(row);
    }

    /** Sets a record of the file begun last aside. */
    void setRecordAside(ProblemCode code, long atLine, String column) {
        setAside.merge(code, 1L, Long::sum);
        complain(code, atLine, column);
    }

    void complain(ProblemCode code, long atLine, String column) {
        log.add(code, fileNames.get(fileNames.size() - 1), atLine, column);
    }

    void setAside(int row, ProblemCode code) {
        setAside.merge(code, 1L, Long::sum);
        complain(row, code, "");
    }

    /** A problem of a row, at the column of that name. */
    void complain(int row, ProblemCode code, String key) {
        int at = file.get(row);
        log.add(code, fileNames.get(at), line.get(row), headers.get(at).name(key));
    }

    SortedMap<ProblemCode, Long> setAside() {
        return setAside;
    }

    /** All that a row says, as text in a fixed order; empty where it says nothing. */
    List<String> values(int row) {
        List<String> values = new ArrayList<>();
        for (IntColumn column : List.of(referral, start, end, courseEnd)) {
            values.add(column.has(row) ? Integer.toString(column.get(row)) : "");
        }
        values.add(word(store.clients, client, row));
        values.add(word(store.courses, course, row));
        values.add(word(store.sites, site, row));
        values.add(word(store.therapists, therapist, row));
        groups.forEach((name, column) -> values.add(word(store.groupWords.get(name), column, row)));
        return values;
    }

    private static String word(Dictionary words, IntColumn column, int row) {
        return column.has(row) ? words.word(column.get(row)) : "";
    }

    /** Of two rows about one course the one to keep comes last: longer reach, then more values, then later as text. */
    Comparator<Integer> bestLast() {
        return Comparator.<Integer>comparingInt(row -> reach.get(file.get(row)))
                .thenComparing(row ->
                        values(row).stream().filter(value -> !value.isEmpty()).count())
                .thenComparing(row -> String.join("\u0000", values(row)));
    }
}
