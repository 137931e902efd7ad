package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import mendline.ingest.ReadyProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profiles that come with the program, each on a small invented export of its style. */
class ReadyProfilesTest {
    private static final Path EXPORTS = Path.of("src/test/resources/exports");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            simplepractice-style | 12 | 190 | 188 | {"future_row":2}
            jane-style           | 12 | 280 | 280 | {}
            iapt-style           | 12 | 96  | 96  | {}
            openfit-style        | 12 | 96  | 96  | {}
            rom-style            | 12 | 189 | 188 | {"missing_score":1}
            qualtrics-style      | 12 | 96  | 96  | {}
            pmhc-style           | 12 | 144 | 141 | {"missing_score":3}
            """)
    void aReadyProfileReadsItsStyle(String name, int courses, long read, long used, String setAside)
            throws IOException {
        Cli run = Cli.run("report", EXPORTS.resolve(name), "--profile", name, "--out", folder);
        assertThat(run.exitCode()).as(run.err()).isZero();
        Path report = onlyFolder();
        JsonNode rows = new ObjectMapper()
                .readTree(report.resolve("manifest.json").toFile())
                .path("rows");
        assertThat(rows.path("set_aside")).hasToString(setAside);
        assertThat(rows.path("read").asLong()).isEqualTo(read);
        assertThat(rows.path("used").asLong()).isEqualTo(used);
        List<String> lines = Files.readAllLines(report.resolve("internal").resolve("courses.csv"));
        assertThat(lines.stream().skip(1).map(line -> line.split(",")[1]).distinct())
                .hasSize(courses);
        assertThat(report.resolve("report.pdf")).isNotEmptyFile();
    }

    @Test
    void theyAreListedWithWhatTheyAreFor() {
        Cli run = Cli.run("profile", "--list");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(ReadyProfiles.all().size()).isSorted();
        new TreeMap<>(ReadyProfiles.all())
                .forEach((name, what) -> assertThat(run.out()).contains(name, what));
    }

    @Test
    void aFileOfThatNameComesFirst() throws IOException {
        Path own = Files.writeString(folder.resolve("iapt-style"), "alliancee: srs\n");
        assertThat(Cli.run("measures", "--profile", own).err()).contains("alliance");
        assertThat(Cli.run("measures", "--profile", "iapt-style").exitCode()).isZero();
    }

    private Path onlyFolder() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> folders = all.filter(Files::isDirectory).toList();
            assertThat(folders).hasSize(1);
            return folders.get(0);
        }
    }
}
