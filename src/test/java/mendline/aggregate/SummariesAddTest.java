package mendline.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import mendline.detect.CourseFindings;
import mendline.detect.EpisodeStatus;
import mendline.detect.Instruments;
import mendline.detect.LandmarkGroup;
import mendline.detect.LandmarkVariant;
import mendline.model.CurveSettings;
import mendline.model.DetectionSettings;
import mendline.model.Period;
import mendline.stats.Exit;
import mendline.stats.SurvivalTally;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same summary comes out however the courses are split and in whatever order the parts are added. */
class SummariesAddTest {
    private static final int PARTS = 12;

    private static Instruments instruments;
    private static List<CourseFindings> findings;
    private static List<PracticeSummary> parts;
    private static PracticeSummary whole;

    @BeforeAll
    static void findOnce() {
        instruments = SamplePractice.instruments();
        findings = SamplePractice.findings(instruments);
        whole = Summaries.of(findings, instruments);
        parts = new ArrayList<>();
        for (List<CourseFindings> part : dealt(findings, PARTS, new Random(7))) {
            parts.add(Summaries.of(part, instruments));
        }
    }

    /** Dealt out at random, so that a part may have many or none. */
    private static <T> List<List<T>> dealt(List<T> all, int hands, Random random) {
        List<List<T>> dealt = new ArrayList<>();
        for (int i = 0; i < hands; i++) {
            dealt.add(new ArrayList<>());
        }
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(one -> dealt.get(random.nextInt(hands)).add(one));
        return dealt;
    }

    @Test
    void theSampleHasSomethingOfEverythingThatIsAdded() {
        assertThat(findings).hasSizeGreaterThan(400);
        assertThat(whole.counts()).hasSizeGreaterThan(1000);
        assertThat(whole.moments()).isNotEmpty();
        assertThat(whole.histograms()).isNotEmpty();
        assertThat(whole.survivals()).isNotEmpty();
        assertThat(whole.strips()).isNotEmpty();
        assertThat(whole.landmarkRows()).hasSizeGreaterThan(50);
        assertThat(whole.landmarks())
                .containsOnlyKeys(
                        LandmarkVariant.MAIN,
                        LandmarkVariant.EARLIER,
                        LandmarkVariant.LATER,
                        LandmarkVariant.LOW_THRESHOLD,
                        LandmarkVariant.HIGH_THRESHOLD,
                        LandmarkVariant.CHART);
        assertThat(whole.modelRows().rows()).hasSizeGreaterThan(50);
        assertThat(whole.counts().keySet())
                .extracting(Fact::topic)
                .contains(
                        Topic.NUMERATOR,
                        Topic.SETBACK_STATUS,
                        Topic.DIP_STATUS,
                        Topic.RUPTURE_STATUS,
                        Topic.SHAPE,
                        Topic.STUCK,
                        Topic.SERVICE);
        assertThat(parts).doesNotContain(whole);
    }

    @Test
    void everyOrderAndEveryBracketingGivesTheSame() {
        Random random = new Random(20_260_901);
        for (int i = 0; i < 200; i++) {
            List<PracticeSummary> open = new ArrayList<>(parts);
            while (open.size() > 1) {
                PracticeSummary one = open.remove(random.nextInt(open.size()));
                int other = random.nextInt(open.size());
                open.set(
                        other,
                        random.nextBoolean()
                                ? one.plus(open.get(other))
                                : open.get(other).plus(one));
            }
            assertThat(open.get(0).equals(whole)).as("draw " + i).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 499})
    void everySplitOfTheCoursesGivesTheSame(int hands) {
        Stream<PracticeSummary> counted =
                dealt(findings, hands, new Random(hands)).stream().map(hand -> Summaries.of(hand, instruments));
        assertThat(Summaries.sum(counted)).isEqualTo(whole);
    }

    @Test
    void nothingAddsNothing() {
        assertThat(whole.plus(PracticeSummary.NONE)).isEqualTo(whole);
        assertThat(PracticeSummary.NONE.plus(whole)).isEqualTo(whole);
        assertThat(Summaries.of(List.of(), instruments)).isEqualTo(PracticeSummary.NONE);
        assertThat(Summaries.sum(Stream.empty())).isEqualTo(PracticeSummary.NONE);
    }

    @Test
    void oneCourseLessIsAnotherSummary() {
        assertThat(Summaries.of(findings.subList(1, findings.size()), instruments))
                .isNotEqualTo(whole);
    }

    @Test
    void theLatestStripsAreKeptWhicheverSideTheyStandOn() {
        List<Strip> many = new ArrayList<>();
        for (int i = 0; i < 2 * PracticeSummary.STRIPS_KEPT; i++) {
            many.add(new Strip(20_000 + i, 20_005 + i, 20_010 + i, EpisodeStatus.OPEN));
        }
        Collections.shuffle(many, new Random(3));
        PracticeSummary early = strips(many.subList(0, 300));
        PracticeSummary middle = strips(many.subList(300, 550));
        PracticeSummary late = strips(many.subList(550, many.size()));
        PracticeSummary all = strips(many);
        assertThat(all.strips()).hasSize(PracticeSummary.STRIPS_KEPT);
        assertThat(all.strips().get(0).onsetDay()).isEqualTo(20_000 + 2 * PracticeSummary.STRIPS_KEPT - 1);
        assertThat(early.plus(middle).plus(late)).isEqualTo(all);
        assertThat(late.plus(early.plus(middle))).isEqualTo(all);
        assertThat(middle.plus(late).plus(early)).isEqualTo(all);
    }

    @Test
    void everyCourseAtTheLandmarkHasARow() {
        long courses = 0;
        for (LandmarkGroup group : LandmarkGroup.values()) {
            courses += whole.moments(Topic.LANDMARK_IMPROVEMENT, group.key(), Period.everything())
                    .n();
        }
        assertThat(whole.landmarkRows()).hasSize((int) courses);
    }

    @Test
    void curvesOfAllSetbacksWithEndingsAddToo() {
        Instruments run = SamplePractice.instruments(DetectionSettings.DEFAULT.with(new CurveSettings(
                CurveSettings.Back.FULL,
                CurveSettings.Clock.DAYS,
                CurveSettings.Setbacks.ALL,
                CurveSettings.Endings.COMPETING,
                Optional.empty())));
        List<CourseFindings> found = SamplePractice.findings(run);
        PracticeSummary all = Summaries.of(found, run);
        PracticeSummary dealt =
                Summaries.sum(dealt(found, 9, new Random(11)).stream().map(hand -> Summaries.of(hand, run)));
        assertThat(dealt).isEqualTo(all);
        Period ever = Period.everything();
        for (Topic topic : List.of(Topic.BOUNCE, Topic.BOUNCE_ENDINGS, Topic.REPAIR, Topic.REPAIR_ENDINGS)) {
            SurvivalTally people = all.people(topic, ever).stream().reduce(SurvivalTally.NONE, SurvivalTally::plus);
            assertThat(people).as("%s", topic).isEqualTo(all.survival(topic, "", ever));
            assertThat(people.total()).isGreaterThan(all.people(topic, ever).size());
        }
        assertThat(all.survival(Topic.BOUNCE, "", ever).total() + all.count(Topic.BOUNCE_NOT_FOLLOWED, "", ever))
                .isEqualTo(all.count(Topic.NUMERATOR, Metric.SETBACKS_PER_100.key(), ever));
        assertThat(whole.survival(Topic.BOUNCE, "", ever).total())
                .isLessThan(all.survival(Topic.BOUNCE, "", ever).total());
        assertThat(whole.survival(Topic.BOUNCE_ENDINGS, "", ever).total()).isZero();
    }

    @Test
    void groupsOfFirstSetbacksAddUpToTheCurve() {
        Instruments run = SamplePractice.instruments(DetectionSettings.DEFAULT.with(new CurveSettings(
                CurveSettings.Back.HALF,
                CurveSettings.Clock.SCORES,
                CurveSettings.Setbacks.FIRST,
                CurveSettings.Endings.CENSORED,
                Optional.of(CurveSettings.ONSET))));
        PracticeSummary all = Summaries.of(SamplePractice.findings(run), run);
        List<CurveGroup> groups = all.curveGroups(Period.everything());
        assertThat(groups).extracting(CurveGroup::name).containsExactly(CurveGroup.EARLY, CurveGroup.LATE);
        assertThat(groups.get(0).tally().plus(groups.get(1).tally()))
                .isEqualTo(all.survival(Topic.BOUNCE, "", Period.everything()));
        assertThat(groups).allSatisfy(group -> assertThat(group.therapists()).isPositive());
    }

    @Test
    void theSameCurveRowsAreKeptWhicheverSideTheyStandOn() {
        int kept = PracticeSummary.CURVE_ROWS_KEPT;
        List<CurveRow> many = new ArrayList<>();
        for (int i = 0; i < kept + 1000; i++) {
            many.add(new CurveRow(i, Topic.REPAIR, 5, i % 7, Exit.EVENT));
        }
        Collections.shuffle(many, new Random(5));
        PracticeSummary none = PracticeSummary.NONE;
        List<PracticeSummary> three = Stream.of(
                        many.subList(0, 700), many.subList(700, kept), many.subList(kept, many.size()))
                .map(rows -> new PracticeSummary(
                        none.counts(),
                        none.moments(),
                        none.histograms(),
                        none.survivals(),
                        List.of(),
                        new TreeMap<>(),
                        none.modelRows(),
                        new DrawnRows<>(kept, rows)))
                .toList();
        PracticeSummary forward = three.get(0).plus(three.get(1)).plus(three.get(2));
        assertThat(forward.curveRows().rows()).hasSize(kept);
        assertThat(forward.curveRows().rows().get(kept - 1).person()).isEqualTo(kept - 1);
        assertThat(three.get(2).plus(three.get(1).plus(three.get(0))).equals(forward))
                .isTrue();
    }

    @Test
    void theSameLandmarkRowsAreKeptWhicheverSideTheyStandOn() {
        int kept = PracticeSummary.LANDMARK_ROWS_KEPT;
        List<LandmarkRow> many = new ArrayList<>();
        for (int i = 0; i < kept + 1000; i++) {
            many.add(new LandmarkRow(i, LandmarkGroup.NO_DIP, 1000, 900, 12, "T1"));
        }
        Collections.shuffle(many, new Random(4));
        PracticeSummary early = rows(many.subList(0, 700));
        PracticeSummary middle = rows(many.subList(700, kept));
        PracticeSummary late = rows(many.subList(kept, many.size()));
        PracticeSummary all = rows(many);
        assertThat(all.landmarkRows()).hasSize(kept);
        assertThat(all.landmarkRows().get(kept - 1).draw()).isEqualTo(kept - 1);
        assertThat(early.plus(middle).plus(late).equals(all)).isTrue();
        assertThat(late.plus(middle.plus(early)).equals(all)).isTrue();
    }

    private static PracticeSummary rows(List<LandmarkRow> rows) {
        PracticeSummary none = PracticeSummary.NONE;
        TreeMap<LandmarkVariant, DrawnRows<LandmarkRow>> landmarks = new TreeMap<>();
        landmarks.put(LandmarkVariant.MAIN, new DrawnRows<>(PracticeSummary.LANDMARK_ROWS_KEPT, rows));
        return new PracticeSummary(
                none.counts(),
                none.moments(),
                none.histograms(),
                none.survivals(),
                List.of(),
                landmarks,
                none.modelRows());
    }

    private static PracticeSummary strips(List<Strip> strips) {
        PracticeSummary none = PracticeSummary.NONE;
        return new PracticeSummary(
                none.counts(),
                none.moments(),
                none.histograms(),
                none.survivals(),
                strips,
                new TreeMap<>(),
                none.modelRows());
    }
}
