package mendline.detect;

import static mendline.detect.Sketches.GAD7;
import static mendline.detect.Sketches.PHQ9;
import static mendline.detect.Sketches.SETTINGS;
import static mendline.detect.Sketches.SRS;
import static mendline.detect.Sketches.instruments;
import static mendline.detect.Sketches.stuck;
import static mendline.detect.Sketches.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import mendline.measure.Measure;
import mendline.model.Attendance;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.Rater;
import mendline.model.Recorded;
import mendline.model.Response;
import mendline.model.ScoreSeries;
import mendline.model.SetbackKind;
import mendline.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseFindingsTest {
    private static final Instruments RUN = instruments(PHQ9, GAD7);

    @Test
    void aWholeCourseIsToldInOrder() {
        CourseFindings found = CourseFindings.of(
                CourseSketch.dated()
                        .attend(3)
                        .attend(Sketches.note(Set.of(SetbackKind.OLD_HABIT), Set.of(Response.HOPE), Set.of()))
                        .scores("phq9", 18, 12, 10, 17, 16, 11, 9)
                        .scores("srs", 38, 37, 38, 30, 36, 38, 37)
                        .ended()
                        .course(),
                RUN);
        assertThat(found.episodes())
                .extracting(e -> e.onset().session() + " " + e.kind().key() + " " + e.subtype())
                .containsExactly("4 setback S1", "4 setback old_habit", "4 dip A", "4 spike S4");
        assertThat(found.shape()).isEqualTo(CourseShape.SETBACK_AND_REBOUND);
        assertThat(found.allianceAssessable()).isTrue();
        assertThat(found.upAndDown()).isFalse();
        assertThat(found.outcomes()).extracting(MeasureOutcome::measure).containsExactly("phq9");
        assertThat(found.outcomes().get(0).outcome()).isEqualTo(OutcomeClass.RECOVERED);
        assertThat(found.serviceOutcomes()).hasSize(2);
        assertThat(found.recordedReturns().get(0).met().get(0).halfWayBack()).contains(Known.YES);
        assertThat(found.episodes(EpisodeKind.DIP, EpisodeSource.SCORE)).hasSize(1);
    }

    @Test
    void undatedCoursesHaveEverythingThatNeedsNoCalendar() {
        Course course = CourseSketch.undated()
                .scores("phq9", 18, 12, 10, 17, 16, 11, 9)
                .scores("srs", 38, 37, 38, 30, 36, 38, 37)
                .ended()
                .course();
        CourseFindings found = CourseFindings.of(course, RUN);
        assertThat(found.episodes()).hasSize(3);
        assertThat(found.episodes())
                .allMatch(e -> e.daysToEnd().isEmpty() && e.knownDay().isEmpty());
        assertThat(found.shape()).isEqualTo(CourseShape.SETBACK_AND_REBOUND);
    }

    @Test
    void aCourseWithoutScoresOrWithoutAttendedSessionsIsFoundEmpty() {
        CourseFindings noScores =
                CourseFindings.of(CourseSketch.dated().attend(5).ended().course(), RUN);
        assertThat(noScores.episodes()).isEmpty();
        assertThat(noScores.outcomes()).isEmpty();
        assertThat(noScores.shape()).isEqualTo(CourseShape.TOO_SHORT);
        assertThat(noScores.allianceAssessable()).isFalse();
        assertThat(noScores.serviceOutcomes()).hasSize(2).noneMatch(ServiceOutcome::paired);
        CourseFindings never = CourseFindings.of(
                CourseSketch.dated().row(Attendance.DID_NOT_ATTEND).course(), RUN);
        assertThat(never.missedSessions()).hasSize(1);
        assertThat(never.serviceOutcomes()).isEmpty();
        assertThat(CourseFindings.of(CourseSketch.undated().course(), RUN).episodes())
                .isEmpty();
    }

    @Test
    void withoutAScaleDipsAreRefused() {
        Instruments noScale = new Instruments(
                RUN.primary(),
                RUN.alliance(),
                RUN.outcomes(),
                OptionalDouble.empty(),
                false,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                RUN.asOf(),
                SETTINGS);
        Course course =
                CourseSketch.dated().scores("srs", 38, 37, 38, 30, 36, 38, 37).course();
        assertThat(CourseFindings.of(course, noScale).episodes()).isEmpty();
        assertThat(CourseFindings.of(course, noScale).allianceAssessable()).isFalse();
        assertThat(CourseFindings.of(course, RUN).episodes()).hasSize(1);
    }

    @Test
    void aFormFilledInByTheTherapistIsNeverMixedIn() {
        Course client = CourseSketch.undated().scores("srs", 38, 38, 38).course();
        List<ScoreSeries> both = new ArrayList<>(client.scores());
        both.add(ScoreSeries.of("srs", Rater.THERAPIST, 3800, 2000, 3800));
        both.add(ScoreSeries.of("phq9", Rater.THERAPIST, 500, 2000, 2000));
        Course course = new Course(
                "c1",
                "c1#1",
                client.timeline(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                client.sessions(),
                both,
                List.of(),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                new TreeMap<>());
        CourseFindings found = CourseFindings.of(course, RUN);
        assertThat(found.episodes()).isEmpty();
        assertThat(found.outcomes()).isEmpty();
    }

    private static List<Course> practice() {
        SplittableRandom random = new SplittableRandom(3);
        List<Course> courses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double[] phq = new double[random.nextInt(0, 14)];
            double[] srs = new double[phq.length];
            for (int j = 0; j < phq.length; j++) {
                phq[j] = random.nextInt(8) == 0 ? Double.NaN : random.nextInt(4, 22);
                srs[j] = random.nextInt(28, 41);
            }
            CourseSketch sketch =
                    CourseSketch.dated().client("c" + i).scores("phq9", phq).scores("srs", srs);
            courses.add((i % 3 == 0 ? sketch : sketch.ended()).course());
        }
        return courses;
    }

    @Test
    void detectionOfACourseIgnoresTheOthers() {
        List<Course> courses = practice();
        List<CourseFindings> alone =
                courses.stream().map(c -> CourseFindings.of(c, RUN)).toList();
        List<Course> shuffled = new ArrayList<>(courses);
        Collections.shuffle(shuffled, new Random(5));
        List<CourseFindings> together =
                shuffled.stream().map(c -> CourseFindings.of(c, RUN)).toList();
        assertThat(together).containsExactlyInAnyOrderElementsOf(alone);
        assertThat(alone.stream().mapToInt(f -> f.episodes().size()).sum()).isGreaterThan(40);
    }

    @Test
    void theSampleTallyIsTheSameHoweverTheCoursesAreSplit() {
        List<Course> courses = practice();
        List<Measure> watched = List.of(SRS, PHQ9.measure());
        SampleTally whole = SampleTally.NONE;
        for (Course course : courses) {
            whole = whole.plus(SampleTally.of(course, watched, SETTINGS));
        }
        Random random = new Random(9);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(courses, random);
            int cut = random.nextInt(courses.size());
            SampleTally left = SampleTally.NONE;
            SampleTally right = SampleTally.NONE;
            for (int i = 0; i < courses.size(); i++) {
                SampleTally one = SampleTally.of(courses.get(i), watched, SETTINGS);
                left = i < cut ? one.plus(left) : left;
                right = i < cut ? right : right.plus(one);
            }
            assertThat(right.plus(left)).isEqualTo(whole);
        }
        assertThat(whole.measure("srs").scale()).isPresent();
        assertThat(whole.measure("phq9").baseline().n()).isGreaterThan(10);
    }

    @ParameterizedTest(name = "{0} courses with {1} scores: scale known {2}")
    @CsvSource({"10, 5, true", "9, 6, false", "13, 4, false", "14, 4, true"})
    void theScaleNeedsTenCoursesAndFortyDifferences(int courses, int scores, boolean known) {
        SampleTally sample = SampleTally.NONE;
        for (int i = 0; i < courses; i++) {
            double[] points = new double[scores];
            for (int j = 0; j < scores; j++) {
                points[j] = 36 + j % 2;
            }
            sample = sample.plus(
                    SampleTally.of(CourseSketch.undated().scores("srs", points).course(), List.of(SRS), SETTINGS));
        }
        assertThat(sample.measure("srs").scale().isPresent()).isEqualTo(known);
        if (known) {
            assertThat(sample.measure("srs").scale().getAsDouble()).isEqualTo(1.2533);
        }
    }

    @Test
    void largeDifferencesAreScreenedOnceForTheScale() {
        SampleTally sample = SampleTally.NONE;
        for (int i = 0; i < 20; i++) {
            double dip = i == 0 ? 16 : 36;
            sample = sample.plus(SampleTally.of(
                    CourseSketch.undated().scores("srs", 36, 37, 36, 37, dip).course(), List.of(SRS), SETTINGS));
        }
        // 79 differences of 1 and one of 21: mean 1.25, screened at 4.08
        assertThat(sample.measure("srs").scale().getAsDouble()).isEqualTo(1.2533);
    }

    @Test
    void theBaselineLeavesOutCoursesThatMayHaveBeenRunningAndThoseWithoutALastScore() {
        List<Measure> watched = List.of(PHQ9.measure());
        Course whole = CourseSketch.dated().scores("phq9", 16, 8).course();
        Course running =
                CourseSketch.dated().leftTruncated().scores("phq9", 16, 8).course();
        Course single = CourseSketch.dated().scores("phq9", 16).course();
        assertThat(SampleTally.of(whole, watched, SETTINGS)
                        .measure("phq9")
                        .baseline()
                        .n())
                .isEqualTo(1);
        assertThat(SampleTally.of(running, watched, SETTINGS)
                        .measure("phq9")
                        .baseline()
                        .n())
                .isZero();
        assertThat(SampleTally.of(single, watched, SETTINGS)
                        .measure("phq9")
                        .baseline()
                        .n())
                .isZero();
    }

    @Test
    void aPinnedScaleGoesBeforeThatOfTheSample() {
        TreeMap<String, Double> pinned = new TreeMap<>();
        pinned.put("srs", 2.4);
        DetectionSettings settings =
                new DetectionSettings(2.5, 5, pinned, 6, 28, 8, OptionalInt.empty(), OptionalInt.empty());
        Instruments settled = Instruments.settle(
                Optional.of(PHQ9.measure()),
                Optional.of(SRS),
                List.of(PHQ9.measure()),
                SampleTally.NONE,
                OptionalInt.empty(),
                settings);
        assertThat(settled.allianceScale()).hasValue(2.4);
        assertThat(settled.allianceNoise()).hasValue(2.4);
        assertThat(settled.allianceScalePinned()).isTrue();
        assertThat(settled.outcomeNoise()).isEmpty();
        Instruments unpinned = Instruments.settle(
                Optional.of(PHQ9.measure()),
                Optional.of(SRS),
                List.of(PHQ9.measure()),
                SampleTally.NONE,
                OptionalInt.empty(),
                SETTINGS);
        assertThat(unpinned.allianceScale()).isEmpty();
        assertThat(unpinned.allianceScalePinned()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no dip so far                       | 38 37 38 37 38 37 38 37 30 | NO_DIP
            repaired by the landmark            | 38 37 38 30 38 37 38 37 38 | DIP_REPAIRED
            repaired only after it              | 38 37 38 37 38 37 38 30 38 | DIP_NOT_YET_REPAIRED
            the last of two dips decides        | 38 30 38 37 38 37 38 30 38 | DIP_NOT_YET_REPAIRED
            its window was over before          | 38 30 30 31 30 31 30 30 38 | DIP_NOT_YET_REPAIRED
            """)
    void landmarkGroupsByTheDipsUpToTheEighthAttendedSession(String name, String srs, LandmarkGroup group) {
        double[] scores =
                Arrays.stream(srs.split(" ")).mapToDouble(Double::parseDouble).toArray();
        Course course = CourseSketch.dated()
                .attend(2)
                .row(Attendance.DID_NOT_ATTEND)
                .scores("srs", scores)
                .scores("phq9", 20, 19, 18, 17, 16, 15, 14, 13, 8)
                .course();
        LandmarkPosition at = Landmarks.of(course, RUN).orElseThrow();
        assertThat(at).isEqualTo(new LandmarkPosition(group, 1300, 800, 500, 9));
    }

    @Test
    void thereIsNoLandmarkPositionWithoutScoresOnBothSidesOrEnoughAllianceScores() {
        double[] srs = {38, 38, 38, 38, 38, 38, 38, 38, 38};
        assertThat(Landmarks.of(
                        CourseSketch.dated()
                                .attend(8)
                                .scores("srs", srs)
                                .scores("phq9", 20, 19, 18)
                                .course(),
                        RUN))
                .isEmpty();
        assertThat(Landmarks.of(
                        CourseSketch.dated()
                                .attend(8)
                                .scores("srs", 38, 38, 38)
                                .scores("phq9", 20)
                                .course(),
                        RUN))
                .isEmpty();
        double[] phq = {20, 20, 20, 20, 20, 20, 20, 20, 12};
        assertThat(Landmarks.of(
                        CourseSketch.dated()
                                .scores("srs", 38, 38)
                                .scores("phq9", phq)
                                .course(),
                        RUN))
                .isEmpty();
        assertThat(Landmarks.of(
                        CourseSketch.dated()
                                .scores("srs", 38, 38, 38)
                                .scores("phq9", phq)
                                .course(),
                        RUN))
                .isPresent();
    }

    @Test
    void theSecondEndedSetbackIsComparedWithTheFirst() {
        Course course = CourseSketch.undated()
                .scores("phq9", 15, 10, 22, 22, 22, 22, 22, 22, 22, 22, 22, 10, 18, 18, 10)
                .course();
        CourseFindings found = CourseFindings.of(course, RUN);
        assertThat(told(found.episodes(EpisodeKind.SETBACK, EpisodeSource.SCORE)))
                .isEqualTo(
                        "s3 worst s3 depth 12 bounced_back s12 after 8; s13 worst s13 depth 8 bounced_back s15 after 1");
        assertThat(found.learning()).contains(new LearningPair(-400, 1 - 6));
        Course one = CourseSketch.undated()
                .scores("phq9", 15, 10, 22, 22, 10, 18, 18, 18)
                .course();
        assertThat(CourseFindings.of(one, RUN).learning()).isEmpty();
    }

    @Test
    void stuckSessionsAndTheThreeScoresThatFollow() {
        Course course = CourseSketch.dated()
                .attend(stuck(5, 5))
                .attend(stuck(6, 5))
                .attend(stuck(6, 6))
                .attend(stuck(0, 9))
                .attend(2)
                .scores("phq9", 18, 18, 17, 14, 12, 11)
                .scores("srs", 30, 30, 30, 33, 34, 36)
                .course();
        List<Stuckness> found = StuckSessions.in(course, RUN);
        assertThat(found).extracting(s -> s.at().session()).containsExactly(2, 3, 4);
        assertThat(found).extracting(Stuckness::client).containsExactly(true, true, false);
        assertThat(found).extracting(Stuckness::therapist).containsExactly(false, true, true);
        // 18 to 17, 14, 12 and 30 to 30, 33, 34
        assertThat(found.get(0).outcomeImprovement()).hasValue(367);
        assertThat(found.get(0).allianceImprovement()).hasValue(233);
        // only two scores follow
        assertThat(found.get(2).outcomeImprovement()).hasValue(250);
    }

    @Test
    void whereOnlyOneGaveARatingNobodyKnowsWhetherItWasThatOneOnly() {
        Course course = CourseSketch.dated()
                .attend(stuck(6, 5))
                .attend(stuck(OptionalInt.of(6), OptionalInt.empty()))
                .attend(stuck(OptionalInt.empty(), OptionalInt.of(6)))
                .course();
        assertThat(StuckSessions.in(course, RUN))
                .extracting(Stuckness::bothAsked)
                .containsExactly(true, false, false);
    }

    @ParameterizedTest(name = "{0} days after the last session of therapy")
    @CsvSource({"29, false", "30, true", "400, true", "401, false"})
    void followUpsCountFromThirtyToFourHundredDays(int days, boolean counts) {
        Course course = CourseSketch.dated()
                .scores("phq9", 18, 10)
                .stage(Stage.FOLLOW_UP)
                .pause(days)
                .attend(Recorded.NOTHING)
                .score("phq9", 13)
                .ended()
                .course();
        Optional<FollowUp> found = FollowUps.of(course, PHQ9, SETTINGS);
        assertThat(found).isEqualTo(counts ? Optional.of(new FollowUp(-300, true, false)) : Optional.empty());
    }

    @Test
    void aFollowUpNeedsAnEndedCourse() {
        CourseSketch sketch = CourseSketch.dated()
                .scores("phq9", 18, 10)
                .stage(Stage.FOLLOW_UP)
                .pause(60)
                .attend()
                .score("phq9", 12);
        assertThat(FollowUps.of(sketch.course(), PHQ9, SETTINGS)).isEmpty();
        assertThat(FollowUps.of(sketch.ended().course(), PHQ9, SETTINGS)).contains(new FollowUp(-200, true, true));
    }
}
