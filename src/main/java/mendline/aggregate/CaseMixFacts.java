package mendline.aggregate;

import java.util.Optional;
import mendline.detect.CourseFindings;
import mendline.detect.Instruments;
import mendline.detect.MeasureOutcome;
import mendline.detect.ServiceOutcome;
import mendline.model.Course;

/** Counts what the case mix of sites is worked out from: first scores by outcome, definition, age band and site. */
final class CaseMixFacts {
    /** The recorded group whose bands are taken for age. */
    static final String AGE_BAND = "group_age_band";

    private CaseMixFacts() {}

    static void count(
            CourseFindings findings, Instruments instruments, ServiceOutcome outcome, int month, Counting counting) {
        Course course = findings.course();
        Optional<MeasureOutcome> primary = instruments
                .primary()
                .flatMap(yardstick -> findings.outcomes().stream()
                        .filter(found -> found.measure().equals(yardstick.key()))
                        .findFirst());
        String category = String.join(
                "|",
                outcome.reliablyImproved() ? "yes" : "no",
                outcome.definition().replace('|', '/'),
                course.groups().getOrDefault(AGE_BAND, "").replace('|', '/'),
                course.site().orElse(""));
        primary.ifPresent(
                found -> found.first().ifPresent(first -> counting.histogram(Topic.CASE_MIX, category, month, first)));
    }
}
