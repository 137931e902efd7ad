package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            smith                     | *
            Smith export              | * export
            anna_mueller_2026         | *_*_2026
            LEE                       | *
            kim-phq9                  | *-phq9
            O'Brien sessions          | * sessions
            2026-10 Jo                | 2026-10 *
            Jürgen                    | *
            Петров-2026               | *-2026
            thistlewood.sessions      | *.sessions
            """)
    void anyWordOfAFileNameThatIsNotOrdinaryMayBeAName(String name, String pattern) {
        assertThat(OrdinaryWords.maybeNameInFileName(name)).isTrue();
        assertThat(OrdinaryWords.withoutNames(name)).isEqualTo(pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sessions",
                "export-2026-10",
                "phq9",
                "PHQ9_scores",
                "GAD-7",
                "core10",
                "k10p",
                "oq45 outcomes",
                "service-contacts",
                "IAPT_export_2026",
                "Jan2026",
                "2026-q3",
                "Sessions (1)",
                "IDS201_care_contacts",
                "form_encounter",
                "individual_appointments",
                "north-team-sessions",
                "all",
                "s",
                "1971-05"
            })
    void ordinaryNamesOfFilesStay(String name) {
        assertThat(OrdinaryWords.maybeNameInFileName(name)).isFalse();
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
                        "mueller",
                        "lee",
                        "kim",
                        "jane",
                        "rio",
                        "nova");
    }
}
