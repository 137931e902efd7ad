package mendline.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.aggregate.Exclusion;
import mendline.detect.CourseFindings;
import mendline.detect.Episode;
import mendline.detect.EpisodeKind;
import mendline.detect.EpisodeSource;
import mendline.detect.EpisodeStatus;
import mendline.detect.Instruments;
import mendline.detect.MeasureOutcome;
import mendline.model.Course;
import mendline.model.Rater;
import mendline.model.RuptureSource;
import mendline.model.Session;

/** The rows of {@code internal/courses.csv}: one for each course and outcome measure, course-level columns repeated. */
public final class CourseTable {
    private CourseTable() {}

    /** The columns, in order. */
    public static List<String> header(boolean therapist) {
        List<String> header = new ArrayList<>(List.of(
                "client",
                "course",
                "site",
                "start",
                "end",
                "end_kind",
                "sessions_attended",
                "sessions_missed",
                "measure",
                "first_score",
                "last_score",
                "change",
                "reliable_change",
                "rci",
                "case_at_start",
                "case_at_end",
                "outcome",
                "effect",
                "shape",
                "setbacks",
                "setbacks_recorded",
                "ruptures_client",
                "ruptures_therapist",
                "ruptures_observer",
                "dips",
                "dips_repaired",
                "sudden_gains",
                "sudden_losses",
                "excluded"));
        if (therapist) {
            header.add("therapist");
        }
        return header;
    }

    /** The rows of a course; one with an empty measure where it has no score. */
    public static List<List<String>> rows(CourseFindings findings, Instruments instruments, boolean therapist) {
        List<List<String>> rows = new ArrayList<>();
        if (findings.outcomes().isEmpty()) {
            rows.add(row(findings, instruments, Optional.empty(), therapist));
        }
        for (MeasureOutcome outcome : findings.outcomes()) {
            rows.add(row(findings, instruments, Optional.of(outcome), therapist));
        }
        return rows;
    }

    private static List<String> row(
            CourseFindings findings, Instruments instruments, Optional<MeasureOutcome> outcome, boolean therapist) {
        Course course = findings.course();
        List<String> cells = new ArrayList<>();
        cells.add(course.client());
        cells.add(course.id());
        cells.add(course.site().orElse(""));
        cells.add(day(course, course.startDay()));
        cells.add(day(course, course.endDay()));
        cells.add(course.endKind().map(kind -> kind.key()).orElse(""));
        cells.add(Integer.toString(course.attendedSessions()));
        cells.add(Integer.toString(course.missedSessions()));
        cells.add(outcome.map(MeasureOutcome::measure).orElse(""));
        cells.add(outcome.map(o -> Exact.points(o.first())).orElse(""));
        cells.add(outcome.map(o -> Exact.points(o.last())).orElse(""));
        cells.add(outcome.map(o -> Exact.points(o.change())).orElse(""));
        cells.add(outcome.flatMap(MeasureOutcome::reliableChange)
                .map(change -> change.key())
                .orElse(""));
        cells.add(outcome.map(o -> Exact.text(o.rci())).orElse(""));
        cells.add(outcome.flatMap(MeasureOutcome::caseAtStart)
                .map(CourseTable::yes)
                .orElse(""));
        cells.add(
                outcome.flatMap(MeasureOutcome::caseAtEnd).map(CourseTable::yes).orElse(""));
        cells.add(outcome.map(o -> o.outcome().key()).orElse("not_assessable"));
        cells.add(outcome.map(o -> Exact.text(o.effect())).orElse(""));
        cells.add(findings.shape().key());
        episodes(findings, instruments, cells);
        cells.add(Exclusion.of(findings, outcome).map(reason -> reason.key()).orElse(""));
        if (therapist) {
            cells.add(course.therapist().orElse(""));
        }
        return cells;
    }

    private static void episodes(CourseFindings findings, Instruments instruments, List<String> cells) {
        cells.add(count(
                findings.episodes().stream().filter(Episode::countedSetback).count()));
        cells.add(count(findings.course().sessions().stream()
                .filter(session -> session.attended() && session.recorded().hasSetback())
                .count()));
        for (RuptureSource source : RuptureSource.values()) {
            cells.add(count(findings.course().sessions().stream()
                    .filter(Session::attended)
                    .filter(session -> instruments.settings().rules().ruptures().holds(session.recorded())
                            && session.recorded().ruptureSource() == source)
                    .count()));
        }
        List<Episode> dips = findings.episodes(EpisodeKind.DIP, EpisodeSource.SCORE);
        cells.add(findings.allianceAssessable() ? count(dips.size()) : "");
        cells.add(
                findings.allianceAssessable()
                        ? count(dips.stream()
                                .filter(dip -> dip.status() == EpisodeStatus.REPAIRED)
                                .count())
                        : "");
        boolean scored = instruments
                .primary()
                .flatMap(primary -> findings.course().series(primary.key(), Rater.CLIENT))
                .isPresent();
        for (EpisodeKind kind : List.of(EpisodeKind.SUDDEN_GAIN, EpisodeKind.SUDDEN_LOSS)) {
            cells.add(
                    scored ? count(findings.episodes(kind, EpisodeSource.SCORE).size()) : "");
        }
    }

    private static String yes(boolean holds) {
        return holds ? "yes" : "no";
    }

    private static String count(long count) {
        return Long.toString(count);
    }

    /** An ISO date for dated data, the day of the course for relative data. */
    static String day(Course course, OptionalInt day) {
        if (day.isEmpty() || day.getAsInt() == Session.NO_DAY) {
            return "";
        }
        return course.timeline().dated()
                ? LocalDate.ofEpochDay(day.getAsInt()).toString()
                : Integer.toString(day.getAsInt());
    }
}
