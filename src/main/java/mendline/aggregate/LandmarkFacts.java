package mendline.aggregate;

import java.util.List;
import java.util.Optional;
import mendline.detect.CourseFindings;
import mendline.detect.Episode;
import mendline.detect.EpisodeKind;
import mendline.detect.EpisodeSource;
import mendline.detect.Instruments;
import mendline.detect.LandmarkPosition;
import mendline.detect.LandmarkVariant;
import mendline.detect.Landmarks;
import mendline.model.Course;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.stats.Seeds;

/** Counts what a course adds to the comparison at the landmark, by several choices, to the naive one of whole courses, and to the models. */
final class LandmarkFacts {
    private LandmarkFacts() {}

    static void count(CourseFindings findings, Instruments instruments, int month, Counting counting) {
        Course course = findings.course();
        findings.landmark().ifPresent(position -> position(course, position, month, counting));
        for (LandmarkVariant variant : LandmarkVariant.values()) {
            if (variant != LandmarkVariant.MAIN) {
                variant.of(instruments.settings())
                        .flatMap(settings -> Landmarks.of(course, instruments.with(settings)))
                        .ifPresent(position -> counting.landmarkRow(variant, row(course, position)));
            }
        }
        if (OutcomeFacts.counted(course)) {
            String followed = findings.landmark().isPresent() ? ":yes" : ":no";
            Landmarks.group(course, instruments)
                    .ifPresent(group -> counting.count(Topic.LANDMARK_FOLLOWED, group.key() + followed, month));
        }
        wholeCourse(findings, instruments, month, counting);
        ModelRow.of(course, instruments).ifPresent(counting::modelRow);
    }

    private static void position(Course course, LandmarkPosition position, int month, Counting counting) {
        String group = position.group().key();
        counting.sum(Topic.LANDMARK_IMPROVEMENT, group, month, position.improvement());
        counting.sum(Topic.LANDMARK_START, group, month, position.atLandmark());
        counting.sum(Topic.LANDMARK_SESSIONS, group, month, position.attended());
        counting.landmarkRow(LandmarkVariant.MAIN, row(course, position));
    }

    private static LandmarkRow row(Course course, LandmarkPosition position) {
        return new LandmarkRow(
                Seeds.of("landmark", course.client(), course.id()),
                position.group(),
                position.atLandmark(),
                position.after(),
                position.attended(),
                course.therapist().orElse(""));
    }

    /** What a naive comparison would look at: all dips of the course, and its first and last score. */
    private static void wholeCourse(CourseFindings findings, Instruments instruments, int month, Counting counting) {
        Optional<ScoreSeries> outcome =
                instruments.primary().flatMap(p -> findings.course().series(p.key(), Rater.CLIENT));
        if (outcome.isEmpty() || outcome.get().size() < 2 || !findings.allianceAssessable()) {
            return;
        }
        List<Episode> dips = findings.episodes(EpisodeKind.DIP, EpisodeSource.SCORE);
        String group = Landmarks.byLastDip(dips).key();
        int first = outcome.get().score(0);
        int last = outcome.get().score(outcome.get().size() - 1);
        counting.sum(
                Topic.WHOLE_COURSE_IMPROVEMENT,
                group,
                month,
                instruments.primary().orElseThrow().better().improvement(first, last));
        counting.sum(
                Topic.WHOLE_COURSE_SESSIONS, group, month, findings.course().attendedSessions());
    }
}
