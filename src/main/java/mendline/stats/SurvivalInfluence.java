package mendline.stats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much each cluster moves a survival curve: its infinitesimal-jackknife influence at every time, squared and summed
 * over clusters. With {@code h = d/n}, of a cluster {@code Y} at risk and {@code d'} with the event, the influence on the
 * curve is {@code u ← u(1 − h) − S(d' − Yh)/n}, that on the incidence of a cause {@code v ← v + u·h' + S(d'' − Yh')/n}
 * with u and S of just before. Equal clusters are worked out once.
 */
final class SurvivalInfluence {
    private SurvivalInfluence() {}

    /** Variances of the Kaplan-Meier curve, by time of the whole. */
    static double[] ofSurvival(SurvivalTally whole, List<SurvivalTally> clusters) {
        double[] variance = new double[whole.exits().size()];
        counted(clusters).forEach((cluster, times) -> {
            long atRisk = whole.total();
            long here = cluster.total();
            double survival = 1;
            double influence = 0;
            int at = 0;
            for (Map.Entry<Integer, SurvivalTally.Exits> entry : whole.exits().entrySet()) {
                SurvivalTally.Exits own = cluster.exits().getOrDefault(entry.getKey(), SurvivalTally.Exits.NONE);
                double hazard = (double) entry.getValue().events() / atRisk;
                influence = influence * (1 - hazard) - survival * (own.events() - here * hazard) / atRisk;
                survival *= 1 - hazard;
                variance[at++] += times * influence * influence;
                atRisk -= entry.getValue().total();
                here -= own.total();
            }
        });
        return variance;
    }

    /** Variances of the cumulative incidences of event, competing event and the other kind, by time of the whole. */
    static double[][] ofIncidence(SurvivalTally whole, Map<SurvivalTally, Long> clusters) {
        double[][] variance = new double[whole.exits().size()][3];
        clusters.forEach((cluster, times) -> {
            long atRisk = whole.total();
            long here = cluster.total();
            double neither = 1;
            double onNeither = 0;
            double[] influence = new double[3];
            int at = 0;
            for (Map.Entry<Integer, SurvivalTally.Exits> entry : whole.exits().entrySet()) {
                SurvivalTally.Exits own = cluster.exits().getOrDefault(entry.getKey(), SurvivalTally.Exits.NONE);
                double hazard = 0;
                long left = 0;
                for (int cause = 0; cause < 3; cause++) {
                    double ofCause = (double) kind(entry.getValue(), cause) / atRisk;
                    influence[cause] += onNeither * ofCause + neither * (kind(own, cause) - here * ofCause) / atRisk;
                    variance[at][cause] += times * influence[cause] * influence[cause];
                    hazard += ofCause;
                    left += kind(own, cause);
                }
                onNeither = onNeither * (1 - hazard) - neither * (left - here * hazard) / atRisk;
                neither *= 1 - hazard;
                atRisk -= entry.getValue().total();
                here -= own.total();
                at++;
            }
        });
        return variance;
    }

    /** Each exit as a cluster of its own, with how many there are. */
    static Map<SurvivalTally, Long> singles(SurvivalTally tally) {
        Map<SurvivalTally, Long> singles = new LinkedHashMap<>();
        tally.exits().forEach((time, exits) -> {
            put(singles, time, new SurvivalTally.Exits(1, 0, 0, 0), exits.events());
            put(singles, time, new SurvivalTally.Exits(0, 1, 0, 0), exits.censored());
            put(singles, time, new SurvivalTally.Exits(0, 0, 1, 0), exits.competing());
            put(singles, time, new SurvivalTally.Exits(0, 0, 0, 1), exits.other());
        });
        return singles;
    }

    private static void put(Map<SurvivalTally, Long> singles, int time, SurvivalTally.Exits exit, long count) {
        if (count > 0) {
            SortedMap<Integer, SurvivalTally.Exits> exits = new TreeMap<>();
            exits.put(time, exit);
            singles.put(new SurvivalTally(exits), count);
        }
    }

    /** Clusters in the order of their first appearance, with how many are equal. */
    static Map<SurvivalTally, Long> counted(List<SurvivalTally> clusters) {
        Map<SurvivalTally, Long> counted = new LinkedHashMap<>();
        for (SurvivalTally cluster : clusters) {
            counted.merge(cluster, 1L, Math::addExact);
        }
        return counted;
    }

    private static long kind(SurvivalTally.Exits exits, int cause) {
        return switch (cause) {
            case 0 -> exits.events();
            case 1 -> exits.competing();
            default -> exits.other();
        };
    }
}
