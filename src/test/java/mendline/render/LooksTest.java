package mendline.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mendline.report.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LooksTest {
    @ParameterizedTest
    @EnumSource
    void wordsOfEveryToneReadWellOnWhite(Tone tone) {
        assertThat(Looks.contrast(Looks.words(tone), Looks.PAPER)).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void wrapsTextAtSpacesAndCutsOnlyWhatIsLongerThanALine() {
        List<String> lines = Lettering.wrap("one two " + "x".repeat(200), Looks.TICK, 60);
        assertThat(lines.get(0)).isEqualTo("one two");
        assertThat(String.join("", lines.subList(1, lines.size()))).isEqualTo("x".repeat(200));
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(Lettering.width(line, Looks.TICK)).isLessThanOrEqualTo(60));
    }

    @Test
    void endsShortenedTextWithAnEllipsis() {
        List<String> lines = Lettering.wrap("a name that is far too long for two short lines", Looks.TICK, 50, 2);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).endsWith("…");
        assertThat(Lettering.width(lines.get(1), Looks.TICK)).isLessThanOrEqualTo(50);
    }

    @Test
    void shadesFromNearlyWhiteToTheMainColour() {
        assertThat(Looks.shade(1)).isEqualTo(Looks.of(Tone.MAIN));
        assertThat(Looks.contrast(Looks.shade(0), Looks.PAPER)).isLessThan(1.2);
        assertThat(Looks.on(Looks.shade(1))).isEqualTo(Looks.PAPER);
        assertThat(Looks.on(Looks.shade(0))).isEqualTo(Looks.INK);
    }
}
