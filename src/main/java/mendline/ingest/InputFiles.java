package mendline.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files behind what the user named.
 *
 * <p>A file is taken whatever it is called. Of a folder its own {@code .csv}, {@code .tsv} and {@code .txt} files are taken, packed with
 * gzip or not, and spreadsheets, which cannot be read but must not be passed over in silence; never its subfolders, which may hold reports or
 * other tables. Hidden files are left out, and so are links to files outside of the folder. A file named twice is taken once.
 */
final class InputFiles {
    private static final List<String> READ = List.of(".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz");
    private static final List<String> COMPLAINED_ABOUT = List.of(".xlsx", ".xls", ".xlsm", ".ods", ".numbers");

    private InputFiles() {}

    /** Files by the name under which the report lists them, sorted. */
    static SortedMap<String, Path> find(List<Path> inputs) throws InputNotFound {
        Map<Path, Path> names = new HashMap<>();
        Set<Path> seen = new HashSet<>();
        List<Path> files = new ArrayList<>();
        for (Path input : inputs) {
            if (!Files.exists(input)) {
                throw new InputNotFound("There is no file or folder " + input + ".");
            }
            if (!Files.isDirectory(input) && !Files.isRegularFile(input)) {
                throw new InputNotFound(
                        input + " is a pipe or a device, which cannot be read twice; save what comes from it as a file.");
            }
            for (Path file : Files.isDirectory(input) ? inFolder(input) : List.of(input)) {
                if (seen.add(real(file))) {
                    files.add(file);
                    names.put(file, Files.isDirectory(input) ? input.relativize(file) : file.getFileName());
                }
            }
        }
        return named(files, names);
    }

    private static List<Path> inFolder(Path folder) throws InputNotFound {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> Files.isRegularFile(path)
                            && !hidden(folder.relativize(path))
                            && wanted(path)
                            && !leadsOut(folder, path))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new InputNotFound("The folder " + folder + " cannot be read in full; check its permissions.");
        }
    }

    /** Links in the folders that would be read, were they files, and that lead to a file elsewhere; sorted. */
    static List<String> links(List<Path> inputs) {
        SortedSet<String> links = new TreeSet<>();
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                try (Stream<Path> files = Files.list(input)) {
                    files.filter(path -> Files.isRegularFile(path)
                                    && !hidden(input.relativize(path))
                                    && wanted(path)
                                    && leadsOut(input, path))
                            .forEach(path -> links.add(path.getFileName().toString()));
                } catch (IOException | UncheckedIOException e) {
                    // The folder has been listed before, so it went away meanwhile: there is no link in it any more.
                    return List.copyOf(links);
                }
            }
        }
        return List.copyOf(links);
    }

    /** A link among exports must not pull in what its folder does not hold. */
    private static boolean leadsOut(Path folder, Path file) {
        return Files.isSymbolicLink(file) && !real(file).startsWith(real(folder));
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            if (name.startsWith(".") || name.startsWith("~$")) {
                return true;
            }
        }
        return false;
    }

    private static boolean wanted(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return READ.stream().anyMatch(name::endsWith)
                || COMPLAINED_ABOUT.stream().anyMatch(name::endsWith);
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    /** Names relative to what the user named; where two are equal, with as many parent folders as tell them apart. */
    private static SortedMap<String, Path> named(List<Path> files, Map<Path, Path> names) {
        SortedMap<String, Path> named = new TreeMap<>();
        for (Path file : files) {
            named.put(slashed(distinct(file, files, names)), file);
        }
        return named;
    }

    private static Path distinct(Path file, List<Path> files, Map<Path, Path> names) {
        Path name = names.get(file);
        if (files.stream().filter(other -> names.get(other).equals(name)).count() < 2) {
            return name;
        }
        Path whole = real(file);
        for (int parts = name.getNameCount() + 1; parts < whole.getNameCount(); parts++) {
            Path longer = whole.subpath(whole.getNameCount() - parts, whole.getNameCount());
            if (files.stream().filter(other -> real(other).endsWith(longer)).count() < 2) {
                return longer;
            }
        }
        return whole;
    }

    private static String slashed(Path name) {
        return name.toString().replace('\\', '/');
    }
}
