package mendline.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import mendline.detect.CourseFindings;
import mendline.detect.Instruments;
import mendline.detect.LandmarkGroup;
import mendline.stats.CrossSums;
import mendline.stats.LinearEstimate;
import mendline.stats.Reference;
import mendline.stats.Refusal;
import org.junit.jupiter.api.Test;

/** The models of page 7 from rows of courses, on the same synthetic courses as the reference values of R. */
class ModelsOfCoursesTest {
    private static final LandmarkGroup[] GROUPS = {
        LandmarkGroup.NO_DIP, LandmarkGroup.DIP_REPAIRED, LandmarkGroup.DIP_NOT_YET_REPAIRED
    };

    private static List<ModelRow> courses(String set) {
        Map<String, List<Map<String, String>>> courses = new TreeMap<>();
        for (Map<String, String> line : Reference.byColumn("clustered-courses")) {
            if (line.get("set").equals(set)) {
                courses.computeIfAbsent(line.get("course"), key -> new ArrayList<>())
                        .add(line);
            }
        }
        assertThat(courses).isNotEmpty();
        List<ModelRow> rows = new ArrayList<>();
        for (List<Map<String, String>> course : courses.values()) {
            CrossSums growth = CrossSums.none(2);
            CrossSums pairs = CrossSums.none(4);
            CrossSums[] states = {CrossSums.none(2), CrossSums.none(2), CrossSums.none(2)};
            for (Map<String, String> line : course) {
                int state = whole(line, "state");
                growth = growth.with(whole(line, "t"), whole(line, "y"));
                states[state] = states[state].with(whole(line, "t"), whole(line, "y"));
                pairs = pairs.with(whole(line, "t"), whole(line, "alliance"), whole(line, "y"), whole(line, "later"));
            }
            rows.add(new ModelRow(
                    rows.size(),
                    Optional.of(GROUPS[whole(course.get(0), "group")]),
                    growth,
                    states[0],
                    states[1],
                    states[2],
                    pairs,
                    "T" + course.get(0).get("therapist")));
        }
        return rows;
    }

    private static int whole(Map<String, String> line, String column) {
        return Integer.parseInt(line.get(column));
    }

    private static void same(LinearEstimate found, String set, String design, String random, int column) {
        Map<String, String> expected = Reference.byColumn("clustered-mixed").stream()
                .filter(line -> line.get("set").equals(set)
                        && line.get("design").equals(design)
                        && line.get("random").equals(random)
                        && line.get("column").equals("" + column))
                .findFirst()
                .orElseThrow();
        double error = Double.parseDouble(expected.get("cr2_error"));
        assertThat(found.value()).isCloseTo(Double.parseDouble(expected.get("value")), within(1e-5 * error));
        assertThat(found.standardError()).isCloseTo(error, within(1e-4 * error));
        assertThat(found.degreesOfFreedom()).isCloseTo(Double.parseDouble(expected.get("cr2_df")), within(1e-2));
    }

    @Test
    void growthIsTheDifferenceInSlopes() {
        GroupContrasts found = GroupContrasts.growth(courses("twelve"), 10).orElseThrow();
        assertThat(found.courses()).isEqualTo(60);
        assertThat(found.therapists()).isEqualTo(12);
        assertThat(found.interceptOnly()).isFalse();
        same(found.difference(LandmarkGroup.DIP_REPAIRED, LandmarkGroup.NO_DIP), "twelve", "growth", "slope", 4);
        same(
                found.difference(LandmarkGroup.DIP_NOT_YET_REPAIRED, LandmarkGroup.NO_DIP),
                "twelve",
                "growth",
                "slope",
                5);
        double apart = found.difference(LandmarkGroup.DIP_REPAIRED, LandmarkGroup.NO_DIP)
                        .value()
                - found.difference(LandmarkGroup.DIP_NOT_YET_REPAIRED, LandmarkGroup.NO_DIP)
                        .value();
        assertThat(found.difference(LandmarkGroup.DIP_REPAIRED, LandmarkGroup.DIP_NOT_YET_REPAIRED)
                        .value())
                .isCloseTo(apart, within(1e-9));
    }

    @Test
    void theStateBeforeEachScoreChangesOverTime() {
        GroupContrasts found = GroupContrasts.states(courses("uneven"), 10).orElseThrow();
        same(found.difference(LandmarkGroup.DIP_REPAIRED, LandmarkGroup.NO_DIP), "uneven", "exposure", "slope", 2);
        same(
                found.difference(LandmarkGroup.DIP_NOT_YET_REPAIRED, LandmarkGroup.NO_DIP),
                "uneven",
                "exposure",
                "slope",
                3);
    }

    @Test
    void theAllianceWithinAndBetweenCourses() {
        WithinBetween found = WithinBetween.of(courses("by_therapist")).orElseThrow();
        same(found.within(), "by_therapist", "within_between", "intercept", 1);
        same(found.between(), "by_therapist", "within_between", "intercept", 2);
        same(found.withinAlone(), "by_therapist", "within_between_without", "intercept", 1);
        same(found.betweenAlone(), "by_therapist", "within_between_without", "intercept", 2);
    }

    @Test
    void aSlopeThatDoesNotVaryLeavesARandomInterceptOnly() {
        List<ModelRow> rows = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            CrossSums growth = CrossSums.none(2);
            // Alternating about one common line: less than no variance is left for slopes.
            for (int t = 1; t <= 6; t++) {
                growth = growth.with(t, 100 * t + (t % 2 == 0 ? 300 : -300) + random.nextInt(5) + 10 * (i % 7));
            }
            CrossSums none = CrossSums.none(2);
            rows.add(new ModelRow(i, Optional.of(GROUPS[i % 3]), growth, none, none, none, CrossSums.none(4), ""));
        }
        GroupContrasts found = GroupContrasts.growth(rows, 10).orElseThrow();
        assertThat(found.interceptOnly()).isTrue();
        assertThat(found.therapists()).isZero();
        assertThat(found.contrasts())
                .allSatisfy(contrast ->
                        assertThat(contrast.difference().degreesOfFreedom()).isInfinite());
    }

    @Test
    void tooFewCoursesAreRefused() {
        List<ModelRow> rows = courses("twelve");
        assertThat(GroupContrasts.growth(rows.subList(0, 29), 5).refusal()).contains(Refusal.TOO_FEW_GROUPS);
        assertThat(GroupContrasts.growth(rows.subList(0, 30), 5).value()).isPresent();
        assertThat(GroupContrasts.growth(rows, 21).refusal()).contains(Refusal.TOO_FEW_GROUPS);
        assertThat(GroupContrasts.states(rows, 61).refusal()).contains(Refusal.TOO_FEW_GROUPS);
        assertThat(WithinBetween.of(rows.subList(0, 49)).refusal()).contains(Refusal.TOO_FEW_GROUPS);
        assertThat(WithinBetween.of(List.of()).refusal()).contains(Refusal.TOO_FEW_GROUPS);
        assertThat(GroupContrasts.growth(List.of(), 10).refusal()).contains(Refusal.TOO_FEW_GROUPS);
    }

    @Test
    void theOrderOfCoursesDoesNotMatter() {
        List<ModelRow> rows = courses("uneven");
        List<ModelRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(9));
        assertThat(new DrawnRows<>(1000, shuffled)).isEqualTo(new DrawnRows<>(1000, rows));
    }

    @Test
    void aCourseGivesItsScoresAfterTheLandmarkItsStatesAndItsPairs() {
        Instruments instruments = Told.instruments("2026-12-31", false);
        String told = "weekly 2026-01-05 phq9=20,19,18,17,16,15,14,13,12,11,9 srs=38,37,38,37,28,37,38,37,38,37,38";
        ModelRow row = ModelRow.of(Told.course("c", told), instruments).orElseThrow();
        assertThat(row.group()).contains(LandmarkGroup.DIP_REPAIRED);
        assertThat(row.growth())
                .isEqualTo(CrossSums.none(2).with(1, -1200).with(2, -1100).with(3, -900));
        // Three alliance scores are needed: the state is known from the fourth score on.
        assertThat(row.noDip()).isEqualTo(CrossSums.none(2).with(4, -1700).with(5, -1600));
        assertThat(row.notYet()).isEqualTo(CrossSums.none(2).with(6, -1500));
        assertThat(row.repaired().rows()).isEqualTo(5);
        assertThat(row.repaired().sum(1)).isEqualTo(7 + 8 + 9 + 10 + 11);
        assertThat(row.pairs().rows()).isEqualTo(10);
        assertThat(row.pairs().sum(2)).isEqualTo(100 * (38 + 37 + 38 + 37 + 28 + 37 + 38 + 37 + 38 + 37));
        assertThat(row.pairs().product(1, 4))
                .isEqualTo(
                        -100 * (19 + 2 * 18 + 3 * 17 + 4 * 16 + 5 * 15 + 6 * 14 + 7 * 13 + 8 * 12 + 9 * 11 + 10 * 9));
        assertThat(ModelRow.of(Told.course("c", "weekly 2026-01-05 phq9=20,19 srs=38,37"), instruments))
                .isEmpty();
        assertThat(CourseFindings.of(Told.course("c", told), instruments).landmark())
                .isPresent();
    }
}
