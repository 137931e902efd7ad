package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The place, language, time zone and charset of a machine do not show in a report. */
class AnyMachineTest {
    @TempDir
    private Path folder;

    @Test
    void theSameBytesEverywhere() throws Exception {
        Path exports = Practices.simulated(folder.resolve("exports"), 7, 4, 5, "--last-month", "2026-09");
        ReportFolder here = Practices.report(exports, folder.resolve("here"));
        Path moved = Files.createDirectory(folder.resolve("moved"));
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(exports)) {
            files.addAll(all.filter(Files::isRegularFile)
                    .sorted((a, b) -> b.compareTo(a))
                    .toList());
        }
        for (Path file : files) {
            Files.copy(file, moved.resolve(file.getFileName().toString()));
        }
        Program istanbul = Program.start(
                folder.resolve("said-istanbul"),
                List.of("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=ISO-8859-1"),
                Map.of("TZ", "Pacific/Kiritimati", "LC_ALL", "C"),
                "report",
                moved,
                "--all",
                "--quiet",
                "--out",
                folder.resolve("istanbul"));
        assertThat(istanbul.end()).isEqualTo(new Program.Ended(0, ""));
        Program cairo = Program.start(
                folder.resolve("said-cairo"),
                List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=America/Los_Angeles"),
                Map.of(),
                "report",
                moved,
                "--all",
                "--quiet",
                "--out",
                folder.resolve("cairo"));
        assertThat(cairo.end()).isEqualTo(new Program.Ended(0, ""));
        for (String place : List.of("istanbul", "cairo")) {
            assertThat(new ReportFolder(folder.resolve(place).resolve("all")).hashes())
                    .as(place)
                    .isEqualTo(here.hashes());
        }
    }
}
