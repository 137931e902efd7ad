package mendline.measure;

import java.util.OptionalDouble;
import mendline.stats.PairedMoments;

/** Settles reliable-change indices from reliabilities and the sample's first and last scores. */
public final class ChangeIndices {
    private static final double HUNDREDTHS = 100;

    private ChangeIndices() {}

    /**
     * The numbers an index is settled from, in points.
     *
     * @param reliability of the first score
     * @param reliabilityPost of the last score; only {@link ChangeMethod#NUNNALLY_KOTSCH} asks for it, without it both are the same
     * @param sd of first scores; empty takes the sample's
     * @param mean of first scores; empty takes the sample's
     * @param pairs first and last scores of the sample in hundredths
     */
    public record Numbers(
            double reliability,
            OptionalDouble reliabilityPost,
            OptionalDouble sd,
            OptionalDouble mean,
            PairedMoments pairs) {}

    /** The index, or why there is none. */
    public static ChangeTest settle(ChangeMethod method, Numbers numbers) {
        PairedMoments pairs = numbers.pairs();
        boolean ownNumbers = numbers.sd().isPresent() && numbers.mean().isPresent() && !method.comparesWithSample();
        if (!ownNumbers && pairs.n() < method.fewestPairs()) {
            return new ChangeTest.Refused(
                    method,
                    "it needs at least " + method.fewestPairs()
                            + " courses with a first and a last score, and there are " + pairs.n());
        }
        OptionalDouble sd =
                numbers.sd().isPresent() ? numbers.sd() : points(pairs.first().sd());
        if (sd.isEmpty() || !(sd.getAsDouble() > 0)) {
            return new ChangeTest.Refused(method, "first scores have no spread that could be told");
        }
        return settle(method, numbers, sd.getAsDouble());
    }

    private static ChangeTest settle(ChangeMethod method, Numbers numbers, double sd) {
        double r = numbers.reliability();
        double error = sd * Math.sqrt(1 - r);
        double toMean = method == ChangeMethod.JACOBSON_TRUAX || method == ChangeMethod.HAGEMAN_ARRINDELL
                ? 0
                : -(1 - r)
                        * (numbers.mean().isPresent()
                                ? numbers.mean().getAsDouble()
                                : mean(numbers.pairs().first().mean()));
        switch (method) {
            case GULLIKSEN:
                return new ChangeIndex(method, 1, r, toMean, sd * Math.sqrt(1 - r * r));
            case EDWARDS_NUNNALLY:
                return new ChangeIndex(method, 1, r, toMean, error);
            case NUNNALLY_KOTSCH:
                double post = numbers.reliabilityPost().orElse(r);
                return new ChangeIndex(method, 1, r, toMean, sd * Math.sqrt(r * r * (1 - r) + 1 - post));
            case HSU_LINN_LORD:
                double first = mean(numbers.pairs().first().mean());
                double last = mean(numbers.pairs().second().mean());
                return new ChangeIndex(method, 1, r, r * first - last, sd * Math.sqrt(1 - r * r));
            case HAGEMAN_ARRINDELL:
                return hagemanArrindell(numbers, sd, error);
            default:
                return new ChangeIndex(method, 1, 1, 0, Math.sqrt(2) * error);
        }
    }

    /** Reliability of differences: (S1² r1 + S2² r2 − 2 S1 S2 ρ) / (S1² + S2² − 2 S1 S2 ρ), r_j = (S_j² − error²) / S_j². */
    private static ChangeTest hagemanArrindell(Numbers numbers, double sd, double error) {
        PairedMoments pairs = numbers.pairs();
        double last = points(pairs.second().sd()).orElse(0);
        double shared = 2 * sd * last * pairs.correlation().orElse(0);
        double spread = sd * sd + last * last - shared;
        double trueSpread = sd * sd - error * error + last * last - error * error - shared;
        if (!(spread > 0) || !(trueSpread > 0)) {
            return new ChangeTest.Refused(
                    ChangeMethod.HAGEMAN_ARRINDELL,
                    "the courses differ in their change by no more than measurement error would make them");
        }
        double reliability = trueSpread / spread;
        double meanChange = mean(pairs.second().mean()) - mean(pairs.first().mean());
        return new ChangeIndex(
                ChangeMethod.HAGEMAN_ARRINDELL,
                reliability,
                reliability,
                meanChange * (1 - reliability),
                Math.sqrt(reliability) * Math.sqrt(2) * error);
    }

    private static double mean(OptionalDouble hundredths) {
        return hundredths.orElseThrow() / HUNDREDTHS;
    }

    private static OptionalDouble points(OptionalDouble hundredths) {
        return hundredths.isPresent() ? OptionalDouble.of(hundredths.getAsDouble() / HUNDREDTHS) : hundredths;
    }
}
