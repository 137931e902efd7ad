package mendline.measure;

import java.util.Optional;

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
        return points(measure, clinical).map(points -> new Cutoff(points, false, measure.better()));
    }

    private static Optional<Double> points(Measure measure, Optional<Norm> clinical) {
        switch (measure.cutoff()) {
            case A:
                return clinical.map(norm -> norm.mean() + measure.better().sign() * 2 * norm.sd());
            case B:
                // Jacobson and Truax take two standard deviations of the functional group; some packages take the clinical one's.
                return measure.functional().map(norm -> norm.mean() - measure.better().sign() * 2 * norm.sd());
            case C:
                return clinical.flatMap(from -> measure.functional().map(to ->
                        (from.sd() * to.mean() + to.sd() * from.mean()) / (from.sd() + to.sd())));
            default:
                throw new IllegalStateException("a published caseness is not worked out");
        }
    }
}
