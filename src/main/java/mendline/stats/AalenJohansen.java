package mendline.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mendline.stats.IncidencePoint.Incidence;

/**
 * The Aalen-Johansen (1978) estimate of cumulative incidence with competing events of two kinds. At each time the share
 * with none so far is multiplied by {@code d/n} and added to the curve of that kind; events of all kinds come before
 * censorings at the same time. Unlike one minus Kaplan-Meier it does not suppose that those with a competing event
 * would have had the other one later. Standard errors by the infinitesimal jackknife, as {@code survfit} of R's package
 * survival has them.
 *
 * @param points one per time at which anybody left observation, ascending
 */
public record AalenJohansen(List<IncidencePoint> points) {
    public AalenJohansen {
        points = List.copyOf(points);
    }

    /** Every exit is another person's. */
    public static AalenJohansen of(SurvivalTally tally) {
        return of(tally, SurvivalInfluence.singles(tally));
    }

    /** With standard errors for people who are counted more than once; one tally for each person. */
    public static AalenJohansen clustered(List<SurvivalTally> clusters) {
        return of(
                clusters.stream().reduce(SurvivalTally.NONE, SurvivalTally::plus), SurvivalInfluence.counted(clusters));
    }

    private static AalenJohansen of(SurvivalTally tally, Map<SurvivalTally, Long> clusters) {
        double[][] variance = SurvivalInfluence.ofIncidence(tally, clusters);
        List<IncidencePoint> points = new ArrayList<>(variance.length);
        long atRisk = tally.total();
        double none = 1;
        double event = 0;
        double competing = 0;
        double other = 0;
        for (Map.Entry<Integer, SurvivalTally.Exits> entry : tally.exits().entrySet()) {
            SurvivalTally.Exits exits = entry.getValue();
            double[] at = variance[points.size()];
            event += none * exits.events() / atRisk;
            competing += none * exits.competing() / atRisk;
            other += none * exits.other() / atRisk;
            none *= (double) (atRisk - exits.events() - exits.competing() - exits.other()) / atRisk;
            points.add(new IncidencePoint(
                    entry.getKey(),
                    atRisk,
                    new Incidence(event, Math.sqrt(at[0])),
                    new Incidence(competing, Math.sqrt(at[1])),
                    new Incidence(other, Math.sqrt(at[2]))));
            atRisk -= exits.total();
        }
        return new AalenJohansen(points);
    }

    /** The event waited for, up to and including {@code time}. */
    public Incidence eventBy(int time) {
        IncidencePoint at = latest(time);
        return at == null ? Incidence.NONE : at.event();
    }

    /** The competing event, up to and including {@code time}. */
    public Incidence competingBy(int time) {
        IncidencePoint at = latest(time);
        return at == null ? Incidence.NONE : at.competing();
    }

    /** The competing event of the second kind, up to and including {@code time}. */
    public Incidence otherBy(int time) {
        IncidencePoint at = latest(time);
        return at == null ? Incidence.NONE : at.other();
    }

    private IncidencePoint latest(int time) {
        IncidencePoint found = null;
        for (IncidencePoint point : points) {
            if (point.time() > time) {
                break;
            }
            found = point;
        }
        return found;
    }
}
