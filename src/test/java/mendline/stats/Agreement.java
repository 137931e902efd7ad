package mendline.stats;

/** How far values lie from their references: how many were compared and the largest relative difference. */
public final class Agreement {
    private int values;
    private double largest;
    private String where = "";

    /** Relative to the reference, or to the scale where that is larger (an estimate near zero: its standard error). */
    public void compare(double actual, double expected, double scale, Object what) {
        double difference = Math.abs(actual - expected) / Math.max(Math.abs(expected), scale);
        if (!(difference <= largest)) {
            largest = difference;
            where = what + ": " + actual + " for " + expected;
        }
        values++;
    }

    public void compare(double actual, double expected, Object what) {
        compare(actual, expected, Double.MIN_NORMAL, what);
    }

    int values() {
        return values;
    }

    double largest() {
        return largest;
    }

    @Override
    public String toString() {
        return values + " values, largest relative difference " + largest + " at " + where;
    }
}
