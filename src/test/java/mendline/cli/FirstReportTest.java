package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mendline.ingest.ReadyProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide to the first report: what it tells people to type works. */
class FirstReportTest {
    private static final Path GUIDE = Path.of("src/site/markdown/first-report.md");
    private static final Path EXPORTS = Path.of("src/test/resources/exports");
    private static final String ANY_SYSTEM = "Any system";

    @TempDir
    private Path folder;

    @Test
    void everyReadyProfileHasASection() {
        List<String> expected = new ArrayList<>(ReadyProfiles.all().keySet());
        expected.add(ANY_SYSTEM);
        assertThat(sections().keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void theCommandsOfASectionWork(String section) throws IOException {
        List<String> commands = sections().get(section);
        assertThat(commands).isNotEmpty();
        for (String command : commands) {
            Cli run = Cli.run((Object[]) arguments(command, section.equals(ANY_SYSTEM) ? "iapt-style" : section));
            assertThat(run.exitCode()).as(command + ": " + run.err()).isZero();
        }
        try (Stream<Path> made = Files.walk(folder.resolve("reports"))) {
            assertThat(made.filter(file -> file.endsWith("report.pdf"))).isNotEmpty();
        }
    }

    static Stream<String> names() {
        return sections().keySet().stream();
    }

    /** The command as typed, with the folders of this test. */
    private String[] arguments(String command, String style) {
        List<String> arguments = new ArrayList<>();
        for (String word : command.replaceFirst("^mendline ", "").split(" ")) {
            boolean file = word.equals("mine.yaml");
            arguments.add(
                    word.equals("exports")
                            ? EXPORTS.resolve(style).toString()
                            : file ? folder.resolve(word).toString() : word);
        }
        if (List.of("report", "template").contains(arguments.get(0))) {
            arguments.addAll(
                    List.of("--out", folder.resolve(arguments.get(0) + "s").toString()));
        }
        return arguments.toArray(new String[0]);
    }

    /** The commands of each section by its name; the part before the first section has none. */
    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new TreeMap<>();
        String section = "";
        try {
            for (String line : Files.readAllLines(GUIDE)) {
                if (line.startsWith("## ")) {
                    section = line.substring(3).replaceFirst("^`([^`]+)`.*", "$1");
                    sections.put(section, new ArrayList<>());
                } else if (line.strip().startsWith("mendline ")) {
                    sections.get(section).add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sections;
    }
}
