package mendline.measure;

import java.util.Optional;
import java.util.OptionalDouble;

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
        boolean spread = baselineSd.isPresent() && baselineSd.getAsDouble() > 0;
        OptionalDouble sd = spread ? baselineSd : OptionalDouble.empty();
        Optional<Norm> sample = spread && baselineMean.isPresent()
                ? Optional.of(new Norm(baselineMean.getAsDouble(), baselineSd.getAsDouble(), true, "first scores in these data"))
                : Optional.empty();
        OptionalDouble reliable = reliableChange(measure, sd);
        boolean inclusive = measure.reliableChange().map(rule -> rule.match(points -> true, truax -> false)).orElse(true);
        return new Yardstick(measure, reliable, inclusive, stepChange(measure, reliable), Cutoffs.of(measure, sample), sd);
    }

    private static OptionalDouble reliableChange(Measure measure, OptionalDouble sampleSd) {
        if (measure.reliableChange().isEmpty()) {
            return OptionalDouble.empty();
        }
        return measure.reliableChange().get().match(
                points -> OptionalDouble.of(points.points().value()),
                truax -> {
                    OptionalDouble sd = truax.sd().isPresent() ? truax.sd() : sampleSd;
                    return sd.isPresent()
                            ? OptionalDouble.of(Z * standardErrorOfDifference(sd.getAsDouble(), truax.reliability()))
                            : OptionalDouble.empty();
                });
    }

    /** Standard error of the difference of two scores, in points (Jacobson and Truax 1991). */
    public static double standardErrorOfDifference(double sd, double reliability) {
        return Math.sqrt(2) * sd * Math.sqrt(1 - reliability);
    }

    private static OptionalDouble stepChange(Measure measure, OptionalDouble reliable) {
        if (measure.stepChange().isEmpty()) {
            return reliable;
        }
        double own = measure.stepChange().get().value();
        return OptionalDouble.of(reliable.isPresent() ? Math.max(own, reliable.getAsDouble()) : own);
    }
}
