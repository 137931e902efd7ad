package mendline.measure;

/**
 * A published number in points, with where it comes from.
 *
 * @param verified whether it was checked against its source; unverified ones are named in the report's footnote
 */
public record Constant(double value, boolean verified, String source) {}
