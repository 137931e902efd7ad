package mendline.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import mendline.measure.Yardstick;
import mendline.model.Attendance;
import mendline.model.Course;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.model.Session;
import mendline.model.SetbackKind;

/**
 * The events of a course beside its scores: appointments missed or cancelled by the client, what was written down, goals
 * that fell by a step. What the service cancelled is no event of the client's.
 */
public final class CourseEvents {
    /** One goal in each column. */
    private static final Pattern GOAL = Pattern.compile("gbo\\d*");

    private final Course course;
    private final Instruments instruments;
    private final List<CourseEvent> found = new ArrayList<>();

    private CourseEvents(Course course, Instruments instruments) {
        this.course = course;
        this.instruments = instruments;
    }

    /** In the order of the rows of the course, then of the kinds. */
    public static List<CourseEvent> in(Course course, Instruments instruments) {
        return new CourseEvents(course, instruments).all();
    }

    private List<CourseEvent> all() {
        List<Session> sessions = course.sessions();
        List<Yardstick> goals = instruments.outcomes().stream()
                .filter(y -> GOAL.matcher(y.key()).matches() && y.stepChange().isPresent())
                .sorted(Comparator.comparing(Yardstick::key))
                .toList();
        for (int row = 0; row < sessions.size(); row++) {
            Session session = sessions.get(row);
            if (session.attendance().missed()) {
                add(row, EventKind.MISSED_SESSION, session.attendance().key());
            } else if (session.attendance() == Attendance.CANCELLED_BY_CLIENT) {
                add(row, EventKind.CANCELLED_BY_CLIENT, session.attendance().key());
            }
            for (SetbackKind kind : session.recorded().setbacks()) {
                if (kind.isSetback()) {
                    add(row, EventKind.RECORDED_SETBACK, kind.key());
                }
            }
            if (session.recorded().hasPlannedExperiment()) {
                add(row, EventKind.PLANNED_EXPERIMENT, "");
            }
            for (Yardstick goal : goals) {
                goal(row, goal);
            }
        }
        return found;
    }

    private void add(int row, EventKind kind, String subtype) {
        boolean appointment = kind == EventKind.MISSED_SESSION || kind == EventKind.CANCELLED_BY_CLIENT;
        found.add(event(
                row,
                kind,
                subtype,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                appointment ? returned(row) : Optional.empty()));
    }

    private CourseEvent event(
            int row,
            EventKind kind,
            String subtype,
            Optional<String> measure,
            OptionalInt before,
            OptionalInt value,
            Optional<Known> returned) {
        List<Session> sessions = course.sessions();
        int next = WrittenDown.nextAttended(sessions, row);
        return new CourseEvent(
                kind,
                subtype,
                WrittenDown.at(sessions.get(row)),
                measure,
                before,
                value,
                returned,
                RecordedReturns.nextAttended(course, row),
                next < 0 ? Optional.empty() : Optional.of(WrittenDown.at(sessions.get(next))),
                WrittenDown.responses(sessions, row),
                WrittenDown.carriedForward(sessions, row));
    }

    private Optional<Known> returned(int row) {
        return course.sessions().get(row).hasDay()
                ? Optional.of(MissedSessions.returned(
                        course, row, instruments.asOf(), instruments.settings().returnDays()))
                : Optional.empty();
    }

    /** A goal a step lower than at the valid score before, at an attended session of therapy. */
    private void goal(int row, Yardstick goal) {
        Optional<ScoreSeries> series = course.series(goal.key(), Rater.CLIENT);
        Session session = course.sessions().get(row);
        if (series.isEmpty() || !session.attended()) {
            return;
        }
        int threshold = ScoreSetbacks.threshold(goal).orElseThrow();
        for (int i = 1; i < series.get().size(); i++) {
            int before = series.get().score(i - 1);
            int value = series.get().score(i);
            boolean here = SeriesMoments.at(series.get(), i).equals(WrittenDown.at(session));
            if (here && goal.better().improvement(value, before) >= threshold) {
                found.add(event(
                        row,
                        EventKind.GOAL_STEP_BACK,
                        "",
                        Optional.of(goal.key()),
                        OptionalInt.of(before),
                        OptionalInt.of(value),
                        Optional.empty()));
            }
        }
    }
}
