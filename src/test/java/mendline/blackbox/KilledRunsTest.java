package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mendline.cli.Cli;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real program, killed while it writes over an old report: the old or the new report is there whole, or comes back with the next run. The
 * moment is counted in files written, so that it does not hang on how fast the machine is.
 */
class KilledRunsTest {
    @TempDir
    private static Path folder;

    private static Path later;
    private static ReportFolder old;
    private static SortedMap<String, String> oldHashes;
    private static SortedMap<String, String> newHashes;

    @BeforeAll
    static void makeTheOldReportAndKnowTheNewOne() throws IOException {
        Path earlier = Practices.simulated(folder.resolve("earlier"), 6, 4, 21, "--last-month", "2026-08");
        later = Practices.simulated(folder.resolve("later"), 7, 5, 21, "--last-month", "2026-09");
        old = Practices.report(earlier, folder.resolve("old"));
        oldHashes = old.hashes();
        newHashes = Practices.report(later, folder.resolve("new")).hashes();
        assertThat(newHashes).isNotEqualTo(oldHashes);
    }

    static Stream<Integer> few() {
        return IntStream.range(0, 3).boxed();
    }

    static Stream<Integer> fifty() {
        return IntStream.range(3, 50).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("few")
    void theOldOrTheNewReportIsWhole(int seed) throws Exception {
        kill(seed);
    }

    @Tag("long")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fifty")
    void theOldOrTheNewReportIsWholeEachOfFiftyTimes(int seed) throws Exception {
        kill(seed);
    }

    private static Path standing(String name) throws IOException {
        Path out = Files.createDirectories(folder.resolve(name));
        Practices.copy(old.path(), out.resolve("all"));
        return out;
    }

    private void kill(int seed) throws Exception {
        Path out = standing("out-" + seed);
        Path temporary = Files.createDirectories(folder.resolve("tmp-" + seed));
        // One more than there are files is the moment of the moves.
        int moment = seed == 0 ? newHashes.size() : new SplittableRandom(seed).nextInt(0, newHashes.size() + 2);
        Program program = Program.start(
                folder.resolve("said-" + seed),
                List.of("-Djava.io.tmpdir=" + temporary),
                Map.of(),
                "report",
                later,
                "--all",
                "--out",
                out);
        waitFor(program, out, moment);
        program.process().destroyForcibly();
        program.end();

        Path place = out.resolve("all");
        SortedMap<String, String> left =
                new ReportFolder(Files.exists(place) ? place : out.resolve(".all.previous")).hashes();
        assertThat(left).as("killed after %d files", moment).isIn(oldHashes, newHashes);

        Cli next = Cli.run("check", later, "--out", out, "--quiet");
        assertThat(next).isEqualTo(new Cli(0, "", ""));
        assertThat(new ReportFolder(place).hashes()).isEqualTo(left);
        assertThat(Practices.names(out).filter(name -> !name.equals(".all.lock")))
                .containsExactly("all", "check");
        // The fonts that Java unpacks are all that a killed run may leave elsewhere.
        assertThat(Practices.names(temporary))
                .allMatch(name -> name.matches("fonts\\d+\\.properties|\\+~JF\\d+\\.tmp"));
    }

    /** Waits until so many files are there, or the run has gone further. */
    private static void waitFor(Program program, Path out, int files) throws InterruptedException {
        while (program.process().isAlive() && written(out) < files) {
            if (files <= newHashes.size()) {
                program.process().waitFor(1, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static int written(Path out) {
        if (Files.exists(out.resolve(".all.previous"))) {
            return newHashes.size() + 1;
        }
        try (Stream<Path> all = Files.list(out)) {
            for (Path path : all.toList()) {
                if (path.getFileName().toString().startsWith(".all.writing-")) {
                    return new ReportFolder(path).count();
                }
            }
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
        return 0;
    }

    @Test
    void whileOneRunWritesAnotherSaysWhyItDoesNotAndToldToStopTheFirstClearsAwayWhatItWrote() throws Exception {
        Path out = standing("stopped");
        Program first = Program.start(
                folder.resolve("said-stopped"), List.of(), Map.of(), "report", later, "--all", "--out", out);
        waitFor(first, out, 1);
        Cli second = Cli.run("report", later, "--all", "--out", out);
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err())
                .isEqualTo("mendline: Another run is writing " + out.resolve("all")
                        + "; wait for it to end and try again.\n");
        waitFor(first, out, 3);
        assertThat(written(out)).as("files of the first run, which goes on").isPositive();
        assertThat(first.process().isAlive()).isTrue();
        first.process().destroy();
        Program.Ended ended = first.end();
        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.said()).isEmpty();
        assertThat(Practices.names(out)).containsExactly("all");
        assertThat(new ReportFolder(out.resolve("all")).hashes()).isEqualTo(oldHashes);
    }
}
