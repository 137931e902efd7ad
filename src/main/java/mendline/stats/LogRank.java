package mendline.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/**
 * The log-rank test of two groups or more (Mantel 1966; Peto and Peto 1972): at each event time {@code E = d·n₁/n} of a
 * group, with covariances {@code d(n₁/n)(1{same} − n₂/n)(n − d)/(n − 1)}. {@code χ² = (O − E)′V⁻¹(O − E)} over all groups
 * but one, on as many degrees of freedom. Only for groups that were fixed at or before time 0, and for people who are
 * counted once. Competing events count as censored. A group that was never at risk of an event has no part in it.
 *
 * @param observed          events, by group
 * @param expected          events expected if all groups had the same curve
 * @param degreesOfFreedom  groups that were at risk of an event, less one
 * @param p                 of a chi-square as large or larger
 */
public record LogRank(List<Long> observed, List<Double> expected, double chiSquare, int degreesOfFreedom, double p) {
    private static final double LEAST = 1e-10;

    public LogRank {
        observed = List.copyOf(observed);
        expected = List.copyOf(expected);
    }

    /** Two groups. */
    public static Optional<LogRank> of(SurvivalTally first, SurvivalTally second) {
        return of(List.of(first, second));
    }

    /** Empty when no event time tells the groups apart, so that there is nothing to test. */
    public static Optional<LogRank> of(List<SurvivalTally> groups) {
        int k = groups.size();
        double[] atRisk = new double[k];
        TreeSet<Integer> times = new TreeSet<>();
        for (int g = 0; g < k; g++) {
            atRisk[g] = groups.get(g).total();
            times.addAll(groups.get(g).exits().keySet());
        }
        double[] expected = new double[k];
        double[][] variance = new double[k][k];
        for (int time : times) {
            double events = 0;
            double all = 0;
            for (int g = 0; g < k; g++) {
                events += exits(groups.get(g), time).events();
                all += atRisk[g];
            }
            for (int g = 0; g < k; g++) {
                double share = atRisk[g] / all;
                expected[g] += events * share;
                for (int h = 0; h < k && all > 1; h++) {
                    double other = (g == h ? 1 : 0) - atRisk[h] / all;
                    variance[g][h] += events * share * other * (all - events) / (all - 1);
                }
            }
            for (int g = 0; g < k; g++) {
                atRisk[g] -= exits(groups.get(g), time).total();
            }
        }
        return test(groups, expected, variance);
    }

    private static Optional<LogRank> test(List<SurvivalTally> groups, double[] expected, double[][] variance) {
        List<Integer> used = new ArrayList<>();
        for (int g = 0; g < expected.length; g++) {
            if (expected[g] > 0) {
                used.add(g);
            }
        }
        int df = used.size() - 1;
        if (df < 1) {
            return Optional.empty();
        }
        double[][] kept = new double[df][df];
        RealVector difference = new ArrayRealVector(df);
        for (int i = 0; i < df; i++) {
            int g = used.get(i + 1);
            difference.setEntry(i, groups.get(g).events() - expected[g]);
            for (int j = 0; j < df; j++) {
                kept[i][j] = variance[g][used.get(j + 1)];
            }
        }
        double chiSquare;
        try {
            chiSquare =
                    difference.dotProduct(new CholeskyDecomposition(new Array2DRowRealMatrix(kept, false), LEAST, LEAST)
                            .getSolver()
                            .solve(difference));
        } catch (NonPositiveDefiniteMatrixException e) {
            return Optional.empty();
        }
        List<Long> observed = groups.stream().map(SurvivalTally::events).toList();
        List<Double> expectedByGroup = new ArrayList<>();
        for (double e : expected) {
            expectedByGroup.add(e);
        }
        return Optional.of(new LogRank(observed, expectedByGroup, chiSquare, df, tail(chiSquare, df)));
    }

    private static double tail(double chiSquare, int df) {
        return df == 1
                ? Erf.erfc(Math.sqrt(chiSquare / 2))
                : Gamma.regularizedGammaQ(df / 2.0, chiSquare / 2, 1e-15, Integer.MAX_VALUE);
    }

    private static SurvivalTally.Exits exits(SurvivalTally group, int time) {
        return group.exits().getOrDefault(time, SurvivalTally.Exits.NONE);
    }
}
