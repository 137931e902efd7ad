package mendline.aggregate;

import mendline.detect.ChanceCounts;
import mendline.detect.RuleChance;
import mendline.model.Period;
import mendline.stats.Histogram;

/**
 * What noise alone would give in these courses: from independent noise to noise as correlated as the data's own.
 *
 * @param independent simulated without correlation from session to session
 * @param correlated simulated with the pooled correlation
 * @param shuffled dips only: each course's own scores in another order about its line
 * @param rulesIndependent by other rules, in fewer copies, simulated without correlation
 * @param rulesCorrelated the same with the pooled correlation
 */
public record ExpectedByChance(
        ChanceCounts independent,
        ChanceCounts correlated,
        ChanceCounts shuffled,
        RuleChance rulesIndependent,
        RuleChance rulesCorrelated) {
    /** Nothing was simulated. */
    public static final ExpectedByChance NONE = new ExpectedByChance(ChanceCounts.NONE, ChanceCounts.NONE);

    /** Without shuffled copies. */
    public ExpectedByChance(ChanceCounts independent, ChanceCounts correlated) {
        this(independent, correlated, ChanceCounts.NONE, RuleChance.NONE, RuleChance.NONE);
    }

    /** A range of expected counts, lower first. */
    public record Range(double lower, double upper) {}

    /** Alliance dips expected in a period. */
    public Range dips(Period period) {
        return range(independent.dips(), correlated.dips(), period);
    }

    /** Alliance dips that shuffled copies give in a period; 0 where nothing was shuffled. */
    public double shuffledDips(Period period) {
        return within(shuffled.dips(), period) / Math.max(1, shuffled.replications());
    }

    /** Setbacks expected in a period. */
    public Range setbacks(Period period) {
        return range(independent.setbacks(), correlated.setbacks(), period);
    }

    /** Findings of a rule of {@link RuleChance} expected in a period. */
    public Range byRule(String rule, Period period) {
        double first = within(rulesIndependent.of(rule), period) / Math.max(1, rulesIndependent.replications());
        double second = within(rulesCorrelated.of(rule), period) / Math.max(1, rulesCorrelated.replications());
        return new Range(Math.min(first, second), Math.max(first, second));
    }

    /** The larger standard error of the two numbers of {@link #byRule}, each taken as a Poisson count. */
    public double errorByRule(String rule, Period period) {
        return Math.max(
                Math.sqrt(within(rulesIndependent.of(rule), period)) / Math.max(1, rulesIndependent.replications()),
                Math.sqrt(within(rulesCorrelated.of(rule), period)) / Math.max(1, rulesCorrelated.replications()));
    }

    /** Whether other rules were simulated. */
    public boolean rulesKnown() {
        return rulesIndependent.replications() > 0 && rulesCorrelated.replications() > 0;
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
