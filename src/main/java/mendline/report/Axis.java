package mendline.report;

import java.util.List;
import java.util.OptionalDouble;

/**
 * An axis of a chart.
 *
 * @param label what it counts, with the unit; may be empty
 * @param scale what its positions mean
 * @param ticks names of the places 0, 1, 2 ... for {@code CATEGORIES} and {@code MONTHS} (place of the first month is 0); else empty
 */
public record Axis(String label, Scale scale, OptionalDouble min, OptionalDouble max, List<String> ticks) {
    /** What positions on an axis mean. */
    public enum Scale {
        NUMBER,
        WHOLE_NUMBER,
        /** Fractions 0 to 1, written as percentages. */
        SHARE,
        /** Places counted from 0, named by the ticks (ISO months), thinned out where they do not fit. */
        MONTHS,
        /** Places counted from 0, named by the ticks, every one written. */
        CATEGORIES,
        /** Epoch days, labelled by month. */
        DAYS,
        /** Not drawn. */
        NONE
    }

    public Axis {
        ticks = List.copyOf(ticks);
    }

    /** A numeric axis that fits its data from 0 on. */
    public static Axis fromZero(String label, Scale scale) {
        return new Axis(label, scale, OptionalDouble.of(0), OptionalDouble.empty(), List.of());
    }

    /** A numeric axis with fixed ends. */
    public static Axis between(String label, Scale scale, double min, double max) {
        return new Axis(label, scale, OptionalDouble.of(min), OptionalDouble.of(max), List.of());
    }

    /** An axis of named places. */
    public static Axis places(String label, Scale scale, List<String> ticks) {
        return new Axis(label, scale, OptionalDouble.of(-0.5), OptionalDouble.of(ticks.size() - 0.5), ticks);
    }
}
