package mendline.detect;

import static mendline.detect.Sketches.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mendline.measure.Cutoff;
import mendline.measure.ExpectedBand;
import mendline.measure.Yardstick;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.Direction;
import mendline.model.EpisodeRules;
import mendline.model.MeasureKind;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.model.SetbackRule;
import mendline.stats.Agreement;
import mendline.stats.Reference;
import mendline.stats.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores beside what courses that began alike scored at the same session. */
class ExpectedCourseTest {
    private static final int WINDOW = 6;

    private static Yardstick phq9(Direction better) {
        return new Yardstick(
                Sketches.measure("phq9", 0, 27, better, MeasureKind.OUTCOME),
                OptionalDouble.of(6),
                true,
                OptionalDouble.of(6),
                Optional.of(new Cutoff(better == Direction.LOWER ? 10 : 17, true, better)),
                OptionalDouble.empty());
    }

    private static ScoreSeries series(Course course) {
        return course.series("phq9", Rater.CLIENT).orElseThrow();
    }

    private static ResponseTally tally(Iterable<Course> courses, Direction better) {
        ResponseTally tally = ResponseTally.NONE;
        for (Course course : courses) {
            tally = tally.plus(ResponseTally.of(course, series(course), better));
        }
        return tally;
    }

    /** The courses of the reference file by number; scores turned round where higher is better. */
    private static Map<String, Course> courses(Direction better) {
        Map<String, List<String[]>> rows = new TreeMap<>();
        for (String[] row : Reference.cells("expected-course-data")) {
            rows.computeIfAbsent(row[0], course -> new ArrayList<>()).add(row);
        }
        Map<String, Course> courses = new TreeMap<>();
        rows.forEach((id, cells) -> {
            CourseSketch sketch = CourseSketch.dated().client(id);
            int attended = 0;
            for (String[] cell : cells) {
                int session = Integer.parseInt(cell[2]);
                sketch.attend(session - attended);
                attended = session;
                double score = Double.parseDouble(cell[3]);
                sketch.score("phq9", better == Direction.LOWER ? score : 27 - score);
            }
            courses.put(id, (cells.get(0)[1].equals("1") ? sketch.ended() : sketch).course());
        });
        return courses;
    }

    @Test
    void everyLimitAndEveryStandingIsThatOfR() {
        Map<String, OwnCourses> references = new TreeMap<>();
        Map<Direction, Map<String, Course>> courses = new TreeMap<>();
        for (Direction better : Direction.values()) {
            courses.put(better, courses(better));
        }
        Map<String, ExpectedCourse> courseFound = new TreeMap<>();
        Map<Standing, Integer> seen = new TreeMap<>();
        Agreement agreement = new Agreement();
        for (String[] row : Reference.cells("expected-course")) {
            Direction better = Direction.valueOf(row[1]);
            OwnCourses reference = references.computeIfAbsent(
                    row[0],
                    bands -> OwnCourses.settle(
                            tally(courses.get(better).values(), better), Integer.parseInt(bands), better));
            Course course = courses.get(better).get(row[2]);
            ScoreSeries series = series(course);
            int i = 0;
            while (series.session(i) < Integer.parseInt(row[3])) {
                i++;
            }
            Optional<ResponseLimits> limits = reference.at(series, ResponseTally.isReference(course), i);
            String where = String.join(" ", row);
            if (row[4].isEmpty()) {
                assertThat(limits).as(where).isEmpty();
            } else {
                agreement.compare(
                        limits.orElseThrow().expected(), Math.floor(100 * Double.parseDouble(row[4]) + 1e-6), 1, where);
                agreement.compare(
                        limits.orElseThrow().borderline(),
                        Math.floor(100 * Double.parseDouble(row[5]) + 1e-6),
                        1,
                        where);
            }
            ExpectedCourse found = courseFound.computeIfAbsent(
                    row[0] + " " + row[2], key -> ExpectedCourse.of(course, series, phq9(better), reference, WINDOW));
            assertThat(found.scores().get(i - 1).standing()).as(where).hasToString(row[6]);
            seen.merge(found.scores().get(i - 1).standing(), 1, Integer::sum);
        }
        assertThat(seen.keySet()).containsExactly(Standing.values());
        assertThat(seen.values()).allMatch(count -> count > 50);
        ReferenceTable.holds("Expected courses: 84th and 90th percentiles of others", 1e-9, agreement);
    }

    @Test
    void neitherTheOrderNorTheSplitOfCoursesChangesTheTally() {
        List<Course> all = new ArrayList<>(courses(Direction.LOWER).values());
        ResponseTally whole = tally(all, Direction.LOWER);
        Collections.shuffle(all, new Random(5));

        assertThat(tally(all.subList(100, all.size()), Direction.LOWER)
                        .plus(tally(all.subList(0, 100), Direction.LOWER)))
                .isEqualTo(whole);
        assertThat(whole.firsts().total()).isGreaterThan(200);
    }

    /** So many closed courses that begin at 20 and score these in turn at sessions 2, 3 ... */
    private static List<Course> alike(int courses, double... later) {
        List<Course> all = new ArrayList<>();
        for (int i = 0; i < courses; i++) {
            double[] scores = new double[later.length + 1];
            scores[0] = 20;
            for (int s = 0; s < later.length; s++) {
                scores[s + 1] = later[s] + i % 10;
            }
            all.add(CourseSketch.dated()
                    .client("r" + i)
                    .scores("phq9", scores)
                    .ended()
                    .course());
        }
        return all;
    }

    private static ExpectedCourse against(List<Course> reference, Course course) {
        OwnCourses own = OwnCourses.settle(tally(reference, Direction.LOWER), 5, Direction.LOWER);
        return ExpectedCourse.of(course, series(course), phq9(Direction.LOWER), own, WINDOW);
    }

    private static String standings(ExpectedCourse found) {
        return found.scores().stream()
                .map(score -> score.standing().name().substring(0, 3))
                .collect(Collectors.joining(" "));
    }

    private static Course open(double... scores) {
        return CourseSketch.dated().scores("phq9", scores).course();
    }

    @Test
    void fiftyScoresOfOthersMakeALimitFortyNineAskTheNeighbours() {
        // Session 2 only: no neighbours to ask.
        assertThat(standings(against(alike(50, 12), open(20, 21)))).isEqualTo("BEL");
        assertThat(standings(against(alike(49, 12), open(20, 21)))).isEqualTo("NOT");
        // A course that is among them leaves its own score out.
        List<Course> fifty = alike(50, 12);
        assertThat(standings(against(fifty, fifty.get(0)))).isEqualTo("NOT");
        // Two sessions of 25 each: pooled, both have 50.
        assertThat(standings(against(alike(25, 12, 12), open(20, 21, 21)))).isEqualTo("BEL BEL");
        assertThat(standings(against(alike(24, 12, 12), open(20, 21, 21)))).isEqualTo("NOT NOT");
        // Session 5 reaches back to session 3 and no further.
        assertThat(standings(against(alike(50, 12), open(20, 21, 21, 21, 21)))).isEqualTo("BEL BEL BEL NOT");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"19, AS_EXPECTED", "20, AS_EXPECTED", "20.01, BORDERLINE", "20.1, BORDERLINE", "20.11, BELOW_EXPECTED"})
    void limitsBelongToTheBetterSide(double score, Standing standing) {
        // 12 to 21, six of each: of 60 the 84th percentile is the 50.56th, 20, the 90th the 54.1st, 20.1.
        assertThat(against(alike(60, 12), open(20, score)).scores().get(0).standing())
                .isEqualTo(standing);
    }

    @Test
    void outsideTheClinicalRangeNothingIsBelow() {
        assertThat(standings(against(alike(60, 0), open(20, 9.99)))).isEqualTo("BOR");
        assertThat(standings(against(alike(60, 0), open(20, 10)))).isEqualTo("BEL");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            20,22,18,18       | s2 worst s2 depth 2 bounced_back s3 after 1
            20,22,23,20.02,12 | s2 worst s3 depth 3 bounced_back s5 after 3
            20,22,20.05,20.05 | s2 worst s2 depth 2 open
            20,18,22,23       | s3 worst s4 depth 3 open
            20,22,18,22       | s2 worst s2 depth 2 bounced_back s3 after 1; s4 worst s4 depth 2 open
            20,20.05,20.05    | ''
            """)
    void belowFromTheFirstSuchScoreUntilOneThatIsAsExpected(String scores, String expected) {
        double[] points = Arrays.stream(scores.split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        List<Course> reference = alike(60, 12, 12, 12, 12);
        assertThat(Sketches.told(against(reference, open(points)).below())).isEqualTo(expected);
    }

    @Test
    void anEndedCourseIsNotBackWithThreeLaterScoresAndNotKnownWithFewer() {
        List<Course> reference = alike(60, 8, 8, 8, 8, 8);
        Course three =
                CourseSketch.dated().scores("phq9", 20, 22, 22, 22, 22).ended().course();
        Course two = CourseSketch.dated().scores("phq9", 20, 22, 22, 22).ended().course();

        assertThat(against(reference, three).below())
                .singleElement()
                .matches(e -> e.status() == EpisodeStatus.NOT_BACK);
        assertThat(against(reference, two).below())
                .singleElement()
                .matches(e -> e.status() == EpisodeStatus.ENDED_BEFORE_KNOWN);
        assertThat(against(reference, open(20, 22)).belowNow()).isTrue();
        assertThat(against(reference, open(20, 22, 9)).belowNow()).isFalse();
    }

    @Test
    void aCourseThatMayHaveBeenRunningBeforeIsNeitherHeldNorAReference() {
        Course course = CourseSketch.dated()
                .scores("phq9", 20, 22)
                .ended()
                .leftTruncated()
                .course();

        assertThat(ResponseTally.of(course, series(course), Direction.LOWER)).isEqualTo(ResponseTally.NONE);
        assertThat(against(alike(60, 8), course)).isEqualTo(ExpectedCourse.NONE);
        Course running = open(20, 22);
        assertThat(ResponseTally.of(running, series(running), Direction.LOWER)).isEqualTo(ResponseTally.NONE);
    }

    @Test
    void withoutReferencesAndWithOneScoreThereIsNothing() {
        assertThat(standings(against(List.of(), open(20, 22)))).isEqualTo("NOT");
        assertThat(against(alike(60, 8), open(20))).isEqualTo(ExpectedCourse.NONE);
    }

    @ParameterizedTest(name = "{0} {1} session {2}: {3}")
    @CsvSource({
        "LOWER, 15, 2, 17.99, AS_EXPECTED",
        "LOWER, 15, 2, 18, BELOW_EXPECTED",
        "LOWER, 15, 3, 27, NOT_CHECKED",
        "LOWER, 9, 2, 27, NOT_CHECKED",
        "HIGHER, 15, 2, 6.01, AS_EXPECTED",
        "HIGHER, 15, 2, 6, BELOW_EXPECTED"
    })
    void aTableOfTheProfileExpectsAScoreAndAStepIsTooMuch(
            Direction better, double first, int session, double score, Standing standing) {
        List<ExpectedBand> table = List.of(new ExpectedBand(10, 19, new TreeMap<>(Map.of(2, 12.0, 4, 9.0))));
        double[] scores = new double[session];
        Arrays.fill(scores, Double.NaN);
        scores[0] = first;
        scores[session - 1] = score;
        Course course = open(scores);

        assertThat(ExpectedCourse.of(
                                course, series(course), phq9(better), new SuppliedCourses(table, 6, better), WINDOW)
                        .scores()
                        .get(0)
                        .standing())
                .isEqualTo(standing);
    }

    @Test
    void aboutOneInTenScoresIsBelowByConstruction() {
        Random random = new Random(11);
        List<Course> all = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            double start = 14 + random.nextInt(12);
            double[] scores = new double[8];
            for (int s = 0; s < scores.length; s++) {
                scores[s] = s == 0 ? start : Math.max(0, start - s + 2.5 * random.nextGaussian());
            }
            all.add(CourseSketch.dated()
                    .client("c" + i)
                    .scores("phq9", scores)
                    .ended()
                    .course());
        }
        OwnCourses own = OwnCourses.settle(tally(all, Direction.LOWER), 5, Direction.LOWER);
        Yardstick noCutoff = new Yardstick(
                phq9(Direction.LOWER).measure(),
                OptionalDouble.of(6),
                true,
                OptionalDouble.of(6),
                Optional.empty(),
                OptionalDouble.empty());
        long below = 0;
        long checked = 0;
        for (Course course : all) {
            for (ExpectedCourse.Checked score : ExpectedCourse.of(course, series(course), noCutoff, own, WINDOW)
                    .scores()) {
                checked += score.standing() == Standing.NOT_CHECKED ? 0 : 1;
                below += score.standing() == Standing.BELOW_EXPECTED ? 1 : 0;
            }
        }
        assertThat(checked).isEqualTo(600 * 7);
        assertThat(below / (double) checked).isCloseTo(0.10, within(0.01));
    }

    @Test
    void timesBelowAreListedWhereTheProfileListsThemAndNeverCounted() {
        List<Course> reference = alike(60, 8, 8);
        Course course = open(20, 22, 9);
        EpisodeRules on = EpisodeRules.DEFAULT.withExpectedBands(5);
        for (boolean listed : new boolean[] {false, true}) {
            DetectionSettings settings =
                    SETTINGS.with(listed ? on.withSetbacks(SetbackRule.S1, EnumSet.of(SetbackRule.S7)) : on);
            SampleTally sample = SampleTally.NONE;
            for (Course other : reference) {
                sample = sample.plus(
                        SampleTally.of(other, List.of(phq9(Direction.LOWER).measure()), settings));
            }
            Instruments instruments = Instruments.settle(
                    Optional.of(phq9(Direction.LOWER).measure()),
                    Optional.empty(),
                    List.of(phq9(Direction.LOWER).measure()),
                    sample,
                    OptionalInt.empty(),
                    settings);
            CourseFindings findings = CourseFindings.of(course, instruments);

            assertThat(Sketches.told(findings.expected().below()))
                    .isEqualTo("s2 worst s2 depth 6 bounced_back s3 after 1");
            assertThat(findings.episodes(EpisodeKind.SETBACK, EpisodeSource.SCORE))
                    .hasSize(listed ? 1 : 0);
            assertThat(findings.episodes()).noneMatch(Episode::countedSetback);
        }
    }
}
