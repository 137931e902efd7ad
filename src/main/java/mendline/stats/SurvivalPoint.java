package mendline.stats;

import java.util.OptionalDouble;

/**
 * One step of a Kaplan-Meier curve.
 *
 * @param time           when somebody left observation
 * @param atRisk         those under observation just before {@code time}
 * @param events         those with the event at {@code time}
 * @param censored       those who left at {@code time} without it, whatever the reason
 * @param survival       estimated share without the event just after {@code time}
 * @param standardError  Greenwood's, 0 where {@code survival} is 0 or 1
 * @param lower          lower 95 % limit on the log(−log) scale; empty where {@code survival} is 0 or 1
 * @param upper          upper 95 % limit, likewise
 */
public record SurvivalPoint(
        int time,
        long atRisk,
        long events,
        long censored,
        double survival,
        double standardError,
        OptionalDouble lower,
        OptionalDouble upper) {}
