package mendline.ingest;

import java.util.ArrayList;
import java.util.List;

/** What changed between two tables of the zoo, a line for each change: nothing where they are equal. */
final class ZooDifference {
    private final List<String> changes = new ArrayList<>();

    private ZooDifference() {}

    static List<String> between(ZooTable before, ZooTable now) {
        ZooDifference difference = new ZooDifference();
        difference.lines("accounting", before.rows(), now.rows());
        difference.lines("file", before.files(), now.files());
        difference.problems(before.problems(), now.problems());
        difference.lines("course", before.courses(), now.courses());
        return List.copyOf(difference.changes);
    }

    private void lines(String what, List<String> before, List<String> now) {
        List<String> gone = without(before, now);
        List<String> fresh = without(now, before);
        for (int i = 0; i < Math.max(gone.size(), fresh.size()); i++) {
            if (i >= gone.size()) {
                changes.add("new " + what + ": " + fresh.get(i));
            } else if (i >= fresh.size()) {
                changes.add("gone " + what + ": " + gone.get(i));
            } else {
                changes.add("changed " + what + ": " + gone.get(i) + "  ->  " + fresh.get(i));
            }
        }
        if (gone.isEmpty() && fresh.isEmpty() && !before.equals(now)) {
            changes.add("another order of lines: " + what);
        }
    }

    private void problems(List<ZooTable.Line> before, List<ZooTable.Line> now) {
        List<ZooTable.Line> gone = without(before, now);
        List<ZooTable.Line> fresh = without(now, before);
        for (ZooTable.Line old : List.copyOf(gone)) {
            for (ZooTable.Line other : fresh) {
                if (other.kind().equals(old.kind())) {
                    changes.add("moved problem: " + old + "  ->  line " + other.line());
                    gone.remove(old);
                    fresh.remove(other);
                    break;
                }
            }
        }
        gone.forEach(line -> changes.add("gone problem: " + line));
        fresh.forEach(line -> changes.add("new problem: " + line));
        if (without(before, now).isEmpty() && without(now, before).isEmpty() && !before.equals(now)) {
            changes.add("another order of lines: problem");
        }
    }

    /** What is left of a list when each element of the other is taken away once. */
    private static <T> List<T> without(List<T> all, List<T> taken) {
        List<T> left = new ArrayList<>(all);
        taken.forEach(left::remove);
        return left;
    }
}
