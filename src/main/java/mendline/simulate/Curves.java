package mendline.simulate;

import java.time.LocalDate;
import java.util.List;

/** What the scores of a course would be without noise, by index of attended session. */
final class Curves {
    /** The highest alliance total. */
    static final double TOP = 40;

    /** Fraction of the starting score that a long course gains on the whole. */
    private static final double MEAN_GAIN = 0.63;

    /** How much of a planted change of PHQ-9 shows in GAD-7. */
    private static final double GAD_SHARE = 0.6;

    private final double[] phq;
    private final double[] gad;
    private final double[] srs;

    private Curves(double[] phq, double[] gad, double[] srs) {
        this.phq = phq;
        this.gad = gad;
        this.srs = srs;
    }

    /**
     * Gradual change: fast at first, then slower, by a fraction of the starting score that differs from course to
     * course.
     */
    static Curves gradual(Practice practice, Person person, CoursePlan plan, Dice dice) {
        int sessions = plan.attended().size();
        Therapist therapist = practice.therapists().get(person.therapist());
        double winter = StrictMath.cos(
                2 * StrictMath.PI * (LocalDate.ofEpochDay(plan.firstDay()).getDayOfYear() - 15) / 365.0);
        double again = plan.number() > 1 ? -1.5 : 0;
        double phqStart = between(
                2, 26, 14.8 + again + 0.8 * winter + 5.0 * (0.85 * person.severity() + 0.53 * dice.normal(0, 1)));
        double gadStart = between(
                2, 20, 12.4 + again + 0.5 * winter + 4.2 * (0.75 * person.severity() + 0.66 * dice.normal(0, 1)));
        double gain = dice.normal(MEAN_GAIN, 0.43) + therapist.effect() - (plan.unplanned() ? 0.12 : 0);
        double gadGain = MEAN_GAIN + 0.85 * (gain - MEAN_GAIN) + dice.normal(0, 0.12);
        double[] phq = new double[sessions];
        double[] gad = new double[sessions];
        double[] srs = new double[sessions];
        for (int k = 0; k < sessions; k++) {
            double progress = 1 - StrictMath.exp(-k / 6.0);
            phq[k] = between(0.5, 26, phqStart * (1 - gain * progress));
            gad[k] = between(0.5, 20, gadStart * (1 - gadGain * progress));
            srs[k] = person.allianceLevel() - 1.2 * StrictMath.exp(-k / 2.0);
        }
        return new Curves(phq, gad, srs);
    }

    int sessions() {
        return phq.length;
    }

    double phq(int session) {
        return phq[session];
    }

    double gad(int session) {
        return gad[session];
    }

    /** The alliance total, which an answer sheet cannot carry above {@link #TOP}. */
    double srs(int session) {
        return Math.min(TOP, srs[session]);
    }

    /** The lowest (best) outcome score before a session. */
    double bestPhqBefore(int session) {
        return best(phq, session);
    }

    private static double best(double[] curve, int session) {
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k < session; k++) {
            best = Math.min(best, curve[k]);
        }
        return best;
    }

    /** The curves with one more change planted. */
    Curves with(Change change) {
        return switch (change.kind()) {
            case SETBACK -> withSetback(change);
            case DIP -> withDip(change);
            case SUDDEN_GAIN -> withSuddenGain(change);
            case RUPTURE -> this;
        };
    }

    /** The curves with all changes planted, in order. */
    Curves with(List<Change> changes) {
        Curves curves = this;
        for (Change change : changes) {
            curves = curves.with(change);
        }
        return curves;
    }

    private Curves withSetback(Change change) {
        return new Curves(
                worsened(phq, change, change.depth(), 27), worsened(gad, change, change.depth() * GAD_SHARE, 21), srs);
    }

    private static double[] worsened(double[] curve, Change change, double depth, double ceiling) {
        double target = Math.min(ceiling, best(curve, change.onset()) + depth);
        double[] changed = curve.clone();
        for (int k = change.onset(); k < curve.length; k++) {
            changed[k] += change.factor(k) * Math.max(0, target - curve[k]);
        }
        return changed;
    }

    /**
     * Alliance falls by exactly the depth; what follows moves the outcome a little, for the better where the dip was
     * repaired.
     */
    private Curves withDip(Change change) {
        double peak = srs(change.onset() - 1);
        double[] alliance = srs.clone();
        double[] outcome = phq.clone();
        boolean repaired = change.backTo(Plantings.REPAIRED_SHARE).isPresent();
        for (int k = change.onset(); k < srs.length; k++) {
            double factor = change.factor(k);
            alliance[k] = (1 - factor) * srs[k] + factor * (peak - change.depth());
            double later = Math.min(1, (k - change.onset()) / 5.0);
            outcome[k] = between(0.5, 26, phq[k] + later * (repaired ? -0.8 : 0.8));
        }
        return new Curves(outcome, gad, alliance);
    }

    private Curves withSuddenGain(Change change) {
        double[] outcome = phq.clone();
        double[] anxiety = gad.clone();
        for (int k = change.onset(); k < phq.length; k++) {
            double held = phq[change.onset() - 1];
            outcome[k] = Math.max(0.5, Math.min(held, phq[k]) - change.depth());
            anxiety[k] = Math.max(0.5, gad[k] - GAD_SHARE * change.depth());
        }
        return new Curves(outcome, anxiety, srs);
    }

    private static double between(double lowest, double highest, double value) {
        return Math.min(highest, Math.max(lowest, value));
    }
}
