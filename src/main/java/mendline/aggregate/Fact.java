package mendline.aggregate;

import java.util.Comparator;

/**
 * What a number is about.
 *
 * @param month {@link mendline.model.Months} number, {@code UNDATED} without dates
 * @param category the part of the topic, empty where it has none
 */
public record Fact(Topic topic, String category, int month) implements Comparable<Fact> {
    private static final Comparator<Fact> ORDER =
            Comparator.comparing(Fact::topic).thenComparing(Fact::category).thenComparingInt(Fact::month);

    @Override
    public int compareTo(Fact other) {
        return ORDER.compare(this, other);
    }
}
