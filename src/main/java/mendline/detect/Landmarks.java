package mendline.detect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.Direction;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.model.Session;
import mendline.model.Stage;

/**
 * Groups courses at a landmark session by their alliance dips up to it, so that nobody has to stay in therapy for long
 * in order to be called repaired (immortal time). Only scores up to the landmark make the group; the outcome comes
 * after it.
 */
public final class Landmarks {
    private Landmarks() {}

    /**
     * Empty with fewer attended sessions than the landmark, without a primary outcome score on both sides of it, or
     * with too few alliance scores up to it (then nothing can be said about dips).
     */
    public static Optional<LandmarkPosition> of(Course course, Instruments instruments) {
        Optional<LandmarkGroup> group = group(course, instruments);
        if (group.isEmpty()) {
            return Optional.empty();
        }
        ScoreSeries outcome = instruments
                .primary()
                .flatMap(p -> course.series(p.key(), Rater.CLIENT))
                .orElseThrow();
        int before =
                upTo(outcome, session(course, instruments.settings().landmark()).orElseThrow());
        if (before == outcome.size()) {
            return Optional.empty();
        }
        int at = outcome.score(before - 1);
        int after = outcome.score(outcome.size() - 1);
        Direction better = instruments.primary().orElseThrow().better();
        return Optional.of(
                new LandmarkPosition(group.get(), at, after, better.improvement(at, after), course.attendedSessions()));
    }

    /**
     * The group of a course that reached the landmark, whether or not a score came after it. Empty with fewer attended
     * sessions, without a primary outcome score up to the landmark, or with too few alliance scores up to it.
     */
    public static Optional<LandmarkGroup> group(Course course, Instruments instruments) {
        DetectionSettings settings = instruments.settings();
        OptionalInt landmark = session(course, settings.landmark());
        Optional<ScoreSeries> outcome = instruments.primary().flatMap(p -> course.series(p.key(), Rater.CLIENT));
        Optional<ScoreSeries> alliance = instruments.allianceSeries(course);
        if (landmark.isEmpty()
                || outcome.isEmpty()
                || alliance.isEmpty()
                || instruments.allianceScale().isEmpty()) {
            return Optional.empty();
        }
        int alliances = upTo(alliance.get(), landmark.getAsInt());
        if (upTo(outcome.get(), landmark.getAsInt()) == 0
                || alliances < settings.rules().dips().fewestScores()) {
            return Optional.empty();
        }
        return Optional.of(byLastDip(AllianceDips.in(
                        first(alliance.get(), alliances),
                        instruments.allianceScale().getAsDouble(),
                        instruments.alliance().get().better() == Direction.HIGHER,
                        true,
                        settings)
                .episodes()));
    }

    /** The group that the last of these dips makes. */
    public static LandmarkGroup byLastDip(List<Episode> dips) {
        if (dips.isEmpty()) {
            return LandmarkGroup.NO_DIP;
        }
        return dips.get(dips.size() - 1).status() == EpisodeStatus.REPAIRED
                ? LandmarkGroup.DIP_REPAIRED
                : LandmarkGroup.DIP_NOT_YET_REPAIRED;
    }

    /** The number of the n-th attended session, follow-up apart. */
    public static OptionalInt session(Course course, int n) {
        int attended = 0;
        for (Session session : course.sessions()) {
            if (session.attended() && session.stage() != Stage.FOLLOW_UP && ++attended == n) {
                return OptionalInt.of(session.number());
            }
        }
        return OptionalInt.empty();
    }

    private static int upTo(ScoreSeries series, int session) {
        int count = 0;
        while (count < series.size() && series.session(count) <= session) {
            count++;
        }
        return count;
    }

    private static ScoreSeries first(ScoreSeries series, int count) {
        int[] sessions = new int[count];
        int[] days = new int[count];
        int[] scores = new int[count];
        for (int i = 0; i < count; i++) {
            sessions[i] = series.session(i);
            days[i] = series.day(i);
            scores[i] = series.score(i);
        }
        return new ScoreSeries(series.measure(), series.rater(), sessions, days, scores);
    }
}
