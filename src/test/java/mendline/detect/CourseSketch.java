package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import mendline.model.Attendance;
import mendline.model.Course;
import mendline.model.EndKind;
import mendline.model.Rater;
import mendline.model.Recorded;
import mendline.model.ScoreSeries;
import mendline.model.Scores;
import mendline.model.Session;
import mendline.model.Stage;
import mendline.model.Timeline;

/** Puts courses for tests together: weekly attended sessions from day 1000 on, unless said otherwise. */
final class CourseSketch {
    static final int FIRST_DAY = 1000;

    private final List<Session> sessions = new ArrayList<>();
    private final Map<String, TreeMap<Integer, Integer>> scores = new TreeMap<>();
    private String client = "c1";
    private Timeline timeline = Timeline.DATES;
    private Stage stage = Stage.TREATMENT;
    private int attended;
    private int day = FIRST_DAY - 7;
    private Optional<EndKind> end = Optional.empty();
    private boolean leftTruncated;

    static CourseSketch dated() {
        return new CourseSketch();
    }

    static CourseSketch undated() {
        CourseSketch sketch = new CourseSketch();
        sketch.timeline = Timeline.SESSION_NUMBERS;
        return sketch;
    }

    static CourseSketch relative() {
        CourseSketch sketch = new CourseSketch();
        sketch.timeline = Timeline.RELATIVE_DAYS;
        sketch.day = -7;
        return sketch;
    }

    CourseSketch client(String code) {
        client = code;
        return this;
    }

    CourseSketch leftTruncated() {
        leftTruncated = true;
        return this;
    }

    /** The stage of the sessions that follow. */
    CourseSketch stage(Stage next) {
        stage = next;
        return this;
    }

    /** So many days to the next row instead of seven. */
    CourseSketch pause(int days) {
        day += days - 7;
        return this;
    }

    CourseSketch attend() {
        return attend(Recorded.NOTHING);
    }

    CourseSketch attend(int times) {
        for (int i = 0; i < times; i++) {
            attend();
        }
        return this;
    }

    CourseSketch attend(Recorded recorded) {
        attended++;
        return row(Attendance.ATTENDED, recorded);
    }

    CourseSketch row(Attendance attendance, Recorded recorded) {
        day += 7;
        int known = timeline.hasDays() ? day : Session.NO_DAY;
        sessions.add(new Session(attended, known, attendance, stage, recorded));
        return this;
    }

    CourseSketch row(Attendance attendance) {
        return row(attendance, Recorded.NOTHING);
    }

    /** A score in points at the last row. */
    CourseSketch score(String measure, double points) {
        scores.computeIfAbsent(measure, key -> new TreeMap<>()).put(sessions.size() - 1, Scores.hundredths(points));
        return this;
    }

    /** Scores in points at the first attended sessions, which are added as needed; NaN leaves a session without. */
    CourseSketch scores(String measure, double... points) {
        TreeMap<Integer, Integer> column = scores.computeIfAbsent(measure, key -> new TreeMap<>());
        int row = -1;
        for (double point : points) {
            row++;
            while (row < sessions.size() && !sessions.get(row).attended()) {
                row++;
            }
            if (row == sessions.size()) {
                attend();
            }
            if (!Double.isNaN(point)) {
                column.put(row, Scores.hundredths(point));
            }
        }
        return this;
    }

    CourseSketch ended() {
        return ended(EndKind.PLANNED);
    }

    CourseSketch ended(EndKind kind) {
        end = Optional.of(kind);
        return this;
    }

    Course course() {
        List<ScoreSeries> treatment = new ArrayList<>();
        List<ScoreSeries> followUp = new ArrayList<>();
        scores.forEach((measure, column) -> {
            add(treatment, measure, column, false);
            add(followUp, measure, column, true);
        });
        OptionalInt endDay = OptionalInt.empty();
        if (end.isPresent() && timeline.hasDays() && !sessions.isEmpty()) {
            endDay = OptionalInt.of(sessions.get(sessions.size() - 1).day() + (end.get() == EndKind.SILENT ? 90 : 0));
        }
        return new Course(
                client,
                client + "#1",
                timeline,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                sessions,
                treatment,
                followUp,
                end,
                endDay,
                leftTruncated,
                new TreeMap<>());
    }

    private void add(List<ScoreSeries> all, String measure, TreeMap<Integer, Integer> column, boolean followUp) {
        List<Integer> rows = column.keySet().stream()
                .filter(row -> (sessions.get(row).stage() == Stage.FOLLOW_UP) == followUp)
                .toList();
        if (!rows.isEmpty()) {
            all.add(new ScoreSeries(
                    measure,
                    Rater.CLIENT,
                    rows.stream().mapToInt(row -> sessions.get(row).number()).toArray(),
                    rows.stream().mapToInt(row -> sessions.get(row).day()).toArray(),
                    rows.stream().mapToInt(column::get).toArray()));
        }
    }
}
