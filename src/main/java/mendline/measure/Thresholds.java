package mendline.measure;

/**
 * How much is enough, inclusive, for an improvement and for a deterioration.
 *
 * @param improved above 0, in points or as a share
 * @param deteriorated the same the other way
 */
public record Thresholds(double improved, double deteriorated) {
    public Thresholds {
        if (!(improved > 0) || !(deteriorated > 0)) {
            throw new IllegalArgumentException(
                    "thresholds need to be above 0, were " + improved + " and " + deteriorated);
        }
    }

    /** The same either way. */
    public static Thresholds both(double size) {
        return new Thresholds(size, size);
    }
}
