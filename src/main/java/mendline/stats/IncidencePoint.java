package mendline.stats;

/**
 * One step of the two cumulative incidence curves.
 *
 * @param time          when somebody left observation
 * @param atRisk        those under observation just before {@code time}
 * @param ofEvent       estimated share who had the event up to and including {@code time}
 * @param ofCompeting   estimated share who had a competing event up to and including {@code time}
 */
public record IncidencePoint(int time, long atRisk, double ofEvent, double ofCompeting) {

    /** The estimated share with neither so far. */
    public double ofNeither() {
        return Math.max(0, 1 - ofEvent - ofCompeting);
    }
}
