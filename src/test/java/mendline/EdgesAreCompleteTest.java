package mendline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mendline.stats.Answer;
import mendline.stats.Wilson;
import org.junit.jupiter.api.Test;

/** Every public function of statistics, measures and detection has a row on the page of edges. */
class EdgesAreCompleteTest {
    private static final List<String> PACKAGES = List.of("stats", "measure", "detect");

    /** What is no function of data: the names of an enum, and an answer itself. */
    private static final Set<String> NO_FUNCTIONS = Set.of("values", "valueOf", "given", "refused");

    private static Set<String> functions() throws Exception {
        Path classes = Path.of(
                Wilson.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Set<String> functions = new TreeSet<>();
        for (String name : PACKAGES) {
            try (Stream<Path> files = Files.list(classes.resolve("mendline").resolve(name))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".class")).toList()) {
                    String simple = file.getFileName().toString().replace(".class", "");
                    if (!simple.equals("package-info")) {
                        add(functions, Class.forName("mendline." + name + "." + simple));
                    }
                }
            }
        }
        return functions;
    }

    private static void add(Set<String> functions, Class<?> type) {
        if (!Modifier.isPublic(type.getModifiers()) || type == Answer.class) {
            return;
        }
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .map(Method::getName)
                .filter(method -> !NO_FUNCTIONS.contains(method))
                .forEach(method -> functions.add(type.getSimpleName() + "." + method));
    }

    @Test
    void everyPublicFunctionHasARowOfItsEdges() throws Exception {
        Set<String> functions = functions();
        assertThat(functions).hasSizeGreaterThan(90).contains("Wilson.interval", "Verdicts.anchor", "Ruptures.in");
        String rows = String.join("\n", rows());

        assertThat(functions.stream()
                        .filter(function -> !rows.contains("`" + function + "`"))
                        .toList())
                .as("functions without a row in %s", EdgeTable.PAGE)
                .isEmpty();
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(EdgeTable.PAGE).stream()
                .filter(line -> line.startsWith("| "))
                .toList();
    }
}
