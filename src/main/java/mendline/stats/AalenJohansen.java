package mendline.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Aalen-Johansen (1978) estimate of cumulative incidence with one competing kind of event. At each time the share
 * with neither so far is multiplied by {@code d/n} and added to the curve of that kind; both kinds come before
 * censorings at the same time. Unlike one minus Kaplan-Meier it does not suppose that those with a competing event
 * would have had the other one later.
 *
 * @param points one per time at which anybody left observation, ascending
 */
public record AalenJohansen(List<IncidencePoint> points) {
    public AalenJohansen {
        points = List.copyOf(points);
    }

    public static AalenJohansen of(SurvivalTally tally) {
        List<IncidencePoint> points = new ArrayList<>(tally.exits().size());
        long atRisk = tally.total();
        double neither = 1;
        double ofEvent = 0;
        double ofCompeting = 0;
        for (Map.Entry<Integer, SurvivalTally.Exits> entry : tally.exits().entrySet()) {
            SurvivalTally.Exits exits = entry.getValue();
            ofEvent += neither * exits.events() / atRisk;
            ofCompeting += neither * exits.competing() / atRisk;
            neither *= (double) (atRisk - exits.events() - exits.competing()) / atRisk;
            points.add(new IncidencePoint(entry.getKey(), atRisk, ofEvent, ofCompeting));
            atRisk -= exits.total();
        }
        return new AalenJohansen(points);
    }

    /** The estimated share who had the event up to and including {@code time}. */
    public double eventBy(int time) {
        double share = 0;
        for (IncidencePoint point : points) {
            if (point.time() > time) {
                break;
            }
            share = point.ofEvent();
        }
        return share;
    }

    /** The estimated share who had a competing event up to and including {@code time}. */
    public double competingBy(int time) {
        double share = 0;
        for (IncidencePoint point : points) {
            if (point.time() > time) {
                break;
            }
            share = point.ofCompeting();
        }
        return share;
    }
}
