package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mendline.model.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A zoo of small dirty exports, each with what reading it must find. Where something else is found, the changes are listed; with {@code
 * -Dapprove=true} the expectations are written anew, to be read in review.
 */
final class ZooTest {
    private static final Pattern NUMBER = Pattern.compile("(?<= )\\d+");

    @TempDir
    Path copy;

    static List<ZooCase> cases() throws IOException {
        return ZooCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readingFindsWhatIsExpected(ZooCase animal) throws IOException {
        Optional<ZooTable> read = animal.read(copy);
        assumeThat(read).as("nothing is unreadable for this user").isPresent();
        ZooTable found = read.orElseThrow();
        if (Boolean.getBoolean("approve")) {
            Files.writeString(animal.expected(), animal.about() + found);
        }
        String expected = Files.readString(animal.expected());

        assertThat(ZooDifference.between(ZooTable.parsed(expected), found))
                .as("changes in " + animal)
                .isEmpty();
        assertThat(animal.about() + found).isEqualTo(expected);
        assertThat(animal.about()).as("what is wrong with the input").startsWith("# ");
        addsUp(found);
    }

    /** What was read is what was used, plus duplicates, plus what was set aside; or one short sentence says why nothing was. */
    private static void addsUp(ZooTable table) {
        String account = table.rows().get(0);
        if (account.startsWith("refused: ")) {
            assertThat(account).matches(".*[.?]").hasSizeLessThan(500);
            return;
        }
        Matcher numbers = NUMBER.matcher(account);
        assertThat(numbers.find()).isTrue();
        long read = Long.parseLong(numbers.group());
        long accounted = 0;
        while (numbers.find()) {
            accounted += Long.parseLong(numbers.group());
        }
        assertThat(accounted).isEqualTo(read).isPositive();
        assertThat(table.files().stream()
                        .mapToLong(file -> Long.parseLong(file.substring(file.lastIndexOf(' ') + 1)))
                        .sum())
                .isEqualTo(read);
    }

    @Test
    void everyKindOfProblemIsInTheZoo() throws IOException {
        Set<String> found = new TreeSet<>();
        for (ZooCase animal : ZooCase.all()) {
            ZooTable.parsed(Files.readString(animal.expected())).problems().forEach(line -> found.add(line.code()));
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ProblemCode.values()).map(ProblemCode::key).toList());
    }

    @Test
    void theZooIsLarge() throws IOException {
        assertThat(ZooCase.all()).hasSizeGreaterThanOrEqualTo(80);
    }
}
