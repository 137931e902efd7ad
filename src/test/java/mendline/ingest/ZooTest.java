package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import mendline.model.Course;
import mendline.model.InputFile;
import mendline.model.Intake;
import mendline.model.Problem;
import mendline.model.Progress;
import mendline.model.RowAccount;
import mendline.model.ScoreSeries;
import mendline.model.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small folders of exports, each with {@code <folder>.txt} beside it that says what reading them finds: the
 * accounting, the problems and the courses. With {@code -Dapprove=true} the texts are written anew, to be read in
 * review.
 */
final class ZooTest {
    private static final Path ZOO = Path.of("src/test/resources/zoo");

    static Stream<String> folders() throws IOException {
        try (Stream<Path> all = Files.list(ZOO)) {
            return all.filter(Files::isDirectory).map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void readingFindsWhatTheTextSays(String folder) throws Exception {
        SessionData data = SessionExports.read(
                List.of(ZOO.resolve(folder)), Profiles.DEFAULT, OptionalInt.empty(), Progress.SILENT);
        Path expected = ZOO.resolve(folder + ".txt");
        String found = described(data);
        if (Boolean.getBoolean("approve")) {
            Files.writeString(expected, found);
        }

        assertThat(found).isEqualTo(Files.readString(expected));
        RowAccount rows = data.intake().rows();
        assertThat(rows.read())
                .isEqualTo(data.intake().files().stream()
                        .mapToLong(InputFile::rows)
                        .sum())
                .isPositive();
        assertThat(rows.used())
                .isEqualTo(Exports.courses(data).stream()
                        .mapToLong(course -> course.sessions().size())
                        .sum());
    }

    private static String described(SessionData data) {
        Intake intake = data.intake();
        StringBuilder text = new StringBuilder();
        RowAccount rows = intake.rows();
        text.append("read ")
                .append(rows.read())
                .append(" = used ")
                .append(rows.used())
                .append(" + duplicate ")
                .append(rows.duplicate());
        rows.setAside()
                .forEach((code, count) ->
                        text.append(" + ").append(code.key()).append(' ').append(count));
        text.append("\nas of ")
                .append(intake.asOf().isPresent() ? date(intake.asOf().getAsInt()) : "-")
                .append("\n\nfiles\n");
        intake.files()
                .forEach(file -> text.append("  ")
                        .append(file.name())
                        .append(' ')
                        .append(file.rows())
                        .append('\n'));
        text.append("\nproblems\n");
        for (Problem problem : intake.problems()) {
            text.append("  ")
                    .append(problem.file())
                    .append(':')
                    .append(problem.line())
                    .append(' ')
                    .append(problem.code().key())
                    .append(problem.column().isEmpty() ? "" : " " + problem.column())
                    .append('\n');
        }
        text.append("\ncourses\n");
        for (Course course : Exports.courses(data)) {
            text.append("  ").append(course.id()).append(':');
            for (Session session : course.sessions()) {
                text.append(' ')
                        .append(session.hasDay() ? date(session.day()) : "s" + session.number())
                        .append(
                                session.attended()
                                        ? ""
                                        : "(" + session.attendance().key() + ")");
            }
            text.append(' ')
                    .append(course.endKind().map(end -> end.key()).orElse("open"))
                    .append('\n');
            for (ScoreSeries series : course.scores()) {
                text.append("    ").append(series).append('\n');
            }
        }
        return text.toString();
    }

    private static String date(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }
}
