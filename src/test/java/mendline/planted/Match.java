package mendline.planted;

import java.util.Optional;
import mendline.detect.Episode;

/**
 * Something planted and the finding that goes with it, if there is one.
 *
 * @param visible whether the planted depth reaches the threshold that the rule used in this course
 * @param missed why there is no finding; empty where there is one
 */
record Match(Planted planted, Optional<Episode> found, boolean visible, Optional<Missed> missed) {
    /** Why something planted was not found. */
    enum Missed {
        BELOW_THRESHOLD("the planted depth is smaller than the course's threshold"),
        HIDDEN_BY_NOISE("noise and rounding made the measured change smaller than the threshold"),
        ANOTHER_GOING_ON("an earlier finding was still going on"),
        OTHER("another rule stood in the way");

        private final String words;

        Missed(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Whether the finding begins at the planted sessions, not before them. */
    boolean onTime() {
        return found.isPresent() && planted.near(found.get().onset().session());
    }
}
