package mendline.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.Problem;
import mendline.model.ProblemCode;

/**
 * Counts every problem and keeps the first ones of each code, in order of file and line, whatever the order in which
 * they are met.
 */
final class ProblemLog {
    static final int KEPT = 1_000;

    private final long[] counts = new long[ProblemCode.values().length];
    private final Map<ProblemCode, PriorityQueue<Problem>> kept = new EnumMap<>(ProblemCode.class);

    void add(ProblemCode code, String file, long line, String column) {
        counts[code.ordinal()]++;
        PriorityQueue<Problem> queue = kept.computeIfAbsent(code, c -> new PriorityQueue<>(Collections.reverseOrder()));
        if (queue.size() == KEPT && comesLater(queue.peek(), file, line)) {
            return;
        }
        queue.add(new Problem(code, file, line, column));
        if (queue.size() > KEPT) {
            queue.poll();
        }
    }

    private static boolean comesLater(Problem last, String file, long line) {
        int byFile = file.compareTo(last.file());
        return byFile > 0 || byFile == 0 && line > last.line();
    }

    long count(ProblemCode code) {
        return counts[code.ordinal()];
    }

    SortedMap<ProblemCode, Long> counts() {
        SortedMap<ProblemCode, Long> found = new TreeMap<>();
        for (ProblemCode code : ProblemCode.values()) {
            if (counts[code.ordinal()] > 0) {
                found.put(code, counts[code.ordinal()]);
            }
        }
        return found;
    }

    List<Problem> stored() {
        List<Problem> all = new ArrayList<>();
        kept.values().forEach(all::addAll);
        Collections.sort(all);
        return all;
    }
}
