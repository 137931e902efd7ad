package mendline.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One course of therapy of one client, up to the as-of date.
 *
 * @param client code of the client as in the export
 * @param id the export's course id, else {@code <client>#<n>}
 * @param site empty when the export has none
 * @param therapist empty when the export has none
 * @param referralDay epoch day of the referral
 * @param sessions all appointments in order; sessions not attended among them
 * @param scores series at attended assessment and treatment sessions, sorted by measure then rater, none empty
 * @param followUpScores series at attended follow-up sessions, sorted alike
 * @param endKind empty while the course is open
 * @param endDay the day the course ended: the last attended session, or the day on which a silent ending became one; empty while open or
 *     where days are unknown
 * @param leftTruncated may have been running when the data begin: in activity, not in starts, outcomes or limits
 * @param groups recorded groups by column name ({@code group_gender} ...)
 */
public record Course(
        String client,
        String id,
        Timeline timeline,
        Optional<String> site,
        Optional<String> therapist,
        OptionalInt referralDay,
        List<Session> sessions,
        List<ScoreSeries> scores,
        List<ScoreSeries> followUpScores,
        Optional<EndKind> endKind,
        OptionalInt endDay,
        boolean leftTruncated,
        SortedMap<String, String> groups) {

    public Course {
        sessions = List.copyOf(sessions);
        scores = List.copyOf(scores);
        followUpScores = List.copyOf(followUpScores);
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }

    /** Whether the course has not ended. */
    public boolean open() {
        return endKind.isEmpty();
    }

    /** The series of a measure and rater, where there is at least one valid score. */
    public Optional<ScoreSeries> series(String measure, Rater rater) {
        return find(scores, measure, rater);
    }

    /** The follow-up series of a measure and rater. */
    public Optional<ScoreSeries> followUpSeries(String measure, Rater rater) {
        return find(followUpScores, measure, rater);
    }

    private static Optional<ScoreSeries> find(List<ScoreSeries> all, String measure, Rater rater) {
        for (ScoreSeries series : all) {
            if (series.measure().equals(measure) && series.rater() == rater) {
                return Optional.of(series);
            }
        }
        return Optional.empty();
    }

    /** The day of the first attended session. */
    public OptionalInt startDay() {
        for (Session session : sessions) {
            if (session.attended()) {
                return session.hasDay() ? OptionalInt.of(session.day()) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** How many sessions were attended. */
    public int attendedSessions() {
        int attended = 0;
        for (Session session : sessions) {
            if (session.attended()) {
                attended++;
            }
        }
        return attended;
    }

    /** How many treatment sessions were attended. */
    public int attendedTreatmentSessions() {
        int attended = 0;
        for (Session session : sessions) {
            if (session.attended() && session.stage() == Stage.TREATMENT) {
                attended++;
            }
        }
        return attended;
    }

    /** How many sessions were missed without being cancelled. */
    public int missedSessions() {
        int missed = 0;
        for (Session session : sessions) {
            if (session.attendance().missed()) {
                missed++;
            }
        }
        return missed;
    }
}
