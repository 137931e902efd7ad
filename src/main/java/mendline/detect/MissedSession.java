package mendline.detect;

/**
 * A missed session and whether the client attended again within the days of the settings.
 *
 * @param missed the missed session
 * @param returned {@code NOT_YET} while the days have not passed at as-of
 * @param knownDay day on which the answer counts: so many days after the missed session; {@link
 *     mendline.model.Session#NO_DAY} without days
 */
public record MissedSession(Moment missed, Known returned, int knownDay) {}
