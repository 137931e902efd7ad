package mendline.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/**
 * What residuals about a least-squares line through AR(1) noise of unit variance add up to on average: products of
 * neighbours and squares, as polynomials in ρ. {@code tr(B·R(ρ)) = Σₖ ρᵏ·(sum of B over |i − j| = k)}.
 */
final class LineResidualSums {
    private final double[] lagged;
    private final double[] squares;

    private LineResidualSums(int longest) {
        lagged = new double[longest];
        squares = new double[longest];
    }

    /** For series of equally spaced points, from length to how many. */
    static LineResidualSums of(SortedMap<Integer, Long> lengths) {
        LineResidualSums sums = new LineResidualSums(lengths.lastKey());
        for (Map.Entry<Integer, Long> entry : lengths.entrySet()) {
            sums.add(entry.getKey(), entry.getValue());
        }
        return sums;
    }

    /** Expected products of neighbours over expected squares. */
    double ratio(double rho) {
        double numerator = 0;
        double denominator = 0;
        for (int k = lagged.length - 1; k >= 0; k--) {
            numerator = numerator * rho + lagged[k];
            denominator = denominator * rho + squares[k];
        }
        return numerator / denominator;
    }

    private void add(int n, double count) {
        double[] trend = unitTrend(n);
        double level = 1 / Math.sqrt(n);
        double[] pairedLevel = paired(constant(n, level));
        double[] pairedTrend = paired(trend);
        double levelLevel = 0;
        double levelTrend = 0;
        double trendTrend = 0;
        for (int i = 0; i < n; i++) {
            levelLevel += level * pairedLevel[i];
            levelTrend += level * pairedTrend[i];
            trendTrend += trend[i] * pairedTrend[i];
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int gap = Math.abs(i - j);
                double hat = level * level + trend[i] * trend[j];
                double hatPaired = level * pairedLevel[j] + trend[i] * pairedTrend[j];
                double pairedHat = pairedLevel[i] * level + pairedTrend[i] * trend[j];
                double both = level * level * levelLevel
                        + (level * trend[j] + trend[i] * level) * levelTrend
                        + trend[i] * trend[j] * trendTrend;
                squares[gap] += count * ((gap == 0 ? 1 : 0) - hat);
                lagged[gap] += count * ((gap == 1 ? 0.5 : 0) - hatPaired - pairedHat + both);
            }
        }
    }

    /** Half the sum of both neighbours: the symmetric matrix A with xᵀAx = Σ xᵢxᵢ₊₁, applied to {@code x}. */
    private static double[] paired(double[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double before = i > 0 ? x[i - 1] : 0;
            double after = i + 1 < x.length ? x[i + 1] : 0;
            result[i] = (before + after) / 2;
        }
        return result;
    }

    private static double[] unitTrend(int n) {
        double[] trend = new double[n];
        double squares = 0;
        for (int i = 0; i < n; i++) {
            trend[i] = i - (n - 1) / 2.0;
            squares += trend[i] * trend[i];
        }
        for (int i = 0; i < n; i++) {
            trend[i] /= Math.sqrt(squares);
        }
        return trend;
    }

    private static double[] constant(int n, double value) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }
}
