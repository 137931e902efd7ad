package mendline.blackbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real program in a process of its own. */
record Program(Process process, Path said) {
    private static final long LONGEST_SECONDS = 300;

    /** How it ended, and what it said on both streams. */
    record Ended(int exitCode, String said) {}

    /**
     * Starts it.
     *
     * @param said where to write what it says
     * @param java further options of Java
     * @param environment further variables
     */
    static Program start(Path said, List<String> java, Map<String, String> environment, Object... arguments)
            throws IOException {
        List<String> line = new ArrayList<>(command(java));
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        return start(said, environment, line);
    }

    /** Starts any command line. */
    static Program start(Path said, Map<String, String> environment, List<String> line) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        return new Program(builder.start(), said);
    }

    /** The command line up to the program's own arguments. */
    static List<String> command(List<String> java) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        line.addAll(java);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "mendline.cli.Main"));
        return line;
    }

    Ended end() throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the program hangs");
        }
        return new Ended(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
    }
}
