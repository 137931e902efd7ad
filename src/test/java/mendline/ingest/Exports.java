package mendline.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import mendline.model.Course;
import mendline.model.Progress;

/** Short ways for tests to write export files and read them back. */
final class Exports {
    private final Path folder;

    Exports(Path folder) {
        this.folder = folder;
    }

    Exports with(String name, String... lines) {
        return withText(name, String.join("\n", lines) + "\n");
    }

    Exports withText(String name, String text) {
        return withBytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Exports withBytes(String name, byte[] bytes) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    SessionData read() throws InputNotFound, NothingUsable {
        return read(Profiles.DEFAULT);
    }

    SessionData read(String profile) throws InputNotFound, NothingUsable, ProfileProblem {
        return read(Profiles.of("profile.yaml", profile));
    }

    SessionData read(Profile profile) throws InputNotFound, NothingUsable {
        return SessionExports.read(List.of(folder), profile, OptionalInt.empty(), Progress.SILENT);
    }

    SessionData readAsOf(String date) throws InputNotFound, NothingUsable {
        return SessionExports.read(List.of(folder), Profiles.DEFAULT, OptionalInt.of(day(date)), Progress.SILENT);
    }

    static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    static List<Course> courses(SessionData data) {
        List<Course> courses = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            courses.add(data.course(i));
        }
        return courses;
    }

    static List<String> ids(SessionData data) {
        List<String> ids = new ArrayList<>();
        courses(data).forEach(course -> ids.add(course.id()));
        return ids;
    }
}
