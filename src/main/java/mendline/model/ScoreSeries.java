package mendline.model;

import java.util.Arrays;

/**
 * The valid scores of one measure and one rater in one course, in order of session; scores are whole hundredths of a point.
 *
 * <p>Holds scores at attended assessment and treatment sessions only; follow-up scores form a series of their own.
 */
public final class ScoreSeries {
    private final String measure;
    private final Rater rater;
    private final int[] sessions;
    private final int[] days;
    private final int[] scores;

    /**
     * @param measure key of the measure
     * @param sessions session number of each score, ascending or equal
     * @param days day of each score, {@link Session#NO_DAY} where unknown
     * @param scores hundredths of a point
     */
    public ScoreSeries(String measure, Rater rater, int[] sessions, int[] days, int[] scores) {
        if (sessions.length != scores.length || days.length != scores.length) {
            throw new IllegalArgumentException("a series needs as many sessions and days as scores, was "
                    + sessions.length + " and " + days.length + " for " + scores.length);
        }
        this.measure = measure;
        this.rater = rater;
        this.sessions = sessions.clone();
        this.days = days.clone();
        this.scores = scores.clone();
    }

    /** A series at sessions 1, 2, 3 ... without days, in whole hundredths. */
    public static ScoreSeries of(String measure, Rater rater, int... scores) {
        int[] sessions = new int[scores.length];
        int[] days = new int[scores.length];
        for (int i = 0; i < scores.length; i++) {
            sessions[i] = i + 1;
            days[i] = Session.NO_DAY;
        }
        return new ScoreSeries(measure, rater, sessions, days, scores);
    }

    /** The same sessions with other scores: how a simulated series is made. */
    public ScoreSeries withScores(int[] others) {
        return new ScoreSeries(measure, rater, sessions, days, others);
    }

    public String measure() {
        return measure;
    }

    public Rater rater() {
        return rater;
    }

    public int size() {
        return scores.length;
    }

    public boolean isEmpty() {
        return scores.length == 0;
    }

    /** The score at position {@code i}, counted from 0, in hundredths. */
    public int score(int i) {
        return scores[i];
    }

    /** The session number of the score at position {@code i}. */
    public int session(int i) {
        return sessions[i];
    }

    /** The day of the score at position {@code i}, {@link Session#NO_DAY} where unknown. */
    public int day(int i) {
        return days[i];
    }

    /** A copy of the scores in hundredths. */
    public int[] scores() {
        return scores.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScoreSeries that
                && measure.equals(that.measure)
                && rater == that.rater
                && Arrays.equals(sessions, that.sessions)
                && Arrays.equals(days, that.days)
                && Arrays.equals(scores, that.scores);
    }

    @Override
    public int hashCode() {
        return 31 * measure.hashCode() + Arrays.hashCode(scores);
    }

    @Override
    public String toString() {
        return measure + " " + rater.key() + " " + Arrays.toString(scores);
    }
}
