package mendline.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import mendline.model.CarriedForward;
import mendline.model.Course;
import mendline.model.CurveSettings;
import mendline.model.CurveSettings.Back;
import mendline.model.CurveSettings.Clock;
import mendline.stats.SurvivalTally;
import mendline.stats.SurvivalTallyBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times to coming back, worked by hand: PHQ-9, a step of 6, weekly sessions. */
class TimeToBackTest {
    private static Instruments run(Back back, Clock clock) {
        return Sketches.instruments(
                Sketches.SETTINGS.with(new CurveSettings(
                        back, clock, CurveSettings.Setbacks.FIRST, CurveSettings.Endings.COMPETING, Optional.empty())),
                Sketches.PHQ9);
    }

    private static CourseSketch weekly(String scores, int noteAt) {
        double[] points = Arrays.stream(scores.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        CourseSketch sketch = CourseSketch.dated();
        for (int i = 1; i <= points.length; i++) {
            if (i == noteAt) {
                sketch.attend(Sketches.carried(CarriedForward.CHANGED_DIRECTION));
            } else {
                sketch.attend();
            }
        }
        return sketch.scores("phq9", points);
    }

    private static Optional<TimeToBack> first(Course course, Instruments run) {
        Episode setback = CourseFindings.of(course, run).episodes().stream()
                .filter(Episode::countedSetback)
                .findFirst()
                .orElseThrow();
        return TimeToBack.ofSetback(course, setback, run);
    }

    private static String told(Optional<TimeToBack> time) {
        return time.map(t -> t.time() + " " + t.exit()
                        + (t.changedDirection().isPresent()
                                ? " changed " + t.changedDirection().getAsInt()
                                : ""))
                .orElse("none");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // half-way and fully back with the first score after the confirming one
        "18 12 10 17 16 11 9,        1 EVENT,     1 EVENT,     7 EVENT",
        // half-way at the first score (12 of 12.5), fully at the third (10 of 11)
        "18 8 16 17 12 14 10,        1 EVENT,     3 EVENT,     21 EVENT",
        // a point short of fully back
        "18 8 16 17 12 14 12,        1 EVENT,     3 COMPETING, 21 COMPETING",
        // never back: the course ended at the last score
        "20 12 19 20 22 21 20,       3 COMPETING, 3 COMPETING, 21 COMPETING",
        // fully back only after another setback began
        "18 5 14 15 9 16 17 8 7,     1 EVENT,     4 EVENT,     28 EVENT",
        // half a step above the best counts as fully back, a point more does not
        "18 10 16 17 13,             1 EVENT,     1 EVENT,     7 EVENT",
        "18 10 16 18 14,             1 EVENT,     1 COMPETING, 7 COMPETING",
        // no score after the confirming one
        "15 9 16 15,                 none,        none,        none"
    })
    void endedCourses(String scores, String half, String full, String fullInDays) {
        Course course = weekly(scores, 0).ended().course();
        assertThat(told(first(course, run(Back.HALF, Clock.SCORES)))).isEqualTo(half);
        assertThat(told(first(course, run(Back.FULL, Clock.SCORES)))).isEqualTo(full);
        assertThat(told(first(course, run(Back.FULL, Clock.DAYS)))).isEqualTo(fullInDays);
    }

    @Test
    void anOpenCourseIsFollowedNoFurther() {
        Course open = weekly("20 12 19 20 22 21 20", 0).course();
        assertThat(told(first(open, run(Back.HALF, Clock.SCORES)))).isEqualTo("3 CENSORED");
    }

    @ParameterizedTest(name = "noted at session {0}")
    @CsvSource({
        // confirmed at session 4, never back
        "2, 3 COMPETING",
        "3, 3 COMPETING changed 0",
        "4, 3 COMPETING changed 0",
        "5, 3 COMPETING changed 1",
        "7, 3 COMPETING changed 3"
    })
    void aChangedDirectionEndsTheWaitingAtItsSession(int session, String expected) {
        Course course = weekly("20 12 19 20 22 21 20", session).ended().course();
        assertThat(told(first(course, run(Back.HALF, Clock.SCORES)))).isEqualTo(expected);
        TimeToBack time = first(course, run(Back.HALF, Clock.DAYS)).orElseThrow();
        assertThat(time.changedDirection().orElse(-7))
                .isEqualTo(7
                        * first(course, run(Back.HALF, Clock.SCORES))
                                .orElseThrow()
                                .changedDirection()
                                .orElse(-1));
    }

    @Test
    void beingBackComesFirstAtTheSameSession() {
        assertThat(told(first(weekly("18 12 10 17 16 11 9", 6).course(), run(Back.HALF, Clock.SCORES))))
                .isEqualTo("1 EVENT");
        assertThat(told(first(weekly("18 12 10 17 16 11 9", 5).course(), run(Back.HALF, Clock.SCORES))))
                .isEqualTo("1 EVENT changed 0");
    }

    @Test
    void withoutDaysThereIsNoClockOfDays() {
        Course undated =
                CourseSketch.undated().scores("phq9", 18, 12, 10, 17, 16, 11, 9).course();
        assertThat(first(undated, run(Back.HALF, Clock.DAYS))).isEmpty();
        assertThat(first(undated, run(Back.HALF, Clock.SCORES))).isPresent();
    }

    @Test
    void aDipRunsFromItsFirstLowerScore() {
        Course course = CourseSketch.dated()
                .scores("srs", 38, 37, 38, 30, 29, 31, 37, 38)
                .ended()
                .course();
        Episode dip = CourseFindings.of(course, run(Back.HALF, Clock.SCORES))
                .episodes(EpisodeKind.DIP, EpisodeSource.SCORE)
                .get(0);
        assertThat(told(TimeToBack.ofDip(course, dip, Clock.SCORES))).isEqualTo("3 EVENT");
        assertThat(told(TimeToBack.ofDip(course, dip, Clock.DAYS))).isEqualTo("21 EVENT");
    }

    @Test
    void aDipWhoseCourseEndedCompetesAndOneWhoseWindowIsOverIsFollowedNoFurther() {
        Course ended = CourseSketch.dated()
                .scores("srs", 38, 37, 38, 38, 30, 30)
                .ended()
                .course();
        Course over = CourseSketch.dated()
                .scores("srs", 38, 37, 38, 38, 28, 29, 28, 29, 28, 29, 28)
                .ended()
                .course();
        for (Course course : new Course[] {ended, over}) {
            Episode dip = CourseFindings.of(course, run(Back.HALF, Clock.SCORES))
                    .episodes(EpisodeKind.DIP, EpisodeSource.SCORE)
                    .get(0);
            assertThat(told(TimeToBack.ofDip(course, dip, Clock.SCORES)))
                    .isEqualTo(course == ended ? "1 COMPETING" : "5 CENSORED");
        }
    }

    @Test
    void theSimulatedCurveFollowsTheProfile() {
        Course course = CourseSketch.dated()
                .scores("phq9", 18, 12, 10, 17, 16, 11, 9, 8, 14, 15, 13, 9, 8, 10, 9)
                .course();
        ChanceCounts usual = Chance.of(course, Sketches.instruments(Sketches.PHQ9), 0, 0.3, 1, 2000);
        ChanceCounts full = Chance.of(course, run(Back.FULL, Clock.SCORES), 0, 0.3, 1, 2000);
        ChanceCounts days = Chance.of(course, run(Back.HALF, Clock.DAYS), 0, 0.3, 1, 2000);
        assertThat(usual.curve()).isEqualTo(usual.bounces());
        assertThat(full.bounces()).as("the headline keeps the usual times").isEqualTo(usual.bounces());
        assertThat(full.curve().total()).isEqualTo(usual.bounces().total());
        assertThat(full.curve().events())
                .isPositive()
                .isLessThan(usual.bounces().events());
        assertThat(days.curve()).as("weekly sessions").isEqualTo(sevenfold(usual.bounces()));
        Instruments all = Sketches.instruments(
                Sketches.SETTINGS.with(new CurveSettings(
                        Back.HALF,
                        Clock.SCORES,
                        CurveSettings.Setbacks.ALL,
                        CurveSettings.Endings.CENSORED,
                        Optional.empty())),
                Sketches.PHQ9);
        assertThat(Chance.of(course, all, 0, 0.3, 1, 2000).curve().total())
                .isGreaterThan(usual.bounces().total());
        Course undated = CourseSketch.undated()
                .scores("phq9", 18, 12, 10, 17, 16, 11, 9, 8, 14, 15, 13, 9, 8, 10, 9)
                .course();
        assertThat(Chance.of(undated, run(Back.HALF, Clock.DAYS), 0, 0.3, 1, 200)
                        .curve())
                .isEqualTo(SurvivalTally.NONE);
    }

    private static SurvivalTally sevenfold(SurvivalTally scores) {
        SurvivalTallyBuilder days = new SurvivalTallyBuilder();
        scores.exits().forEach((time, exits) -> {
            for (long i = 0; i < exits.events(); i++) {
                days.addEvent(7 * time);
            }
            for (long i = 0; i < exits.censored(); i++) {
                days.addCensored(7 * time);
            }
        });
        return days.toSurvivalTally();
    }
}
