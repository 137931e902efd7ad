package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import mendline.aggregate.ExpectedByChance;
import mendline.aggregate.LandmarkRow;
import mendline.aggregate.Metric;
import mendline.aggregate.Topic;
import mendline.detect.ChanceCounts;
import mendline.detect.LandmarkGroup;
import mendline.detect.LandmarkVariant;
import mendline.stats.Histogram;
import mendline.stats.Moments;
import mendline.stats.SurvivalTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairsAndOutcomesPageTest {
    private final Ledger ledger = new Ledger();

    private static SampleInput groups(int noDip, int repaired, int notYet) {
        SampleInput sample = SampleInput.dated().ratio(Metric.DIPS_PER_100, 52, 3000);
        group(sample, "no_dip", 350, noDip);
        group(sample, "dip_repaired", 310, repaired);
        group(sample, "dip_not_yet_repaired", -40, notYet);
        return sample;
    }

    private static void group(SampleInput sample, String key, long improvement, int n) {
        if (n > 0) {
            sample.moments(Topic.LANDMARK_IMPROVEMENT, key, SampleInput.around(improvement, 150, n))
                    .moments(Topic.LANDMARK_START, key, SampleInput.around(1400, 200, n))
                    .moments(Topic.LANDMARK_SESSIONS, key, SampleInput.around(14, 2, n));
        }
    }

    private static ExpectedByChance chance(int a, int b) {
        return new ExpectedByChance(dips(a), dips(b));
    }

    private static ChanceCounts dips(int found) {
        TreeMap<Integer, Long> months = new TreeMap<>();
        months.put(SampleInput.SEPTEMBER, 100L * found);
        return new ChanceCounts(
                100,
                new Histogram(months),
                Histogram.NONE,
                SurvivalTally.NONE,
                Histogram.NONE,
                Histogram.NONE,
                SurvivalTally.NONE,
                Moments.NONE,
                Moments.NONE);
    }

    private Page page(SampleInput sample) {
        Page page = RepairsAndOutcomesPage.of(sample.input(), ledger);
        PageText.obeysTheLaws(page, ledger);
        return page;
    }

    @Test
    void comparesTheGroupsWhenEachHasTenCourses() {
        Page page = page(groups(120, 10, 20).chance(chance(31, 44)));
        assertThat(page.title())
                .isEqualTo("Points of improvement after session 8: 3.1 with a dip repaired, 3.5 without a dip, −0.4 "
                        + "with a dip not yet repaired");
        assertThat(PageText.tables(page)).hasSize(2);
        assertThat(PageText.cell(page, "Dip, repaired", 1)).isEqualTo("10");
        assertThat(PageText.cell(page, "Dip, repaired", 2)).isEqualTo("14.0");
        assertThat(PageText.cell(page, "Dip, repaired", 5)).isEqualTo("14.0");
        assertThat(PageText.of(page))
                .contains("The data hold 52 dips; chance alone would give about 31 to 44 in the same courses")
                .contains("not targets");
    }

    /** Courses whose later score depends on the score at the landmark and, for those not yet repaired, on the group. */
    private static SampleInput courses(int each, int worse, boolean therapists) {
        SampleInput sample = SampleInput.dated().ratio(Metric.DIPS_PER_100, 52, 3000);
        Random random = new Random(5);
        long draw = 0;
        for (LandmarkGroup group : LandmarkGroup.values()) {
            for (int i = 0; i < each; i++) {
                int at = 1400 + (int) Math.round(400 * random.nextGaussian());
                int after = (int) Math.round(0.6 * at + 200 * random.nextGaussian())
                        + (group == LandmarkGroup.DIP_NOT_YET_REPAIRED ? worse : 0);
                sample.landmarkRow(new LandmarkRow(draw++, group, at, after, 12 + i % 5, therapists ? "T" + i % 8 : ""))
                        .moments(Topic.LANDMARK_IMPROVEMENT, group.key(), at - after)
                        .moments(Topic.LANDMARK_START, group.key(), at)
                        .moments(Topic.LANDMARK_SESSIONS, group.key(), 12 + i % 5);
            }
        }
        return sample;
    }

    @Test
    void setsGroupsAtTheSameScoreWhereCoursesAreKnown() {
        Page page = page(courses(60, 300, false));
        assertThat(page.title())
                .startsWith("At the same score at session 8, a dip not yet repaired went with ")
                .contains(" points less than no dip")
                .contains("a dip repaired went with ");
        Figure figure = PageText.figures(page).get(0);
        assertThat(figure.series().get(0).points()).hasSize(3);
        assertThat(figure.series().get(0).points().get(1).y().orElseThrow()).isCloseTo(-3, within(0.8));
        assertThat(PageText.tables(page)).hasSize(3);
        assertThat(PageText.of(page))
                .contains("Something unmeasured would have to go with both")
                .contains("errors HC3")
                .contains("the means of the groups are not adjusted")
                .doesNotContain("the means above are not adjusted");
        assertThat(ledger.rows())
                .anySatisfy(row -> assertThat(row.id())
                        .isEqualTo("repairs_outcomes.adjusted_difference_in_sds_dip_repaired_v_no_dip"));
    }

    @Test
    void setsOtherChoicesBesideTheOneOfTheProfile() {
        SampleInput sample = courses(20, 300, false);
        long draw = 0;
        for (LandmarkGroup group : LandmarkGroup.values()) {
            for (int i = 0; i < 30; i++) {
                sample.landmarkRow(
                        LandmarkVariant.EARLIER,
                        new LandmarkRow(draw++, group, 1000 + 10 * i, 500 + 10 * i + i % 3, 9 + i % 3, ""));
            }
        }
        Page page = page(sample);
        String earlier = "Session 6, detector A, k = 2.5";
        assertThat(PageText.cell(page, earlier, 1)).isEqualTo("30 / 30 / 30");
        assertThat(PageText.cell(page, earlier, 2)).isEqualTo("10.0 / 10.0 / 10.0");
        assertThat(PageText.cell(page, earlier, 3)).isEqualTo("0.00");
        assertThat(PageText.cell(page, "Session 8, detector A, k = 2.5 (as above)", 1))
                .isEqualTo("20 / 20 / 20");
        assertThat(PageText.cell(page, "Session 8, detector B (own control chart)", 4))
                .isEqualTo("too few");
    }

    private static SampleInput whole(SampleInput sample, long repaired, int n) {
        String[] groups = {"no_dip", "dip_repaired", "dip_not_yet_repaired"};
        long[] improvement = {400, repaired, 380};
        for (int g = 0; g < groups.length; g++) {
            sample.moments(Topic.WHOLE_COURSE_IMPROVEMENT, groups[g], SampleInput.around(improvement[g], 150, n))
                    .moments(Topic.WHOLE_COURSE_SESSIONS, groups[g], SampleInput.around(10 + 4 * g, 2, n));
        }
        return sample;
    }

    @Test
    void putsTheNaiveComparisonBesideItAndSaysThatTimeBiasesIt() {
        Page page = page(whole(courses(60, 300, false), 900, 80));
        String contrast = "Dip, repaired against no dip";
        Block.Table naive = PageText.tables(page).get(2);
        assertThat(naive.caption()).contains("biased by time");
        Block.Row row = naive.rows().get(0);
        assertThat(row.cells())
                .extracting(PageText::text)
                .startsWith(contrast, "−0.1")
                .endsWith("80 / 80", "14.0 / 10.0");
        assertThat(PageText.of(page))
                .contains("differ in sign or by more than half for dip, repaired against no dip")
                .contains("go by the comparison at session 8, which stands first");
        assertThat(page.title()).startsWith("At the same score at session 8");
    }

    @ParameterizedTest(name = "{0} at the landmark, {1} of whole courses: {2}")
    @CsvSource({
        "100, 100, false",
        "100, 150, false",
        "100, 151, true",
        "100, 49, true",
        "100, -1, true",
        "-100, -50, false"
    })
    void twoEstimatesDisagreeInSignOrByMoreThanHalf(double landmark, double whole, boolean disagree) {
        assertThat(WholeCourses.disagrees(landmark, whole)).isEqualTo(disagree);
    }

    @Test
    void leavesTheNaiveComparisonOutWhereAGroupIsSmall() {
        assertThat(PageText.of(page(whole(courses(60, 300, false), 900, 9)))).doesNotContain("naive");
    }

    @Test
    void saysHowManyEndedWithoutALaterScore() {
        Page page = page(courses(30, 0, false)
                .count(Topic.LANDMARK_FOLLOWED, "dip_repaired:yes", 28)
                .count(Topic.LANDMARK_FOLLOWED, "dip_repaired:no", 4));
        assertThat(PageText.cell(page, "Dip, repaired", 6)).isEqualTo("4 of 32");
    }

    @Test
    void allowsForTherapistsWhereTheyAreKnown() {
        assertThat(PageText.of(page(courses(40, 0, true)))).contains("8 therapists, errors CR2");
    }

    @Test
    void saysSoWhenNothingStandsOut() {
        Page page = page(courses(12, 0, false));
        assertThat(page.title()).startsWith("What followed session 8 cannot be told apart: 12 courses without a dip");
        assertThat(PageText.of(page)).contains("None of the three differences stands out");
    }

    @Test
    void saysWhyGroupsCouldNotBeSetAtTheSameScore() {
        assertThat(PageText.of(page(groups(20, 20, 20))))
                .contains("could not be set at the same score at session 8: there are too few groups of rows.");
    }

    @Test
    void nineInOneGroupLeavesOnlyTheCounts() {
        Page page = page(groups(120, 9, 20));
        assertThat(page.title()).isEqualTo("Too few courses to set repairs beside outcomes");
        assertThat(PageText.figures(page)).isEmpty();
        assertThat(PageText.cell(page, "Dip, repaired", 1)).isEqualTo("9");
        assertThat(PageText.of(page))
                .doesNotContain("3.1")
                .contains("How many chance alone would give is not known here.");
    }

    @Test
    void drawsMeansWithTheirIntervals() {
        Figure figure = PageText.figures(page(groups(12, 12, 12))).get(0);
        List<Point> points = figure.series().get(0).points();
        assertThat(points).extracting(Point::x).containsExactly("No dip", "Dip, repaired", "Dip, not yet repaired");
        assertThat(points.get(1).y().orElseThrow()).isEqualTo(3.1);
        assertThat(points.get(1).lower().orElseThrow()).isCloseTo(3.1 - 0.9954, within(0.001));
        assertThat(points.get(1).n()).hasValue(12);
        assertThat(figure.y().min()).isEmpty();
        assertThat(figure.alt()).contains("dip, repaired 3.1 (95 % interval 2.1 to 4.1), n = 12");
    }

    @Test
    void saysWhichDifferencesLeaveOutZero() {
        assertThat(PageText.of(page(groups(100, 100, 100))))
                .contains("leaves out zero for dip, not yet repaired against no dip (−3.9 points")
                .contains("dip, repaired against not yet repaired (3.5 points");
    }

    @Test
    void saysWhenNoDifferenceCanBeSeen() {
        SampleInput sample = SampleInput.dated();
        for (String key : List.of("no_dip", "dip_repaired", "dip_not_yet_repaired")) {
            group(sample, key, 200, 12);
        }
        assertThat(PageText.of(page(sample)))
                .startsWith("Repairs and outcomes\nWhat followed session 8 cannot be told apart: 12 courses without a "
                        + "dip, 12 with a dip repaired, 12 not yet\n")
                .contains("No interval leaves out zero");
    }

    @Test
    void tenAgainstTenShowsDifferencesFromAboutOneAndAThird() {
        Page page = page(groups(10, 10, 9));
        assertThat(PageText.cell(page, "Dip, repaired against no dip", 1)).isEqualTo("1.3");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(PageText.of(page(groups(20, 20, 20).alliance(Optional.empty()))))
                .contains("no alliance measure");
        assertThat(PageText.of(RepairsAndOutcomesPage.of(
                        groups(20, 20, 20).primary(Optional.empty()).input(), new Ledger())))
                .contains("no outcome measure");
        assertThat(PageText.of(
                        RepairsAndOutcomesPage.of(groups(20, 20, 20).noScale().input(), new Ledger())))
                .contains("too few alliance scores");
    }

    @Test
    void saysWhenNoCourseReachedTheLandmark() {
        Page page = page(SampleInput.undated());
        assertThat(page.title()).isEqualTo("No course has scores on both sides of session 8 yet");
        assertThat(PageText.tables(page)).isEmpty();
    }
}
