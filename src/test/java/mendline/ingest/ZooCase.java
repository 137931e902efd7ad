package mendline.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import mendline.model.Progress;

/**
 * One kind of dirt: a folder with files {@code input*}, or a folder {@code input} that is read as one, a {@code profile.yaml} where it needs one,
 * and {@code expected.txt}, whose lines with {@code #} say what is wrong with the input and whose others say what reading it must find. A file
 * that ends in {@code .made} is a {@link MadeFile}.
 */
record ZooCase(Path folder) {
    static final Path ZOO = Path.of("src/test/resources/zoo");
    private static final String MADE = ".made";

    static List<ZooCase> all() throws IOException {
        try (Stream<Path> all = Files.list(ZOO)) {
            return all.filter(Files::isDirectory).sorted().map(ZooCase::new).toList();
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    Path expected() {
        return folder.resolve("expected.txt");
    }

    /** The lines that say what is wrong with the input. */
    String about() throws IOException {
        StringBuilder about = new StringBuilder();
        for (String line : Files.exists(expected()) ? Files.readAllLines(expected()) : List.<String>of()) {
            if (line.startsWith("#")) {
                about.append(line).append('\n');
            }
        }
        return about.toString();
    }

    /**
     * Copies the input, and makes what has to be made.
     *
     * @param copy an empty folder
     * @return what to read; empty where the input cannot be made on this machine
     */
    Optional<List<Path>> inputs(Path copy) throws IOException {
        List<Path> inputs = new ArrayList<>();
        Path whole = folder.resolve("input");
        boolean asFolder = Files.isDirectory(whole);
        try (Stream<Path> files = Files.list(asFolder ? whole : folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (asFolder || name.startsWith("input")) {
                    Path to =
                            copy.resolve(name.endsWith(MADE) ? name.substring(0, name.length() - MADE.length()) : name);
                    if (!name.endsWith(MADE)) {
                        Files.copy(file, to);
                    } else if (!MadeFile.of(Files.readString(file)).write(to)) {
                        return Optional.empty();
                    }
                    inputs.add(to);
                }
            }
        }
        return Optional.of(asFolder ? List.of(copy) : inputs);
    }

    /**
     * Reads a copy of the input.
     *
     * @param copy an empty folder
     * @return empty where the input cannot be made on this machine
     */
    Optional<ZooTable> read(Path copy) throws IOException {
        Optional<List<Path>> inputs = inputs(copy);
        if (inputs.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path profile = folder.resolve("profile.yaml");
            Profile settings = Files.exists(profile) ? Profiles.read(profile) : Profiles.DEFAULT;
            return Optional.of(
                    ZooTable.of(SessionExports.read(inputs.get(), settings, OptionalInt.empty(), Progress.SILENT)));
        } catch (InputNotFound | NothingUsable | ProfileProblem e) {
            String said = e.getMessage().replace(folder + "/", "").replace(copy.toString(), "input");
            return Optional.of(ZooTable.refused(said));
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
