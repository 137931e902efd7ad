package mendline.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.Attendance;
import mendline.model.ProblemCode;
import mendline.model.Stage;

/**
 * Puts the rows of block-sparse exports together, in which one session is spread over several rows and some rows hold no
 * session.
 *
 * <p>Rows of one client and block (the cells of the headers that the profile names, else the day) are one session. Of its
 * rows the one with the session's own date comes first, then the earliest, then the one with most values; where several
 * say different things, that one's word is kept and the others are listed. A block without any date is no session: what
 * it says of the client (referral, site, therapist, groups, course, ending) is carried to the client's sessions where
 * they say nothing; scores in it cannot be placed.
 */
final class SparseRows {
    private final SessionStore store;
    private final RowProblems problems;
    private final SortedMap<ProblemCode, Long> setAside = new TreeMap<>();
    private long merged;

    private SparseRows(SessionStore store, RowProblems problems) {
        this.store = store;
        this.problems = problems;
    }

    static SparseRows of(SessionStore store, RowProblems problems) {
        SparseRows sparse = new SparseRows(store, problems);
        sparse.putTogether();
        return sparse;
    }

    /** How many rows became part of another one. */
    long merged() {
        return merged;
    }

    SortedMap<ProblemCode, Long> setAside() {
        return setAside;
    }

    private void putTogether() {
        Map<Integer, List<Integer>> blocks = new HashMap<>();
        for (int row = 0; row < store.size(); row++) {
            blocks.computeIfAbsent(store.block.get(row), b -> new ArrayList<>()).add(row);
        }
        Map<Integer, List<Integer>> ofClient = new HashMap<>();
        for (List<Integer> block : blocks.values()) {
            block.sort(this::first);
            List<List<Integer>> sessions = new ArrayList<>();
            for (int row : block) {
                Optional<List<Integer>> same = sessions.stream()
                        .filter(session -> !placed(row) || samePlace(session.get(0), row))
                        .findFirst();
                if (same.isPresent()) {
                    same.get().add(row);
                } else {
                    sessions.add(new ArrayList<>(List.of(row)));
                }
            }
            sessions.forEach(this::join);
            int head = block.get(0);
            if (!placed(head)) {
                ofClient.computeIfAbsent(store.client.get(head), c -> new ArrayList<>())
                        .add(head);
            }
        }
        carry(ofClient);
    }

    private boolean placed(int row) {
        return store.day.has(row) || store.number.has(row);
    }

    /** A session's own date goes before that of one of its forms; rows without one belong to the first row that has one. */
    private boolean samePlace(int head, int row) {
        boolean form = store.flag(row, SessionStore.OTHER_PLACE) && !store.flag(head, SessionStore.OTHER_PLACE);
        return form || store.day.get(head) == store.day.get(row) && store.number.get(head) == store.number.get(row);
    }

    private int first(int a, int b) {
        int byPlace = Boolean.compare(placed(b), placed(a));
        if (byPlace != 0) {
            return byPlace;
        }
        int byOwn = Boolean.compare(store.flag(a, SessionStore.OTHER_PLACE), store.flag(b, SessionStore.OTHER_PLACE));
        if (byOwn != 0) {
            return byOwn;
        }
        int byDay = Integer.compare(store.day.get(a), store.day.get(b));
        if (byDay != 0) {
            return byDay;
        }
        int byNumber = Integer.compare(store.number.get(a), store.number.get(b));
        if (byNumber != 0) {
            return byNumber;
        }
        List<String> ofA = store.values(a);
        List<String> ofB = store.values(b);
        int byCount = Long.compare(filled(ofB), filled(ofA));
        return byCount != 0 ? byCount : String.join("\u0000", ofB).compareTo(String.join("\u0000", ofA));
    }

    private static long filled(List<String> values) {
        return values.stream().filter(value -> !value.isEmpty()).count();
    }

    private void join(List<Integer> rows) {
        int head = rows.get(0);
        for (int row : rows.subList(1, rows.size())) {
            boolean conflict = false;
            for (IntColumn column : store.wholeNumbers()) {
                conflict |= take(column, head, row);
            }
            for (ByteColumn column : store.smallNumbers()) {
                conflict |= column.has(head) && column.has(row) && column.get(head) != column.get(row);
                if (!column.has(head) && column.has(row)) {
                    column.set(head, column.get(row));
                }
            }
            conflict |= attend(head, row);
            if (store.stage.get(head) == Stage.TREATMENT.ordinal()) {
                store.stage.set(head, store.stage.get(row));
            }
            store.flags.set(head, store.flags.get(head) | store.flags.get(row) & ~SessionStore.OTHER_PLACE);
            if (!store.attended(head)) {
                store.flags.set(head, store.flags.get(head) & ~SessionStore.EVIDENCE);
            }
            store.leave(row);
            if (placed(head)) {
                merged++;
            } else {
                setAside.merge(ProblemCode.NOT_A_SESSION, 1L, Long::sum);
                problems.add(ProblemCode.NOT_A_SESSION, row);
            }
            if (conflict) {
                problems.add(ProblemCode.DUPLICATE_CONFLICT, row);
            }
        }
    }

    private static boolean take(IntColumn column, int head, int row) {
        boolean conflict = column.has(head) && column.has(row) && column.get(head) != column.get(row);
        if (!column.has(head) && column.has(row)) {
            column.set(head, column.get(row));
        }
        column.set(row, column.none());
        return conflict;
    }

    /** What says nothing of attendance was read as attended. */
    private boolean attend(int head, int row) {
        int attended = Attendance.ATTENDED.ordinal();
        int ofHead = store.attendance.get(head);
        int ofRow = store.attendance.get(row);
        if (ofHead == attended) {
            store.attendance.set(head, ofRow);
        }
        return ofHead != attended && ofRow != attended && ofHead != ofRow;
    }

    private void carry(Map<Integer, List<Integer>> ofClient) {
        for (List<Integer> heads : ofClient.values()) {
            heads.sort(this::first);
            heads.forEach(store::leave);
        }
        Map<Integer, Integer> last = new HashMap<>();
        for (int row = 0; row < store.size(); row++) {
            if (!store.left(row)) {
                for (int head : ofClient.getOrDefault(store.client.get(row), List.of())) {
                    for (IntColumn column : store.ofTheClient()) {
                        if (!column.has(row) && column.has(head)) {
                            column.set(row, column.get(head));
                        }
                    }
                }
                if (store.attended(row) && !store.followUp(row)) {
                    int now = row;
                    last.merge(store.client.get(row), row, (before, r) -> later(before, now) ? now : before);
                }
            }
        }
        ofClient.forEach((client, heads) -> heads.forEach(head -> {
            if (store.courseEnd.has(head) && last.containsKey(client) && !store.courseEnd.has(last.get(client))) {
                store.courseEnd.set(last.get(client), store.courseEnd.get(head));
            }
            ProblemCode code = hasScore(head) ? ProblemCode.SCORE_WITHOUT_SESSION : ProblemCode.NOT_A_SESSION;
            setAside.merge(code, 1L, Long::sum);
            problems.add(code, head);
        }));
    }

    private boolean later(int before, int row) {
        int byDay = Integer.compare(store.day.get(row), store.day.get(before));
        return byDay > 0 || byDay == 0 && store.number.get(row) > store.number.get(before);
    }

    private boolean hasScore(int row) {
        return store.scores.values().stream().anyMatch(column -> column.has(row));
    }
}
