package mendline.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import mendline.detect.CourseFindings;
import mendline.detect.Instruments;
import mendline.detect.LandmarkVariant;
import mendline.model.Period;
import mendline.stats.Moments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one course adds to the comparisons on page 7. The alliance dips at its fifth score and is back at the sixth. */
class LandmarkFactsTest {
    private static final String DIP = " srs=38,37,38,37,28,37,38,37,38,37,38";

    private static PracticeSummary summary(String told) {
        Instruments instruments = Told.instruments("2026-12-31", false);
        return Summaries.of(List.of(CourseFindings.of(Told.course("c", told), instruments)), instruments);
    }

    @ParameterizedTest(name = "{0} scores of the outcome: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            20,19,18,17,16,15,14,13,12 | planned 2026-05-04 | dip_repaired:yes
            20,19,18,17,16,15,14,13    | planned 2026-05-04 | dip_repaired:no
            20,19,18,17,16,15,14,13    |                    | nothing
            """)
    void endedCoursesAtTheLandmarkAreCountedByWhetherAScoreCameAfterIt(String scores, String end, String expected) {
        PracticeSummary summary = summary("weekly 2026-01-05 phq9=" + scores + DIP + (end == null ? "" : " / " + end));
        Map<String, Long> found = summary.categories(Topic.LANDMARK_FOLLOWED, Period.everything());
        assertThat(found).isEqualTo(expected.equals("nothing") ? Map.of() : Map.of(expected, 1L));
    }

    @Test
    void theNaiveComparisonTakesTheWholeCourseFromFirstToLastScore() {
        PracticeSummary summary = summary("weekly 2026-01-05 phq9=20,19,18,17,16,15,14,13,12,11,9" + DIP);
        assertThat(summary.moments(Topic.WHOLE_COURSE_IMPROVEMENT, "dip_repaired", Period.everything()))
                .isEqualTo(Moments.of(1100));
        assertThat(summary.moments(Topic.WHOLE_COURSE_SESSIONS, "dip_repaired", Period.everything()))
                .isEqualTo(Moments.of(11));
    }

    @Test
    void otherChoicesHaveRowsOfTheirOwn() {
        PracticeSummary summary = summary("weekly 2026-01-05 phq9=20,19,18,17,16,15,14,13,12,11,9" + DIP);
        assertThat(summary.landmarkRows(LandmarkVariant.MAIN).get(0).atLandmark())
                .isEqualTo(1300);
        assertThat(summary.landmarkRows(LandmarkVariant.EARLIER).get(0).atLandmark())
                .isEqualTo(1500);
        assertThat(summary.landmarkRows(LandmarkVariant.LATER).get(0).atLandmark())
                .isEqualTo(1100);
        assertThat(summary.landmarkRows(LandmarkVariant.USUAL_THRESHOLD)).isEmpty();
        assertThat(summary.landmarkRows(LandmarkVariant.CHART)).hasSize(1);
        assertThat(summary.landmarkRows(LandmarkVariant.LATER).get(0).attended())
                .isEqualTo(11);
    }

    @Test
    void aCourseThatMayHaveBeenRunningAlreadyCountsNowhere() {
        PracticeSummary summary = summary("left_truncated / weekly 2026-01-05 phq9=20,19,18,17,16,15,14,13,12" + DIP);
        assertThat(summary.landmarks()).isEmpty();
        assertThat(summary.categories(Topic.LANDMARK_FOLLOWED, Period.everything()))
                .isEmpty();
    }
}
