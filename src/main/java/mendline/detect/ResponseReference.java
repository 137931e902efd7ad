package mendline.detect;

import java.util.Optional;
import mendline.model.ScoreSeries;

/** What courses that began alike are expected to score, session by session. */
public sealed interface ResponseReference permits OwnCourses, SuppliedCourses {
    /**
     * The limits at a score of a course; empty where the reference says nothing of it.
     *
     * @param series the course's scores
     * @param counted whether the course is itself among those that the reference was made from; then its own scores are left out
     * @param i position of the score, after the first
     */
    Optional<ResponseLimits> at(ScoreSeries series, boolean counted, int i);
}
