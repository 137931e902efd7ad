package mendline.stats;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * The noncentral t distribution: T = (Z + λ) / s with Z standard normal and νs² chi-squared with ν degrees of freedom. Its distribution function is
 * the mean of Φ(t·s − λ) over s, integrated by Gauss's rule; absolute error below 1e-11.
 */
public final class NoncentralT {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final int PANELS = 400;
    private static final int NODES = 10;
    private static final double SPREADS = 12;
    private static final double MARGIN = 80;

    private NoncentralT() {}

    /** P(T ≤ t) with ν degrees of freedom and noncentrality λ. */
    public static double cdf(double t, double degreesOfFreedom, double noncentrality) {
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("needs degrees of freedom above 0, got " + degreesOfFreedom);
        }
        double nu = degreesOfFreedom;
        double reach = SPREADS * Math.sqrt(2 * nu);
        double lower = Math.sqrt(Math.max(0, nu - reach) / nu);
        double upper = Math.sqrt((nu + reach + MARGIN) / nu);
        double constant = Math.log(2) + nu / 2 * Math.log(nu / 2) - Gamma.logGamma(nu / 2);
        GaussIntegratorFactory rules = new GaussIntegratorFactory();
        double width = (upper - lower) / PANELS;
        double sum = 0;
        for (int i = 0; i < PANELS; i++) {
            GaussIntegrator rule = rules.legendre(NODES, lower + i * width, lower + (i + 1) * width);
            sum += rule.integrate(s -> NORMAL.cumulativeProbability(t * s - noncentrality)
                    * Math.exp(constant + (nu - 1) * Math.log(s) - nu * s * s / 2));
        }
        return Math.min(1, sum);
    }

    /** The noncentrality at which P(T ≤ t) is the given level: a one-sided lower confidence bound at that level. */
    public static double lowerBound(double t, double degreesOfFreedom, double level) {
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("needs degrees of freedom above 0, got " + degreesOfFreedom);
        }
        double reach = 12 * Math.sqrt(1 + t * t / (2 * degreesOfFreedom)) + 12;
        return new BrentSolver(1e-13, 1e-13)
                .solve(500, lambda -> cdf(t, degreesOfFreedom, lambda) - level, t - reach, t + reach);
    }
}
