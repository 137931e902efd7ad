package mendline.aggregate;

import java.util.OptionalInt;
import mendline.detect.CourseFindings;
import mendline.detect.Episode;
import mendline.detect.EpisodeKind;
import mendline.detect.EpisodeStatus;
import mendline.detect.ExpectedCourse;
import mendline.detect.Instruments;
import mendline.detect.Known;
import mendline.detect.Moment;
import mendline.model.CarriedForward;
import mendline.model.Course;
import mendline.model.RuptureRules;
import mendline.model.ScoreSeries;
import mendline.model.Session;

/** Counts what the episodes of a course add: setbacks, spikes, sudden gains and losses, ruptures, alliance dips, and what followed. */
final class EpisodeFacts {

    private EpisodeFacts() {}

    static void count(CourseFindings findings, Instruments instruments, Counting counting) {
        Course course = findings.course();
        boolean first = true;
        for (Episode episode : findings.episodes()) {
            switch (episode.kind()) {
                case SETBACK -> {
                    if (episode.countedSetback()) {
                        setback(course, episode, first, instruments, counting);
                        first = false;
                    }
                }
                case SPIKE ->
                    counting.count(
                            Topic.SPIKES,
                            episode.status().key(),
                            CourseMonths.of(course, episode.onset().day()));
                case SUDDEN_GAIN, SUDDEN_LOSS ->
                    counting.count(
                            Topic.SUDDEN,
                            (episode.kind() == EpisodeKind.SUDDEN_GAIN ? "gain:" : "loss:")
                                    + episode.status().key(),
                            CourseMonths.of(course, episode.onset().day()));
                case RUPTURE ->
                    counting.count(
                            Topic.RUPTURE_STATUS,
                            episode.source().key() + ":" + episode.status().key(),
                            CourseMonths.of(course, episode.onset().day()));
                case DIP -> dip(findings, episode, instruments, counting);
                default -> throw new IllegalStateException("an episode kind that is not counted: " + episode.kind());
            }
        }
    }

    /** Scores beside the expected course, and what followed where they were below it. */
    static void expected(CourseFindings findings, Counting counting) {
        Course course = findings.course();
        for (ExpectedCourse.Checked score : findings.expected().scores()) {
            counting.count(
                    Topic.EXPECTED_SCORES,
                    score.standing().key(),
                    CourseMonths.of(course, score.at().day()));
        }
        for (Episode episode : findings.expected().below()) {
            counting.count(
                    Topic.BELOW_EXPECTED,
                    episode.status().key(),
                    CourseMonths.of(course, episode.onset().day()));
        }
    }

    private static void setback(
            Course course, Episode episode, boolean first, Instruments instruments, Counting counting) {
        int day = episode.confirmed().map(Moment::day).orElse(Session.NO_DAY);
        int month = CourseMonths.of(course, day);
        counting.event(Metric.SETBACKS_PER_100, month, day);
        counting.count(Topic.SETBACK_STATUS, episode.status().key(), month);
        if (episode.carriedForward().contains(CarriedForward.CHANGED_DIRECTION)) {
            counting.count(Topic.CHANGED_DIRECTION, episode.status().key(), month);
        }
        episode.after().ifPresent(after -> {
            if (after.scoresToFullyBack().isPresent()) {
                counting.count(Topic.SETBACK_REACHED, "fully_back", month);
            }
            if (after.scoresToNewBest().isPresent()) {
                counting.count(Topic.SETBACK_REACHED, "new_best", month);
            }
        });
        if (episode.withinWindow() != Known.NOT_YET) {
            counting.ratio(
                    Metric.BOUNCED_BACK_SHARE,
                    CourseMonths.of(course, episode.knownDay()),
                    episode.withinWindow() == Known.YES);
        }
        CurveFacts.setback(course, episode, first, month, instruments, counting);
    }

    private static void dip(CourseFindings findings, Episode episode, Instruments instruments, Counting counting) {
        Course course = findings.course();
        int nadirDay = episode.worstAt().map(Moment::day).orElse(episode.onset().day());
        int month = CourseMonths.of(course, nadirDay);
        counting.event(Metric.DIPS_PER_100, month, nadirDay);
        counting.count(Topic.DIP_STATUS, episode.status().key(), month);
        counting.count(
                Topic.DIP_RECORDED,
                recorded(course, episode, instruments.settings().rules().ruptures()),
                month);
        if (episode.withinWindow() != Known.NOT_YET) {
            counting.ratio(
                    Metric.DIPS_REPAIRED_SHARE,
                    CourseMonths.of(course, episode.knownDay()),
                    episode.status() == EpisodeStatus.REPAIRED);
        }
        CurveFacts.dip(course, episode, month, instruments, counting);
        if (course.timeline().dated()) {
            counting.strip(new Strip(episode.onset().day(), nadirDay, lastDay(course, episode), episode.status()));
        }
    }

    private static int lastDay(Course course, Episode episode) {
        OptionalInt end = episode.end().map(Moment::knownDay).orElse(OptionalInt.empty());
        if (end.isPresent()) {
            return end.getAsInt();
        }
        ScoreSeries series = course.series(
                        episode.measure().orElseThrow(), episode.rater().orElseThrow())
                .orElseThrow();
        int onset = 0;
        while (series.session(onset) < episode.onset().session()) {
            onset++;
        }
        int last = Math.min(series.size() - 1, onset + episode.scoresWatched().orElse(0));
        return Math.max(episode.onset().day(), series.day(last));
    }

    private static String recorded(Course course, Episode episode, RuptureRules ruptures) {
        int nadir = episode.worstAt().orElse(episode.onset()).session();
        boolean asked = false;
        for (Session session : course.sessions()) {
            boolean near = session.number() >= episode.onset().session() - 1 && session.number() <= nadir + 1;
            if (near && session.attended() && session.recorded().rupture().isPresent()) {
                asked = true;
                if (ruptures.holds(session.recorded())) {
                    return "recorded";
                }
            }
        }
        return asked ? "not_recorded" : "not_asked";
    }
}
