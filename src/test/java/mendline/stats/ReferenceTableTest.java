package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table says how many values there are, and has no row that no test holds. */
class ReferenceTableTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([^|]+) \\| [^|]+ \\| ([0-9,]+) \\| [0-9.e-]+ \\| ([0-9.e-]+) \\|$");

    private static List<MatchResult> rows() {
        List<MatchResult> rows = ROW.matcher(ReferenceTable.page()).results().toList();
        assertThat(rows).hasSizeGreaterThan(40);
        return rows;
    }

    @Test
    void theNumberOfValuesInAllIsTheSumOfTheRows() {
        int sum = rows().stream()
                .mapToInt(row -> Integer.parseInt(row.group(2).replace(",", "")))
                .sum();
        assertThat(ReferenceTable.page()).contains("Values in all: " + String.format(java.util.Locale.UK, "%,d", sum) + ".");
    }

    @Test
    void everyRowIsNamedByATest() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                tests.append(Files.readString(file));
            }
        }
        for (MatchResult row : rows()) {
            String named = row.group(1).startsWith("Reliable change index, ")
                    ? "Reliable change index, "
                    : row.group(1);
            assertThat(tests).as(row.group(1)).contains("\"" + named + "\"");
        }
    }
}
