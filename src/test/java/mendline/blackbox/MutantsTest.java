package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mendline.cli.Cli;
import mendline.model.ProblemCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exports and profiles gone wrong in thousands of ways: each gives a result whose rows add up, or one sentence; never a trace of the program's
 * inside, never a wait.
 */
class MutantsTest {
    private static final int IN_A_BATCH = 50;
    private static final int EVERY = 125;
    /** A case takes a few hundredths of a second; one that takes this long is taken to hang. */
    private static final Duration HANGS = Duration.ofSeconds(120);

    private static final long MOST_CPU_NANOS = Duration.ofSeconds(2).toNanos();

    private static Mutant.Herd herd;

    @TempDir
    private Path folder;

    @BeforeAll
    static void gather() throws IOException {
        herd = Mutant.Herd.gathered();
    }

    static Stream<Long> few() {
        return LongStream.range(0, 10).boxed();
    }

    /** Twenty thousand; other ones, or fewer, with {@code -Dmutants.from=} and {@code -Dmutants.batches=}. */
    static Stream<Long> many() {
        long from = Long.getLong("mutants.from", 10);
        return LongStream.range(from, from + Long.getLong("mutants.batches", 400))
                .boxed();
    }

    @ParameterizedTest(name = "seeds from {0} times 50")
    @MethodSource("few")
    void everyMutantGivesAResultOrASentence(long batch) throws IOException {
        tryBatch(batch);
    }

    @Tag("long")
    @ParameterizedTest(name = "seeds from {0} times 50")
    @MethodSource("many")
    void everyOneOfTwentyThousandMutantsGivesAResultOrASentence(long batch) throws IOException {
        tryBatch(batch);
    }

    @Test
    void theProfileToBeginWithIsAGoodOne() throws IOException {
        Path csv = Files.writeString(folder.resolve("s.csv"), "client_id,session_date,phq9\na,2026-01-05,18\n");
        Path profile = Files.writeString(folder.resolve("p.yaml"), Nasty.PROFILE);
        assertThat(Cli.run("check", csv, "--profile", profile, "--out", folder.resolve("out")))
                .matches(run -> run.exitCode() == 0);
    }

    private void tryBatch(long batch) throws IOException {
        int used = 0;
        for (long seed = batch * IN_A_BATCH; seed < (batch + 1) * IN_A_BATCH; seed++) {
            Mutant mutant = herd.mutant(seed);
            Path place = folder.resolve(Long.toString(seed));
            mutant.write(place.resolve("exports"), place.resolve("profile.yaml"));
            used += tried(mutant, place) ? 1 : 0;
        }
        assertThat(used).as("mutants that can still be read").isPositive();
    }

    private static boolean tried(Mutant mutant, Path place) {
        return assertTimeoutPreemptively(HANGS, () -> {
            String command = mutant.seed() % EVERY == 0 ? "report" : "check";
            List<Object> line =
                    new ArrayList<>(List.of(command, place.resolve("exports"), "--out", place.resolve("out")));
            if (command.equals("report")) {
                line.add("--all");
            }
            if (mutant.profile().isPresent()) {
                line.addAll(List.of("--profile", place.resolve("profile.yaml")));
            }
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Cli run = Cli.run(line.toArray());
            long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            String what = "seed " + mutant.seed() + ": " + run.err();
            assertThat(nanos)
                    .as("processor time of %s, which takes a hundredth of that", what)
                    .isLessThan(command.equals("report") ? 10 * MOST_CPU_NANOS : MOST_CPU_NANOS);
            saysNothingOfItsInside(run, what);
            untouched(mutant, place, what);
            if (run.exitCode() == 0) {
                addsUp(
                        new ReportFolder(place.resolve("out").resolve(command.equals("report") ? "all" : "check")),
                        what);
                return true;
            }
            assertThat(place.resolve("out")).as(what).doesNotExist();
            return false;
        });
    }

    private static void saysNothingOfItsInside(Cli run, String what) {
        assertThat(run.exitCode()).as(what).isIn(0, 2, 3);
        String said = run.out() + run.err();
        assertThat(said).as(what).doesNotContain("\tat ", "Exception", "fault of its own");
        if (run.exitCode() != 0) {
            assertThat(run.err().lines()).as(what).hasSize(1);
            assertThat(run.err()).as(what).startsWith("mendline: ");
            assertThat(run.out()).as(what).isEmpty();
        }
    }

    private static void untouched(Mutant mutant, Path place, String what) throws IOException {
        for (Map.Entry<String, byte[]> file : mutant.files().entrySet()) {
            assertThat(Files.readAllBytes(place.resolve("exports").resolve(file.getKey())))
                    .as(what)
                    .isEqualTo(file.getValue());
        }
    }

    private static void addsUp(ReportFolder report, String what) throws IOException {
        JsonNode manifest = report.manifest();
        JsonNode rows = manifest.path("rows");
        long setAside = 0;
        for (JsonNode count : rows.path("set_aside")) {
            setAside += count.asLong();
        }
        long read = rows.path("read").asLong();
        assertThat(rows.path("used").asLong() + rows.path("duplicate").asLong() + setAside)
                .as(what)
                .isEqualTo(read);
        long inFiles = 0;
        for (JsonNode input : manifest.path("inputs")) {
            inFiles += input.path("rows").asLong();
        }
        assertThat(inFiles).as(what).isEqualTo(read).isPositive();
        for (Map<String, String> problem : report.rows("internal/problems.csv")) {
            assertThat(Stream.of(ProblemCode.values()).map(ProblemCode::key))
                    .as(what)
                    .contains(problem.get("code"));
        }
        SortedMap<String, String> hashes = report.hashes();
        hashes.remove("manifest.json");
        assertThat(manifest.path("outputs")).as(what).hasSize(hashes.size());
        for (JsonNode output : manifest.path("outputs")) {
            assertThat(output.path("sha256").asText())
                    .as(what)
                    .isEqualTo(hashes.get(output.path("name").asText()));
        }
        try (Stream<Path> beside = Files.list(report.path().getParent())) {
            assertThat(beside).as(what).hasSize(1);
        }
    }
}
