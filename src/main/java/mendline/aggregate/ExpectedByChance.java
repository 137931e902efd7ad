package mendline.aggregate;

import mendline.detect.ChanceCounts;
import mendline.model.Period;
import mendline.stats.Histogram;

/**
 * What noise alone would give in these courses: from independent noise to noise as correlated as the data's own.
 *
 * @param independent simulated without correlation from session to session
 * @param correlated simulated with the pooled correlation
 */
public record ExpectedByChance(ChanceCounts independent, ChanceCounts correlated) {
    /** Nothing was simulated. */
    public static final ExpectedByChance NONE = new ExpectedByChance(ChanceCounts.NONE, ChanceCounts.NONE);

    /** A range of expected counts, lower first. */
    public record Range(double lower, double upper) {}

    /** Alliance dips expected in a period. */
    public Range dips(Period period) {
        return range(independent.dips(), correlated.dips(), period);
    }

    /** S1 setbacks expected in a period. */
    public Range setbacks(Period period) {
        return range(independent.setbacks(), correlated.setbacks(), period);
    }

    /** S4 spikes expected in a period. */
    public Range spikes(Period period) {
        return range(independent.spikes(), correlated.spikes(), period);
    }

    /** Whether anything was simulated. */
    public boolean known() {
        return independent.replications() > 0 && correlated.replications() > 0;
    }

    private Range range(Histogram a, Histogram b, Period period) {
        double first = within(a, period) / Math.max(1, independent.replications());
        double second = within(b, period) / Math.max(1, correlated.replications());
        return new Range(Math.min(first, second), Math.max(first, second));
    }

    private static double within(Histogram months, Period period) {
        long sum = 0;
        for (long count : months.counts()
                .subMap(period.firstMonth(), period.lastMonth() + 1)
                .values()) {
            sum += count;
        }
        return sum;
    }
}
