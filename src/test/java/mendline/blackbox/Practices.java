package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import mendline.cli.Cli;

/** Small practices, and copies of folders, for tests of what happens to a report. */
final class Practices {
    private Practices() {}

    /** The exports of a simulated practice. */
    static Path simulated(Path folder, int clients, int months, long seed, Object... options) {
        Object[] line = Stream.concat(
                        Stream.of(
                                "simulate",
                                "--clients",
                                clients,
                                "--months",
                                months,
                                "--seed",
                                seed,
                                "--out",
                                folder,
                                "--quiet"),
                        Stream.of(options))
                .toArray();
        assertThat(Cli.run(line)).isEqualTo(new Cli(0, "", ""));
        return folder;
    }

    /** A report of all the data, made in this process. */
    static ReportFolder report(Path exports, Path out) {
        assertThat(Cli.run("report", exports, "--all", "--out", out, "--quiet")).isEqualTo(new Cli(0, "", ""));
        return new ReportFolder(out.resolve("all"));
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    /** Names in a folder, hidden ones too. */
    static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }
}
