package mendline.ingest;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.ProblemCode;
import mendline.model.Session;
import mendline.model.Timeline;

/**
 * Which dated rows can be believed, and up to which day the data count.
 *
 * <p>The distinct dates fall into clusters wherever more than 366 days lie between two neighbours. The cluster with
 * most rows (the earlier of equals) is the practice; later ones are mistyped, earlier ones only where they hold less
 * than one row in a hundred. The as-of date is the latest believable day with an attended session or a score; later
 * rows are booked, not held.
 */
final class Believable {
    private static final int WIDEST_GAP = 366;
    private static final int FEW = 100;
    private static final int FIRST_DAY = -25_567;

    private final BitSet dropped = new BitSet();
    private final SortedMap<ProblemCode, Long> setAside = new TreeMap<>();
    private OptionalInt asOf = OptionalInt.empty();

    private Believable() {}

    static Believable of(SessionStore store, Timeline timeline, OptionalInt givenAsOf, RowProblems problems) {
        Believable believable = new Believable();
        if (timeline.dated() && store.size() > 0) {
            believable.settle(store, givenAsOf, problems);
        } else {
            for (int row = 0; row < store.size(); row++) {
                believable.dropped.set(row, store.left(row));
            }
        }
        return believable;
    }

    private void settle(SessionStore store, OptionalInt givenAsOf, RowProblems problems) {
        for (int row = 0; row < store.size(); row++) {
            dropped.set(row, store.left(row));
        }
        int[] range = plausible(store);
        int latest = Session.NO_DAY;
        int latestEvidence = Session.NO_DAY;
        for (int row = 0; row < store.size(); row++) {
            int day = store.day.get(row);
            if (dropped.get(row)) {
                continue;
            }
            if (day < range[0] || day > range[1]) {
                drop(row, ProblemCode.IMPLAUSIBLE_DATE, problems);
            } else {
                latest = Math.max(latest, day);
                if (store.flag(row, SessionStore.EVIDENCE)) {
                    latestEvidence = Math.max(latestEvidence, day);
                }
            }
        }
        int until = givenAsOf.orElse(latestEvidence == Session.NO_DAY ? latest : latestEvidence);
        for (int row = 0; row < store.size(); row++) {
            if (!dropped.get(row) && store.day.get(row) > until) {
                drop(row, ProblemCode.FUTURE_ROW, problems);
            }
        }
        asOf = OptionalInt.of(until);
    }

    private void drop(int row, ProblemCode code, RowProblems problems) {
        dropped.set(row);
        setAside.merge(code, 1L, Long::sum);
        problems.add(code, row, Column.SESSION_DATE);
    }

    /** First and last believable day. */
    private static int[] plausible(SessionStore store) {
        IntColumn rowsOnDay = new IntColumn(0);
        int last = 0;
        for (int row = 0; row < store.size(); row++) {
            if (store.left(row)) {
                continue;
            }
            int at = store.day.get(row) - FIRST_DAY;
            rowsOnDay.set(at, rowsOnDay.get(at) + 1);
            last = Math.max(last, at);
        }
        int first = -1;
        int previous = -1;
        long inCluster = 0;
        long most = 0;
        int mainFrom = 0;
        int mainTo = 0;
        int earliestKept = -1;
        for (int at = 0; at <= last + 1; at++) {
            boolean rows = at <= last && rowsOnDay.has(at);
            if (first >= 0 && (at > last || rows && at - previous > WIDEST_GAP)) {
                if (inCluster > most) {
                    most = inCluster;
                    mainFrom = first;
                    mainTo = previous;
                }
                if (earliestKept < 0 && inCluster * FEW >= store.size()) {
                    earliestKept = first;
                }
                first = -1;
            }
            if (rows) {
                if (first < 0) {
                    first = at;
                    inCluster = 0;
                }
                previous = at;
                inCluster += rowsOnDay.get(at);
            }
        }
        int from = earliestKept < 0 ? mainFrom : Math.min(earliestKept, mainFrom);
        return new int[] {from + FIRST_DAY, mainTo + FIRST_DAY};
    }

    boolean kept(int row) {
        return !dropped.get(row);
    }

    SortedMap<ProblemCode, Long> setAside() {
        return setAside;
    }

    OptionalInt asOf() {
        return asOf;
    }
}
