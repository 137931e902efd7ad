package mendline.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.CourseSettings;
import mendline.model.ProblemCode;
import mendline.model.Rater;
import mendline.model.Session;
import mendline.model.Timeline;

/**
 * The used rows in order, duplicates taken out, cut into courses.
 *
 * <p>Rows are duplicates when client, course, date and session number agree. Equal ones are counted; of others the one
 * from the export that reaches furthest in time is kept, then the one with more values, then the one that sorts later
 * as text.
 *
 * <p>Rows without a course id are cut by the gap rule, on dated data only: an attended session more than the gap after
 * the last attended one begins a new course, and so does one that follows a row with a declared ending while its own
 * row declares none. Follow-up sessions neither begin a course nor count for the gap. A row that was not attended
 * belongs to the course of the last attended session within the gap before it, else to that of the next attended
 * session, else to the last course.
 */
final class CourseRows {
    private final SessionStore store;
    private final Timeline timeline;
    private final CourseSettings settings;
    private final RowProblems problems;
    private final int[] reach;
    private final int[] courseRanks;

    private int[] order;
    private int rows;
    private long duplicates;
    private int firstDay = Integer.MAX_VALUE;
    private final List<Stretch> ofClient = new ArrayList<>();
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] ordinal = new int[64];
    private int courses;

    /** The rows of one course in the order of rows; its ordinal is 0 where the file names it. */
    private record Stretch(int from, int to, int ordinal, String name) {}

    private CourseRows(SessionStore store, Timeline timeline, CourseSettings settings, RowProblems problems) {
        this.store = store;
        this.timeline = timeline;
        this.settings = settings;
        this.problems = problems;
        this.reach = new int[problems.files()];
        this.courseRanks = store.courses.ranks();
    }

    static CourseRows of(
            SessionStore store,
            Believable believable,
            Timeline timeline,
            CourseSettings settings,
            RowProblems problems) {
        CourseRows courses = new CourseRows(store, timeline, settings, problems);
        courses.form(believable);
        return courses;
    }

    private void form(Believable believable) {
        Arrays.fill(reach, Integer.MIN_VALUE);
        int[] clientRanks = store.clients.ranks();
        int[] starts = new int[clientRanks.length + 1];
        for (int row = 0; row < store.size(); row++) {
            if (believable.kept(row)) {
                starts[clientRanks[store.client.get(row)] + 1]++;
                if (store.flag(row, SessionStore.EVIDENCE)) {
                    int file = store.file.get(row);
                    reach[file] =
                            Math.max(reach[file], timeline.hasDays() ? store.day.get(row) : store.number.get(row));
                }
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        order = new int[starts[starts.length - 1]];
        int[] next = starts.clone();
        for (int row = 0; row < store.size(); row++) {
            if (believable.kept(row)) {
                order[next[clientRanks[store.client.get(row)]]++] = row;
            }
        }
        for (int client = 0; client + 1 < starts.length; client++) {
            if (starts[client] < starts[client + 1]) {
                RowOrder.sort(order, starts[client], starts[client + 1], this::byPlace);
                int begin = rows;
                withoutDuplicates(starts[client], starts[client + 1]);
                cut(begin, rows);
            }
        }
    }

    /** Course (rows without one first), day, session number; equal only for duplicates. */
    private int byPlace(int a, int b) {
        int byCourse = Integer.compare(courseRank(a), courseRank(b));
        if (byCourse != 0) {
            return byCourse;
        }
        int byDay = Integer.compare(store.day.get(a), store.day.get(b));
        return byDay != 0 ? byDay : Integer.compare(store.number.get(a), store.number.get(b));
    }

    private int courseRank(int row) {
        int course = store.course.get(row);
        return course < 0 ? -1 : courseRanks[course];
    }

    private void withoutDuplicates(int begin, int end) {
        int at = begin;
        while (at < end) {
            int same = at + 1;
            while (same < end && byPlace(order[at], order[same]) == 0) {
                same++;
            }
            int kept = same == at + 1 ? order[at] : winner(at, same);
            at = same;
            order[rows++] = kept;
            if (timeline.dated()) {
                firstDay = Math.min(firstDay, store.day.get(kept));
            }
        }
    }

    private int winner(int begin, int end) {
        int winner = order[begin];
        for (int i = begin + 1; i < end; i++) {
            if (beats(order[i], winner)) {
                winner = order[i];
            }
        }
        List<String> kept = store.values(winner);
        for (int i = begin; i < end; i++) {
            int row = order[i];
            if (row != winner) {
                duplicates++;
                if (!store.values(row).equals(kept)) {
                    problems.add(ProblemCode.DUPLICATE_CONFLICT, row);
                }
            }
        }
        return winner;
    }

    private boolean beats(int row, int other) {
        int byReach = Integer.compare(reach[store.file.get(row)], reach[store.file.get(other)]);
        if (byReach != 0) {
            return byReach > 0;
        }
        List<String> values = store.values(row);
        List<String> others = store.values(other);
        int byCount = Long.compare(filled(values), filled(others));
        if (byCount != 0) {
            return byCount > 0;
        }
        int byText = String.join("\u0000", values).compareTo(String.join("\u0000", others));
        if (byText != 0) {
            return byText > 0;
        }
        return store.flags.get(row) > store.flags.get(other);
    }

    private static long filled(List<String> values) {
        return values.stream().filter(value -> !value.isEmpty()).count();
    }

    private void cut(int begin, int end) {
        ofClient.clear();
        int at = begin;
        while (at < end) {
            int rank = courseRank(order[at]);
            int next = at + 1;
            while (next < end && courseRank(order[next]) == rank) {
                next++;
            }
            if (rank >= 0) {
                ofClient.add(new Stretch(at, next, 0, store.courses.word(store.course.get(order[at]))));
            } else {
                cutByGap(at, next);
            }
            at = next;
        }
        if (ofClient.size() > 1) {
            ofClient.sort(Comparator.comparing(Stretch::name).thenComparingInt(Stretch::from));
        }
        for (Stretch stretch : ofClient) {
            add(stretch);
        }
    }

    private void cutByGap(int begin, int end) {
        int number = 1;
        int start = begin;
        if (timeline.dated()) {
            int lastAttended = Session.NO_DAY;
            int firstLate = -1;
            boolean declared = false;
            for (int i = begin; i < end; i++) {
                int row = order[i];
                boolean counts = store.attended(row) && !store.followUp(row);
                long since = lastAttended == Session.NO_DAY ? 0 : (long) store.day.get(row) - lastAttended;
                boolean late = since > settings.gapDays();
                if (counts) {
                    boolean anew = lastAttended != Session.NO_DAY && (late || declared && !store.courseEnd.has(row));
                    if (anew) {
                        int first = late && firstLate >= 0 ? firstLate : i;
                        stretch(start, first, number++);
                        start = first;
                        declared = false;
                    }
                    lastAttended = store.day.get(row);
                    firstLate = -1;
                } else if (late && firstLate < 0 && !store.attended(row)) {
                    firstLate = i;
                } else if (store.attended(row)) {
                    // A follow-up session keeps the missed rows before it with the course it follows up.
                    firstLate = -1;
                }
                declared |= store.courseEnd.has(row);
            }
        }
        stretch(start, end, number);
    }

    private void stretch(int begin, int end, int number) {
        String client = store.clients.word(store.client.get(order[begin]));
        ofClient.add(new Stretch(begin, end, number, client + "#" + number));
    }

    private void add(Stretch stretch) {
        if (courses == from.length) {
            from = Arrays.copyOf(from, courses * 2);
            to = Arrays.copyOf(to, courses * 2);
            ordinal = Arrays.copyOf(ordinal, courses * 2);
        }
        from[courses] = stretch.from();
        to[courses] = stretch.to();
        ordinal[courses] = stretch.ordinal();
        courses++;
    }

    /** How many courses there are. */
    int size() {
        return courses;
    }

    /** How many rows are used. */
    int rows() {
        return rows;
    }

    long duplicates() {
        return duplicates;
    }

    OptionalInt firstDay() {
        return timeline.dated() && rows > 0 ? OptionalInt.of(firstDay) : OptionalInt.empty();
    }

    /** The rows of a course in order. */
    int[] of(int course) {
        return Arrays.copyOfRange(order, from[course], to[course]);
    }

    /** The ordinal of a course among those of its client that the file does not name, 0 where the file names it. */
    int ordinal(int course) {
        return ordinal[course];
    }

    /** Valid client-rated scores in use, by measure. */
    SortedMap<String, Long> scoreCounts() {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (SortedMap.Entry<ScoreKey, IntColumn> column : store.scores.entrySet()) {
            if (column.getKey().rater() == Rater.CLIENT) {
                long count = 0;
                for (int i = 0; i < rows; i++) {
                    count += column.getValue().has(order[i]) ? 1 : 0;
                }
                if (count > 0) {
                    counts.put(column.getKey().measure(), count);
                }
            }
        }
        return counts;
    }
}
