package mendline.aggregate;

import java.util.Comparator;
import mendline.detect.EpisodeStatus;

/**
 * One episode as a line of the year's strip, without anything that names a course.
 *
 * @param onsetDay epoch day
 * @param lowestDay epoch day of the lowest score, by which dips are counted into months
 * @param endDay epoch day of its end, or of the last score while it had none
 */
public record Strip(int onsetDay, int lowestDay, int endDay, EpisodeStatus status) implements Comparable<Strip> {
    private static final Comparator<Strip> LATEST_FIRST = Comparator.comparingInt(Strip::onsetDay)
            .thenComparingInt(Strip::lowestDay)
            .thenComparingInt(Strip::endDay)
            .thenComparing(Strip::status)
            .reversed();

    /** Latest onset first. */
    @Override
    public int compareTo(Strip other) {
        return LATEST_FIRST.compare(this, other);
    }
}
