package mendline.detect;

import java.util.List;
import java.util.Optional;
import mendline.measure.Yardstick;
import mendline.model.ScoreSeries;

/** Names the one shape of a course's primary outcome scores; the first rule that holds decides. */
public final class CourseShapes {
    private static final int FEWEST_SCORES = 4;

    private CourseShapes() {}

    /**
     * {@code TOO_SHORT} below four scores, and where the measure's reliable change is not known.
     *
     * @param setbacks by rule S1, whichever rule is counted
     * @param gains the sudden gains of the series
     */
    public static CourseShape of(
            ScoreSeries series, Yardstick yardstick, ScoreSetbacks setbacks, List<SuddenChange> gains) {
        if (series.size() < FEWEST_SCORES
                || yardstick.reliableChange().isEmpty()
                || yardstick.stepChange().isEmpty()) {
            return CourseShape.TOO_SHORT;
        }
        int[] severity = ScoreSetbacks.severity(series, yardstick.better());
        int best = severity[0];
        int worst = severity[0];
        for (int score : severity) {
            best = Math.min(best, score);
            worst = Math.max(worst, score);
        }
        int last = severity[severity.length - 1];
        int improvement = severity[0] - last;
        List<Episode> confirmed = setbacks.confirmed();
        boolean notBack = confirmed.stream().anyMatch(e -> e.end().isEmpty());
        if (notBack && yardstick.step(last - best)) {
            return CourseShape.SETBACK_NOT_BACK;
        }
        if (confirmed.stream().anyMatch(e -> e.end().isPresent())) {
            return CourseShape.SETBACK_AND_REBOUND;
        }
        if (confirmed.isEmpty() && !setbacks.spikes().isEmpty()) {
            return CourseShape.SPIKE_AND_REBOUND;
        }
        Optional<CourseShape> steady = improved(yardstick, improvement, gains);
        if (steady.isPresent()) {
            return steady.get();
        }
        if (yardstick.reliable(-improvement)) {
            return CourseShape.WORSENING;
        }
        return yardstick.step(worst - best) ? CourseShape.FLUCTUATING : CourseShape.LEVEL;
    }

    private static Optional<CourseShape> improved(Yardstick yardstick, int improvement, List<SuddenChange> gains) {
        if (!yardstick.reliable(improvement)) {
            return Optional.empty();
        }
        boolean step = gains.stream().anyMatch(g -> !g.reversed() && 2 * g.magnitude() >= improvement);
        return Optional.of(step ? CourseShape.STEP_GAIN : CourseShape.STEADY_GAIN);
    }
}
