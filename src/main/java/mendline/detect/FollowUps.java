package mendline.detect;

import java.util.Optional;
import java.util.OptionalInt;
import mendline.measure.Yardstick;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.model.Session;
import mendline.model.Stage;

/** Whether gains are held: the latest follow-up score 30 to 400 days after the last session of therapy. */
public final class FollowUps {
    private static final int EARLIEST = 30;
    private static final int LATEST = 400;

    private FollowUps() {}

    /**
     * Empty while the course is open, without days, or without a first and a last score and a known reliable change.
     */
    public static Optional<FollowUp> of(Course course, Yardstick yardstick, DetectionSettings settings) {
        Optional<ScoreSeries> later = course.followUpSeries(yardstick.key(), Rater.CLIENT);
        ScorePair pair = ScorePair.of(course, yardstick.key(), settings);
        OptionalInt end = lastTherapyDay(course);
        if (course.open()
                || later.isEmpty()
                || !pair.complete()
                || end.isEmpty()
                || yardstick.reliableChange().isEmpty()) {
            return Optional.empty();
        }
        for (int i = later.get().size() - 1; i >= 0; i--) {
            OptionalInt days = SeriesMoments.days(new Moment(0, end.getAsInt()), SeriesMoments.at(later.get(), i));
            if (days.isPresent() && days.getAsInt() >= EARLIEST && days.getAsInt() <= LATEST) {
                int first = pair.first().getAsInt();
                int last = pair.last().getAsInt();
                int score = later.get().score(i);
                return Optional.of(new FollowUp(
                        yardstick.better().improvement(last, score),
                        yardstick.reliable(yardstick.better().improvement(first, last)),
                        yardstick.reliable(yardstick.better().improvement(first, score))));
            }
        }
        return Optional.empty();
    }

    private static OptionalInt lastTherapyDay(Course course) {
        OptionalInt day = OptionalInt.empty();
        for (Session session : course.sessions()) {
            if (session.attended() && session.stage() != Stage.FOLLOW_UP && session.hasDay()) {
                day = OptionalInt.of(session.day());
            }
        }
        return day;
    }
}
