package mendline.aggregate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.detect.CheckIn;
import mendline.detect.CheckIns;
import mendline.detect.CourseFindings;
import mendline.detect.Instruments;
import mendline.detect.Known;
import mendline.detect.MetWith;
import mendline.detect.MissedSession;
import mendline.detect.NextForm;
import mendline.detect.NextForms;
import mendline.detect.Recognition;
import mendline.detect.Recognitions;
import mendline.detect.RecordedReturn;
import mendline.detect.Stuckness;
import mendline.measure.Measure;
import mendline.model.Attendance;
import mendline.model.CarriedForward;
import mendline.model.Course;
import mendline.model.EndKind;
import mendline.model.Months;
import mendline.model.Rater;
import mendline.model.Recorded;
import mendline.model.RuptureKind;
import mendline.model.RuptureRules;
import mendline.model.ScoreSeries;
import mendline.model.Session;
import mendline.model.SetbackKind;

/** Counts what a course adds to activity: sessions, starts, endings, what was recorded, what followed a missed session. */
final class CourseFacts {
    /** Category of {@link Topic#COURSES}: every course of the data. */
    static final String ALL = "all";

    private CourseFacts() {}

    static void count(CourseFindings findings, Instruments instruments, Counting counting) {
        Course course = findings.course();
        for (Session session : course.sessions()) {
            session(course, session, instruments.settings().rules().ruptures(), counting);
        }
        scored(course, instruments, counting);
        instruments
                .primary()
                .flatMap(primary -> course.series(primary.key(), Rater.CLIENT))
                .ifPresent(series ->
                        counting.histogram(Topic.SERIES_LENGTH, "", CourseMonths.ofEnd(course), series.size()));
        startAndEnd(course, instruments, counting);
        for (MissedSession missed : findings.missedSessions()) {
            if (missed.returned() != Known.NOT_YET) {
                counting.ratio(
                        Metric.RETURNED_AFTER_MISSED,
                        CourseMonths.of(course, missed.knownDay()),
                        missed.returned() == Known.YES);
            }
        }
        for (RecordedReturn after : findings.recordedReturns()) {
            recordedReturn(course, after, counting);
        }
        for (Recognition seen : Recognitions.in(findings, instruments)) {
            counting.count(
                    Topic.RECOGNISED,
                    seen.source().key() + ":" + seenBy(seen),
                    CourseMonths.of(course, seen.at().day()));
        }
        for (NextForm form : NextForms.in(findings, instruments)) {
            counting.count(
                    Topic.NEXT_FORM,
                    (form.dip() ? "dip" : "other") + (form.filled() ? ":yes" : ":no"),
                    CourseMonths.of(course, form.at().day()));
        }
        for (Stuckness stuck : findings.stuckness()) {
            stuck(course, stuck, counting);
        }
    }

    private static String seenBy(Recognition seen) {
        if (seen.recorded()) {
            return seen.dip() ? "both" : "recorded_only";
        }
        return seen.dip() ? "dip_only" : "neither";
    }

    private static void session(Course course, Session session, RuptureRules ruptures, Counting counting) {
        int month = CourseMonths.of(course, session.day());
        counting.count(Topic.ATTENDANCE, session.attendance().key(), month);
        if (session.attendance() != Attendance.CANCELLED_BY_SERVICE) {
            counting.ratio(Metric.MISSED_SHARE, month, session.attendance().missed());
        }
        if (!session.attended()) {
            return;
        }
        counting.numerator(Metric.SESSIONS_ATTENDED, month);
        Recorded recorded = session.recorded();
        if (recorded.setbackAsked()) {
            counting.ratio(Metric.SETBACKS_RECORDED_PER_100, month, recorded.hasSetback());
        }
        if (recorded.hasSetback()) {
            counting.eventDay(Metric.SETBACKS_RECORDED_PER_100, month, session.day());
            for (SetbackKind kind : recorded.setbacks()) {
                if (kind.isSetback()) {
                    counting.count(Topic.SETBACK_KIND, kind.key(), month);
                }
            }
        }
        if (recorded.hasPlannedExperiment()) {
            counting.count(Topic.PLANNED_EXPERIMENTS, "", month);
        }
        if (!recorded.carriedForward().isEmpty()) {
            counting.count(Topic.CARRIED_FORWARD_SESSIONS, "", month);
            for (CarriedForward carried : recorded.carriedForward()) {
                counting.count(Topic.CARRIED_FORWARD, carried.key(), month);
            }
        }
        Optional<RuptureKind> rupture = ruptures.answer(recorded);
        if (rupture.isPresent()) {
            RuptureKind kind = rupture.get();
            String source = recorded.ruptureSource().key();
            counting.ratio(Metric.ruptures(recorded.ruptureSource()), month, kind != RuptureKind.NONE);
            if (kind != RuptureKind.NONE) {
                counting.eventDay(Metric.ruptures(recorded.ruptureSource()), month, session.day());
                counting.count(Topic.RUPTURE_KIND, source + ":" + kind.key(), month);
            }
        }
    }

    private static void scored(Course course, Instruments instruments, Counting counting) {
        Optional<String> alliance = instruments.alliance().map(Measure::key);
        for (Session session : course.sessions()) {
            if (session.attended() && alliance.isPresent()) {
                counting.count(
                        Topic.DENOMINATOR, Metric.ALLIANCE_COMPLETION.key(), CourseMonths.of(course, session.day()));
            }
        }
        for (ScoreSeries series : course.scores()) {
            scoredSeries(course, series, instruments, alliance, counting);
        }
        for (ScoreSeries series : course.followUpScores()) {
            scoredSeries(course, series, instruments, alliance, counting);
        }
    }

    private static void scoredSeries(
            Course course, ScoreSeries series, Instruments instruments, Optional<String> alliance, Counting counting) {
        boolean isAlliance = alliance.isPresent() && alliance.get().equals(series.measure());
        if (isAlliance && series.rater() == instruments.settings().rules().dipRater()) {
            for (int i = 0; i < series.size(); i++) {
                counting.count(Topic.DENOMINATOR, Metric.DIPS_PER_100.key(), CourseMonths.of(course, series.day(i)));
            }
        }
        if (series.rater() != Rater.CLIENT) {
            return;
        }
        boolean isPrimary = instruments.primary().isPresent()
                && instruments.primary().get().key().equals(series.measure());
        if (isAlliance
                && CheckIns.MEASURE.equals(series.measure())
                && instruments.settings().rules().checkIns()) {
            List<CheckIn> prompts = CheckIns.in(series);
            for (int i = 0; i < series.size(); i++) {
                counting.count(Topic.CHECK_INS, prompts.get(i).key(), CourseMonths.of(course, series.day(i)));
            }
        }
        for (int i = 0; i < series.size(); i++) {
            int month = CourseMonths.of(course, series.day(i));
            counting.count(Topic.SCORED, series.measure(), month);
            if (series.score(i) == 0) {
                counting.count(Topic.SCORED_ZERO, series.measure(), month);
            }
            if (isAlliance) {
                counting.numerator(Metric.ALLIANCE_COMPLETION, month);
            }
            if (isPrimary) {
                counting.count(Topic.DENOMINATOR, Metric.SETBACKS_PER_100.key(), month);
            }
        }
    }

    private static void startAndEnd(Course course, Instruments instruments, Counting counting) {
        OptionalInt start = course.startDay();
        int startMonth = CourseMonths.of(course, start);
        counting.count(Topic.COURSES, ALL, Months.UNDATED);
        if (course.attendedSessions() == 0) {
            return;
        }
        if (!course.leftTruncated()) {
            counting.numerator(Metric.COURSES_STARTED, startMonth);
            if (course.referralDay().isPresent()
                    && start.isPresent()
                    && course.timeline().dated()) {
                int wait = start.getAsInt() - course.referralDay().getAsInt();
                if (wait >= 0) {
                    counting.histogram(Topic.WAIT_DAYS, "", startMonth, wait);
                }
            }
        }
        caseload(course, start, instruments, counting);
        if (course.endKind().isPresent()) {
            EndKind kind = course.endKind().get();
            int endMonth = CourseMonths.ofEnd(course);
            counting.numerator(Metric.COURSES_ENDED, endMonth);
            counting.count(Topic.END_KIND, kind.key(), endMonth);
            counting.ratio(Metric.UNPLANNED_ENDINGS_SHARE, endMonth, kind.unplanned());
            counting.histogram(Topic.DOSE, "", endMonth, course.attendedSessions());
        }
    }

    private static void caseload(Course course, OptionalInt start, Instruments instruments, Counting counting) {
        if (!course.timeline().dated() || start.isEmpty() || instruments.asOf().isEmpty()) {
            return;
        }
        int lastMonth = Months.ofDay(instruments.asOf().getAsInt());
        int end = course.open() ? Integer.MAX_VALUE : course.endDay().orElse(Integer.MAX_VALUE);
        for (int month = Months.ofDay(start.getAsInt()); month <= lastMonth && Months.lastDay(month) < end; month++) {
            counting.numerator(Metric.CASELOAD_OPEN, month);
        }
    }

    private static void recordedReturn(Course course, RecordedReturn after, Counting counting) {
        int month = CourseMonths.of(course, after.at().day());
        String next = ":" + after.nextAttended().key();
        if (after.setback()) {
            counting.count(Topic.NEXT_ATTENDED, "setback" + next, month);
        }
        if (after.rupture()) {
            counting.count(Topic.NEXT_ATTENDED, "rupture" + next, month);
        }
        for (MetWith met : after.setback() ? after.met() : List.<MetWith>of()) {
            String response = met.response().key();
            counting.count(Topic.RESPONSE, response, month);
            counting.count(
                    Topic.RESPONSE_NEXT_ATTENDED,
                    response + ":" + met.nextAttended().key(),
                    month);
            met.halfWayBack()
                    .ifPresent(
                            back -> counting.count(Topic.RESPONSE_HALF_WAY_BACK, response + ":" + back.key(), month));
        }
    }

    private static void stuck(Course course, Stuckness stuck, Counting counting) {
        String category = stuck.client() && stuck.therapist()
                ? "shared"
                : !stuck.bothAsked() ? "one_asked" : stuck.client() ? "client" : "therapist";
        int month = CourseMonths.of(course, stuck.at().day());
        counting.count(Topic.STUCK, category, month);
        stuck.outcomeImprovement().ifPresent(value -> counting.sum(Topic.STUCK_OUTCOME, category, month, value));
        stuck.allianceImprovement().ifPresent(value -> counting.sum(Topic.STUCK_ALLIANCE, category, month, value));
    }
}
