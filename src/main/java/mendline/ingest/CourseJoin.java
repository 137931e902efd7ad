package mendline.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import mendline.model.ProblemCode;
import mendline.model.Session;
import mendline.model.Timeline;

/**
 * Gives the sessions what the files of courses say of them.
 *
 * <p>A session belongs to the course row with its course id; where it has none, or the course rows have none, to that of
 * its client which began last before it (by start, else by referral), else to the client's first one. It then has that
 * row's course id (a client's course rows without ids are numbered), and its referral date, site, therapist and groups
 * where its own row says nothing. A kind of ending stands on the last attended session that is no follow-up, up to the
 * end date; an end date after the as-of date says nothing yet.
 */
final class CourseJoin {
    private final CourseTableRows rows;
    private final SessionStore store;
    private final Believable believable;
    private final boolean dated;
    private final OptionalInt asOf;
    private final RowProblems problems;
    private final Map<Integer, Integer> byCourse = new HashMap<>();
    private final Map<Integer, List<Integer>> byClient = new HashMap<>();
    private final List<Integer> kept = new ArrayList<>();
    private final int[] lastAttended;
    private final int[] lastAny;
    private long used;
    private long duplicates;

    private CourseJoin(
            CourseTableRows rows,
            SessionStore store,
            Believable believable,
            Timeline timeline,
            OptionalInt asOf,
            RowProblems problems) {
        this.rows = rows;
        this.store = store;
        this.believable = believable;
        this.dated = timeline.dated();
        this.asOf = asOf;
        this.problems = problems;
        this.lastAttended = new int[rows.size()];
        this.lastAny = new int[rows.size()];
        Arrays.fill(lastAttended, Session.NO_DAY);
        Arrays.fill(lastAny, Session.NO_DAY);
    }

    static CourseJoin of(
            CourseTableRows rows, SessionStore store, Believable believable, Timeline timeline, RowProblems problems) {
        CourseJoin join = new CourseJoin(rows, store, believable, timeline, believable.asOf(), problems);
        join.withoutDuplicates();
        join.number();
        join.join();
        return join;
    }

    /** How many course rows have a session. */
    long used() {
        return used;
    }

    long duplicates() {
        return duplicates;
    }

    /** Keeps one row for each course: by its id, else by client and the day it began. */
    private void withoutDuplicates() {
        Map<List<Integer>, List<Integer>> same = new TreeMap<>((a, b) -> {
            for (int i = 0; i < a.size(); i++) {
                int by = Integer.compare(a.get(i), b.get(i));
                if (by != 0) {
                    return by;
                }
            }
            return 0;
        });
        for (int row = 0; row < rows.size(); row++) {
            boolean named = rows.course.has(row);
            List<Integer> key =
                    named ? List.of(0, rows.course.get(row), 0) : List.of(1, rows.client.get(row), rows.from(row));
            same.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        for (List<Integer> alike : same.values()) {
            alike.sort(rows.bestLast());
            int best = alike.get(alike.size() - 1);
            kept.add(best);
            for (int row : alike.subList(0, alike.size() - 1)) {
                duplicates++;
                if (!rows.values(row).equals(rows.values(best))) {
                    rows.complain(row, ProblemCode.DUPLICATE_CONFLICT, "");
                }
            }
            if (rows.course.has(best)) {
                byCourse.put(rows.course.get(best), best);
            }
            if (rows.client.has(best)) {
                byClient.computeIfAbsent(rows.client.get(best), c -> new ArrayList<>())
                        .add(best);
            }
        }
    }

    /** Puts the rows of a client in the order in which they began, and names those that have no id. */
    private void number() {
        byClient.forEach((client, ofClient) -> {
            ofClient.sort((a, b) -> {
                int byDay = Integer.compare(rows.from(a), rows.from(b));
                return byDay != 0
                        ? byDay
                        : String.join("\u0000", rows.values(a)).compareTo(String.join("\u0000", rows.values(b)));
            });
            for (int i = 0; i < ofClient.size(); i++) {
                if (!rows.course.has(ofClient.get(i))) {
                    rows.course.set(ofClient.get(i), store.courses.id(store.clients.word(client) + "#" + (i + 1)));
                }
            }
        });
    }

    private void join() {
        int[] courseRow = new int[store.size()];
        for (int row = 0; row < store.size(); row++) {
            courseRow[row] = SessionStore.NO_CODE;
            if (believable.kept(row)) {
                courseRow[row] = courseRow(row);
                if (courseRow[row] == SessionStore.NO_CODE) {
                    problems.add(ProblemCode.SESSION_WITHOUT_COURSE, row);
                } else {
                    give(row, courseRow[row]);
                }
            }
        }
        for (int row = 0; row < store.size(); row++) {
            if (courseRow[row] != SessionStore.NO_CODE) {
                end(row, courseRow[row]);
            }
        }
        finish();
    }

    /** The course row of a session. */
    private int courseRow(int row) {
        if (store.course.has(row)) {
            Integer named = byCourse.get(store.course.get(row));
            if (named != null) {
                boolean sameClient = !rows.client.has(named) || rows.client.get(named) == store.client.get(row);
                return sameClient ? named : SessionStore.NO_CODE;
            }
            if (!byCourse.isEmpty()) {
                return SessionStore.NO_CODE;
            }
        }
        int best = SessionStore.NO_CODE;
        for (int candidate : byClient.getOrDefault(store.client.get(row), List.of())) {
            if (best == SessionStore.NO_CODE || dated && rows.from(candidate) <= store.day.get(row)) {
                best = candidate;
            }
        }
        return best;
    }

    private void give(int row, int from) {
        if (!store.course.has(row)) {
            store.course.set(row, rows.course.get(from));
        }
        fill(store.referral, row, rows.referral, from);
        fill(store.start, row, rows.start, from);
        fill(store.site, row, rows.site, from);
        fill(store.therapist, row, rows.therapist, from);
        rows.groups.forEach((name, column) -> fill(store.group(name), row, column, from));
        lastAny[from] = Math.max(lastAny[from], place(row));
        boolean counts = store.attended(row) && !store.followUp(row);
        if (counts && !(rows.end.has(from) && dated && store.day.get(row) > rows.end.get(from))) {
            lastAttended[from] = Math.max(lastAttended[from], place(row));
        }
    }

    private int place(int row) {
        return store.day.has(row) ? store.day.get(row) : store.number.get(row);
    }

    private static void fill(IntColumn into, int row, IntColumn values, int from) {
        if (!into.has(row) && values.has(from)) {
            into.set(row, values.get(from));
        }
    }

    /** Puts the kind of ending on all rows of the day that ended the course, so that it is there whichever row is kept. */
    private void end(int row, int from) {
        boolean ended = rows.courseEnd.has(from)
                && !(dated && rows.end.has(from) && asOf.isPresent() && rows.end.get(from) > asOf.getAsInt());
        int last = lastAttended[from] == Session.NO_DAY ? lastAny[from] : lastAttended[from];
        if (ended && place(row) == last && (lastAttended[from] == Session.NO_DAY || store.attended(row))) {
            if (store.courseEnd.has(row) && store.courseEnd.get(row) != rows.courseEnd.get(from)) {
                problems.add(ProblemCode.COURSE_END_CONFLICT, row, Column.COURSE_END);
            } else {
                store.courseEnd.set(row, rows.courseEnd.get(from));
            }
        }
    }

    private void finish() {
        for (int row : kept) {
            if (lastAny[row] == Session.NO_DAY) {
                rows.setAside(row, ProblemCode.COURSE_WITHOUT_SESSION);
            } else {
                used++;
                if (rows.end.has(row) && !rows.courseEnd.has(row)) {
                    rows.complain(row, ProblemCode.END_WITHOUT_KIND, CourseColumn.END.key());
                }
            }
        }
    }
}
