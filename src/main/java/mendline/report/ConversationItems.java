package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.detect.CourseFindings;
import mendline.detect.Episode;
import mendline.detect.EpisodeKind;
import mendline.detect.EpisodeSource;
import mendline.detect.EpisodeStatus;
import mendline.detect.Instruments;
import mendline.detect.Known;
import mendline.detect.MissedSession;
import mendline.model.Course;
import mendline.model.EndKind;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.model.Session;

/** Finds out whether a course is worth a conversation now. */
public final class ConversationItems {
    /** How long after its end a course can still be worth one, in days. */
    static final int RECENT_DAYS = 60;

    private ConversationItems() {}

    /**
     * The course with its reasons; empty when there is none, or when the course ended more than 60 days before the
     * as-of day (without dates: when it has ended).
     */
    public static Optional<ConversationItem> of(CourseFindings findings, Instruments instruments, OptionalInt asOf) {
        Course course = findings.course();
        if (!course.open() && !endedRecently(course, asOf)) {
            return Optional.empty();
        }
        List<ConversationReason> reasons = reasons(findings);
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        Optional<ScoreSeries> outcome =
                instruments.primary().flatMap(primary -> course.series(primary.key(), Rater.CLIENT));
        Optional<ScoreSeries> alliance = instruments.allianceSeries(course);
        return Optional.of(new ConversationItem(
                course.client(), course.id(), reasons, outcome, alliance, course.attendedSessions(), lastDay(course)));
    }

    private static boolean endedRecently(Course course, OptionalInt asOf) {
        return course.timeline().dated()
                && asOf.isPresent()
                && course.endDay().isPresent()
                && course.endDay().getAsInt() >= asOf.getAsInt() - RECENT_DAYS;
    }

    private static List<ConversationReason> reasons(CourseFindings findings) {
        List<ConversationReason> reasons = new ArrayList<>();
        if (any(findings, EpisodeKind.SETBACK, EpisodeStatus.OPEN)) {
            reasons.add(ConversationReason.SETBACK_OPEN);
        }
        if (any(findings, EpisodeKind.DIP, EpisodeStatus.OPEN)) {
            reasons.add(ConversationReason.DIP_OPEN);
        }
        if (findings.episodes().stream()
                .anyMatch(episode -> episode.kind() == EpisodeKind.RUPTURE && episode.status() == EpisodeStatus.OPEN)) {
            reasons.add(ConversationReason.RUPTURE_OPEN);
        }
        if (findings.course().open() && findings.expected().belowNow()) {
            reasons.add(ConversationReason.BELOW_EXPECTED);
        }
        if (any(findings, EpisodeKind.SETBACK, EpisodeStatus.ENDED_BEFORE_KNOWN)
                || any(findings, EpisodeKind.DIP, EpisodeStatus.ENDED_BEFORE_KNOWN)) {
            reasons.add(ConversationReason.ENDED_BEFORE_KNOWN);
        }
        boolean leftOpen = findings.course().endKind().map(EndKind::unplanned).orElse(true);
        if (leftOpen && missedAndNotSeenSince(findings)) {
            reasons.add(ConversationReason.MISSED_NOT_RETURNED);
        }
        return reasons;
    }

    private static boolean any(CourseFindings findings, EpisodeKind kind, EpisodeStatus status) {
        for (Episode episode : findings.episodes(kind, EpisodeSource.SCORE)) {
            if (episode.counted() && episode.status() == status) {
                return true;
            }
        }
        return false;
    }

    /** Missed, not returned within the days of the settings, and not seen later either. */
    private static boolean missedAndNotSeenSince(CourseFindings findings) {
        int lastAttended = 0;
        for (Session session : findings.course().sessions()) {
            if (session.attended()) {
                lastAttended = Math.max(lastAttended, session.number());
            }
        }
        for (MissedSession missed : findings.missedSessions()) {
            if (missed.returned() == Known.NO && missed.missed().session() >= lastAttended) {
                return true;
            }
        }
        return false;
    }

    private static OptionalInt lastDay(Course course) {
        OptionalInt last = OptionalInt.empty();
        for (Session session : course.sessions()) {
            if (course.timeline().dated() && session.attended() && session.hasDay()) {
                last = OptionalInt.of(session.day());
            }
        }
        return last;
    }
}
