package mendline.ingest;

import java.util.Arrays;
import java.util.OptionalInt;
import mendline.model.ProblemCode;
import mendline.model.Session;
import mendline.model.Timeline;

/**
 * Gives each score of a file of scores to a session.
 *
 * <p>Scores of one client, measure and day are duplicates: of different ones that of the file that reaches furthest in
 * time is kept, then the one completed last, then the higher one. A score belongs to the attended session of its client on its day, else to the
 * nearest one within three days, of two equally near ones to the later. Where a session then has several scores of one
 * measure, that of the session's own row is used, then the one nearest in time, then the later one.
 */
final class ScoreAttachment {
    private static final int FURTHEST = 3;
    private static final int NONE = -1;

    private final ScoreRows scores;
    private final SessionStore store;
    private final OptionalInt asOf;
    private int[] sessions = new int[0];
    private int[] starts = new int[0];

    private ScoreAttachment(ScoreRows scores, SessionStore store, OptionalInt asOf) {
        this.scores = scores;
        this.store = store;
        this.asOf = asOf;
    }

    /** Attaches every score, or sets it aside. */
    static void attach(ScoreRows scores, SessionStore store, CourseRows courses, Timeline timeline, OptionalInt asOf) {
        ScoreAttachment attachment = new ScoreAttachment(scores, store, asOf);
        if (timeline.dated()) {
            attachment.collect(courses);
        }
        attachment.attach(attachment.withoutDuplicates());
    }

    /** Attended sessions by client and day. */
    private void collect(CourseRows courses) {
        int[] found = new int[courses.rows()];
        int count = 0;
        for (int course = 0; course < courses.size(); course++) {
            for (int row : courses.of(course)) {
                if (store.attended(row)) {
                    found[count++] = row;
                }
            }
        }
        sessions = Arrays.copyOf(found, count);
        RowOrder.sort(sessions, 0, count, (a, b) -> {
            int byClient = Integer.compare(store.client.get(a), store.client.get(b));
            return byClient != 0 ? byClient : Integer.compare(store.day.get(a), store.day.get(b));
        });
        starts = new int[store.clients.size() + 1];
        for (int row : sessions) {
            starts[store.client.get(row) + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
    }

    /** The believable scores, one for each client, measure and day. */
    private int[] withoutDuplicates() {
        int[] reach = new int[scores.files()];
        Arrays.fill(reach, Session.NO_DAY);
        int[] rows = new int[scores.size()];
        int count = 0;
        for (int row = 0; row < scores.size(); row++) {
            if (scores.isRefused(row)) {
                continue;
            }
            if (asOf.isPresent() && scores.day.get(row) > asOf.getAsInt()) {
                scores.setAside(row, ProblemCode.FUTURE_ROW);
            } else {
                rows[count++] = row;
                reach[scores.file(row)] = Math.max(reach[scores.file(row)], scores.day.get(row));
            }
        }
        RowOrder.sort(rows, 0, count, (a, b) -> {
            int byPlace = byPlace(a, b);
            if (byPlace != 0) {
                return byPlace;
            }
            int byReach = Integer.compare(reach[scores.file(b)], reach[scores.file(a)]);
            if (byReach != 0) {
                return byReach;
            }
            int byTime = Integer.compare(scores.time.get(b), scores.time.get(a));
            if (byTime != 0) {
                return byTime;
            }
            int byScore = Integer.compare(scores.score.get(b), scores.score.get(a));
            return byScore != 0 ? byScore : Integer.compare(scores.mark(a), scores.mark(b));
        });
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || byPlace(rows[kept - 1], rows[i]) != 0) {
                rows[kept++] = rows[i];
            } else {
                scores.duplicate(rows[i]);
                if (scores.score.get(rows[kept - 1]) != scores.score.get(rows[i])) {
                    scores.complain(rows[i], ProblemCode.DUPLICATE_CONFLICT);
                }
            }
        }
        return Arrays.copyOf(rows, kept);
    }

    private int byPlace(int a, int b) {
        int byClient = Integer.compare(scores.client.get(a), scores.client.get(b));
        if (byClient != 0) {
            return byClient;
        }
        int byMeasure = Integer.compare(scores.key.get(a), scores.key.get(b));
        return byMeasure != 0 ? byMeasure : Integer.compare(scores.day.get(a), scores.day.get(b));
    }

    private void attach(int[] rows) {
        int[] session = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            session[i] = nearest(rows[i]);
        }
        // Rows of one client and measure stand together in the order of days, so those of one session do as well.
        for (int from = 0; from < rows.length; ) {
            int to = from + 1;
            while (to < rows.length
                    && session[to] == session[from]
                    && session[from] != NONE
                    && scores.key.get(rows[to]) == scores.key.get(rows[from])) {
                to++;
            }
            attach(rows, from, to, session[from]);
            from = to;
        }
    }

    private void attach(int[] rows, int from, int to, int session) {
        if (session == NONE) {
            scores.setAside(rows[from], ProblemCode.SCORE_WITHOUT_SESSION);
            return;
        }
        IntColumn column = store.scores(scores.scoreKey(rows[from]));
        int best = NONE;
        if (column.has(session)) {
            for (int i = from; i < to && best == NONE; i++) {
                if (scores.score.get(rows[i]) == column.get(session)) {
                    best = i;
                    scores.duplicate(rows[i]);
                }
            }
        } else {
            best = from;
            for (int i = from + 1; i < to; i++) {
                best = distance(rows[i], session) <= distance(rows[best], session) ? i : best;
            }
            column.set(session, scores.score.get(rows[best]));
            scores.use(rows[best]);
        }
        for (int i = from; i < to; i++) {
            if (i != best) {
                scores.setAside(rows[i], ProblemCode.SECOND_SCORE);
            }
        }
    }

    private int distance(int row, int session) {
        return Math.abs(scores.day.get(row) - store.day.get(session));
    }

    private int nearest(int row) {
        int client = scores.client.get(row);
        if (client + 1 >= starts.length) {
            return NONE;
        }
        int best = NONE;
        for (int i = starts[client]; i < starts[client + 1]; i++) {
            int distance = distance(row, sessions[i]);
            boolean later = best != NONE && store.day.get(sessions[i]) > store.day.get(best);
            if (distance <= FURTHEST
                    && (best == NONE || distance < distance(row, best) || later && distance == distance(row, best))) {
                best = sessions[i];
            }
        }
        return best;
    }
}
