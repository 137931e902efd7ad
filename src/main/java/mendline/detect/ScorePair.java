package mendline.detect;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.model.Session;
import mendline.model.Stage;

/**
 * The first and the last score of a course on a measure, in hundredths.
 *
 * @param reason why they make no pair
 */
record ScorePair(OptionalInt first, OptionalInt last, Optional<NotAssessable> reason) {
    /** First and last valid score, or those of the sessions at which assessments are fixed. */
    static ScorePair of(Course course, String measure, DetectionSettings settings) {
        Optional<ScoreSeries> series = course.series(measure, Rater.CLIENT);
        if (settings.fixedAssessments()) {
            return fixed(course, measure, settings);
        }
        if (series.isEmpty() || series.get().isEmpty()) {
            return new ScorePair(OptionalInt.empty(), OptionalInt.empty(), Optional.of(NotAssessable.NO_SCORE));
        }
        return between(series.get(), series.get().size() - 1);
    }

    /** The same with the last score at a treatment session, as service outcomes count (NHS Talking Therapies). */
    static ScorePair atTreatment(Course course, String measure, DetectionSettings settings) {
        Optional<ScoreSeries> series = course.series(measure, Rater.CLIENT);
        if (settings.fixedAssessments() || series.isEmpty() || series.get().isEmpty()) {
            return of(course, measure, settings);
        }
        Set<Moment> treatment = new HashSet<>();
        for (Session session : course.sessions()) {
            if (session.attended() && session.stage() == Stage.TREATMENT) {
                treatment.add(WrittenDown.at(session));
            }
        }
        int last = series.get().size() - 1;
        while (last > 0 && !treatment.contains(SeriesMoments.at(series.get(), last))) {
            last--;
        }
        return between(series.get(), last);
    }

    boolean complete() {
        return reason.isEmpty();
    }

    private static ScorePair between(ScoreSeries series, int last) {
        OptionalInt first = OptionalInt.of(series.score(0));
        return last == 0
                ? new ScorePair(first, OptionalInt.empty(), Optional.of(NotAssessable.ONE_SCORE))
                : new ScorePair(first, OptionalInt.of(series.score(last)), Optional.empty());
    }

    private static ScorePair fixed(Course course, String measure, DetectionSettings settings) {
        OptionalInt first = scoreAt(course, measure, settings.firstAssessment().getAsInt());
        OptionalInt last = scoreAt(course, measure, settings.lastAssessment().getAsInt());
        Optional<NotAssessable> reason = first.isEmpty()
                ? Optional.of(NotAssessable.FIRST_ASSESSMENT_MISSING)
                : last.isEmpty() ? Optional.of(NotAssessable.LAST_ASSESSMENT_MISSING) : Optional.empty();
        return new ScorePair(first, last, reason);
    }

    private static OptionalInt scoreAt(Course course, String measure, int session) {
        OptionalInt score = scoreAt(course.series(measure, Rater.CLIENT), session);
        return score.isPresent() ? score : scoreAt(course.followUpSeries(measure, Rater.CLIENT), session);
    }

    private static OptionalInt scoreAt(Optional<ScoreSeries> series, int session) {
        if (series.isPresent()) {
            for (int i = 0; i < series.get().size(); i++) {
                if (series.get().session(i) == session) {
                    return OptionalInt.of(series.get().score(i));
                }
            }
        }
        return OptionalInt.empty();
    }
}
