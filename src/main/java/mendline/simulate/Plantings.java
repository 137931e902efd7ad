package mendline.simulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Decides what is planted in the scores of a course, and how it goes on. */
final class Plantings {
    /** A dip counts as repaired at the first session with no more than this share of its depth left. */
    static final double REPAIRED_SHARE = 0.25;

    /** A setback has bounced back at the first session with no more than this share of its depth left. */
    static final double BOUNCED_SHARE = 0.5;

    /** Fewest attended sessions of a course that gets a setback. */
    static final int SETBACK_SESSIONS = 7;

    /** Fewest attended sessions of a course that gets an alliance dip, or a rupture without one. */
    static final int DIP_SESSIONS = 5;

    /** Fewest attended sessions of a course that gets a sudden gain. */
    static final int SUDDEN_GAIN_SESSIONS = 8;

    private static final double SHALLOWEST_SETBACK = 7;
    private static final double SHALLOWEST_DIP = 6.5;
    private static final double WORST_PLANTED = 26;
    private static final double MOST_GRADUAL_WORSENING = 2;

    /** Straight down, over two sessions, over three. */
    private static final List<Weighted<List<Double>>> FALLS = List.of(
            Weighted.of(List.of(1.0), 60),
            Weighted.of(List.of(0.5, 1.0), 25),
            Weighted.of(List.of(0.35, 0.7, 1.0), 15));

    private Plantings() {}

    /** The changes in the order in which they are to be planted. */
    static List<Change> in(Curves curves, CoursePlan plan, Person person, SimulationSettings settings, Dice dice) {
        boolean setback = dice.chance(settings.setbackShare());
        boolean dip = dice.chance(settings.dipShare());
        boolean suddenGain = dice.chance(settings.suddenGainShare());
        List<Change> setbacks = setback ? setbacks(curves, dice) : List.of();
        List<Change> changes = new ArrayList<>();
        if (dip && person.alliance() && curves.sessions() >= DIP_SESSIONS) {
            changes.add(dip(curves, plan, dice));
        }
        changes.addAll(suddenGain && setbacks.isEmpty() ? suddenGain(curves, dice) : setbacks);
        return changes;
    }

    private static List<Change> setbacks(Curves curves, Dice dice) {
        int sessions = curves.sessions();
        if (sessions < SETBACK_SESSIONS) {
            return List.of();
        }
        int onset = early(3, sessions - 2, dice);
        double best = curves.bestPhqBefore(onset);
        double room = WORST_PLANTED - best;
        if (room < SHALLOWEST_SETBACK || curves.phq(onset) - best > MOST_GRADUAL_WORSENING) {
            return List.of();
        }
        double depth = tenths(Math.min(room, dice.uniform(SHALLOWEST_SETBACK, 12)));
        int length = dice.whole(2, 5);
        boolean bounces = dice.chance(0.82);
        List<Double> factors = new ArrayList<>(Collections.nCopies(length, 1.0));
        factors.addAll(bounces ? bouncing(dice) : List.of(1.0, 0.95, 0.9, 0.85, 0.8));
        Change first = new Change(PlantedKind.SETBACK, onset, depth, factors);
        int next = onset + factors.size() + dice.whole(2, 5);
        if (!bounces || next > sessions - 2 || !dice.chance(0.4)) {
            return List.of(first);
        }
        double again = Math.max(SHALLOWEST_SETBACK, tenths(0.85 * depth));
        List<Double> shorter = new ArrayList<>(Collections.nCopies(Math.max(2, length - 1), 1.0));
        shorter.addAll(bouncing(dice));
        return List.of(first, new Change(PlantedKind.SETBACK, next, again, shorter));
    }

    private static List<Double> bouncing(Dice dice) {
        return dice.chance(0.5) ? List.of(0.4, 0.1, 0.0) : List.of(0.65, 0.35, 0.1, 0.0);
    }

    private static List<Change> suddenGain(Curves curves, Dice dice) {
        if (curves.sessions() < SUDDEN_GAIN_SESSIONS) {
            return List.of();
        }
        int onset = dice.whole(3, Math.min(12, curves.sessions() - 3));
        double depth = tenths(dice.uniform(6.5, 9));
        boolean room = curves.phq(onset) - depth > 1;
        return room ? List.of(new Change(PlantedKind.SUDDEN_GAIN, onset, depth, List.of(1.0))) : List.of();
    }

    private static Change dip(Curves curves, CoursePlan plan, Dice dice) {
        int last = curves.sessions() - 1;
        boolean atTheEnd = dice.chance(plan.unplanned() ? 0.35 : 0.05);
        int onset = atTheEnd ? dice.whole(last - 1, last) : early(2, last, dice);
        double shallow = dice.uniform();
        double depth = tenths(SHALLOWEST_DIP + 5.5 * shallow * shallow);
        List<Double> fall = dice.pick(FALLS);
        List<Double> factors = new ArrayList<>(onset + fall.size() - 1 <= last ? fall : List.of(1.0));
        if (dice.chance(0.7)) {
            factors.addAll(dice.chance(0.6) ? List.of(0.0) : List.of(0.4, 0.0));
        } else {
            factors.addAll(List.of(1.0, 0.9, 0.9, 0.8, 0.8, 0.75));
        }
        return new Change(PlantedKind.DIP, onset, depth, factors);
    }

    /** A session from the first to the last, the earlier ones somewhat more often. */
    private static int early(int first, int last, Dice dice) {
        return first + (int) ((last - first + 1) * StrictMath.pow(dice.uniform(), 1.4));
    }

    /** Cut to tenths, so that the truth file can say it exactly. */
    private static double tenths(double points) {
        return Math.floor(points * 10) / 10;
    }
}
