package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mendline.model.Course;
import mendline.model.Direction;
import mendline.model.Rater;
import mendline.model.ScoreSeries;

/**
 * Where the alliance stood before each outcome score, by the alliance scores of earlier sessions only: an exposure that
 * changes over time, so that no time before a dip or a repair counts as time after it.
 */
public final class AllianceStates {
    /** Only the first so many alliance scores of a course are looked at; each adds a walk over all before it. */
    static final int LONGEST = 60;

    private AllianceStates() {}

    /**
     * One valid primary outcome score.
     *
     * @param session its session number
     * @param score in hundredths
     * @param before state by the alliance scores of earlier sessions
     */
    public record Scored(int session, int score, LandmarkGroup before) {}

    /** Outcome scores before which there were enough alliance scores to say, in order. */
    public static List<Scored> of(Course course, Instruments instruments) {
        Optional<ScoreSeries> outcome = instruments.primary().flatMap(p -> course.series(p.key(), Rater.CLIENT));
        Optional<ScoreSeries> alliance = instruments.allianceSeries(course);
        List<Scored> scored = new ArrayList<>();
        if (outcome.isEmpty()
                || alliance.isEmpty()
                || instruments.allianceScale().isEmpty()) {
            return scored;
        }
        boolean higher = instruments.alliance().get().better() == Direction.HIGHER;
        int[] scores = AllianceDips.oriented(alliance.get(), higher);
        int fewest = instruments.settings().rules().dips().fewestScores();
        DipWalk walk = new DipWalk();
        int known = 0;
        int walked = 0;
        for (int i = 0; i < outcome.get().size(); i++) {
            while (known < scores.length
                    && alliance.get().session(known) < outcome.get().session(i)) {
                known++;
            }
            if (known > LONGEST) {
                break;
            }
            if (known < fewest) {
                continue;
            }
            if (walked != known) {
                walk.run(scores, known, 100 * instruments.allianceScale().getAsDouble(), instruments.settings());
                walked = known;
            }
            scored.add(new Scored(outcome.get().session(i), outcome.get().score(i), state(walk)));
        }
        return scored;
    }

    private static LandmarkGroup state(DipWalk walk) {
        if (walk.count == 0) {
            return LandmarkGroup.NO_DIP;
        }
        return walk.repairedAt[walk.count - 1] >= 0 ? LandmarkGroup.DIP_REPAIRED : LandmarkGroup.DIP_NOT_YET_REPAIRED;
    }
}
