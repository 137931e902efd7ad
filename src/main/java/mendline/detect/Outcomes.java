package mendline.detect;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mendline.measure.ChangeTest;
import mendline.measure.Cutoff;
import mendline.measure.OutcomeRule;
import mendline.measure.SlopeTest;
import mendline.measure.Verdict;
import mendline.measure.Verdicts;
import mendline.measure.Yardstick;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.stats.LineSums;

/**
 * The outcome of a course on one measure: reliable change, and with a cut-off the classes of Jacobson and Truax (1991),
 * or the classes of another approach where the profile asks for it. A course with one score has a first score and no
 * last one.
 */
public final class Outcomes {
    private Outcomes() {}

    public static MeasureOutcome of(Course course, Yardstick yardstick, DetectionSettings settings) {
        ScorePair pair = ScorePair.of(course, yardstick.key(), settings);
        Optional<Boolean> caseAtStart = clinical(yardstick.cutoff(), pair.first());
        if (!pair.complete()) {
            return new MeasureOutcome(
                    yardstick.key(),
                    pair.first(),
                    pair.last(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    caseAtStart,
                    Optional.empty(),
                    OutcomeClass.NOT_ASSESSABLE,
                    OptionalDouble.empty(),
                    pair.reason());
        }
        int first = pair.first().getAsInt();
        int last = pair.last().getAsInt();
        Optional<Verdict> reliable = yardstick.test() instanceof SlopeTest
                ? bySlope(course, yardstick)
                : Verdicts.reliable(yardstick, first, last);
        Optional<ReliableChange> change = reliable.map(Outcomes::reliableChange);
        Optional<OutcomeClass> outcome = outcomeClass(yardstick, reliable, first, last);
        return new MeasureOutcome(
                yardstick.key(),
                pair.first(),
                pair.last(),
                OptionalInt.of(last - first),
                change,
                yardstick.rci(last - first),
                caseAtStart,
                clinical(yardstick.cutoff(), pair.last()),
                outcome.orElse(OutcomeClass.NOT_ASSESSABLE),
                effect(yardstick, first, last),
                outcome.isPresent() ? Optional.empty() : Optional.of(reason(yardstick)));
    }

    /** The class by the measure's approach; empty where that has no answer. */
    private static Optional<OutcomeClass> outcomeClass(
            Yardstick yardstick, Optional<Verdict> reliable, int first, int last) {
        OutcomeRule rule = yardstick.measure().outcomeRule();
        return switch (rule.approach()) {
            case COMBINED ->
                reliable.map(verdict -> outcomeClass(reliableChange(verdict), yardstick.cutoff(), first, last));
            case DISTRIBUTION -> reliable.map(Outcomes::outcomeClass);
            case STATISTICAL ->
                yardstick.cutoff().map(cutoff -> outcomeClass(Verdicts.statistical(cutoff, first, last)));
            case ANCHOR ->
                rule.minimallyImportant()
                        .map(points -> outcomeClass(Verdicts.anchor(points, yardstick.better(), first, last)));
            case PERCENTAGE ->
                Verdicts.percentage(rule.percentage(), yardstick.measure(), first, last)
                        .map(Outcomes::outcomeClass);
        };
    }

    private static OutcomeClass outcomeClass(Verdict verdict) {
        return switch (verdict) {
            case IMPROVED -> OutcomeClass.IMPROVED;
            case UNCHANGED -> OutcomeClass.UNCHANGED;
            case DETERIORATED -> OutcomeClass.DETERIORATED;
        };
    }

    private static NotAssessable reason(Yardstick yardstick) {
        return switch (yardstick.measure().outcomeRule().approach()) {
            case PERCENTAGE -> NotAssessable.FIRST_SCORE_ZERO;
            case STATISTICAL -> NotAssessable.NO_CUTOFF_KNOWN;
            default ->
                yardstick.test() instanceof ChangeTest.Refused
                        ? NotAssessable.RELIABLE_CHANGE_REFUSED
                        : yardstick.test() instanceof SlopeTest
                                ? NotAssessable.FEWER_THAN_THREE_SCORES
                                : NotAssessable.NO_RELIABLE_CHANGE_KNOWN;
        };
    }

    private static ReliableChange reliableChange(Verdict verdict) {
        return switch (verdict) {
            case IMPROVED -> ReliableChange.IMPROVED;
            case UNCHANGED -> ReliableChange.NONE;
            case DETERIORATED -> ReliableChange.DETERIORATED;
        };
    }

    /**
     * What the slope of all of a course's scores says against the sample's mean slope; empty with too few scores, and where the measure has no
     * such test.
     */
    public static Optional<Verdict> bySlope(Course course, Yardstick yardstick) {
        return yardstick.slopes() instanceof SlopeTest test
                ? course.series(yardstick.key(), Rater.CLIENT)
                        .flatMap(series -> test.verdict(yardstick.better(), line(series)))
                : Optional.empty();
    }

    /** Scores in hundredths over session numbers. */
    static LineSums line(ScoreSeries series) {
        int[] sessions = new int[series.size()];
        for (int i = 0; i < sessions.length; i++) {
            sessions[i] = series.session(i);
        }
        return LineSums.of(sessions, series.scores());
    }

    private static OutcomeClass outcomeClass(ReliableChange change, Optional<Cutoff> cutoff, int first, int last) {
        return switch (change) {
            case NONE -> OutcomeClass.UNCHANGED;
            case IMPROVED ->
                cutoff.isPresent()
                                && cutoff.get().clinical(first)
                                && cutoff.get().functional(last)
                        ? OutcomeClass.RECOVERED
                        : OutcomeClass.IMPROVED;
            case DETERIORATED ->
                cutoff.isPresent()
                                && cutoff.get().functional(first)
                                && cutoff.get().clinical(last)
                        ? OutcomeClass.MOVED_INTO_CLINICAL_RANGE
                        : OutcomeClass.DETERIORATED;
        };
    }

    private static Optional<Boolean> clinical(Optional<Cutoff> cutoff, OptionalInt score) {
        return cutoff.isPresent() && score.isPresent()
                ? Optional.of(cutoff.get().clinical(score.getAsInt()))
                : Optional.empty();
    }

    private static OptionalDouble effect(Yardstick yardstick, int first, int last) {
        OptionalDouble sd = yardstick.baselineSd();
        return sd.isPresent() && sd.getAsDouble() > 0
                ? OptionalDouble.of(yardstick.better().improvement(first, last) / 100.0 / sd.getAsDouble())
                : OptionalDouble.empty();
    }
}
