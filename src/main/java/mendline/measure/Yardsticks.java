package mendline.measure;

import java.util.Optional;
import java.util.OptionalDouble;
import mendline.stats.LineSample;
import mendline.stats.PairedMoments;

/** Settles a measure's numbers for one run. */
public final class Yardsticks {
    private static final double Z = 1.96;

    private Yardsticks() {}

    /**
     * The measure with its reliable change, step change and cut-off.
     *
     * @param baselineMean mean in points of the first scores of courses that have a first and a last score; empty if
     *     there are none
     * @param baselineSd their SD in points; empty if there are fewer than two
     */
    public static Yardstick settle(Measure measure, OptionalDouble baselineMean, OptionalDouble baselineSd) {
        return settle(measure, baselineMean, baselineSd, PairedMoments.NONE, LineSample.NONE);
    }

    /**
     * The measure with its reliable change, step change, cut-off and way of judging, settled from the sample.
     *
     * @param pairs first and last scores in hundredths of the sample's courses that have both
     */
    public static Yardstick settle(Measure measure, PairedMoments pairs) {
        return settle(measure, pairs, LineSample.NONE);
    }

    /**
     * The same with the scores of whole courses.
     *
     * @param lines scores in hundredths over session numbers of the sample's courses with at least {@link ChangeMethod#FEWEST_SCORES}, where
     *     {@link #comparesMethods}
     */
    public static Yardstick settle(Measure measure, PairedMoments pairs, LineSample lines) {
        return settle(
                measure, points(pairs.first().mean()), points(pairs.first().sd()), pairs, lines);
    }

    /** Whether a measure's reliability is known, so that methods other than points can be used on it. */
    public static boolean comparesMethods(Measure measure) {
        return measure.reliableChange()
                .map(ReliableChangeRule::knownReliability)
                .orElse(OptionalDouble.empty())
                .isPresent();
    }

    private static OptionalDouble points(OptionalDouble hundredths) {
        return hundredths.isPresent() ? OptionalDouble.of(hundredths.getAsDouble() / 100) : hundredths;
    }

    private static Yardstick settle(
            Measure measure,
            OptionalDouble baselineMean,
            OptionalDouble baselineSd,
            PairedMoments pairs,
            LineSample lines) {
        ChangeTest slopes = comparesMethods(measure) ? SlopeTest.settle(lines) : new ChangeTest.Points();
        boolean spread = baselineSd.isPresent() && baselineSd.getAsDouble() > 0;
        OptionalDouble sd = spread ? baselineSd : OptionalDouble.empty();
        Optional<Norm> sample = spread && baselineMean.isPresent()
                ? Optional.of(new Norm(
                        baselineMean.getAsDouble(), baselineSd.getAsDouble(), true, "first scores in these data"))
                : Optional.empty();
        OptionalDouble reliable = reliableChange(measure, sd);
        boolean inclusive = measure.reliableChange()
                .map(rule -> rule.match(points -> true, truax -> false))
                .orElse(true);
        return new Yardstick(
                measure,
                reliable,
                inclusive,
                stepChange(measure, reliable),
                Cutoffs.of(measure, sample),
                sd,
                measure.reliableChange()
                        .map(rule -> test(measure, rule, pairs, slopes))
                        .orElse(new ChangeTest.Points()),
                pairs,
                slopes);
    }

    private static ChangeTest test(Measure measure, ReliableChangeRule rule, PairedMoments pairs, ChangeTest slopes) {
        if (rule.method().ofAllScores()) {
            return slopes;
        }
        return rule.method() == ChangeMethod.JACOBSON_TRUAX
                ? new ChangeTest.Points()
                : ChangeIndices.settle(
                        rule.method(), numbers(measure, rule, pairs).orElseThrow());
    }

    /**
     * What any of the methods is settled from; empty where only points are known. The mean of first scores is that of the clinical group,
     * where the profile gives one and an SD with it, else the sample's.
     */
    public static Optional<ChangeIndices.Numbers> numbers(
            Measure measure, ReliableChangeRule rule, PairedMoments pairs) {
        OptionalDouble post =
                rule instanceof ReliableChangeRule.Index index ? index.reliabilityPost() : OptionalDouble.empty();
        return rule.match(
                points -> Optional.empty(),
                truax -> Optional.of(new ChangeIndices.Numbers(
                        truax.reliability(),
                        post,
                        truax.sd(),
                        truax.sd().isPresent() && measure.clinical().isPresent()
                                ? OptionalDouble.of(measure.clinical().get().mean())
                                : OptionalDouble.empty(),
                        pairs)));
    }

    private static OptionalDouble reliableChange(Measure measure, OptionalDouble sampleSd) {
        if (measure.reliableChange().isEmpty()) {
            return OptionalDouble.empty();
        }
        return measure.reliableChange()
                .get()
                .match(points -> OptionalDouble.of(points.points().value()), truax -> {
                    OptionalDouble sd = truax.sd().isPresent() ? truax.sd() : sampleSd;
                    return sd.isPresent()
                            ? OptionalDouble.of(reliableChange(sd.getAsDouble(), truax.reliability()))
                            : OptionalDouble.empty();
                });
    }

    /** Standard error of the difference of two scores, in points (Jacobson and Truax 1991). */
    public static double standardErrorOfDifference(double sd, double reliability) {
        return Math.sqrt(2) * sd * Math.sqrt(1 - reliability);
    }

    /** Reliable change in points, 1.96 standard errors of the difference of two scores (Jacobson and Truax 1991). */
    public static double reliableChange(double sd, double reliability) {
        return Z * standardErrorOfDifference(sd, reliability);
    }

    private static OptionalDouble stepChange(Measure measure, OptionalDouble reliable) {
        if (measure.stepChange().isEmpty()) {
            return reliable;
        }
        double own = measure.stepChange().get().value();
        return OptionalDouble.of(reliable.isPresent() ? Math.max(own, reliable.getAsDouble()) : own);
    }
}
