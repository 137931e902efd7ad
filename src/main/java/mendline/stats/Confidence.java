package mendline.stats;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** The quantiles behind 95 % intervals. */
final class Confidence {
    /** The 97.5 % point of the standard normal distribution. */
    static final double Z95 = 1.959963984540054;

    private static final double UPPER = 0.975;
    private static final double LOWER = 0.025;
    private static final double ACCURACY = 1e-14;

    private Confidence() {}

    /** The 97.5 % point of Student's t, of the normal distribution with infinitely many degrees of freedom. */
    static double t95(double degreesOfFreedom) {
        if (Double.isInfinite(degreesOfFreedom)) {
            return Z95;
        }
        return new TDistribution(null, degreesOfFreedom, ACCURACY).inverseCumulativeProbability(UPPER);
    }

    /** The chance of a Student's t at least so far from zero on either side. */
    static double twoSidedT(double t, double degreesOfFreedom) {
        if (Double.isInfinite(degreesOfFreedom)) {
            return 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-Math.abs(t));
        }
        return 2 * new TDistribution(null, degreesOfFreedom, ACCURACY).cumulativeProbability(-Math.abs(t));
    }

    static double chiSquareLower(double degreesOfFreedom) {
        return new ChiSquaredDistribution(null, degreesOfFreedom, ACCURACY).inverseCumulativeProbability(LOWER);
    }

    static double chiSquareUpper(double degreesOfFreedom) {
        return new ChiSquaredDistribution(null, degreesOfFreedom, ACCURACY).inverseCumulativeProbability(UPPER);
    }
}
