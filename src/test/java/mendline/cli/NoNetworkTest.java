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

    /** Runs the commands one after the other in one Java, and hands out what each of them said. */
    private List<String> run(List<List<String>> commands) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.nio.channels.spi.SelectorProvider=" + WithoutNetwork.class.getName(),
                "-cp",
                System.getProperty("java.class.path"),
                WithoutNetwork.class.getName()));
        commands.forEach(command -> {
            line.addAll(command);
            line.add(WithoutNetwork.THEN);
        });
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(text).isZero();
        List<String> parts = List.of(text.split("(?<=tries: \\d)\\R"));
        assertThat(parts).as(text).hasSameSizeAs(commands);
        return parts;
    }

    @Test
    void noCommandOpensASocketAndEveryKindOfSocketWouldBeNoticed() throws Exception {
        String made = folder.resolve("made").toString();
        String out = folder.resolve("out").toString();
        String forms = folder.resolve("forms").toString();
        List<String> said = run(List.of(
                List.of("simulate", "--clients", "12", "--seed", "4", "--months", "3", "--out", made),
                List.of("report", made, "--all", "--out", out),
                List.of("check", made, "--out", out),
                List.of("profile", made),
                List.of("template", "--out", forms),
                List.of("measures"),
                List.of(WithoutNetwork.TRY)));
        assertThat(said.subList(0, 6)).allSatisfy(each -> assertThat(each).endsWith("exit: 0\ntries: 0"));
        assertThat(said.get(1)).contains("Report:");
        assertThat(said.get(2)).contains("Check:");
        assertThat(said.get(3)).contains("columns:");
        assertThat(said.get(4)).contains("Sheet:");
        assertThat(said.get(5)).contains("phq9");
        assertThat(said.get(6)).endsWith("exit: 0\ntries: 5");
        assertThat(Path.of(out, "all", "report.pdf")).isNotEmptyFile();
    }
}
