package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.measure.Measure;
import mendline.measure.Yardstick;
import mendline.model.Course;
import mendline.model.Direction;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.model.Session;

/** The sessions at which client, therapist or both said that they felt stuck, and what followed. */
public final class StuckSessions {
    private static final int STUCK = 6;
    private static final int NEXT_SCORES = 3;

    private StuckSessions() {}

    public static List<Stuckness> in(Course course, Instruments instruments) {
        Optional<Measure> outcome = instruments.primary().map(Yardstick::measure);
        List<Stuckness> found = new ArrayList<>();
        for (Session session : course.sessions()) {
            boolean client = stuck(session.recorded().clientStuck());
            boolean therapist = stuck(session.recorded().therapistStuck());
            if (session.attended() && (client || therapist)) {
                Moment at = WrittenDown.at(session);
                found.add(new Stuckness(
                        at,
                        client,
                        therapist,
                        session.recorded().clientStuck().isPresent()
                                && session.recorded().therapistStuck().isPresent(),
                        followed(course, outcome, at),
                        followed(course, instruments.alliance(), at)));
            }
        }
        return found;
    }

    private static boolean stuck(OptionalInt rating) {
        return rating.isPresent() && rating.getAsInt() >= STUCK;
    }

    private static OptionalInt followed(Course course, Optional<Measure> measure, Moment at) {
        Optional<ScoreSeries> series = measure.flatMap(m -> course.series(m.key(), Rater.CLIENT));
        if (series.isEmpty()) {
            return OptionalInt.empty();
        }
        for (int i = 0; i + 1 < series.get().size(); i++) {
            if (SeriesMoments.at(series.get(), i).equals(at)) {
                return OptionalInt.of(improvement(series.get(), i, measure.get().better()));
            }
        }
        return OptionalInt.empty();
    }

    private static int improvement(ScoreSeries series, int at, Direction better) {
        int sum = 0;
        int count = 0;
        for (int i = at + 1; i < series.size() && count < NEXT_SCORES; i++) {
            sum += better.improvement(series.score(at), series.score(i));
            count++;
        }
        return (int) Math.rint(sum / (double) count);
    }
}
