package mendline.stats;

import java.util.Arrays;

/** The Theil-Sen line (Theil 1950, Sen 1968): not swayed by a few odd points. */
public final class TheilSen {
    private TheilSen() {}

    /**
     * The slope is the median of the slopes of all pairs of points with different x, 0 when there is no such pair; the
     * intercept is the median of {@code y − slope·x}.
     */
    public static Line line(double[] x, double[] y) {
        int n = x.length;
        if (n != y.length || n == 0) {
            throw new IllegalArgumentException(
                    "A line needs at least one point and as many y as x, got " + n + " and " + y.length);
        }
        double[] slopes = new double[n * (n - 1) / 2];
        int pairs = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (x[i] != x[j]) {
                    slopes[pairs++] = (y[j] - y[i]) / (x[j] - x[i]);
                }
            }
        }
        double slope = pairs == 0 ? 0 : median(slopes, pairs);
        double[] intercepts = new double[n];
        for (int i = 0; i < n; i++) {
            intercepts[i] = y[i] - slope * x[i];
        }
        return new Line(median(intercepts, n), slope);
    }

    /** The median of the first {@code count} values, which are sorted in place. */
    private static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        int middle = count / 2;
        return count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
