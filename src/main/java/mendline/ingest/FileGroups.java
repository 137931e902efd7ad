package mendline.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import mendline.model.Vocabulary;

/**
 * Which files one profile can describe together: those that are cut alike and have one name for each thing, whatever other columns some of them have
 * and in whatever order.
 */
final class FileGroups {
    /** A file, and its own names for what the profile will name. */
    private record Named(FileSketch file, Map<String, String> names) {}

    private final List<List<Named>> groups = new ArrayList<>();

    private FileGroups() {}

    /** @param names a file's headers by our name for the column */
    static FileGroups of(List<FileSketch> files, Function<FileSketch, Map<String, String>> names) {
        FileGroups made = new FileGroups();
        List<Named> all = new ArrayList<>();
        files.forEach(file -> all.add(new Named(file, names.apply(file))));
        // Large files first: what they call a column is what the profile will say.
        all.sort(Comparator.comparingLong((Named each) -> -each.file().rows())
                .thenComparing(each -> each.file().name()));
        for (Named each : all) {
            Optional<List<Named>> fitting = made.groups.stream()
                    .filter(group -> group.stream()
                            .allMatch(other -> differs(each, other).isEmpty()))
                    .findFirst();
            if (fitting.isPresent()) {
                fitting.get().add(each);
            } else {
                made.groups.add(new ArrayList<>(List.of(each)));
            }
        }
        return made;
    }

    /** Why two files cannot share a profile, in words; empty where they can. */
    private static Optional<String> differs(Named one, Named other) {
        if (one.file().delimiter() != other.file().delimiter()) {
            return Optional.of("another delimiter");
        }
        if (one.file().headerRows() != other.file().headerRows()) {
            return Optional.of("another number of header lines");
        }
        for (Map.Entry<String, String> name : new TreeMap<>(one.names()).entrySet()) {
            String there = other.names().get(name.getKey());
            if (there != null && !Vocabulary.folded(there).equals(Vocabulary.folded(name.getValue()))) {
                return Optional.of("another name for " + name.getKey());
            }
        }
        return Optional.empty();
    }

    /** The groups, those of the largest files first. */
    List<List<FileSketch>> all() {
        return groups.stream().map(FileGroups::files).toList();
    }

    /** The files that have most rows together, by name; none where there is no file. */
    List<FileSketch> largest() {
        return groups.stream()
                .max(Comparator.comparingLong(FileGroups::rows))
                .map(FileGroups::files)
                .orElse(List.of());
    }

    /** The other files, and why they are not among the largest group. */
    List<String> others() {
        List<String> told = new ArrayList<>();
        List<FileSketch> largest = largest();
        for (List<Named> group : groups) {
            for (Named each : group) {
                if (!largest.contains(each.file())) {
                    FileSketch first = largest.get(0);
                    told.add(each.file().name() + ": " + why(each, first) + " than " + first.name()
                            + "; it needs a profile of its own");
                }
            }
        }
        told.sort(Comparator.naturalOrder());
        return told;
    }

    private String why(Named each, FileSketch first) {
        for (List<Named> group : groups) {
            for (Named other : group) {
                if (other.file() == first) {
                    return differs(each, other).orElse("other columns");
                }
            }
        }
        return "other columns";
    }

    private static long rows(List<Named> group) {
        return group.stream().mapToLong(each -> each.file().rows()).sum();
    }

    private static List<FileSketch> files(List<Named> group) {
        return group.stream()
                .map(Named::file)
                .sorted(Comparator.comparing(FileSketch::name))
                .toList();
    }

    /** The columns that only some of the files have. */
    static List<String> notEverywhere(List<FileSketch> files) {
        List<String> some = new ArrayList<>();
        for (String name : FileSketch.together(files).names()) {
            if (!files.stream().allMatch(file -> file.has(name))) {
                some.add(name);
            }
        }
        return some;
    }
}
