package mendline.stats;

import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The smallest difference between two groups, in standard deviations, that a two-sided t-test at 5 % finds four times in
 * five. As power.t.test of R: the noncentral t, {@code P(T > t) = ∫ Φ(δ − t·s) f(s) ds} over
 * {@code s = √(χ²/ν)}, leaving the other tail aside.
 */
public final class DetectableDifference {
    private static final double POWER = 0.8;
    private static final double TAIL = 1e-14;
    private static final int PIECES = 24;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final GaussIntegrator PIECE = new GaussIntegratorFactory().legendre(20, 0, 1);

    private DetectableDifference() {}

    /** Empty where either group has fewer than two. */
    public static OptionalDouble between(long first, long second) {
        if (first < 2 || second < 2) {
            return OptionalDouble.empty();
        }
        double freedom = (double) first + second - 2;
        double critical = Confidence.t95(freedom);
        ChiSquaredDistribution chiSquare = new ChiSquaredDistribution(null, freedom, 1e-12);
        double from = Math.sqrt(chiSquare.inverseCumulativeProbability(TAIL) / freedom);
        double to = Math.sqrt(chiSquare.inverseCumulativeProbability(1 - TAIL) / freedom);
        double shift = new BrentSolver(1e-13, 1e-11)
                .solve(
                        200,
                        delta -> power(delta, critical, freedom, chiSquare, from, to) - POWER,
                        0,
                        critical + 10 * critical);
        return OptionalDouble.of(shift * Math.sqrt(1.0 / first + 1.0 / second));
    }

    private static double power(
            double delta, double critical, double freedom, ChiSquaredDistribution chiSquare, double from, double to) {
        double width = (to - from) / PIECES;
        double sum = 0;
        for (int piece = 0; piece < PIECES; piece++) {
            double start = from + piece * width;
            sum += width
                    * PIECE.integrate(u -> {
                        double s = start + u * width;
                        return NORMAL.cumulativeProbability(delta - critical * s)
                                * chiSquare.density(freedom * s * s)
                                * 2
                                * freedom
                                * s;
                    });
        }
        return sum;
    }
}
