package mendline.stats;

/**
 * The usual range at one point of a control chart, in the unit of the values.
 *
 * @param centre the line that runs are counted against
 * @param trial made from fewer than {@value XmR#FEWEST_FOR_FIRM_LIMITS} values
 */
public record PointLimits(double centre, double lower, double upper, boolean trial) {}
