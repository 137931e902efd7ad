package mendline.blackbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import mendline.cli.Cli;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up or cannot be written: one sentence, exit code 1, the old report as it was, nothing left beside it. */
class FullDiskTest {
    private static final int BLOCK = 4096;

    @TempDir
    private static Path folder;

    private static Path later;
    private static ReportFolder old;
    private static SortedMap<String, String> hashes;
    private static ReportFolder fresh;

    @BeforeAll
    static void makeTheOldReportAndKnowTheNewOne() throws IOException {
        Path earlier = Practices.simulated(folder.resolve("earlier"), 6, 4, 33, "--last-month", "2026-08");
        later = Practices.simulated(folder.resolve("later"), 7, 5, 33, "--last-month", "2026-09");
        old = Practices.report(earlier, folder.resolve("old"));
        hashes = old.hashes();
        fresh = Practices.report(later, folder.resolve("new"));
    }

    private static long blocks(ReportFolder report) throws IOException {
        long blocks = 8;
        for (String file : report.hashes().keySet()) {
            blocks += Files.size(report.path().resolve(file)) / BLOCK + 1;
        }
        return blocks;
    }

    private static boolean run(String... line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private static boolean mounted(Path disk, String options) throws InterruptedException {
        try {
            return run("mount", "-t", "tmpfs", "-o", options, "none", disk.toString());
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aSmallDiskThatFillsUpAtAnyPoint() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(mounted(disk, "size=64m"))
                .as("a small disk can be mounted here")
                .isTrue();
        try {
            Path out = Files.createDirectory(disk.resolve("out"));
            Practices.copy(old.path(), out.resolve("all"));
            FileStore store = Files.getFileStore(disk);
            long used = (store.getTotalSpace() - store.getUnallocatedSpace()) / BLOCK;
            for (int percent : List.of(0, 10, 50, 90)) {
                long size = (used + blocks(fresh) * percent / 100 + 1) * BLOCK;
                assertThat(run("mount", "-o", "remount,size=" + size, disk.toString()))
                        .isTrue();
                Cli full = Cli.run("report", later, "--all", "--out", out);
                assertThat(full.err())
                        .as("room for %d %% of the report", percent)
                        .startsWith("mendline: ");
                assertThat(full.err()).endsWith(": the disk is full.\n").hasLineCount(1);
                assertThat(full.exitCode()).isEqualTo(1);
                assertThat(full.out()).isEmpty();
                assertThat(Practices.names(out)).containsExactly("all");
                assertThat(new ReportFolder(out.resolve("all")).hashes()).isEqualTo(hashes);
            }
            assertThat(run("mount", "-o", "remount,ro", disk.toString())).isTrue();
            Cli readOnly = Cli.run("report", later, "--all", "--out", out);
            assertThat(readOnly)
                    .isEqualTo(new Cli(
                            1, "", "mendline: The report cannot be written to " + out + ": the disk is read-only.\n"));
            assertThat(new ReportFolder(out.resolve("all")).hashes()).isEqualTo(hashes);
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void filesThatMayNotGrow() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/bin/sh"))).isTrue();
        Path out = Files.createDirectory(folder.resolve("limited"));
        Practices.copy(old.path(), out.resolve("all"));
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 64; exec \"$0\" \"$@\""));
        line.addAll(Program.command(List.of("-XX:-UsePerfData", "-Djava.io.tmpdir=" + folder)));
        line.addAll(List.of("report", later.toString(), "--all", "--out", out.toString()));
        Program.Ended ended =
                Program.start(folder.resolve("said"), Map.of(), line).end();
        assertThat(ended.said())
                .isEqualTo("mendline: The output could not be written: files of that size are not allowed there.\n");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(Practices.names(out)).containsExactly("all");
        assertThat(new ReportFolder(out.resolve("all")).hashes()).isEqualTo(hashes);
    }
}
