package mendline.aggregate;

import java.util.Comparator;
import mendline.stats.Exit;

/**
 * One setback or dip in a curve in which people are counted more than once. Its limits need to know what belongs to one
 * person, which sums do not say, so these are kept one by one.
 *
 * @param person a number made from the client's code, as good as drawn at random; rows are kept in its order, so that the
 *     ones kept beyond {@link PracticeSummary#CURVE_ROWS_KEPT} are a random sample of the people
 * @param topic the curve
 * @param time on its clock
 */
public record CurveRow(long person, Topic topic, int month, int time, Exit exit) implements Comparable<CurveRow> {
    private static final Comparator<CurveRow> ORDER = Comparator.comparingLong(CurveRow::person)
            .thenComparing(CurveRow::topic)
            .thenComparingInt(CurveRow::month)
            .thenComparingInt(CurveRow::time)
            .thenComparing(CurveRow::exit);

    @Override
    public int compareTo(CurveRow other) {
        return ORDER.compare(this, other);
    }
}
