package mendline.model;

import java.util.OptionalDouble;

/**
 * What a sudden gain is; losses mirror it.
 *
 * @param size whether the first criterion is used: a change of at least so many points
 * @param points these points; empty for the measure's own reliable change
 * @param share whether the second criterion is used: a change of at least a share of the score before
 * @param percent that share, 0 to 1
 * @param stability the third criterion
 * @param adjusted whether its critical t follows the number of scores; otherwise 2.776 always
 * @param compatible whether the intervals that are tested, the second criterion of losses and the first session in which
 *     a reversal counts are those of the R package suddengains 0.7.2
 * @param oneToTwo whether the first slot is a baseline before the first session; in compatible mode a reversal then
 *     counts from N+2 on
 */
public record GainRules(
        boolean size,
        OptionalDouble points,
        boolean share,
        double percent,
        GainStability stability,
        boolean adjusted,
        boolean compatible,
        boolean oneToTwo) {
    /** The defaults of the methods page. */
    public static final GainRules DEFAULT =
            new GainRules(true, OptionalDouble.empty(), true, 0.25, GainStability.T, true, false, false);

    public GainRules {
        if (!(percent > 0 && percent <= 1)) {
            throw new IllegalArgumentException("a sudden gain needs a share above 0 and up to 1, was " + percent);
        }
        if (points.isPresent() && !(points.getAsDouble() > 0)) {
            throw new IllegalArgumentException("a sudden gain needs points above 0, was " + points.getAsDouble());
        }
        if (!size && !share) {
            throw new IllegalArgumentException("a sudden gain needs its first or its second criterion");
        }
    }
}
