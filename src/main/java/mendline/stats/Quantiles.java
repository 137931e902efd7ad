package mendline.stats;

/** Quantiles of doubles by definition 7 of Hyndman and Fan (1996), the default of R. */
final class Quantiles {
    private Quantiles() {}

    /** The quantile of at least one value in ascending order. */
    static double ofSorted(double[] ascending, double p) {
        double position = (ascending.length - 1) * p;
        int below = (int) Math.floor(position);
        double fraction = position - below;
        return fraction == 0
                ? ascending[below]
                : ascending[below] + fraction * (ascending[below + 1] - ascending[below]);
    }
}
