package mendline.aggregate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.detect.AllianceStates;
import mendline.detect.Instruments;
import mendline.detect.LandmarkGroup;
import mendline.detect.Landmarks;
import mendline.model.Course;
import mendline.model.Direction;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.stats.CrossSums;
import mendline.stats.Seeds;

/**
 * What the mixed models need of one course, as exact sums over its scores. Outcome and alliance are turned so that more
 * is better; both in hundredths. Of a very long course only the first scores count.
 *
 * @param draw as in {@link LandmarkRow}
 * @param group at the landmark; empty where the course did not reach it
 * @param growth sessions after the landmark and outcome, of the scores after it
 * @param noDip session and outcome, of the scores before which there had been no dip
 * @param repaired the same where the last dip before was repaired
 * @param notYet the same where it was not
 * @param pairs session, alliance, outcome and next outcome, of sessions with both and a later outcome score
 * @param therapist code of the therapist, empty where the data name none
 */
public record ModelRow(
        long draw,
        Optional<LandmarkGroup> group,
        CrossSums growth,
        CrossSums noDip,
        CrossSums repaired,
        CrossSums notYet,
        CrossSums pairs,
        String therapist)
        implements Comparable<ModelRow> {
    /** Later scores of a course are left out; so many of any size have sums that a long can hold. */
    private static final int LONGEST = 500;

    private static final CrossSums NO_SCORE = CrossSums.none(2);
    private static final CrossSums NO_PAIR = CrossSums.none(4);

    private static final Comparator<ModelRow> ORDER = Comparator.comparingLong(ModelRow::draw)
            .thenComparing(row -> row.group().map(Enum::ordinal).orElse(-1))
            .thenComparing(ModelRow::growth)
            .thenComparing(ModelRow::noDip)
            .thenComparing(ModelRow::repaired)
            .thenComparing(ModelRow::notYet)
            .thenComparing(ModelRow::pairs)
            .thenComparing(ModelRow::therapist);

    /** Empty where the course has nothing that any model could use. */
    static Optional<ModelRow> of(Course course, Instruments instruments) {
        Optional<ScoreSeries> outcome = instruments.primary().flatMap(p -> course.series(p.key(), Rater.CLIENT));
        if (outcome.isEmpty()) {
            return Optional.empty();
        }
        int sign = instruments.primary().orElseThrow().better() == Direction.HIGHER ? 1 : -1;
        Optional<LandmarkGroup> group = Landmarks.group(course, instruments);
        CrossSums growth = NO_SCORE;
        OptionalInt landmark = Landmarks.session(course, instruments.settings().landmark());
        int scores = Math.min(LONGEST, outcome.get().size());
        for (int i = 0; group.isPresent() && i < scores; i++) {
            int after = outcome.get().session(i) - landmark.orElseThrow();
            if (after > 0) {
                growth = growth.with(after, sign * outcome.get().score(i));
            }
        }
        CrossSums[] states = {NO_SCORE, NO_SCORE, NO_SCORE};
        List<AllianceStates.Scored> known = AllianceStates.of(course, instruments);
        for (AllianceStates.Scored scored : known.subList(0, Math.min(LONGEST, known.size()))) {
            int state = scored.before().ordinal();
            states[state] = states[state].with(scored.session(), sign * scored.score());
        }
        ModelRow row = new ModelRow(
                Seeds.of("landmark", course.client(), course.id()),
                group,
                growth,
                states[LandmarkGroup.NO_DIP.ordinal()],
                states[LandmarkGroup.DIP_REPAIRED.ordinal()],
                states[LandmarkGroup.DIP_NOT_YET_REPAIRED.ordinal()],
                pairs(course, instruments, outcome.get(), sign),
                course.therapist().orElse(""));
        boolean useful = growth.rows() >= MixedFit.FEWEST_SCORES
                || row.states().rows() >= MixedFit.FEWEST_SCORES
                || row.pairs().rows() >= WithinBetween.FEWEST_PAIRS;
        return useful ? Optional.of(row) : Optional.empty();
    }

    private static CrossSums pairs(Course course, Instruments instruments, ScoreSeries outcome, int sign) {
        Optional<ScoreSeries> alliance = instruments.allianceSeries(course);
        CrossSums pairs = NO_PAIR;
        if (alliance.isEmpty()) {
            return pairs;
        }
        int allianceSign = instruments.alliance().orElseThrow().better() == Direction.HIGHER ? 1 : -1;
        int a = 0;
        for (int i = 0; i + 1 < Math.min(LONGEST, outcome.size()); i++) {
            while (a < alliance.get().size() && alliance.get().session(a) < outcome.session(i)) {
                a++;
            }
            if (a < alliance.get().size() && alliance.get().session(a) == outcome.session(i)) {
                pairs = pairs.with(
                        outcome.session(i),
                        allianceSign * alliance.get().score(a),
                        sign * outcome.score(i),
                        sign * outcome.score(i + 1));
            }
        }
        return pairs;
    }

    /** Session and outcome of all scores before which the alliance's state is known. */
    CrossSums states() {
        return noDip.plus(repaired).plus(notYet);
    }

    CrossSums state(LandmarkGroup which) {
        return switch (which) {
            case NO_DIP -> noDip;
            case DIP_REPAIRED -> repaired;
            case DIP_NOT_YET_REPAIRED -> notYet;
        };
    }

    @Override
    public int compareTo(ModelRow other) {
        return ORDER.compare(this, other);
    }
}
