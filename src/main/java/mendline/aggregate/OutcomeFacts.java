package mendline.aggregate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mendline.detect.CourseFindings;
import mendline.detect.CourseShape;
import mendline.detect.Episode;
import mendline.detect.EpisodeStatus;
import mendline.detect.FollowUp;
import mendline.detect.Instruments;
import mendline.detect.LearningPair;
import mendline.detect.MeasureOutcome;
import mendline.detect.Outcomes;
import mendline.detect.ReliableChange;
import mendline.detect.ServiceOutcome;
import mendline.measure.SlopeTest;
import mendline.measure.Yardstick;
import mendline.model.Course;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.stats.Seeds;

/** Counts what a course adds to outcomes: classes, pairs of scores, service outcomes, shape, landmark, learning and durability. */
final class OutcomeFacts {
    /** Positions of a course's scores that the shapes page draws. */
    static final int LONGEST_TRAJECTORY = 24;

    private OutcomeFacts() {}

    /** Whether a course's outcome is due: it has ended, or the data have no calendar in which it could. */
    static boolean counted(Course course) {
        return !course.open() || !course.timeline().dated();
    }

    static void count(CourseFindings findings, Instruments instruments, Counting counting) {
        Course course = findings.course();
        int month = CourseMonths.ofEnd(course);
        allianceCourse(findings, month, counting);
        if (!course.leftTruncated()) {
            LandmarkFacts.count(findings, instruments, month, counting);
            findings.learning().ifPresent(pair -> learning(pair, month, counting));
        }
        if (course.attendedSessions() == 0 || !counted(course)) {
            return;
        }
        Optional<MeasureOutcome> primary = instruments
                .primary()
                .flatMap(yardstick -> findings.outcomes().stream()
                        .filter(outcome -> outcome.measure().equals(yardstick.key()))
                        .findFirst());
        Optional<Exclusion> exclusion = Exclusion.of(findings, primary);
        counting.count(Topic.COURSES, exclusion.map(Exclusion::key).orElse("counted"), month);
        if (course.leftTruncated()) {
            return;
        }
        completion(course, primary, month, counting);
        for (MeasureOutcome outcome : findings.outcomes()) {
            measure(course, outcome, instruments, month, counting);
        }
        for (ServiceOutcome outcome : findings.serviceOutcomes()) {
            service(outcome, cutoffKnown(outcome, instruments), month, counting);
        }
        serviceMetrics(findings, instruments, month, counting);
        counting.count(Topic.SHAPE, findings.shape().key(), month);
        instruments.primary().ifPresent(yardstick -> trajectory(course, yardstick, findings.shape(), month, counting));
        findings.followUp().ifPresent(followUp -> durability(findings, followUp, month, counting));
    }

    private static void allianceCourse(CourseFindings findings, int month, Counting counting) {
        if (findings.course().attendedSessions() > 0) {
            counting.count(
                    Topic.ALLIANCE_COURSES, findings.allianceAssessable() ? "assessable" : "not_assessable", month);
            if (findings.upAndDown()) {
                counting.count(Topic.ALLIANCE_COURSES, "up_and_down", month);
            }
        }
    }

    private static void learning(LearningPair pair, int month, Counting counting) {
        counting.sum(Topic.LEARNING_DEPTH, "", month, pair.depthDifference());
        counting.sum(Topic.LEARNING_SCORES, "", month, pair.scoresDifference());
    }

    private static void completion(Course course, Optional<MeasureOutcome> primary, int month, Counting counting) {
        if (course.attendedTreatmentSessions() < 2) {
            return;
        }
        boolean paired = primary.isPresent() && primary.get().paired();
        counting.ratio(Metric.OUTCOME_COMPLETION, month, paired);
        if (!paired && course.endKind().isPresent()) {
            counting.count(
                    Topic.ENDED_WITHOUT_LAST_SCORE, course.endKind().get().key(), month);
        }
    }

    private static void measure(
            Course course, MeasureOutcome outcome, Instruments instruments, int month, Counting counting) {
        if (course.timeline().dated() && course.attendedTreatmentSessions() < 2) {
            return;
        }
        String key = outcome.measure();
        counting.count(Topic.OUTCOME_CLASS, key + ":" + outcome.outcome().key(), month);
        if (outcome.reliableChange().isPresent()) {
            counting.count(
                    Topic.OUTCOME_CLASS,
                    key + ":reliably_" + reliable(outcome.reliableChange().get()),
                    month);
        }
        if (!outcome.paired()) {
            return;
        }
        Yardstick yardstick = instruments.outcome(key).orElseThrow();
        int first = outcome.first().orElseThrow();
        int last = outcome.last().orElseThrow();
        counting.sum(Topic.FIRST_SCORE, key, month, first);
        counting.sum(Topic.LAST_SCORE, key, month, last);
        counting.sum(Topic.FIRST_PLUS_LAST, key, month, (long) first + last);
        counting.sum(Topic.IMPROVEMENT, key, month, yardstick.better().improvement(first, last));
        if (yardstick.slopes() instanceof SlopeTest) {
            String verdict = Outcomes.bySlope(course, yardstick)
                    .map(v -> v.name().toLowerCase(Locale.ROOT))
                    .orElse("no_answer");
            counting.count(Topic.SLOPE_VERDICT, key + ":" + verdict, month);
        }
        counting.histogram(Topic.PAIRS, key, month, ScorePairs.pack(yardstick.measure(), first, last));
    }

    private static String reliable(ReliableChange change) {
        return change == ReliableChange.NONE ? "unchanged" : change.key();
    }

    /** Whether recovery means anything: the definition's measure has a cut-off. */
    private static boolean cutoffKnown(ServiceOutcome outcome, Instruments instruments) {
        if (outcome.definition().equals("nhs_paired")) {
            return true;
        }
        String key = outcome.definition().substring("single:".length());
        return instruments.outcome(key).flatMap(Yardstick::cutoff).isPresent();
    }

    private static void service(ServiceOutcome outcome, boolean cutoffKnown, int month, Counting counting) {
        String of = outcome.definition() + "|";
        counting.count(Topic.SERVICE, of + "finished", month);
        counted(cutoffKnown, of + "recovery_known", month, counting);
        counted(outcome.ownMeasure(), of + "own_measure", month, counting);
        counted(outcome.paired(), of + "paired", month, counting);
        counted(outcome.startKnown() && !outcome.caseAtStart(), of + "not_case", month, counting);
        counted(outcome.paired() && !outcome.caseAtStart(), of + "paired_not_case", month, counting);
        counted(outcome.recovered(), of + "recovered", month, counting);
        counted(outcome.reliablyRecovered(), of + "reliably_recovered", month, counting);
        counted(outcome.reliablyImproved(), of + "reliably_improved", month, counting);
        counted(outcome.reliablyDeteriorated(), of + "reliably_deteriorated", month, counting);
    }

    private static void counted(boolean holds, String category, int month, Counting counting) {
        counted(holds, Topic.SERVICE, category, month, counting);
    }

    private static void counted(boolean holds, Topic topic, String category, int month, Counting counting) {
        if (holds) {
            counting.count(topic, category, month);
        }
    }

    /** The monthly rates: paired where that definition applies, else the primary outcome alone. */
    private static void serviceMetrics(CourseFindings findings, Instruments instruments, int month, Counting counting) {
        if (findings.serviceOutcomes().isEmpty()) {
            return;
        }
        ServiceOutcome outcome = findings.serviceOutcomes().stream()
                .filter(candidate -> candidate.definition().equals("nhs_paired"))
                .findFirst()
                .orElse(findings.serviceOutcomes().get(0));
        if (cutoffKnown(outcome, instruments) && (!outcome.startKnown() || outcome.caseAtStart())) {
            counting.ratio(Metric.RECOVERY, month, outcome.recovered());
            counting.ratio(Metric.RELIABLE_RECOVERY, month, outcome.reliablyRecovered());
        }
        counting.ratio(Metric.RELIABLE_IMPROVEMENT, month, outcome.reliablyImproved());
        counting.ratio(Metric.RELIABLE_DETERIORATION, month, outcome.reliablyDeteriorated());
        site(findings.course(), outcome, month, counting);
        CaseMixFacts.count(findings, instruments, outcome, month, counting);
    }

    /** Therapists are counted apart without their codes, so that sites with few of them can be told. */
    private static void site(Course course, ServiceOutcome outcome, int month, Counting counting) {
        String site = course.site().orElse("");
        counting.count(Topic.SITE_FINISHED, site, month);
        counted(outcome.reliablyImproved(), Topic.SITE_IMPROVED, site, month, counting);
        course.therapist()
                .ifPresent(code -> counting.count(
                        Topic.SITE_THERAPIST, site + "|" + Long.toHexString(Seeds.of("therapist", code)), month));
    }

    private static void trajectory(
            Course course, Yardstick yardstick, CourseShape shape, int month, Counting counting) {
        Optional<ScoreSeries> series = course.series(yardstick.key(), Rater.CLIENT);
        if (series.isEmpty() || shape == CourseShape.TOO_SHORT) {
            return;
        }
        int positions = Math.min(series.get().size(), LONGEST_TRAJECTORY);
        for (int i = 0; i < positions; i++) {
            counting.histogram(
                    Topic.TRAJECTORY,
                    shape.key() + ":" + (i + 1),
                    month,
                    series.get().score(i));
        }
    }

    private static void durability(CourseFindings findings, FollowUp followUp, int month, Counting counting) {
        String history = history(findings);
        counting.sum(Topic.FOLLOW_UP_CHANGE, history, month, followUp.improvement());
        if (followUp.reliableAtEnd()) {
            counting.count(Topic.DURABILITY, history + (followUp.reliableAtFollowUp() ? ":kept" : ":not_kept"), month);
        }
    }

    /** What became of the course's setbacks; one of which nothing is known is not counted as not back. */
    private static String history(CourseFindings findings) {
        List<EpisodeStatus> setbacks = findings.episodes().stream()
                .filter(Episode::countedSetback)
                .map(Episode::status)
                .toList();
        if (setbacks.isEmpty()) {
            return "none";
        }
        if (setbacks.contains(EpisodeStatus.NOT_BACK)) {
            return "not_back";
        }
        return setbacks.stream().allMatch(status -> status == EpisodeStatus.BOUNCED_BACK)
                ? "bounced_back"
                : "not_known";
    }
}
