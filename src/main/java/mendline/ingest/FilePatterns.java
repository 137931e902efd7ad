package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Patterns for the names of files of one kind that fit no file of another kind. */
final class FilePatterns {
    private final FileNames names;

    /** @param names what may be said of the names of files */
    FilePatterns(FileNames names) {
        this.names = names;
    }

    /** Whether a pattern fits a file. */
    boolean fits(FileSketch file, String pattern) {
        return FileRoles.fits(names.matching(file.name()), pattern);
    }

    /** One pattern where there is one that fits these files alone, else those of their names that fit no other file. */
    List<String> of(List<FileSketch> files, List<FileSketch> all) {
        List<FileSketch> others =
                all.stream().filter(file -> !files.contains(file)).toList();
        List<String> fitting = new ArrayList<>();
        String common = common(files);
        for (String pattern :
                others.stream().noneMatch(file -> fits(file, common)) ? List.of(common) : patterns(files)) {
            if (others.stream().noneMatch(file -> fits(file, pattern))) {
                fitting.add(pattern);
            }
        }
        return fitting;
    }

    private TreeSet<String> patterns(List<FileSketch> files) {
        TreeSet<String> some = new TreeSet<>();
        files.forEach(file -> some.add(names.matching(file.name())));
        return some;
    }

    /** What the names of files have in common. */
    String common(List<FileSketch> files) {
        TreeSet<String> some = patterns(files);
        String first = some.first();
        String last = some.last();
        if (some.size() == 1) {
            return first;
        }
        int from = 0;
        while (from < Math.min(first.length(), last.length()) && first.charAt(from) == last.charAt(from)) {
            from++;
        }
        int end = first.lastIndexOf('.');
        boolean sameEnding = end >= 0 && some.stream().allMatch(name -> name.endsWith(first.substring(end)));
        return first.substring(0, Math.min(from, Math.max(end, 0))) + "*" + (sameEnding ? first.substring(end) : "");
    }
}
