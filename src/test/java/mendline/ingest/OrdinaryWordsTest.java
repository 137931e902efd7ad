package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdinaryWordsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Anna Smith               | true
            anna_smith               | true
            Smith                    | true
            SMITH                    | true
            AnnaSmith                | true
            2026-09 Anna Smith       | true
            Smith-2026-09            | true
            Anna Smith export        | true
            Mr Export                | true
            O'Brien                  | true
            Müller                   | true
            Appt Date                | false
            PHQ9_SCORE               | false
            PTSDSCORE                | false
            redcap_event_name        | false
            AttendOrDNACode          | false
            ConsMechanism            | false
            WAI_1                    | false
            srs_total                | false
            service-contacts         | false
            2026-09                  | false
            smith                    | false
            "session notes (Sept.)"  | false
            ""                       | false
            """)
    void namesOfPersonsAreToldFromOrdinaryHeaders(String text, boolean name) {
        assertThat(OrdinaryWords.maybeName(text)).isEqualTo(name);
    }

    @Test
    void theWordsAreSortedSmallAndHoldNoCommonName() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/main/resources/mendline/ordinary-words.txt"));
        List<String> words = lines.subList(1, lines.size());
        assertThat(words)
                .hasSizeGreaterThan(2_000)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z]{2,}"))
                .doesNotContain(
                        "smith",
                        "jones",
                        "williams",
                        "taylor",
                        "brown",
                        "davies",
                        "evans",
                        "wilson",
                        "thomas",
                        "johnson",
                        "roberts",
                        "robinson",
                        "wright",
                        "thompson",
                        "walker",
                        "white",
                        "edwards",
                        "hughes",
                        "green",
                        "hall",
                        "mary",
                        "patricia",
                        "linda",
                        "john",
                        "james",
                        "robert",
                        "michael",
                        "david",
                        "anna",
                        "emma",
                        "olivia",
                        "george",
                        "oliver",
                        "jack",
                        "harry",
                        "mark",
                        "paul",
                        "anderson",
                        "mueller");
    }
}
