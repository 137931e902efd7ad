package mendline.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import mendline.model.Direction;
import mendline.model.MeasureKind;

/** Made-up measures with just what a test is about. */
final class MeasureFixtures {
    private MeasureFixtures() {}

    static Measure with(
            Direction better,
            CutoffRule cutoff,
            Optional<Norm> functional,
            Optional<Norm> clinical,
            ReliableChangeRule rule) {
        return new Measure(
                "test",
                "Test",
                0,
                0,
                20_000,
                1,
                better,
                MeasureKind.OUTCOME,
                Optional.of(constant(10)),
                Optional.ofNullable(rule),
                Optional.empty(),
                functional,
                clinical,
                clinical.isEmpty(),
                cutoff,
                List.of(),
                "made up",
                false,
                "");
    }

    static Measure withStep(ReliableChangeRule rule, Constant step) {
        return new Measure(
                "test",
                "Test",
                0,
                0,
                20_000,
                100,
                Direction.LOWER,
                MeasureKind.OUTCOME,
                Optional.empty(),
                Optional.ofNullable(rule),
                Optional.of(step),
                Optional.empty(),
                Optional.empty(),
                false,
                CutoffRule.CASENESS,
                List.of(),
                "made up",
                false,
                "");
    }

    static Constant constant(double value) {
        return new Constant(value, false, "made up");
    }

    static Optional<Norm> norm(double mean, double sd) {
        return Optional.of(new Norm(mean, sd, false, "made up"));
    }

    static ReliableChangeRule truax(double reliability, double sd) {
        return new ReliableChangeRule.JacobsonTruax(reliability, OptionalDouble.of(sd), false, "made up");
    }

    static ReliableChangeRule truaxFromSample(double reliability) {
        return new ReliableChangeRule.JacobsonTruax(reliability, OptionalDouble.empty(), false, "made up");
    }

    static ReliableChangeRule points(double value) {
        return new ReliableChangeRule.Points(constant(value));
    }
}
