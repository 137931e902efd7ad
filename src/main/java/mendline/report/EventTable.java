package mendline.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.detect.CourseEvent;
import mendline.detect.CourseEvents;
import mendline.detect.CourseFindings;
import mendline.detect.EventKind;
import mendline.detect.Instruments;
import mendline.detect.Known;
import mendline.detect.Moment;
import mendline.model.Course;

/** The rows of {@code internal/events.csv}: one for each event, which is never also a setback in scores. */
public final class EventTable {
    /** The columns, in order. */
    public static final List<String> HEADER = List.of(
            "client",
            "course",
            "kind",
            "subtype",
            "source",
            "session",
            "date",
            "measure",
            "value_before",
            "value",
            "returned",
            "next_attended",
            "seen_again_session",
            "seen_again_date",
            "days_to_seen_again",
            "response",
            "carried_forward");

    private EventTable() {}

    /** The rows of a course, in the order of its appointments. */
    public static List<List<String>> rows(CourseFindings findings, Instruments instruments) {
        Course course = findings.course();
        return CourseEvents.in(course, instruments).stream()
                .map(event -> row(course, event))
                .toList();
    }

    private static List<String> row(Course course, CourseEvent event) {
        Optional<Moment> again = event.seenAgain();
        return List.of(
                course.client(),
                course.id(),
                event.kind().key(),
                event.subtype(),
                source(event.kind()),
                Integer.toString(event.at().session()),
                CourseTable.day(course, OptionalInt.of(event.at().day())),
                event.measure().orElse(""),
                Exact.points(event.before()),
                Exact.points(event.value()),
                event.returned().map(EventTable::known).orElse(""),
                known(event.nextAttended()),
                again.map(moment -> Integer.toString(moment.session())).orElse(""),
                again.map(moment -> CourseTable.day(course, OptionalInt.of(moment.day())))
                        .orElse(""),
                again.map(moment -> Exact.text(days(event.at(), moment))).orElse(""),
                EpisodeTable.words(event.responses()),
                EpisodeTable.words(event.carriedForward()));
    }

    private static OptionalInt days(Moment from, Moment to) {
        OptionalInt first = from.knownDay();
        OptionalInt last = to.knownDay();
        return first.isPresent() && last.isPresent()
                ? OptionalInt.of(last.getAsInt() - first.getAsInt())
                : OptionalInt.empty();
    }

    private static String source(EventKind kind) {
        return switch (kind) {
            case MISSED_SESSION, CANCELLED_BY_CLIENT -> "attendance";
            case RECORDED_SETBACK, PLANNED_EXPERIMENT -> "therapist";
            case GOAL_STEP_BACK -> "score";
        };
    }

    private static String known(Known known) {
        return switch (known) {
            case YES -> "yes";
            case NO -> "no";
            case NOT_YET -> "not_yet_known";
        };
    }
}
