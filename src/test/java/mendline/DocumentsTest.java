package mendline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mendline.aggregate.Exclusion;
import mendline.aggregate.Metric;
import mendline.detect.CourseShape;
import mendline.detect.EpisodeKind;
import mendline.detect.EpisodeStatus;
import mendline.detect.OutcomeClass;
import mendline.model.Attendance;
import mendline.model.CarriedForward;
import mendline.model.Response;
import mendline.model.RuptureKind;
import mendline.model.SetbackKind;
import mendline.model.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What documents say about the code is true. */
class DocumentsTest {
    private static final Path SITE = Path.of("src/site/markdown");
    private static final Path README = Path.of("README.md");
    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][A-Za-z0-9]+)(?:\\.[A-Za-z]+)?`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

    /** Words that nobody who reads the project may find outside the list that names them. */
    private static final List<String> NEVER = List.of(
            "failure",
            "failed",
            "non-responder",
            "harmed",
            "ranking",
            "league table",
            "dropped out",
            "dropout",
            "non-compliant",
            "resistant",
            "worst therapist",
            "caused");

    @ParameterizedTest
    @MethodSource("documentsOfTheProgram")
    void everyClassThatADocumentNamesExists(Path document) {
        Set<String> gone = new TreeSet<>();
        Matcher name = CLASS_NAME.matcher(read(document));
        Set<String> known = classes();
        while (name.find()) {
            if (!known.contains(name.group(1))) {
                gone.add(name.group(1));
            }
        }
        gone.removeAll(Set.of("NA", "NULL", "S1", "S2", "S3", "S4", "S5", "S6", "S7", "NaN", "DNA"));
        assertThat(gone).isEmpty();
    }

    @Test
    void everyDeviationHasTheTestThatItNames() throws IOException {
        Matcher named =
                Pattern.compile("`([A-Za-z0-9]+Test)` ([a-zA-Z0-9]+) \\|").matcher(read(SITE.resolve("deviations.md")));
        int tests = 0;
        while (named.find()) {
            String test = named.group(1) + ".java";
            try (Stream<Path> all = Files.walk(Path.of("src/test/java"))) {
                Path file = all.filter(path -> path.endsWith(test)).findFirst().orElseThrow();
                assertThat(read(file)).contains("void " + named.group(2) + "(");
            }
            tests++;
        }
        assertThat(tests).isGreaterThanOrEqualTo(10);
    }

    @Test
    void architectureNamesClassesOfEveryStage() {
        Set<String> named = new TreeSet<>();
        Matcher name = CLASS_NAME.matcher(read(SITE.resolve("architecture.md")));
        while (name.find()) {
            named.add(name.group(1));
        }
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(read(SITE.resolve("architecture.md")).lines().count()).isLessThanOrEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) {
        Path folder = document.getParent() == null ? Path.of("") : document.getParent();
        List<String> broken = new ArrayList<>();
        Matcher link = LINK.matcher(read(document));
        while (link.find()) {
            if (!Files.exists(folder.resolve(link.group(1)))) {
                broken.add(link.group(1));
            }
        }
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void noDocumentUsesAWordThatWeNeverUse(Path document) {
        String text = read(document)
                .replaceAll("(?s)## 12\\. Words never used.*?## Sources", "")
                .toLowerCase(Locale.ROOT);
        assertThat(text).doesNotContain(NEVER);
    }

    @Test
    void theReadmeIsShortAndItsCommandsAreThere() throws IOException {
        String readme = read(README);
        assertThat(readme.lines().count()).isLessThanOrEqualTo(120);
        assertThat(command(readme, "report")).isEqualTo("./mendline report sample-data --out reports");
        assertThat(command(readme, "tests")).isEqualTo("mvn -B test");
        assertThat(Path.of("mendline")).isExecutable();
        assertThat(Path.of("mendline.cmd")).exists();
        assertThat(Files.readString(Path.of(".ci/run"))).contains("<!-- tests -->", "README.md");
    }

    @Test
    void theCodebookHasEveryMonthlyMetric() {
        for (Metric metric : Metric.values()) {
            assertThat(read(SITE.resolve("codebook.md"))).contains("`" + metric.key() + "`");
        }
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void theCodebookHasEveryWord(Class<? extends Vocabulary> words) {
        for (Vocabulary word : words.getEnumConstants()) {
            assertThat(read(SITE.resolve("codebook.md"))).contains("`" + word.key() + "`");
        }
    }

    @Test
    void theMethodsHaveEveryShape() {
        for (CourseShape shape : CourseShape.values()) {
            assertThat(read(SITE.resolve("methods.md"))).contains("`" + shape.key() + "`");
        }
    }

    static Stream<Class<? extends Vocabulary>> vocabularies() {
        return Stream.of(
                Attendance.class,
                SetbackKind.class,
                Response.class,
                CarriedForward.class,
                RuptureKind.class,
                EpisodeKind.class,
                EpisodeStatus.class,
                OutcomeClass.class,
                Exclusion.class);
    }

    static Stream<Path> documents() {
        try (Stream<Path> site = Files.walk(SITE)) {
            List<Path> all = new ArrayList<>(site.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList());
            all.add(README);
            return all.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All but the pages of problems, which name columns of other programs, never classes of ours. */
    static Stream<Path> documentsOfTheProgram() {
        return documents().filter(document -> !document.startsWith(SITE.resolve("problems")));
    }

    private static String command(String readme, String marker) {
        Matcher block = Pattern.compile("(?s)<!-- " + marker + " -->\\s*```\\n(.*?)\\n```\\s*<!-- /" + marker + " -->")
                .matcher(readme);
        assertThat(block.find()).as("command between the markers %s", marker).isTrue();
        return block.group(1);
    }

    private static Set<String> classes() {
        try (Stream<Path> all = Files.walk(Path.of("src"))) {
            Set<String> names = new TreeSet<>();
            all.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> names.add(file.getFileName().toString().replace(".java", "")));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
