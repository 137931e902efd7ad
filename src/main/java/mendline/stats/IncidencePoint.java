package mendline.stats;

import java.util.Optional;

/**
 * One step of the cumulative incidence curves.
 *
 * @param time       when somebody left observation
 * @param atRisk     those under observation just before {@code time}
 * @param event      the event waited for
 * @param competing  the competing event
 * @param other      the competing event of the second kind
 */
public record IncidencePoint(int time, long atRisk, Incidence event, Incidence competing, Incidence other) {

    /**
     * What became of one kind of event.
     *
     * @param share          estimated share who had it up to and including the time
     * @param standardError  by the infinitesimal jackknife
     */
    public record Incidence(double share, double standardError) {
        /** Nobody yet. */
        public static final Incidence NONE = new Incidence(0, 0);

        /** A sum of shares that makes up the whole may come out a few units in the last place below it. */
        private static final double HAIR = 1e-12;

        /** 95 % limits on the log(−log) scale; empty where the share is 0 or 1. */
        public Optional<Interval> interval() {
            if (share <= HAIR || share >= 1 - HAIR) {
                return Optional.empty();
            }
            double logarithm = StrictMath.log(share);
            double spread = Confidence.Z95 * standardError / (share * Math.abs(logarithm));
            return Optional.of(new Interval(
                    StrictMath.pow(share, StrictMath.exp(spread)), StrictMath.pow(share, StrictMath.exp(-spread))));
        }
    }

    /** The estimated share with none of the three so far. */
    public double ofNone() {
        return Math.max(0, 1 - event.share() - competing.share() - other.share());
    }
}
