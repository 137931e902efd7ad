package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoNetworkTest {
    @TempDir
    private Path folder;

    private String run(int exitCode, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Djava.nio.channels.spi.SelectorProvider=" + WithoutNetwork.class.getName(),
                "-cp",
                System.getProperty("java.class.path"),
                WithoutNetwork.class.getName()));
        line.addAll(List.of(arguments));
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isEqualTo(exitCode);
        return text;
    }

    @Test
    void everyKindOfSocketWouldBeNoticed() throws Exception {
        assertThat(run(0, "--try")).contains("tries: 5");
    }

    @Test
    void noCommandOpensASocket() throws Exception {
        String made = folder.resolve("made").toString();
        String out = folder.resolve("out").toString();
        assertThat(run(0, "simulate", "--clients", "12", "--seed", "4", "--months", "3", "--out", made))
                .contains("tries: 0");
        assertThat(run(0, "report", made, "--all", "--out", out))
                .contains("tries: 0")
                .contains("Report:");
        assertThat(run(0, "check", made, "--out", out)).contains("tries: 0").contains("Check:");
        assertThat(run(0, "profile", made)).contains("tries: 0").contains("columns:");
        assertThat(run(0, "template", "--out", folder.resolve("forms").toString()))
                .contains("tries: 0")
                .contains("Sheet:");
        assertThat(run(0, "measures")).contains("tries: 0");
    }
}
