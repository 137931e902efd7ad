package mendline.measure;

import java.util.Optional;
import java.util.OptionalDouble;

/** The line between clinical and functional scores: the published one, or a, b, c of Jacobson and Truax (1991). */
public final class Cutoffs {
    private Cutoffs() {}

    /**
     * The cut-off by the measure's own rule; empty where what the rule needs is not known.
     *
     * @param sampleClinical mean and SD of first scores in the data, used where the measure takes its clinical norm
     *     from them
     */
    public static Optional<Cutoff> of(Measure measure, Optional<Norm> sampleClinical) {
        if (measure.cutoff() == CutoffRule.CASENESS) {
            return measure.caseness().map(constant -> new Cutoff(constant.value(), true, measure.better()));
        }
        Optional<Norm> clinical = measure.clinicalFromSample() ? sampleClinical : measure.clinical();
        double share = trueShare(measure);
        Optional<Norm> from = clinical.map(norm -> scaled(norm, share));
        Optional<Norm> to = measure.functional().map(norm -> scaled(norm, share));
        return points(measure, from, to).map(points -> new Cutoff(points, false, measure.better()));
    }

    /** What an SD of scores is multiplied by to give that of true scores, where the rule asks for it. */
    private static double trueShare(Measure measure) {
        return measure.cutoff().ofTrueScores()
                ? Math.sqrt(measure.reliableChange()
                        .map(ReliableChangeRule::knownReliability)
                        .orElse(OptionalDouble.empty())
                        .orElse(1))
                : 1;
    }

    private static Norm scaled(Norm norm, double share) {
        return share == 1 ? norm : new Norm(norm.mean(), norm.sd() * share, norm.verified(), norm.source());
    }

    private static Optional<Double> points(Measure measure, Optional<Norm> clinical, Optional<Norm> functional) {
        switch (measure.cutoff()) {
            case A, A_TRUE:
                return clinical.map(norm -> norm.mean() + measure.better().sign() * 2 * norm.sd());
            case B, B_TRUE:
                // Jacobson and Truax take two standard deviations of the functional group; some packages take the
                // clinical one's.
                return functional.map(norm -> norm.mean() - measure.better().sign() * 2 * norm.sd());
            case C, C_TRUE:
                return clinical.flatMap(from ->
                        functional.map(to -> (from.sd() * to.mean() + to.sd() * from.mean()) / (from.sd() + to.sd())));
            default:
                throw new IllegalStateException("a published caseness is not worked out");
        }
    }
}
