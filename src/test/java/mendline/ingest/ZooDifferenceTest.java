package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZooDifferenceTest {
    private static final String BEFORE = """
            # what is wrong
            read 3 = used 2 + duplicate 0 + bad_date 1
            as of 2026-01-05

            files
              a.csv: 3

            problems
              error    a.csv:2  bad_date  session_date
              note     a.csv:2  score_rounded  PHQ-9  total
              note     a.csv:3  score_rounded  PHQ-9  total

            courses
              a#1: 2026-01-05 open
                phq9 client [1800]
            """;

    @TempDir
    private Path folder;

    private static List<String> changes(String now) {
        return ZooDifference.between(ZooTable.parsed(BEFORE), ZooTable.parsed(now));
    }

    @Test
    void aTableIsReadAsItWasWritten() {
        assertThat("# what is wrong\n" + ZooTable.parsed(BEFORE)).isEqualTo(BEFORE);
        assertThat(changes(BEFORE)).isEmpty();
        assertThat(ZooTable.parsed(ZooTable.refused("No.").toString())).isEqualTo(ZooTable.refused("No."));
    }

    @Test
    void aMovedProblemIsNeitherGoneNorNew() {
        assertThat(changes(BEFORE.replace("a.csv:3  score", "a.csv:9  score")))
                .containsExactly("moved problem: note     a.csv:3  score_rounded  PHQ-9  total  ->  line 9");
    }

    @Test
    void goneAndNewProblemsAndTheAccountingAreListed() {
        assertThat(changes(BEFORE.replace("used 2", "used 3")
                        .replace(" + bad_date 1", "")
                        .replace(
                                "error    a.csv:2  bad_date  session_date",
                                "warning  a.csv:2  bad_date  session_date")))
                .containsExactly(
                        "changed accounting: read 3 = used 2 + duplicate 0 + bad_date 1  ->  read 3 = used 3 + duplicate 0",
                        "gone problem: error    a.csv:2  bad_date  session_date",
                        "new problem: warning  a.csv:2  bad_date  session_date");
    }

    @Test
    void oneProblemTooManyOfAKindIsNew() {
        assertThat(changes(BEFORE.replace("\ncourses", "  note     a.csv:3  score_rounded  PHQ-9  total\n\ncourses")))
                .containsExactly("new problem: note     a.csv:3  score_rounded  PHQ-9  total");
    }

    @Test
    void coursesAndFilesAreComparedLineByLine() {
        assertThat(changes(
                        BEFORE.replace("  a.csv: 3", "  a.csv: 3\n  b.csv: 0").replace("[1800]", "[1900]")))
                .containsExactly(
                        "new file: b.csv: 0", "changed course:   phq9 client [1800]  ->    phq9 client [1900]");
    }

    @Test
    void theSameProblemsInAnotherOrderAreSaid() {
        String first = "  note     a.csv:2  score_rounded  PHQ-9  total\n";
        String second = "  note     a.csv:3  score_rounded  PHQ-9  total\n";
        assertThat(changes(BEFORE.replace(first + second, second + first)))
                .containsExactly("another order of lines: problem");
    }

    @Test
    void aMadeFileHoldsWhatItsTextSays() throws Exception {
        MadeFile made = MadeFile.of("made: charset=UTF-16LE\n\\ufeffa\\t\\r\\n\n\\repeat{b,\\n}{2}\\\\");
        assertThat(made.text()).isEqualTo("\ufeffa\t\r\nb,\nb,\n\\");
        assertThat(made.bytes()).hasSize(2 * made.text().length()).startsWith(0xff, 0xfe, 'a', 0);
        Path cut = folder.resolve("cut");
        assertThat(MadeFile.of("made: gzip cut=3\n1,2\\n").write(cut)).isTrue();
        assertThat(Files.readAllBytes(cut)).startsWith(0x1f, 0x8b).hasSizeLessThan(24);
    }
}
