package mendline.aggregate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import mendline.detect.CourseFindings;
import mendline.detect.EpisodeKind;
import mendline.detect.EpisodeSource;
import mendline.detect.Instruments;
import mendline.detect.LandmarkGroup;
import mendline.detect.LandmarkPosition;
import mendline.detect.Landmarks;
import mendline.model.Attendance;
import mendline.model.Course;
import mendline.model.EndKind;
import mendline.model.Rater;
import mendline.model.Recorded;
import mendline.model.ScoreSeries;
import mendline.model.Session;
import mendline.model.Stage;
import mendline.model.Timeline;
import mendline.stats.Moments;

/**
 * A simulated practice in which neither a dip nor its repair does anything. Courses are of 9 to 24 sessions; the outcome
 * improves by the session and by the person; dips come and go by themselves, more of them in longer courses. With
 * therapists, these differ in how fast their clients improve and, apart from that, in how often dips come.
 */
final class NullPractice {
    static final Instruments INSTRUMENTS = SamplePractice.instruments();

    private static final int COURSES = 260;

    final List<LandmarkRow> rows = new ArrayList<>();
    final List<ModelRow> modelRows = new ArrayList<>();
    final Map<LandmarkGroup, Moments> wholeCourses = new EnumMap<>(LandmarkGroup.class);

    /**
     * @param therapists how many there are; 0 for none named and none that differ
     * @param models whether rows for mixed models are wanted
     */
    NullPractice(Random random, int therapists, boolean models) {
        double[] fast = new double[therapists];
        double[] often = new double[therapists];
        for (int i = 0; i < therapists; i++) {
            fast[i] = 0.15 * random.nextGaussian();
            often[i] = Math.exp(0.6 * random.nextGaussian());
        }
        for (LandmarkGroup group : LandmarkGroup.values()) {
            wholeCourses.put(group, Moments.NONE);
        }
        for (int i = 0; i < COURSES; i++) {
            String therapist = therapists == 0 ? "" : "T" + i % therapists;
            Course course = therapists == 0
                    ? course(random, "", 0, 1)
                    : course(random, therapist, fast[i % therapists], often[i % therapists]);
            CourseFindings findings = CourseFindings.of(course, INSTRUMENTS);
            Optional<LandmarkPosition> position = findings.landmark();
            if (position.isPresent()) {
                LandmarkPosition at = position.get();
                rows.add(new LandmarkRow(i, at.group(), at.atLandmark(), at.after(), at.attended(), therapist));
            }
            if (models) {
                ModelRow.of(course, INSTRUMENTS).ifPresent(modelRows::add);
            }
            ScoreSeries outcome = series(course, primary());
            LandmarkGroup whole = Landmarks.byLastDip(findings.episodes(EpisodeKind.DIP, EpisodeSource.SCORE));
            wholeCourses.merge(whole, Moments.of(outcome.score(0) - outcome.score(outcome.size() - 1)), Moments::plus);
        }
    }

    /** The size of the smallest group at the landmark. */
    long smallestGroup() {
        long smallest = Long.MAX_VALUE;
        for (LandmarkGroup group : LandmarkGroup.values()) {
            smallest = Math.min(
                    smallest, rows.stream().filter(row -> row.group() == group).count());
        }
        return smallest;
    }

    private static String primary() {
        return INSTRUMENTS.primary().orElseThrow().key();
    }

    private static ScoreSeries series(Course course, String measure) {
        return course.series(measure, Rater.CLIENT).orElseThrow();
    }

    private static Course course(Random random, String therapist, double faster, double often) {
        int n = 9 + random.nextInt(16);
        int[] numbers = new int[n];
        int[] days = new int[n];
        int[] outcome = new int[n];
        int[] alliance = new int[n];
        List<Session> sessions = new ArrayList<>();
        double level = 15 + 3.5 * random.nextGaussian();
        double slope = 0.35 + 0.15 * random.nextGaussian() + faster;
        double usual = 34 + random.nextGaussian();
        double down = 0;
        for (int i = 0; i < n; i++) {
            numbers[i] = i + 1;
            days[i] = 7 * i;
            sessions.add(new Session(i + 1, 7 * i, Attendance.ATTENDED, Stage.TREATMENT, Recorded.NOTHING));
            outcome[i] = whole(level - slope * i + 2 * random.nextGaussian(), 27);
            if (down > 0) {
                down = random.nextDouble() < 0.4 ? 0 : down;
            } else if (i >= 2 && random.nextDouble() < 0.1 * often) {
                down = 10;
            }
            alliance[i] = whole(usual - down + 0.8 * random.nextGaussian(), 40);
        }
        List<ScoreSeries> scores = new ArrayList<>();
        scores.add(new ScoreSeries(primary(), Rater.CLIENT, numbers, days, outcome));
        scores.add(new ScoreSeries(INSTRUMENTS.alliance().orElseThrow().key(), Rater.CLIENT, numbers, days, alliance));
        return new Course(
                "c",
                "c#1",
                Timeline.RELATIVE_DAYS,
                Optional.empty(),
                therapist.isEmpty() ? Optional.empty() : Optional.of(therapist),
                OptionalInt.empty(),
                sessions,
                scores,
                List.of(),
                Optional.of(EndKind.PLANNED),
                OptionalInt.of(7 * n - 7),
                false,
                new TreeMap<>());
    }

    private static int whole(double points, int most) {
        return 100 * (int) Math.max(0, Math.min(most, Math.round(points)));
    }
}
