package mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import mendline.model.RowAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFolderTest {
    private static final String MONTH = "2026-09";

    @TempDir
    private Path out;

    @Test
    void aFirstReportAppearsWholeAndAlone() throws Exception {
        write(out.resolve("not/yet/there"), MONTH, "first");
        assertThat(read(out.resolve("not/yet/there").resolve(MONTH))).isEqualTo("first");
        assertThat(names(out.resolve("not/yet/there"))).containsExactly(MONTH);
    }

    @Test
    void aSecondReportReplacesTheFirstAndLeavesNothingBeside() throws Exception {
        write(out, MONTH, "first");
        write(out, MONTH, "second");
        assertThat(read(out.resolve(MONTH))).isEqualTo("second");
        assertThat(names(out)).containsExactly(MONTH);
    }

    @Test
    void aFileOfThePreviousReportThatTheNewOneHasNotGoesAway() throws Exception {
        write(out, MONTH, "first");
        try (OutputFolder folder = OutputFolder.open(out, MONTH)) {
            Files.writeString(folder.writing().resolve("other.txt"), "second");
            manifest(folder.writing());
            folder.publish();
        }
        assertThat(Folders.filesIn(out.resolve(MONTH))).containsExactly("manifest.json", "other.txt");
    }

    @Test
    void untilPublishedThePreviousReportStands() throws Exception {
        write(out, MONTH, "first");
        try (OutputFolder folder = OutputFolder.open(out, MONTH)) {
            fill(folder.writing(), "second");
            assertThat(read(out.resolve(MONTH))).isEqualTo("first");
        }
        assertThat(read(out.resolve(MONTH))).isEqualTo("first");
        assertThat(names(out)).containsExactly(MONTH);
    }

    @Test
    void killedWhileWritingThePreviousReportStandsAndTheLeftoverGoes() throws Exception {
        write(out, MONTH, "first");
        fill(Files.createDirectory(out.resolve(".2026-09.writing-4711")), "half");
        Files.writeString(out.resolve(".2026-09.lock"), "4711:1");
        assertThat(read(out.resolve(MONTH))).isEqualTo("first");
        write(out, MONTH, "second");
        assertThat(read(out.resolve(MONTH))).isEqualTo("second");
        assertThat(names(out)).containsExactly(MONTH);
    }

    @Test
    void killedBetweenTheMovesThePreviousReportComesBackFirst() throws Exception {
        fill(Files.createDirectory(out.resolve(".2026-09.previous")), "first");
        fill(Files.createDirectory(out.resolve(".2026-09.writing-4711")), "half");
        try (OutputFolder folder = OutputFolder.open(out, MONTH)) {
            assertThat(read(folder.place())).isEqualTo("first");
        }
        assertThat(read(out.resolve(MONTH))).isEqualTo("first");
        assertThat(names(out)).containsExactly(MONTH);
    }

    @Test
    void killedAfterBothMovesTheNewReportStandsAndTheOldOneGoes() throws Exception {
        write(out, MONTH, "second");
        fill(Files.createDirectory(out.resolve(".2026-09.previous")), "first");
        try (OutputFolder folder = OutputFolder.open(out, MONTH)) {
            assertThat(read(folder.place())).isEqualTo("second");
        }
        assertThat(names(out)).containsExactly(MONTH);
    }

    @Test
    void whatKilledRunsOfOtherPeriodsLeftIsMendedToo() throws Exception {
        fill(Files.createDirectory(out.resolve(".2025-04_2026-03.previous")), "year");
        fill(Files.createDirectory(out.resolve(".all.writing-12")), "half");
        write(out, MONTH, "month");
        assertThat(names(out)).containsExactly("2025-04_2026-03", MONTH);
        assertThat(read(out.resolve("2025-04_2026-03"))).isEqualTo("year");
    }

    @ParameterizedTest
    @ValueSource(strings = {".2026-09.writing-x", ".notes.previous", "2026-09.previous", ".2026-9.previous"})
    void foldersThatOnlyLookAlikeAreLeftAlone(String name) throws Exception {
        Files.createDirectory(out.resolve(name));
        write(out, MONTH, "month");
        assertThat(names(out)).contains(name, MONTH);
    }

    @Test
    void twoRunsAtOnceAreToldApart() throws Exception {
        try (OutputFolder first = OutputFolder.open(out, MONTH)) {
            assertThatThrownBy(() -> OutputFolder.open(out, MONTH))
                    .isInstanceOf(OutputProblem.class)
                    .hasMessage("Another run is writing " + out.resolve(MONTH) + "; wait for it to end and try again.");
            fill(first.writing(), "first");
            first.publish();
        }
        write(out, MONTH, "second");
        assertThat(read(out.resolve(MONTH))).isEqualTo("second");
    }

    @Test
    void runsOfTwoPeriodsGoOnSideBySide() throws Exception {
        try (OutputFolder month = OutputFolder.open(out, MONTH);
                OutputFolder all = OutputFolder.open(out, "all")) {
            fill(month.writing(), "month");
            fill(all.writing(), "all");
            month.publish();
            all.publish();
        }
        assertThat(names(out)).containsExactly(MONTH, "all");
    }

    @Test
    void aFolderWithNotesOfSomebodyElseIsNotReplaced() throws Exception {
        write(out, MONTH, "first");
        Files.writeString(out.resolve(MONTH).resolve("notes.docx"), "ours");
        assertThatThrownBy(() -> OutputFolder.open(out, MONTH))
                .isInstanceOf(OutputProblem.class)
                .hasMessageContaining("a file that Mendline did not write, such as notes.docx");
        assertThat(out.resolve(MONTH).resolve("notes.docx")).exists();
        assertThat(names(out)).containsExactly(MONTH);
    }

    @Test
    void aFolderThatIsNoReportIsNotReplaced() throws Exception {
        Files.createDirectory(out.resolve("all"));
        Files.writeString(out.resolve("all").resolve("manifest.json"), "{\"outputs\": [{\"name\": \"a.txt\"}]}");
        Files.writeString(out.resolve("all").resolve("a.txt"), "ours");
        assertThatThrownBy(() -> OutputFolder.open(out, "all"))
                .isInstanceOf(OutputProblem.class)
                .hasMessageContaining("2 files that Mendline did not write");
    }

    @Test
    void whatFileManagersLeaveInAReportIsNoReasonToRefuse() throws Exception {
        write(out, MONTH, "first");
        for (String name : List.of(".DS_Store", "Thumbs.db", "desktop.ini", "internal/~$courses.csv")) {
            Files.writeString(out.resolve(MONTH).resolve(name), "");
        }
        write(out, MONTH, "second");
        assertThat(read(out.resolve(MONTH))).isEqualTo("second");
    }

    @Test
    void aFileInTheWayIsNamedInOneSentence() throws Exception {
        Path file = Files.writeString(out.resolve("reports"), "");
        assertThatThrownBy(() -> OutputFolder.open(file, MONTH))
                .isInstanceOf(OutputProblem.class)
                .hasMessage(
                        "The report cannot be written to " + file + ": a file is in the way where a folder is needed.");
    }

    @Test
    void whatHoldsClientCodesIsReadableByItsOwnerOnly() throws Exception {
        assumeThat(out.getFileSystem().supportedFileAttributeViews()).contains("posix");
        write(out, MONTH, "first");
        Path internal = out.resolve(MONTH).resolve("internal");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(internal.getParent())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(internal)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(internal.resolve("courses.csv"))))
                .isEqualTo("rw-------");
    }

    @Test
    void linksInAnOldReportAreRemovedNotFollowed() throws Exception {
        Path elsewhere = Files.createDirectory(out.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("kept.txt"), "kept");
        write(out, MONTH, "first");
        Files.createSymbolicLink(out.resolve(MONTH).resolve("link"), elsewhere);
        write(out, MONTH, "second");
        assertThat(elsewhere.resolve("kept.txt")).exists();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            No space left on device       | the disk is full
            There is not enough space on the disk | the disk is full
            Disk quota exceeded           | the disk is full
            Read-only file system         | the disk is read-only
            Permission denied             | there is no permission to write there
            Input/output error.           | Input/output error
            """)
    void theReasonOfTheFileSystemIsSaidInPlainWords(String said, String reason) {
        assertThat(OutputFolder.reason(new IOException(said))).isEqualTo(reason);
        assertThat(OutputFolder.reason(new FileSystemException("somewhere", null, said)))
                .isEqualTo(reason);
    }

    private static void write(Path out, String period, String text) throws Exception {
        try (OutputFolder folder = OutputFolder.open(out, period)) {
            fill(folder.writing(), text);
            folder.publish();
        }
    }

    private static void fill(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("report.txt"), text);
        Files.createDirectories(folder.resolve("internal"));
        Files.writeString(folder.resolve("internal").resolve("courses.csv"), text);
        manifest(folder);
    }

    private static void manifest(Path folder) throws IOException {
        new Manifest(
                        "mendline test",
                        Optional.empty(),
                        MONTH,
                        new TreeMap<>(),
                        0,
                        List.of(),
                        new RowAccount(0, 0, 0, new TreeMap<>()),
                        Manifest.outputsIn(folder))
                .write(folder);
    }

    private static String read(Path report) throws IOException {
        return Files.readString(report.resolve("report.txt"));
    }

    private static TreeSet<String> names(Path folder) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(path -> names.add(path.getFileName().toString()));
        }
        return names;
    }
}
