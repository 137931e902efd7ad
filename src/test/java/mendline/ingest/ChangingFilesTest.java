package mendline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import mendline.model.ProblemCode;
import mendline.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that change or go away between the first look and the reading of rows. */
class ChangingFilesTest {
    private static final String TEXT = "client_id,session_date,phq9\na,2026-01-05,18\n";

    @TempDir
    private Path folder;

    /** Does something to a file. */
    private interface Change {
        void to(Path file) throws IOException;
    }

    /** Changes the file once every file was looked through. */
    private static SessionData readWhile(Path file, Change change) throws Exception {
        return SessionExports.read(List.of(file), Profiles.DEFAULT, OptionalInt.empty(), new Progress() {
            @Override
            public void stage(String name, long total) {
                if (name.equals("reading")) {
                    try {
                        change.to(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }

            @Override
            public void step(long units) {
                // only the beginning of the stage matters
            }
        });
    }

    private static void write(Path file, String text) throws IOException {
        if (file.toString().endsWith(".gz")) {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        } else {
            Files.writeString(file, text);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "a.csv, grown", "a.csv, shorter", "a.csv, edited", "a.csv, gone",
        "a.csv.gz, grown", "a.csv.gz, shorter", "a.csv.gz, edited", "a.csv.gz, gone"
    })
    void isOneSentence(String name, String what) throws Exception {
        Path file = folder.resolve(name);
        write(file, TEXT);
        Change change = switch (what) {
            case "grown" -> path -> write(path, TEXT + "a,2026-01-12,16\n");
            case "shorter" -> path -> Files.write(path, List.of());
            case "edited" -> path -> write(path, TEXT.replace("18", "17"));
            default -> Files::delete;
        };
        assertThatThrownBy(() -> readWhile(file, change))
                .isInstanceOf(InputChanged.class)
                .hasMessage(
                        name
                                + " was changed or removed by another program while it was read; run again once it is complete (nothing was written).");
    }

    @ParameterizedTest
    @CsvSource({"a.csv", "a.csv.gz"})
    void aFileThatIsWrittenAgainAsItWasIsTheSame(String name) throws Exception {
        Path file = folder.resolve(name);
        write(file, TEXT);
        assertThat(readWhile(file, path -> write(path, TEXT)).intake().rows().used())
                .isEqualTo(1);
    }

    @Test
    void aFileThatTheSystemDoesNotLetUsReadIsNamed() throws Exception {
        Path memory = Path.of("/proc/self/mem");
        assumeThat(Files.isRegularFile(memory)).isTrue();
        Path good = Files.writeString(folder.resolve("a.csv"), TEXT);
        SessionData data =
                SessionExports.read(List.of(good, memory), Profiles.DEFAULT, OptionalInt.empty(), Progress.SILENT);
        assertThat(data.intake().problemCounts()).containsEntry(ProblemCode.FILE_UNREADABLE, 1L);
        assertThat(data.intake().rows().used()).isEqualTo(1);
    }
}
