package mendline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page that explains problems to users says what the program says. */
final class ProblemsPageTest {
    private static final Path PAGE = Path.of("src/site/markdown/problems.md");

    @Test
    void thePageHasEachCodeOnceInTheOrderOfTheProgram() throws Exception {
        List<String> listed = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| [`")) {
                listed.add(line);
            }
        }
        List<String> expected = new ArrayList<>();
        for (ProblemCode code : ProblemCode.values()) {
            expected.add("| [`" + code.key() + "`](problems/" + code.key() + ".md) | "
                    + code.severity().key() + " | " + (code.setsRowAside() ? "yes" : "no") + " | " + code.expected()
                    + " | " + code.remedy() + " |");
        }
        assertThat(listed).isEqualTo(expected);
    }

    @Test
    void everyKindOfDirtHasACodeThatThereIs() throws Exception {
        String page = Files.readString(PAGE);
        String table = page.substring(
                page.indexOf("## Which dirt has which code"), page.indexOf("## How rows are told apart"));
        int rows = 0;
        for (String line : table.split("\n")) {
            if (line.startsWith("| ") && !line.startsWith("| dirt ")) {
                String codes = line.substring(line.lastIndexOf(" | ", line.length() - 3) + 3);
                assertThat(codes).contains("`");
                for (String code :
                        codes.replaceAll(" where they differ| \\|$|`", "").split(", ")) {
                    assertThat(Vocabulary.find(ProblemCode.class, code))
                            .as(code)
                            .isPresent();
                }
                rows++;
            }
        }
        assertThat(rows).isGreaterThan(30);
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void sentencesArePlain(ProblemCode code) {
        assertThat(code.expected()).isNotBlank().doesNotEndWith(".").doesNotContain("invalid");
        assertThat(code.remedy()).endsWith(".").matches("[A-Z].*");
        assertThat(code.setsRowAside() && code.severity() == Severity.WARNING).isFalse();
    }
}
