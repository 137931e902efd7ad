package mendline.detect;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import mendline.model.CarriedForward;
import mendline.model.Course;
import mendline.model.Response;
import mendline.model.ScoreSeries;
import mendline.model.Session;

/** What was written down about a session and the next attended one, and how it joins an episode that scores show. */
final class WrittenDown {
    private WrittenDown() {}

    /** The row of the next attended session after a row, or -1. */
    static int nextAttended(List<Session> sessions, int row) {
        for (int i = row + 1; i < sessions.size(); i++) {
            if (sessions.get(i).attended()) {
                return i;
            }
        }
        return -1;
    }

    /** Responses in the session of a row or the next attended one. */
    static Set<Response> responses(List<Session> sessions, int row) {
        EnumSet<Response> all = EnumSet.noneOf(Response.class);
        all.addAll(sessions.get(row).recorded().responses());
        int next = nextAttended(sessions, row);
        if (next >= 0) {
            all.addAll(sessions.get(next).recorded().responses());
        }
        return Collections.unmodifiableSet(all);
    }

    /** What was carried forward in the session of a row or the next attended one. */
    static Set<CarriedForward> carriedForward(List<Session> sessions, int row) {
        int next = nextAttended(sessions, row);
        return carriedForward(sessions, row, next < 0 ? row : next);
    }

    private static Set<CarriedForward> carriedForward(List<Session> sessions, int from, int to) {
        EnumSet<CarriedForward> all = EnumSet.noneOf(CarriedForward.class);
        for (int i = from; i <= to; i++) {
            all.addAll(sessions.get(i).recorded().carriedForward());
        }
        return Collections.unmodifiableSet(all);
    }

    static Moment at(Session session) {
        return new Moment(session.number(), session.day());
    }

    /**
     * The same episode with what was written down while it lasted; sudden gains and unplaced episodes stay as they are.
     */
    static Episode joined(Episode episode, Course course, ScoreSeries series) {
        List<Session> sessions = course.sessions();
        int row = row(sessions, episode.onset());
        if (row < 0 || episode.kind() == EpisodeKind.SUDDEN_GAIN) {
            return episode;
        }
        boolean lasting = episode.after().isPresent() || episode.kind() == EpisodeKind.DIP;
        if (!lasting) {
            return EpisodeBuilder.from(episode)
                    .recorded(responses(sessions, row), carriedForward(sessions, row))
                    .build();
        }
        int to = lastRow(episode, sessions, series);
        EpisodeBuilder builder = EpisodeBuilder.from(episode)
                .recorded(responses(sessions, row), carriedForward(sessions, row, Math.max(row, to)));
        episode.after()
                .ifPresent(after -> builder.after(new AfterSetback(
                        after.scoresToFullyBack(),
                        after.scoresToNewBest(),
                        changedDirection(episode, sessions, row, to, series))));
        return builder.build();
    }

    /** The row of the attended session at a moment, or -1. */
    static int row(List<Session> sessions, Moment moment) {
        for (int i = 0; i < sessions.size(); i++) {
            Session session = sessions.get(i);
            if (session.attended() && session.number() == moment.session() && session.day() == moment.day()) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The last row up to which the episode was watched: its end, the last score of its window, or the end of the
     * course.
     */
    private static int lastRow(Episode episode, List<Session> sessions, ScoreSeries series) {
        if (episode.end().isPresent()) {
            return row(sessions, episode.end().get());
        }
        int origin = position(
                series,
                episode.kind() == EpisodeKind.SETBACK ? episode.confirmed().get() : episode.onset());
        int last = origin + episode.scoresWatched().orElse(0);
        return origin < 0 || last >= series.size() - 1
                ? sessions.size() - 1
                : row(sessions, SeriesMoments.at(series, last));
    }

    /** The position of the score at a moment, or -1. */
    static int position(ScoreSeries series, Moment moment) {
        for (int i = 0; i < series.size(); i++) {
            if (SeriesMoments.at(series, i).equals(moment)) {
                return i;
            }
        }
        return -1;
    }

    private static OptionalInt changedDirection(
            Episode episode, List<Session> sessions, int from, int to, ScoreSeries series) {
        for (int row = from; row <= to; row++) {
            Session session = sessions.get(row);
            if (session.recorded().carriedForward().contains(CarriedForward.CHANGED_DIRECTION)) {
                int later = 0;
                for (int i = position(series, episode.confirmed().get()) + 1; i < series.size(); i++) {
                    later += series.session(i) <= session.number() ? 1 : 0;
                }
                return OptionalInt.of(later);
            }
        }
        return OptionalInt.empty();
    }
}
