package mendline.measure;

import mendline.model.Direction;

/**
 * The line between clinical and functional scores.
 *
 * @param points where it lies
 * @param published whether it is a published caseness: then a score on the line is clinical (lower is better) and anything below 25 on a
 *     cut-off of 25 is clinical (higher is better); a computed cut-off is strict on both sides
 */
public record Cutoff(double points, boolean published, Direction better) {
    private static final double HAIR = 1e-9;

    /** Whether a score in hundredths is on the clinical side. */
    public boolean clinical(int score) {
        double beyond = better == Direction.LOWER ? score / 100.0 - points : points - score / 100.0;
        return better == Direction.LOWER && published ? beyond >= -HAIR : beyond > HAIR;
    }

    /** Whether a score in hundredths is on the functional side; a score on a computed cut-off is on neither. */
    public boolean functional(int score) {
        double beyond = better == Direction.LOWER ? points - score / 100.0 : score / 100.0 - points;
        return better == Direction.HIGHER && published ? beyond >= -HAIR : beyond > HAIR;
    }
}
