package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mendline.measure.Yardstick;
import mendline.model.Course;
import mendline.model.ScoreSeries;
import mendline.model.SetbackRule;

/**
 * One course beside the expected course: each later score's standing, and S7, the times at which it was below and what followed (methods page,
 * expected course).
 *
 * @param scores in order, the first score not among them
 * @param below in order of onset, marked as not counted
 */
public record ExpectedCourse(List<Checked> scores, List<Episode> below) {
    /** Nothing looked at. */
    public static final ExpectedCourse NONE = new ExpectedCourse(List.of(), List.of());

    /** A score and its standing. */
    public record Checked(Moment at, Standing standing) {}

    public ExpectedCourse {
        scores = List.copyOf(scores);
        below = List.copyOf(below);
    }

    /** Whether the last score of the course lies below the expected course. */
    public boolean belowNow() {
        return !scores.isEmpty() && scores.get(scores.size() - 1).standing() == Standing.BELOW_EXPECTED;
    }

    static ExpectedCourse of(
            Course course, ScoreSeries series, Yardstick yardstick, ResponseReference reference, int window) {
        if (course.leftTruncated()) {
            return NONE;
        }
        int[] severity = ScoreSetbacks.severity(series, yardstick.better());
        boolean counted = ResponseTally.isReference(course);
        List<Optional<ResponseLimits>> limits = new ArrayList<>(List.of(Optional.empty()));
        List<Standing> standings = new ArrayList<>(List.of(Standing.NOT_CHECKED));
        List<Checked> scores = new ArrayList<>();
        for (int i = 1; i < severity.length; i++) {
            limits.add(reference.at(series, counted, i));
            standings.add(standing(severity[i], limits.get(i), yardstick, series.score(i)));
            scores.add(new Checked(SeriesMoments.at(series, i), standings.get(i)));
        }
        return new ExpectedCourse(
                scores, below(series, severity, limits, standings, yardstick, CourseEnding.of(course), window));
    }

    private static Standing standing(int severity, Optional<ResponseLimits> limits, Yardstick yardstick, int score) {
        if (limits.isEmpty()) {
            return Standing.NOT_CHECKED;
        }
        if (severity <= limits.get().expected()) {
            return Standing.AS_EXPECTED;
        }
        boolean well =
                yardstick.cutoff().isPresent() && yardstick.cutoff().get().functional(score);
        return severity <= limits.get().borderline() || well ? Standing.BORDERLINE : Standing.BELOW_EXPECTED;
    }

    private static List<Episode> below(
            ScoreSeries series,
            int[] severity,
            List<Optional<ResponseLimits>> limits,
            List<Standing> standings,
            Yardstick yardstick,
            CourseEnding ending,
            int window) {
        List<Episode> found = new ArrayList<>();
        int i = 1;
        while (i < severity.length) {
            if (standings.get(i) != Standing.BELOW_EXPECTED) {
                i++;
                continue;
            }
            int end = i + 1;
            int worst = i;
            while (end < severity.length && standings.get(end) != Standing.AS_EXPECTED) {
                worst = severity[end] > severity[worst] ? end : worst;
                end++;
            }
            found.add(episode(series, severity, i, worst, end, limits.get(i).orElseThrow(), yardstick, ending, window));
            i = end + 1;
        }
        return found;
    }

    private static Episode episode(
            ScoreSeries series,
            int[] severity,
            int onset,
            int worst,
            int end,
            ResponseLimits limits,
            Yardstick yardstick,
            CourseEnding ending,
            int window) {
        boolean back = end < severity.length;
        int watchedTo = back ? end : severity.length - 1;
        int sign = yardstick.better().sign() * -1;
        boolean known = SeriesMoments.known(series, onset + window, ending);
        boolean within = back && end - onset <= window;
        EpisodeBuilder builder = new EpisodeBuilder(
                        EpisodeKind.SETBACK, SetbackRule.S7.id(), EpisodeSource.SCORE, SeriesMoments.at(series, onset))
                .seenIn(series.measure(), series.rater())
                .confirmed(SeriesMoments.at(series, onset))
                .fall(sign * limits.expected(), series.score(worst), SeriesMoments.at(series, worst), worst - onset + 1)
                .status(ScoreSetbacks.status(back ? end : -1, watchedTo - onset, ending))
                .watched(watchedTo - onset)
                .known(
                        !known ? Known.NOT_YET : within ? Known.YES : Known.NO,
                        SeriesMoments.knownDay(series, onset + window, ending))
                .longGap(SeriesMoments.longGap(series, onset - 1, watchedTo))
                .after(new AfterSetback(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()))
                .beside();
        OptionalDouble step = yardstick.stepChange();
        if (step.isPresent()) {
            builder.threshold(100 * step.getAsDouble());
        }
        if (back) {
            builder.ended(
                    SeriesMoments.at(series, end), OptionalInt.of(end - onset), SeriesMoments.days(series, onset, end));
        }
        return builder.build();
    }
}
