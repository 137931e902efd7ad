package mendline.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where every row went: read = used + duplicate + everything set aside. */
public record RowAccount(long read, long used, long duplicate, SortedMap<ProblemCode, Long> setAside) {
    public RowAccount {
        setAside = Collections.unmodifiableSortedMap(new TreeMap<>(setAside));
        long sum = used + duplicate;
        for (long count : setAside.values()) {
            sum += count;
        }
        if (read != sum) {
            throw new IllegalArgumentException("rows do not add up: read " + read + ", used " + used + ", duplicate "
                    + duplicate + ", set aside " + setAside);
        }
    }

    /** All rows set aside. */
    public long setAsideTotal() {
        long sum = 0;
        for (long count : setAside.values()) {
            sum += count;
        }
        return sum;
    }
}
