package mendline.stats;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each group's {@link LineSums} occurred. Exact and mergeable; in the order of the sums, so that whatever is worked out from it comes
 * out the same however the groups were split.
 *
 * @param groups sums to count, ascending, unmodifiable
 */
public record LineSample(SortedMap<LineSums, Long> groups) {
    public static final LineSample NONE = new LineSample(new TreeMap<>());

    public LineSample {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }

    public static LineSample of(LineSums group) {
        return new LineSample(new TreeMap<>(Collections.singletonMap(group, 1L)));
    }

    public LineSample plus(LineSample other) {
        if (groups.isEmpty() || other.groups.isEmpty()) {
            return groups.isEmpty() ? other : this;
        }
        TreeMap<LineSums, Long> sum = new TreeMap<>(groups);
        other.groups.forEach((group, count) -> sum.merge(group, count, Math::addExact));
        return new LineSample(sum);
    }

    /** How many groups there are. */
    public long size() {
        return groups.values().stream().mapToLong(Long::longValue).sum();
    }
}
