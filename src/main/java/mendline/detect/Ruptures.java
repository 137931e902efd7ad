package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import mendline.model.Course;
import mendline.model.Recorded;
import mendline.model.RuptureKind;
import mendline.model.RuptureRules;
import mendline.model.RuptureSource;
import mendline.model.Session;

/**
 * The ruptures that were written down, by source: client, therapist and observer are three streams that are never
 * summed and in which repair ratings (1 to 5) do not cross over.
 *
 * <p>A rating on the rupture's own row or a later one counts; a later rating without a rupture of its own rates the
 * latest rupture of its stream that is not repaired yet. By the usual {@link RuptureRules} 4 or 5 repairs it, a best
 * rating of 3 is partly repaired, 1 or 2 is not yet: not repaired once the course has ended, open before. Never rated is
 * unknown.
 */
public final class Ruptures {
    private Ruptures() {}

    /** Sorted by session, then source. */
    public static List<Episode> in(Course course, RuptureRules rules) {
        List<Episode> found = new ArrayList<>();
        for (RuptureSource source : RuptureSource.values()) {
            found.addAll(stream(course, source, rules));
        }
        found.sort(CourseFindings.ORDER);
        return found;
    }

    private static List<Episode> stream(Course course, RuptureSource source, RuptureRules rules) {
        List<Session> sessions = course.sessions();
        List<Strain> strains = new ArrayList<>();
        for (int row = 0; row < sessions.size(); row++) {
            Recorded recorded = sessions.get(row).recorded();
            if (recorded.ruptureSource() != source) {
                continue;
            }
            boolean rupture = rules.holds(recorded);
            if (rupture) {
                strains.add(new Strain(row, rules.answer(recorded).orElseThrow(), rules));
            }
            boolean tooFaint = !rupture && recorded.marked();
            if (recorded.repair().isPresent() && !tooFaint) {
                rate(strains, rupture, row, recorded.repair().getAsInt());
            }
        }
        List<Episode> found = new ArrayList<>();
        for (Strain strain : strains) {
            found.add(strain.episode(course, source));
        }
        return found;
    }

    private static void rate(List<Strain> strains, boolean own, int row, int rating) {
        for (int i = strains.size() - 1; i >= 0; i--) {
            Strain strain = strains.get(i);
            if (own || strain.repairedRow < 0) {
                strain.rate(row, rating);
                return;
            }
        }
    }

    /** A rupture while its stream is read. */
    private static final class Strain {
        private final int row;
        private final RuptureKind kind;
        private final RuptureRules rules;
        private int bestRating;
        private int repairedRow = -1;

        Strain(int row, RuptureKind kind, RuptureRules rules) {
            this.row = row;
            this.kind = kind;
            this.rules = rules;
        }

        void rate(int at, int rating) {
            bestRating = Math.max(bestRating, rating);
            if (rating >= rules.repairedFrom()) {
                repairedRow = at;
            }
        }

        Episode episode(Course course, RuptureSource source) {
            List<Session> sessions = course.sessions();
            Moment onset = WrittenDown.at(sessions.get(row));
            EpisodeBuilder builder = new EpisodeBuilder(
                            EpisodeKind.RUPTURE, kind.key(), EpisodeSource.valueOf(source.name()), onset)
                    .status(status(course.open()))
                    .recorded(WrittenDown.responses(sessions, row), WrittenDown.carriedForward(sessions, row));
            if (repairedRow >= 0) {
                Moment end = WrittenDown.at(sessions.get(repairedRow));
                builder.ended(end, OptionalInt.empty(), SeriesMoments.days(onset, end));
            }
            return builder.build();
        }

        private EpisodeStatus status(boolean open) {
            if (bestRating == 0) {
                return EpisodeStatus.UNKNOWN;
            }
            if (bestRating >= rules.repairedFrom()) {
                return EpisodeStatus.REPAIRED;
            }
            if (bestRating >= rules.partlyFrom()) {
                return EpisodeStatus.PARTLY_REPAIRED;
            }
            return open ? EpisodeStatus.OPEN : EpisodeStatus.NOT_REPAIRED;
        }
    }
}
