package mendline.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mendline.detect.CourseFindings;
import mendline.detect.Instruments;
import mendline.model.Course;
import mendline.model.Period;
import org.junit.jupiter.api.Test;

/** What a course adds to its site. */
class SitesOfACourseTest {
    private static PracticeSummary summary(String told) {
        Instruments instruments = Told.instruments("2026-12-31", false);
        Course course = Told.course("C1", told);
        return Summaries.of(List.of(CourseFindings.of(course, instruments)), instruments);
    }

    @Test
    void anEndedCourseCountsAtItsSiteWithItsTherapistUnnamed() {
        PracticeSummary improved = summary("weekly 2026-01-05 phq9=18,16,10 / planned 2026-01-31");
        assertThat(improved.categories(Topic.SITE_FINISHED, Period.everything()))
                .containsOnlyKeys("North")
                .containsValue(1L);
        assertThat(improved.categories(Topic.SITE_IMPROVED, Period.everything()))
                .containsOnlyKeys("North");
        assertThat(improved.categories(Topic.SITE_THERAPIST, Period.everything())
                        .keySet())
                .hasSize(1)
                .allMatch(category -> category.matches("North\\|[0-9a-f]{1,16}"))
                .noneMatch(category -> category.contains("T1"));
    }

    @Test
    void anUnchangedCourseCountsWithoutImprovementAndAnOpenOneNotAtAll() {
        PracticeSummary unchanged = summary("weekly 2026-01-05 phq9=18,16,17 / planned 2026-01-31");
        assertThat(unchanged.categories(Topic.SITE_FINISHED, Period.everything()))
                .containsOnlyKeys("North");
        assertThat(unchanged.categories(Topic.SITE_IMPROVED, Period.everything()))
                .isEmpty();
        PracticeSummary open = summary("weekly 2026-01-05 phq9=18,16,10");
        assertThat(open.categories(Topic.SITE_FINISHED, Period.everything())).isEmpty();
    }

    @Test
    void sitesAddUpToTheServicesOwnRate() {
        Instruments instruments = SamplePractice.instruments();
        PracticeSummary summary = Summaries.of(SamplePractice.findings(instruments), instruments);
        Ratio all = summary.ratio(Metric.RELIABLE_IMPROVEMENT, Period.everything());
        assertThat(sum(summary, Topic.SITE_FINISHED))
                .isEqualTo(all.denominator())
                .isPositive();
        assertThat(sum(summary, Topic.SITE_IMPROVED)).isEqualTo(all.numerator());
    }

    private static long sum(PracticeSummary summary, Topic topic) {
        return summary.categories(topic, Period.everything()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
