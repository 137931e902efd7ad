package mendline.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.Attendance;
import mendline.model.CarriedForward;
import mendline.model.Course;
import mendline.model.CourseEnd;
import mendline.model.CourseSettings;
import mendline.model.EndKind;
import mendline.model.ProblemCode;
import mendline.model.Recorded;
import mendline.model.Response;
import mendline.model.RuptureKind;
import mendline.model.RuptureSource;
import mendline.model.ScoreSeries;
import mendline.model.Session;
import mendline.model.SetbackKind;
import mendline.model.Stage;
import mendline.model.Timeline;

/**
 * Makes one course from its rows.
 *
 * <p>A course runs from its first attended session to its last attended one that is not a follow-up. It has ended if
 * its last declared ending is not followed by an attended session that declares none; else, on dated data, it ended
 * silently on the day on which the gap of the settings was full, if the as-of date reaches that day. A course without
 * an attended session has neither start nor end day.
 */
final class CourseMaker {
    private static final int NONE = -1;
    private static final Attendance[] ATTENDANCES = Attendance.values();
    private static final Stage[] STAGES = Stage.values();
    private static final RuptureKind[] RUPTURES = RuptureKind.values();
    private static final RuptureSource[] SOURCES = RuptureSource.values();

    private final SessionStore store;
    private final CourseRows courses;
    private final Timeline timeline;
    private final OptionalInt asOf;
    private final CourseSettings settings;
    private final CourseStarts starts;

    CourseMaker(SessionStore store, CourseRows courses, Timeline timeline, OptionalInt asOf, CourseSettings settings) {
        this.store = store;
        this.courses = courses;
        this.timeline = timeline;
        this.asOf = asOf;
        this.settings = settings;
        this.starts = new CourseStarts(store, timeline, courses.firstDay(), settings);
    }

    Course course(int index) {
        int[] rows = courses.of(index);
        int[] numbers = numbers(rows);
        String client = store.clients.word(store.client.get(rows[0]));
        int ordinal = courses.ordinal(index);
        String id = ordinal > 0 ? client + "#" + ordinal : store.courses.word(store.course.get(rows[0]));
        Optional<EndKind> end = end(rows);
        int referral = referral(rows);
        int start = starts.day(rows);
        boolean referralFits = referral != Session.NO_DAY && (start == Session.NO_DAY || referral <= start);
        return new Course(
                client,
                id,
                timeline,
                belongsTo(rows, store.site, store.sites),
                belongsTo(rows, store.therapist, store.therapists),
                referralFits ? OptionalInt.of(referral) : OptionalInt.empty(),
                sessions(rows, numbers),
                series(rows, numbers, false),
                series(rows, numbers, true),
                end,
                end.isPresent() ? endDay(rows, end.get()) : OptionalInt.empty(),
                starts.leftTruncated(rows),
                groups(rows));
    }

    /** Logs what is odd about the rows of a course taken together. */
    void complain(int index, RowProblems problems) {
        int[] rows = courses.of(index);
        int at = outOfOrder(rows);
        if (at != NONE) {
            problems.add(ProblemCode.SESSION_NUMBERS_OUT_OF_ORDER, rows[at], Column.SESSION_NUMBER);
        }
        int start = starts.day(rows);
        int referralAt = referralAt(rows);
        if (referralAt != NONE && start != Session.NO_DAY && store.referral.get(rows[referralAt]) > start) {
            problems.add(ProblemCode.REFERRAL_AFTER_START, rows[referralAt], Column.REFERRAL_DATE);
        }
        int reopened = reopened(rows);
        if (reopened != NONE) {
            problems.add(ProblemCode.COURSE_REOPENED, rows[reopened]);
        }
    }

    private boolean counts(int row) {
        return store.attended(row) && !store.followUp(row);
    }

    /** The first row at which the course goes on after a silent or declared ending. */
    private int reopened(int[] rows) {
        int last = Session.NO_DAY;
        boolean declared = false;
        for (int i = 0; i < rows.length; i++) {
            if (counts(rows[i])) {
                int day = store.day.get(rows[i]);
                boolean silent = timeline.dated() && last != Session.NO_DAY && day - last > settings.gapDays();
                if (silent || declared && !store.courseEnd.has(rows[i])) {
                    return i;
                }
                last = day;
            }
            declared |= store.courseEnd.has(rows[i]);
        }
        return NONE;
    }

    private Optional<EndKind> end(int[] rows) {
        int declared = NONE;
        int lastCounting = NONE;
        for (int i = 0; i < rows.length; i++) {
            declared = store.courseEnd.has(rows[i]) ? i : declared;
            lastCounting = counts(rows[i]) ? i : lastCounting;
        }
        if (declared != NONE && lastCounting <= declared) {
            return Optional.of(EndKind.valueOf(CourseEnd.values()[store.courseEnd.get(rows[declared])].name()));
        }
        int last = lastDay(rows);
        boolean silent = timeline.dated()
                && last != Session.NO_DAY
                && asOf.isPresent()
                && asOf.getAsInt() - last >= settings.gapDays();
        return silent ? Optional.of(EndKind.SILENT) : Optional.empty();
    }

    private OptionalInt endDay(int[] rows, EndKind kind) {
        int last = lastDay(rows);
        if (last == Session.NO_DAY) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(kind == EndKind.SILENT ? last + settings.gapDays() : last);
    }

    /**
     * The day of the last attended session that is not a follow-up; of the last follow-up where there is nothing
     * else.
     */
    private int lastDay(int[] rows) {
        int last = Session.NO_DAY;
        int lastFollowUp = Session.NO_DAY;
        for (int row : rows) {
            if (counts(row)) {
                last = store.day.get(row);
            } else if (store.attended(row)) {
                lastFollowUp = store.day.get(row);
            }
        }
        return last == Session.NO_DAY ? lastFollowUp : last;
    }

    private int referralAt(int[] rows) {
        for (int i = 0; i < rows.length; i++) {
            if (store.referral.has(rows[i])) {
                return i;
            }
        }
        return NONE;
    }

    private int referral(int[] rows) {
        int at = referralAt(rows);
        return at == NONE ? Session.NO_DAY : store.referral.get(rows[at]);
    }

    /** The position of the first attended session whose number does not rise above the one before it. */
    private int outOfOrder(int[] rows) {
        int previous = 0;
        boolean any = false;
        int at = NONE;
        for (int i = 0; i < rows.length; i++) {
            if (store.attended(rows[i])) {
                int number = store.number.get(rows[i]);
                any |= number > 0;
                number = number == 0 ? previous + 1 : number;
                if (number <= previous && at == NONE) {
                    at = i;
                }
                previous = number;
            }
        }
        return any ? at : NONE;
    }

    /**
     * The file's session numbers (a missing one follows the one before it) if they rise, else ordinals of attended
     * sessions.
     */
    private int[] numbers(int[] rows) {
        boolean ordinals = outOfOrder(rows) != NONE;
        int[] numbers = new int[rows.length];
        int previous = 0;
        for (int i = 0; i < rows.length; i++) {
            if (store.attended(rows[i])) {
                int number = store.number.get(rows[i]);
                previous = ordinals || number == 0 ? previous + 1 : number;
            }
            numbers[i] = previous;
        }
        return numbers;
    }

    private List<Session> sessions(int[] rows, int[] numbers) {
        List<Session> sessions = new ArrayList<>(rows.length);
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            sessions.add(new Session(
                    numbers[i],
                    timeline.hasDays() ? store.day.get(row) : Session.NO_DAY,
                    ATTENDANCES[store.attendance.get(row)],
                    STAGES[store.stage.get(row)],
                    recorded(row)));
        }
        return sessions;
    }

    private Recorded recorded(int row) {
        boolean asked = store.flag(row, SessionStore.SETBACK_ASKED);
        boolean nothing = !store.setbacks.has(row)
                && !store.responses.has(row)
                && !store.carried.has(row)
                && !store.rupture.has(row)
                && !store.ruptureSource.has(row)
                && !store.intensity.has(row)
                && !store.repair.has(row)
                && !store.clientStuck.has(row)
                && !store.therapistStuck.has(row);
        if (nothing) {
            return asked ? Recorded.NO_SETBACK : Recorded.NOTHING;
        }
        return new Recorded(
                asked,
                set(SetbackKind.class, store.setbacks.get(row)),
                set(Response.class, store.responses.get(row)),
                set(CarriedForward.class, store.carried.get(row)),
                store.rupture.has(row) ? Optional.of(RUPTURES[store.rupture.get(row)]) : Optional.empty(),
                SOURCES[store.ruptureSource.get(row)],
                optional(store.intensity, row),
                optional(store.repair, row),
                optional(store.clientStuck, row),
                optional(store.therapistStuck, row));
    }

    private static <E extends Enum<E>> Set<E> set(Class<E> type, int bits) {
        EnumSet<E> set = EnumSet.noneOf(type);
        for (E word : type.getEnumConstants()) {
            if ((bits & 1 << word.ordinal()) != 0) {
                set.add(word);
            }
        }
        return set;
    }

    private static OptionalInt optional(ByteColumn column, int row) {
        return column.has(row) ? OptionalInt.of(column.get(row)) : OptionalInt.empty();
    }

    private List<ScoreSeries> series(int[] rows, int[] numbers, boolean followUp) {
        List<ScoreSeries> all = new ArrayList<>();
        for (SortedMap.Entry<ScoreKey, IntColumn> column : store.scores.entrySet()) {
            int[] sessions = new int[rows.length];
            int[] days = new int[rows.length];
            int[] scores = new int[rows.length];
            int count = 0;
            for (int i = 0; i < rows.length; i++) {
                int row = rows[i];
                if (column.getValue().has(row) && store.attended(row) && store.followUp(row) == followUp) {
                    sessions[count] = numbers[i];
                    days[count] = timeline.hasDays() ? store.day.get(row) : Session.NO_DAY;
                    scores[count++] = column.getValue().get(row);
                }
            }
            if (count > 0) {
                all.add(new ScoreSeries(
                        column.getKey().measure(),
                        column.getKey().rater(),
                        Arrays.copyOf(sessions, count),
                        Arrays.copyOf(days, count),
                        Arrays.copyOf(scores, count)));
            }
        }
        return all;
    }

    private SortedMap<String, String> groups(int[] rows) {
        SortedMap<String, String> groups = new TreeMap<>();
        for (SortedMap.Entry<String, IntColumn> group : store.groups.entrySet()) {
            belongsTo(rows, group.getValue(), store.groupWords.get(group.getKey()))
                    .ifPresent(word -> groups.put(group.getKey(), word));
        }
        return groups;
    }

    /**
     * The code with most attended sessions, the later one of equals; among all rows where no attended one has a code.
     */
    private Optional<String> belongsTo(int[] rows, IntColumn column, Dictionary names) {
        int attended = mostFrequent(rows, column, true);
        int code = attended == SessionStore.NO_CODE ? mostFrequent(rows, column, false) : attended;
        return code == SessionStore.NO_CODE ? Optional.empty() : Optional.of(names.word(code));
    }

    private int mostFrequent(int[] rows, IntColumn column, boolean attendedOnly) {
        int[] codes = new int[rows.length];
        int[] counts = new int[rows.length];
        int[] last = new int[rows.length];
        int distinct = 0;
        for (int i = 0; i < rows.length; i++) {
            int code = column.get(rows[i]);
            if (code == SessionStore.NO_CODE || attendedOnly && !store.attended(rows[i])) {
                continue;
            }
            int at = 0;
            while (at < distinct && codes[at] != code) {
                at++;
            }
            if (at == distinct) {
                codes[distinct++] = code;
            }
            counts[at]++;
            last[at] = i;
        }
        int best = NONE;
        for (int at = 0; at < distinct; at++) {
            if (best == NONE || counts[at] > counts[best] || counts[at] == counts[best] && last[at] > last[best]) {
                best = at;
            }
        }
        return best == NONE ? SessionStore.NO_CODE : codes[best];
    }
}
