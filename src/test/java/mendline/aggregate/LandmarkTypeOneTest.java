package mendline.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import mendline.detect.CourseFindings;
import mendline.detect.Episode;
import mendline.detect.EpisodeKind;
import mendline.detect.EpisodeStatus;
import mendline.detect.Instruments;
import mendline.detect.LandmarkGroup;
import mendline.detect.LandmarkPosition;
import mendline.model.Attendance;
import mendline.model.Course;
import mendline.model.EndKind;
import mendline.model.Rater;
import mendline.model.Recorded;
import mendline.model.ScoreSeries;
import mendline.model.Session;
import mendline.model.Stage;
import mendline.model.Timeline;
import mendline.stats.MeanDifference;
import mendline.stats.Moments;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often the analysis at the landmark finds a difference where there is none. Courses are of 9 to 24 sessions; the
 * outcome improves by the session and by the person; dips come and go by themselves, more of them in longer courses. The
 * naive comparison groups whole courses by their dips and looks at first to last score: it finds plenty.
 */
class LandmarkTypeOneTest {
    private static final int COURSES = 260;
    private static final int FEWEST = 30;
    private static final Instruments INSTRUMENTS = SamplePractice.instruments();

    /** Shares of practices in which something was found. */
    private record Found(int practices, List<Double> contrasts, double any, double naive) {}

    @Test
    void rejectsAboutFiveInAHundredWhereNothingIsToBeFound() {
        Found found = found(400, 2026);
        assertThat(found.practices()).as(found.toString()).isGreaterThan(380);
        assertThat(found.contrasts())
                .as(found.toString())
                .allSatisfy(share -> assertThat(share).isBetween(0.03, 0.07));
        assertThat(found.any()).isBetween(0.02, 0.07);
        assertThat(found.naive()).isGreaterThan(0.2);
    }

    @Test
    @Tag("long")
    void rejectsFourToSixInAHundredOverManyPractices() {
        Found found = found(4000, 77);
        assertThat(found.contrasts())
                .as(found.toString())
                .allSatisfy(share -> assertThat(share).isBetween(0.04, 0.06));
        assertThat(found.any()).isBetween(0.03, 0.06);
        assertThat(found.naive()).isGreaterThan(0.2);
    }

    private static Found found(int practices, long seed) {
        int used = 0;
        int any = 0;
        int naive = 0;
        int[] rejected = new int[3];
        for (int practice = 0; practice < practices; practice++) {
            Random random = new Random(seed * 1_000_003 + practice);
            List<LandmarkRow> rows = new ArrayList<>();
            Map<LandmarkGroup, Integer> sizes = new EnumMap<>(LandmarkGroup.class);
            Moments repaired = Moments.NONE;
            Moments none = Moments.NONE;
            for (int i = 0; i < COURSES; i++) {
                Course course = course(random);
                CourseFindings findings = CourseFindings.of(course, INSTRUMENTS);
                Optional<LandmarkPosition> position = findings.landmark();
                if (position.isPresent()) {
                    LandmarkPosition at = position.get();
                    rows.add(new LandmarkRow(i, at.group(), at.atLandmark(), at.after(), ""));
                    sizes.merge(at.group(), 1, Integer::sum);
                }
                ScoreSeries outcome = series(course, primary());
                int change = outcome.score(0) - outcome.score(outcome.size() - 1);
                List<Episode> dips = findings.episodes().stream()
                        .filter(episode -> episode.kind() == EpisodeKind.DIP)
                        .toList();
                if (dips.isEmpty()) {
                    none = none.with(change);
                } else if (dips.get(dips.size() - 1).status() == EpisodeStatus.REPAIRED) {
                    repaired = repaired.with(change);
                }
            }
            if (sizes.size() < 3 || sizes.values().stream().anyMatch(size -> size < FEWEST)) {
                continue;
            }
            used++;
            LandmarkComparison comparison = LandmarkComparison.of(
                            rows, INSTRUMENTS.primary().orElseThrow().better())
                    .orElseThrow();
            boolean one = false;
            for (int c = 0; c < rejected.length; c++) {
                LandmarkComparison.Contrast contrast = comparison.contrasts().get(c);
                rejected[c] += contrast.difference().p() < 0.05 ? 1 : 0;
                one |= contrast.adjustedP() < 0.05;
            }
            any += one ? 1 : 0;
            naive += MeanDifference.welch(repaired, none)
                            .orElseThrow()
                            .interval()
                            .contains(0)
                    ? 0
                    : 1;
        }
        double all = used;
        return new Found(
                used, List.of(rejected[0] / all, rejected[1] / all, rejected[2] / all), any / all, naive / all);
    }

    private static String primary() {
        return INSTRUMENTS.primary().orElseThrow().key();
    }

    private static ScoreSeries series(Course course, String measure) {
        return course.series(measure, Rater.CLIENT).orElseThrow();
    }

    private static Course course(Random random) {
        int n = 9 + random.nextInt(16);
        int[] numbers = new int[n];
        int[] days = new int[n];
        int[] outcome = new int[n];
        int[] alliance = new int[n];
        List<Session> sessions = new ArrayList<>();
        double level = 15 + 3.5 * random.nextGaussian();
        double slope = 0.35 + 0.15 * random.nextGaussian();
        double usual = 34 + random.nextGaussian();
        double down = 0;
        for (int i = 0; i < n; i++) {
            numbers[i] = i + 1;
            days[i] = 7 * i;
            sessions.add(new Session(i + 1, 7 * i, Attendance.ATTENDED, Stage.TREATMENT, Recorded.NOTHING));
            outcome[i] = whole(level - slope * i + 2 * random.nextGaussian(), 27);
            if (down > 0) {
                down = random.nextDouble() < 0.4 ? 0 : down;
            } else if (i >= 2 && random.nextDouble() < 0.1) {
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
                Optional.empty(),
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
