package mendline.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import mendline.stats.Answer;
import mendline.stats.CrossSums;
import mendline.stats.GroupSums;
import mendline.stats.LinearEstimate;
import mendline.stats.Refusal;

/**
 * The alliance of a session and the next outcome score, within courses and between them: {@code next = a + b_W·(alliance
 * less the course's own line) + b_B·(the course's mean less the mean of all) + trend·session + c·score + u₀ + e}, with and
 * without the present score. With it the random intercept is biased in short courses (Nickell 1981), without it the
 * alliance carries what the score already said; so both are given. Each course's alliance is taken about its own line
 * over sessions, so that two things drifting together do not count (Curran and Bauer 2011).
 *
 * @param within points of the next score for a point of alliance above the course's own line, given the present score
 * @param between for a point of the course's mean
 * @param withinAlone the same without the present score
 * @param betweenAlone the same without the present score
 * @param pairs sessions behind it
 * @param therapists behind the clustered errors; 0 where they are the model's own
 */
public record WithinBetween(
        LinearEstimate within,
        LinearEstimate between,
        LinearEstimate withinAlone,
        LinearEstimate betweenAlone,
        int courses,
        long pairs,
        int therapists) {
    /** Courses with fewer pairs have hardly a line of their own. */
    static final int FEWEST_PAIRS = 4;

    /** Fewer courses do not tell the two apart. */
    static final int FEWEST_COURSES = 50;

    private static final int SESSION = 1;
    private static final int ALLIANCE = 2;

    /** Refused with too few courses and where the alliance does not vary. */
    public static Answer<WithinBetween> of(List<ModelRow> rows) {
        List<ModelRow> used =
                rows.stream().filter(row -> row.pairs().rows() >= FEWEST_PAIRS).toList();
        if (used.size() < FEWEST_COURSES) {
            return Answer.refused(Refusal.TOO_FEW_GROUPS);
        }
        long sum = used.stream().mapToLong(row -> row.pairs().sum(ALLIANCE)).sum();
        long pairs = used.stream().mapToLong(row -> row.pairs().rows()).sum();
        double mean = sum / (double) pairs;
        List<GroupSums> with = new ArrayList<>();
        List<GroupSums> without = new ArrayList<>();
        List<String> therapists = new ArrayList<>();
        for (ModelRow row : used) {
            double[][] columns = columns(row.pairs(), mean);
            double[] next = {0, 0, 0, 0, 1};
            without.add(row.pairs().group(columns, next));
            double[][] more = {columns[0], columns[1], columns[2], columns[3], {0, 0, 0, 1, 0}};
            with.add(row.pairs().group(more, next));
            therapists.add(row.therapist());
        }
        Answer<MixedFit> given = MixedFit.of(with, therapists, OptionalInt.empty());
        Answer<MixedFit> alone = MixedFit.of(without, therapists, OptionalInt.empty());
        if (given.refusal().isPresent() || alone.refusal().isPresent()) {
            return Answer.refused(given.refusal().or(alone::refusal).orElseThrow());
        }
        MixedFit fit = given.orElseThrow();
        List<Answer<LinearEstimate>> estimates = List.of(
                fit.contrast(0, 1, 0, 0, 0),
                fit.contrast(0, 0, 1, 0, 0),
                alone.orElseThrow().contrast(0, 1, 0, 0),
                alone.orElseThrow().contrast(0, 0, 1, 0));
        for (Answer<LinearEstimate> estimate : estimates) {
            if (estimate.refusal().isPresent()) {
                return Answer.refused(estimate.refusal().get());
            }
        }
        return Answer.given(new WithinBetween(
                estimates.get(0).orElseThrow(),
                estimates.get(1).orElseThrow(),
                estimates.get(2).orElseThrow(),
                estimates.get(3).orElseThrow(),
                fit.courses(),
                fit.scores(),
                fit.therapists()));
    }

    /** Intercept, alliance about the course's own line, the course's mean, session: of (1, session, alliance, score, next). */
    private static double[][] columns(CrossSums pairs, double mean) {
        double n = pairs.rows();
        double session = pairs.sum(SESSION) / n;
        double alliance = pairs.sum(ALLIANCE) / n;
        double slope = (pairs.product(SESSION, ALLIANCE) - n * session * alliance)
                / (pairs.product(SESSION, SESSION) - n * session * session);
        return new double[][] {
            {1, 0, 0, 0, 0},
            {slope * session - alliance, -slope, 1, 0, 0},
            {alliance - mean, 0, 0, 0, 0},
            {0, 1, 0, 0, 0}
        };
    }
}
