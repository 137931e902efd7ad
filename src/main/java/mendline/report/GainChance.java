package mendline.report;

import mendline.model.GainRules;
import mendline.model.GainStability;

/**
 * How often rules for sudden gains flag clients in simulations of Vittengl and others (2015, PMC4606893, table 2; a
 * depression questionnaire with a retest reliability of .80), by number of scores.
 *
 * @param scores scores of each simulated client
 * @param unchanged share flagged of clients who do not change, by the three criteria
 * @param line share flagged of clients who improve along a straight line, by the three criteria
 * @param kelly share flagged by the rule of Kelly and others
 */
record GainChance(int scores, double unchanged, double line, double kelly) {
    private static final GainChance[] ROWS = {
        new GainChance(10, 0.092, 0.289, 0.348),
        new GainChance(15, 0.153, 0.491, 0.442),
        new GainChance(20, 0.215, 0.642, 0.498)
    };

    /** The row nearest to a number of scores, of two equally near ones the shorter. */
    static GainChance nearest(double scores) {
        GainChance nearest = ROWS[0];
        for (GainChance row : ROWS) {
            if (Math.abs(row.scores - scores) < Math.abs(nearest.scores - scores)) {
                nearest = row;
            }
        }
        return nearest;
    }

    /** What chance gives, as a sentence. */
    String told(GainRules rules) {
        String simulated = "In published simulations with " + scores + " scores ";
        return rules.stability() == GainStability.KELLY
                ? simulated + "the rule of Kelly and others flags " + Written.percent(kelly) + " of clients"
                        + " (Vittengl and others 2015)."
                : simulated + "the usual three criteria flag " + Written.percent(unchanged)
                        + " of clients who do not change and " + Written.percent(line)
                        + " of those who improve along a straight line (Vittengl and others 2015).";
    }
}
