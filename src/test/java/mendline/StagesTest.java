package mendline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data flows one way: the picture of {@code architecture.md}, read from the sources themselves. */
class StagesTest {
    private static final Path SOURCES = Path.of("src/main/java/mendline");
    private static final Path TEMPLATES = Path.of("src/main/jte");

    /** What each stage may see of the others. */
    private static final Map<String, Set<String>> MAY_SEE = new TreeMap<>(Map.of(
            "model", Set.of(),
            "stats", Set.of(),
            "measure", Set.of("model", "stats"),
            "ingest", Set.of("model", "measure"),
            "detect", Set.of("model", "stats", "measure"),
            "aggregate", Set.of("model", "stats", "measure", "detect"),
            "report", Set.of("model", "stats", "measure", "detect", "aggregate"),
            "render", Set.of("model", "report"),
            "simulate", Set.of("model"),
            "cli",
                    Set.of(
                            "model",
                            "stats",
                            "measure",
                            "ingest",
                            "detect",
                            "aggregate",
                            "report",
                            "render",
                            "simulate")));

    /** The stages in which a library may be used; packages of the Java platform only where they matter. */
    private static final Map<String, Set<String>> LIBRARIES = new TreeMap<>(Map.ofEntries(
            Map.entry("org.apache.commons.csv", Set.of("ingest", "render", "simulate", "cli")),
            Map.entry("org.snakeyaml", Set.of("ingest")),
            Map.entry("org.apache.commons.math3", Set.of("stats")),
            Map.entry("org.jfree", Set.of("render")),
            Map.entry("gg.jte", Set.of("render")),
            Map.entry("com.openhtmltopdf", Set.of("render")),
            Map.entry("org.apache.pdfbox", Set.of("render")),
            Map.entry("org.apache.fontbox", Set.of("render")),
            Map.entry("de.rototor", Set.of("render")),
            Map.entry("org.apache.batik", Set.of("render")),
            Map.entry("org.apache.xmlgraphics", Set.of("render")),
            Map.entry("org.w3c.dom", Set.of("render")),
            Map.entry("com.fasterxml.jackson", Set.of("render", "cli")),
            Map.entry("picocli", Set.of("cli")),
            Map.entry("me.tongfei", Set.of("cli")),
            Map.entry("java.awt", Set.of("render")),
            Map.entry("javax", Set.of("render")),
            Map.entry("java.net", Set.of()),
            Map.entry("java.sql", Set.of())));

    /** Platform packages that every stage may use. */
    private static final Set<String> PLATFORM = Set.of(
            "java.io", "java.lang", "java.math", "java.nio", "java.security", "java.text", "java.time", "java.util");

    /** What would make a result depend on something other than its arguments. */
    private static final Pattern HIDDEN_INPUT = Pattern.compile("\\b(?:LocalDate|LocalDateTime|LocalTime|ZonedDateTime"
            + "|OffsetDateTime|Instant|YearMonth|Year)\\.now\\b|\\bClock\\.system|\\bSystem\\.(?:currentTimeMillis|nanoTime)\\b"
            + "|\\bnew (?:java\\.util\\.)?(?:Date|Random|SplittableRandom)\\(\\s*\\)|\\bMath\\.random\\b|\\bThreadLocalRandom\\b"
            + "|\\bSecureRandom\\b|\\brandomUUID\\b|\\bLocale\\.getDefault\\b|\\bZoneId\\.systemDefault\\b"
            + "|\\bTimeZone\\.getDefault\\b|\\.to(?:Lower|Upper)Case\\(\\s*\\)|\\bString\\.format\\(\\s*\"|\\bprintf\\(\\s*\""
            + "|\\.formatted\\(");

    private static final Pattern REFERENCE =
            Pattern.compile("(?<![\\w.\"])((?:[a-z_][a-z0-9_]*\\.)+)(?=[A-Z*])|(?<![\\w.\"])(picocli)\\.");

    private static final Pattern NOT_CODE = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'",
            Pattern.DOTALL);

    @Test
    void everyPackageIsAKnownStage() {
        assertThat(stages()).isNotEmpty().isSubsetOf(MAY_SEE.keySet());
    }

    @Test
    void noArrowPointsBack() {
        List<String> backward = new ArrayList<>();
        int arrows = 0;
        for (String stage : stages()) {
            for (Path file : files(SOURCES.resolve(stage), ".java")) {
                for (String name : references(code(read(file)))) {
                    Optional<String> seen = stageOf(name);
                    if (seen.isPresent() && !seen.get().equals(stage)) {
                        arrows++;
                        if (!MAY_SEE.get(stage).contains(seen.get())) {
                            backward.add(file + " sees " + seen.get());
                        }
                    }
                }
            }
        }
        assertThat(backward).as("arrows that point back").isEmpty();
        assertThat(arrows).as("arrows that were looked at").isPositive();
    }

    @Test
    void templatesSeeOnlyTheReport() {
        List<String> backward = new ArrayList<>();
        for (Path file : files(TEMPLATES, ".jte")) {
            for (String name : references(read(file))) {
                Optional<String> seen = stageOf(name);
                if (seen.isPresent() && !Set.of("model", "report", "render").contains(seen.get())) {
                    backward.add(file + " sees " + seen.get());
                }
            }
        }
        assertThat(backward).isEmpty();
    }

    @Test
    void everyLibraryStaysInItsStage() {
        List<String> strays = new ArrayList<>();
        for (String stage : stages()) {
            for (Path file : files(SOURCES.resolve(stage), ".java")) {
                for (String name : references(code(read(file)))) {
                    if (!allowed(name, stage)) {
                        strays.add(file + " uses " + name);
                    }
                }
            }
        }
        assertThat(strays)
                .as("libraries outside their stage, or not in the table of this test")
                .isEmpty();
    }

    @Test
    void everyPackageIsExplained() {
        for (String stage : stages()) {
            Path prose = SOURCES.resolve(stage).resolve("package-info.java");
            assertThat(prose).exists();
            assertThat(read(prose).lines().filter(line -> line.startsWith(" *")).count())
                    .as("lines of prose in %s", prose)
                    .isBetween(5L, 20L);
        }
    }

    @Test
    void resultsDependOnTheirArgumentsOnly() {
        List<String> found = new ArrayList<>();
        for (Path file : files(SOURCES, ".java")) {
            Matcher hidden = HIDDEN_INPUT.matcher(codeWithQuotes(read(file)));
            while (hidden.find()) {
                found.add(file + ": " + hidden.group());
            }
        }
        assertThat(found)
                .as("clock, default locale, default zone or unseeded chance")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            LocalDate day = LocalDate.now();           | true
            long t = System.currentTimeMillis();       | true
            Random r = new Random();                   | true
            Random r = new Random(42);                 | false
            name.toLowerCase()                         | true
            name.toLowerCase(Locale.ROOT)              | false
            String.format("%.1f", x)                   | true
            String.format(Locale.ROOT, "%.1f", x)      | false
            ZoneId.systemDefault()                     | true
            Locale.getDefault()                        | true
            """)
    void theRuleAgainstHiddenInputBites(String line, boolean hidden) {
        assertThat(HIDDEN_INPUT.matcher(codeWithQuotes(line)).find()).isEqualTo(hidden);
    }

    @Test
    void referencesAreSeenInImportsAndInCodeButNotInCommentsOrTexts() {
        String source = """
                package mendline.detect;
                import static mendline.ingest.Reader.read;
                import mendline.model.Course;
                /** Not {@link mendline.render.Ink}. */
                // nor mendline.cli.Main
                class A { String s = "mendline.report.Report"; mendline.aggregate.Rate rate; picocli.CommandLine line; }
                """;
        assertThat(references(code(source)))
                .containsExactly("mendline.aggregate", "mendline.ingest", "mendline.model", "picocli");
    }

    private static boolean allowed(String name, String stage) {
        if (name.equals("mendline") || name.startsWith("mendline.")) {
            return true;
        }
        for (Map.Entry<String, Set<String>> library : LIBRARIES.entrySet()) {
            if (under(name, library.getKey())) {
                return library.getValue().contains(stage);
            }
        }
        return PLATFORM.stream().anyMatch(part -> under(name, part));
    }

    private static boolean under(String name, String part) {
        return name.equals(part) || name.startsWith(part + ".");
    }

    private static Optional<String> stageOf(String name) {
        String[] parts = name.split("\\.");
        return parts.length > 1 && parts[0].equals("mendline") ? Optional.of(parts[1]) : Optional.empty();
    }

    /** Package names that a source refers to, by import or in full; chains of calls begin with other words than these. */
    private static Set<String> references(String source) {
        Set<String> names = new TreeSet<>();
        Matcher reference = REFERENCE.matcher(source);
        while (reference.find()) {
            String name = reference.group(2) != null
                    ? reference.group(2)
                    : reference.group(1).replaceAll("\\.$", "");
            if (name.matches("(?:mendline|java|javax|org|com|me|gg|de|io|net|picocli)(?:\\..+)?")) {
                names.add(name);
            }
        }
        return names;
    }

    private static String code(String source) {
        return NOT_CODE.matcher(source).replaceAll(" ");
    }

    /** Code whose texts are emptied but still seen as texts. */
    private static String codeWithQuotes(String source) {
        return NOT_CODE.matcher(source).replaceAll(hit -> hit.group().startsWith("\"") ? "\"\"" : " ");
    }

    private static Set<String> stages() {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            Set<String> names = new TreeSet<>();
            folders.filter(Files::isDirectory)
                    .forEach(folder -> names.add(folder.getFileName().toString()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
