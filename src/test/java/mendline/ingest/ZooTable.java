package mendline.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mendline.model.Course;
import mendline.model.InputFile;
import mendline.model.Intake;
import mendline.model.Problem;
import mendline.model.RowAccount;
import mendline.model.ScoreSeries;
import mendline.model.Session;

/**
 * What reading an input found, in lines that a reviewer can read: the accounting of rows, files, problems and courses; or the sentence that
 * refuses it.
 */
record ZooTable(List<String> rows, List<String> files, List<Line> problems, List<String> courses) {
    private static final String FILES = "files";
    private static final String PROBLEMS = "problems";
    private static final String COURSES = "courses";

    /** A problem: its severity, where it is, its code and the column, {@code -} where there is none. */
    record Line(String severity, String file, long line, String code, String column) {
        /** The same trouble wherever it is. */
        String kind() {
            return severity + " " + file + " " + code + " " + column;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-7s  %s:%d  %s  %s", severity, file, line, code, column);
        }

        static Line of(String text) {
            String[] parts = text.strip().split("  +", 4);
            int colon = parts[1].lastIndexOf(':');
            return new Line(
                    parts[0],
                    parts[1].substring(0, colon),
                    Long.parseLong(parts[1].substring(colon + 1)),
                    parts[2],
                    parts[3]);
        }
    }

    static ZooTable refused(String sentence) {
        return new ZooTable(List.of("refused: " + sentence), List.of(), List.of(), List.of());
    }

    static ZooTable of(SessionData data) {
        Intake intake = data.intake();
        RowAccount account = intake.rows();
        StringBuilder sum = new StringBuilder(
                "read " + account.read() + " = used " + account.used() + " + duplicate " + account.duplicate());
        account.setAside()
                .forEach((code, count) ->
                        sum.append(" + ").append(code.key()).append(' ').append(count));
        String asOf = "as of " + (intake.asOf().isPresent() ? date(intake.asOf().getAsInt()) : "-");
        List<String> files = new ArrayList<>();
        for (InputFile file : intake.files()) {
            files.add(file.name() + ": " + file.rows());
        }
        List<Line> problems = new ArrayList<>();
        for (Problem problem : intake.problems()) {
            problems.add(new Line(
                    problem.code().severity().key(),
                    problem.file(),
                    problem.line(),
                    problem.code().key(),
                    problem.column().isEmpty() ? "-" : problem.column().replaceAll("\\s+", " ")));
        }
        return new ZooTable(List.of(sum.toString(), asOf), files, problems, courses(data));
    }

    private static List<String> courses(SessionData data) {
        List<String> lines = new ArrayList<>();
        for (Course course : Exports.courses(data)) {
            StringBuilder line = new StringBuilder(course.id()).append(':');
            for (Session session : course.sessions()) {
                line.append(' ')
                        .append(placed(session, data.intake()))
                        .append(
                                session.attended()
                                        ? ""
                                        : "(" + session.attendance().key() + ")");
            }
            lines.add(line.append(' ')
                    .append(course.endKind().map(end -> end.key()).orElse("open"))
                    .toString());
            for (ScoreSeries series : course.scores()) {
                lines.add("  " + series);
            }
        }
        return lines;
    }

    private static String placed(Session session, Intake intake) {
        if (!session.hasDay()) {
            return "s" + session.number();
        }
        return intake.timeline().dated() ? date(session.day()) : "d" + session.day();
    }

    private static String date(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    /** Reads what {@link #toString} wrote; lines with {@code #} are left out. */
    static ZooTable parsed(String text) {
        List<String> rows = new ArrayList<>();
        List<String> files = new ArrayList<>();
        List<Line> problems = new ArrayList<>();
        List<String> courses = new ArrayList<>();
        String section = "";
        for (String line : text.lines().toList()) {
            Optional<String> next = List.of(FILES, PROBLEMS, COURSES).stream()
                    .filter(line::equals)
                    .findFirst();
            if (next.isPresent()) {
                section = next.get();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                switch (section) {
                    case FILES -> files.add(line.substring(2));
                    case PROBLEMS -> problems.add(Line.of(line));
                    case COURSES -> courses.add(line.substring(2));
                    default -> rows.add(line);
                }
            }
        }
        return new ZooTable(rows, files, problems, courses);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(row).append('\n'));
        section(text, FILES, files);
        section(text, PROBLEMS, problems);
        section(text, COURSES, courses);
        return text.toString();
    }

    private static void section(StringBuilder text, String name, List<?> lines) {
        if (!lines.isEmpty()) {
            text.append('\n').append(name).append('\n');
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }
}
