package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mendline.model.Intake;
import mendline.model.ProblemCode;
import mendline.model.TotalsAndItems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of problem has a page of its own, which says what the program says, and whose example gives the problem where the page says. */
final class ProblemPagesTest {
    private static final List<String> SECTIONS = List.of(
            "What it means",
            "Where it comes from",
            "Example, and how to see it",
            "What Mendline does",
            "What it does to the results",
            "What to do");

    @TempDir
    private Path folder;

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        try (Stream<Path> pages = Files.list(ProblemPage.FOLDER)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(ProblemCode.values())
                            .map(code -> code.key() + ".md")
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void aPageSaysWhatTheProgramSays(ProblemCode code) throws IOException {
        ProblemPage page = ProblemPage.of(code);
        String name = code.key().replace('_', ' ');

        assertThat(page.head())
                .isEqualTo("# " + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "\n\n`"
                        + code.key() + "`: " + code.severity().key() + "; row set aside: "
                        + (code.setsRowAside() ? "yes" : "no") + ". [All problems](../problems.md)\n\nExpected: "
                        + code.expected() + ".\n");
        assertThat(page.sections().keySet()).containsExactlyElementsOf(SECTIONS);
        assertThat(page.sections().get("What to do")).startsWith(code.remedy() + " ");
        assertThat(page.sections().get("What Mendline does").matches("(?s).*\\b[Ss]ets [^.]*aside.*"))
                .as("says that the row is set aside")
                .isEqualTo(code.setsRowAside());
    }

    /** A page that only repeats another one explains nothing. */
    @Test
    void noTwoPagesExplainInTheSameWords() throws IOException {
        Map<String, List<String>> said = new HashMap<>();
        for (ProblemCode code : ProblemCode.values()) {
            ProblemPage.of(code).sections().forEach((heading, body) -> {
                if (!heading.equals("What it does to the results")) {
                    said.computeIfAbsent(body, text -> new ArrayList<>()).add(code.key());
                    assertThat(body.split("\\s+"))
                            .as(code.key() + ": " + heading)
                            .hasSizeGreaterThan(5);
                }
            });
        }
        said.values().removeIf(codes -> codes.size() == 1);
        assertThat(said.values()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void theExampleHasTheProblemWhereThePageSays(ProblemCode code) throws Exception {
        ProblemPage page = ProblemPage.of(code);
        Optional<Intake> read = page.read(folder);
        assumeThat(read).as("nothing is unreadable for this user").isPresent();
        Intake intake = read.orElseThrow();

        assertThat(page.places()).isNotEmpty().isEqualTo(page.found(intake));
        intake.lookedAt()
                .forEach((kind, chances) -> assertThat(chances)
                        .as("how often there could have been %s", kind)
                        .isGreaterThanOrEqualTo(intake.problemCounts().getOrDefault(kind, 0L)));
        assertThat(intake.totals().values().stream()
                        .mapToLong(TotalsAndItems::differing)
                        .sum())
                .isEqualTo(intake.problemCounts().getOrDefault(ProblemCode.TOTAL_DIFFERS, 0L));
    }
}
