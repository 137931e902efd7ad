package mendline.stats;

import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.math3.special.Erf;

/**
 * The log-rank test of two groups (Mantel 1966): at each event time {@code E = d·n₁/n} and
 * {@code V = d(n₁/n)(1 − n₁/n)(n − d)/(n − 1)}; {@code χ² = (ΣO₁ − ΣE₁)²/ΣV} on one degree of freedom. Only for groups
 * that were fixed at or before time 0. Competing events count as censored.
 *
 * @param observedFirst  events in the first group
 * @param expectedFirst  events expected in the first group if both had the same curve
 * @param p              two-sided
 */
public record LogRank(
        long observedFirst,
        double expectedFirst,
        long observedSecond,
        double expectedSecond,
        double chiSquare,
        double p) {

    /** Empty when no event time tells the groups apart, so that there is nothing to test. */
    public static Optional<LogRank> of(SurvivalTally first, SurvivalTally second) {
        TreeSet<Integer> times = new TreeSet<>(first.exits().keySet());
        times.addAll(second.exits().keySet());
        long atRiskFirst = first.total();
        long atRiskSecond = second.total();
        double expectedFirst = 0;
        double variance = 0;
        for (int time : times) {
            SurvivalTally.Exits exitsFirst = first.exits().getOrDefault(time, SurvivalTally.Exits.NONE);
            SurvivalTally.Exits exitsSecond = second.exits().getOrDefault(time, SurvivalTally.Exits.NONE);
            double events = (double) exitsFirst.events() + exitsSecond.events();
            double atRisk = (double) atRiskFirst + atRiskSecond;
            double share = atRiskFirst / atRisk;
            expectedFirst += events * share;
            if (atRisk > 1) {
                variance += events * share * (1 - share) * (atRisk - events) / (atRisk - 1);
            }
            atRiskFirst -= exitsFirst.total();
            atRiskSecond -= exitsSecond.total();
        }
        if (variance <= 0) {
            return Optional.empty();
        }
        double difference = first.events() - expectedFirst;
        double chiSquare = difference * difference / variance;
        double expectedSecond = first.events() + second.events() - expectedFirst;
        return Optional.of(new LogRank(
                first.events(),
                expectedFirst,
                second.events(),
                expectedSecond,
                chiSquare,
                Erf.erfc(Math.sqrt(chiSquare / 2))));
    }
}
