package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method card says all six things, and its option is one that a profile takes. */
class MethodCardsTest {
    private static final Path PAGE = Path.of("src/site/markdown/method-cards.md");
    private static final List<String> SAID = List.of("Answers", "Formula", "Source", "Needs", "Caveat", "Option");
    private static final Pattern LINE = Pattern.compile("^- \\*\\*([A-Za-z]+)\\*\\*: (.+)$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    record Card(String name, List<String> labels, List<String> texts) {
        @Override
        public String toString() {
            return name;
        }

        String option() {
            return texts.get(SAID.indexOf("Option"));
        }
    }

    @ParameterizedTest
    @MethodSource("cards")
    void eachCardSaysAllSixThings(Card card) {
        assertThat(card.labels()).isEqualTo(SAID);
        assertThat(card.texts()).allSatisfy(text -> assertThat(text.strip()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("cards")
    void eachOptionIsOneThatAProfileTakes(Card card) throws ProfileProblem {
        if (card.option().equals("none")) {
            return;
        }
        Matcher code = CODE.matcher(card.option());
        List<String> profiles = new ArrayList<>();
        while (code.find()) {
            profiles.add(code.group(1));
        }
        assertThat(profiles).as(card.name()).isNotEmpty();
        for (String profile : profiles) {
            assertThat(Profiles.of(card.name(), profile).report()).isNotNull();
        }
    }

    @Test
    void thereAreManyCards() throws IOException {
        assertThat(cards()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(cards().stream().map(Card::name)).doesNotHaveDuplicates();
    }

    static List<Card> cards() throws IOException {
        List<Card> cards = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("### ")) {
                cards.add(new Card(line.substring(4), new ArrayList<>(), new ArrayList<>()));
            }
            Matcher said = LINE.matcher(line);
            if (said.matches()) {
                cards.get(cards.size() - 1).labels().add(said.group(1));
                cards.get(cards.size() - 1).texts().add(said.group(2));
            }
        }
        return cards;
    }
}
