package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @Test
    void eachStageIsNamedAndNothingIsLeftOnTheScreen() {
        try (TerminalProgress progress =
                new TerminalProgress(new PrintStream(terminal, true, StandardCharsets.UTF_8))) {
            progress.step(1);
            progress.stage("reading", 24);
            progress.step(24);
            progress.stage("drawing", 0);
            progress.step(3);
        }
        String shown = terminal.toString(StandardCharsets.UTF_8);
        assertThat(shown).contains("reading", "drawing").doesNotContain("\n");
        assertThat(shown.substring(shown.lastIndexOf('\r') + 1)).isBlank();
    }

    @Test
    void nobodyAtATerminalMeansNoBar() {
        assertThat(TerminalProgress.wanted(true)).isFalse();
    }
}
