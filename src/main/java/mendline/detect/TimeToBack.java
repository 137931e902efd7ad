package mendline.detect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.model.CarriedForward;
import mendline.model.Course;
import mendline.model.CurveSettings;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.model.Session;
import mendline.stats.Exit;

/**
 * How long a setback took to come back, or a dip to be repaired, as the curves of the profile have it.
 *
 * @param time on the clock of the profile: to the score that brought it back, else to the last one that could have
 * @param exit back, or followed no further ({@code CENSORED}), or with the course ended before it was back
 *     ({@code COMPETING})
 * @param changedDirection time at which a changed direction was written down before that: an ending of its own kind
 *     where endings compete; at the same score being back comes first, and the end of the course does not
 */
public record TimeToBack(int time, Exit exit, OptionalInt changedDirection) {

    /** The time where endings compete. */
    public int competingTime() {
        return changedDirection.orElse(time);
    }

    /** The way of leaving where endings compete. */
    public Exit competingExit() {
        return changedDirection.isPresent() ? Exit.OTHER : exit;
    }

    /** How many valid scores follow the one that the clock of a setback runs from. */
    public static int laterScores(Course course, Episode setback) {
        ScoreSeries series = series(course, setback);
        return series.size()
                - 1
                - WrittenDown.position(series, setback.confirmed().orElseThrow());
    }

    /** Of a confirmed score setback; empty without a later score, and on the clock of days where days are not known. */
    public static Optional<TimeToBack> ofSetback(Course course, Episode setback, Instruments instruments) {
        CurveSettings curves = instruments.settings().curves();
        ScoreSeries series = series(course, setback);
        int origin = WrittenDown.position(series, setback.confirmed().orElseThrow());
        OptionalInt scores = curves.back() == CurveSettings.Back.HALF
                ? setback.scoresToEnd()
                : scoresToFullyBack(series, setback, origin, instruments);
        int later = laterScores(course, setback);
        if (later == 0) {
            return Optional.empty();
        }
        Exit exit = scores.isPresent() ? Exit.EVENT : course.open() ? Exit.CENSORED : Exit.COMPETING;
        return timed(course, setback, series, origin, scores.orElse(later), exit, curves.clock());
    }

    /** Of a dip, from its onset; empty on the clock of days where days are not known. */
    public static Optional<TimeToBack> ofDip(Course course, Episode dip, CurveSettings.Clock clock) {
        ScoreSeries series = series(course, dip);
        int origin = WrittenDown.position(series, dip.onset());
        Exit exit = switch (dip.status()) {
            case REPAIRED -> Exit.EVENT;
            case ENDED_BEFORE_KNOWN -> Exit.COMPETING;
            default -> Exit.CENSORED;
        };
        int scores = exit == Exit.EVENT
                ? dip.scoresToEnd().orElseThrow()
                : dip.scoresWatched().orElse(0);
        return timed(course, dip, series, origin, scores, exit, clock);
    }

    private static ScoreSeries series(Course course, Episode episode) {
        return course.series(episode.measure().orElseThrow(), episode.rater().orElse(Rater.CLIENT))
                .orElseThrow();
    }

    /** Up to the last score, also over setbacks that begin in the meantime. */
    private static OptionalInt scoresToFullyBack(
            ScoreSeries series, Episode setback, int origin, Instruments instruments) {
        double step = 100 * instruments.primary().orElseThrow().stepChange().orElseThrow();
        int best = setback.peak().orElseThrow();
        int sign = setback.worst().orElseThrow() >= best ? 1 : -1;
        for (int i = origin + 1; i < series.size(); i++) {
            if (ScoreSetbacks.fullyBack(sign * (series.score(i) - best), step)) {
                return OptionalInt.of(i - origin);
            }
        }
        return OptionalInt.empty();
    }

    private static Optional<TimeToBack> timed(
            Course course,
            Episode episode,
            ScoreSeries series,
            int origin,
            int scores,
            Exit exit,
            CurveSettings.Clock clock) {
        OptionalInt time = clock == CurveSettings.Clock.SCORES
                ? OptionalInt.of(scores)
                : SeriesMoments.daysForward(series, origin, origin + scores);
        return time.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimeToBack(
                        time.getAsInt(),
                        exit,
                        changedDirection(course, episode, series, origin, scores, exit, time.getAsInt(), clock)));
    }

    private static OptionalInt changedDirection(
            Course course,
            Episode episode,
            ScoreSeries series,
            int origin,
            int scores,
            Exit exit,
            int time,
            CurveSettings.Clock clock) {
        List<Session> sessions = course.sessions();
        for (int row = Math.max(0, WrittenDown.row(sessions, episode.onset())); row < sessions.size(); row++) {
            Session session = sessions.get(row);
            if (!session.recorded().carriedForward().contains(CarriedForward.CHANGED_DIRECTION)) {
                continue;
            }
            int at = 0;
            while (origin + at + 1 < series.size() && series.session(origin + at + 1) <= session.number()) {
                at++;
            }
            boolean before = exit == Exit.EVENT ? at < scores : at <= scores;
            if (!before) {
                return OptionalInt.empty();
            }
            if (clock == CurveSettings.Clock.SCORES) {
                return OptionalInt.of(Math.min(at, time));
            }
            OptionalInt days =
                    SeriesMoments.days(SeriesMoments.at(series, origin), new Moment(session.number(), session.day()));
            return OptionalInt.of(Math.min(time, Math.max(0, days.orElse(time))));
        }
        return OptionalInt.empty();
    }
}
