package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Patterns for the names of files of one kind that fit no file of another kind. */
final class FilePatterns {
    private FilePatterns() {}

    /** One pattern where there is one that fits these files alone, else the names of the files. */
    static List<String> of(List<FileSketch> files, List<FileSketch> all) {
        String common = common(files);
        boolean alone = all.stream()
                .filter(file -> !files.contains(file))
                .noneMatch(file -> FileRoles.fits(file.name(), common));
        return alone ? List.of(common) : new ArrayList<>(names(files));
    }

    private static TreeSet<String> names(List<FileSketch> files) {
        TreeSet<String> names = new TreeSet<>();
        files.forEach(file -> names.add(file.name().substring(file.name().lastIndexOf('/') + 1)));
        return names;
    }

    /** What the names of files have in common. */
    static String common(List<FileSketch> files) {
        TreeSet<String> names = names(files);
        String first = names.first();
        String last = names.last();
        if (names.size() == 1) {
            return first;
        }
        int from = 0;
        while (from < Math.min(first.length(), last.length()) && first.charAt(from) == last.charAt(from)) {
            from++;
        }
        int end = first.lastIndexOf('.');
        boolean sameEnding = end >= 0 && names.stream().allMatch(name -> name.endsWith(first.substring(end)));
        return first.substring(0, Math.min(from, Math.max(end, 0))) + "*" + (sameEnding ? first.substring(end) : "");
    }
}
