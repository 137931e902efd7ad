package mendline.report;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One point of a chart, as drawn and as its CSV lists it.
 *
 * @param x what stands in the CSV: a number, an ISO month or date, or a category's name
 * @param position where it lies on the x axis: the number itself, months or days counted from any origin that the chart's series share,
 *     or the category's place counted from 0
 */
public record Point(
        String x,
        double position,
        OptionalDouble y,
        OptionalDouble lower,
        OptionalDouble upper,
        OptionalLong n,
        PointState state) {

    /** A plain point. */
    public static Point at(double x, double y) {
        return new Point(
                number(x),
                x,
                OptionalDouble.of(y),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                PointState.OK);
    }

    /** A point with limits. */
    public static Point at(double x, double y, double lower, double upper) {
        return new Point(
                number(x),
                x,
                OptionalDouble.of(y),
                OptionalDouble.of(lower),
                OptionalDouble.of(upper),
                OptionalLong.empty(),
                PointState.OK);
    }

    /** Limits without a middle. */
    public static Point between(double x, double lower, double upper) {
        return new Point(
                number(x),
                x,
                OptionalDouble.empty(),
                OptionalDouble.of(lower),
                OptionalDouble.of(upper),
                OptionalLong.empty(),
                PointState.OK);
    }

    /** A bar of a category. */
    public static Point category(String name, int place, double y, long n) {
        return new Point(
                name,
                place,
                OptionalDouble.of(y),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.of(n),
                PointState.OK);
    }

    /** The same point with its x named otherwise in the CSV. */
    public Point named(String name) {
        return new Point(name, position, y, lower, upper, n, state);
    }

    /** The same point in another state. */
    public Point in(PointState other) {
        return new Point(x, position, y, lower, upper, n, other);
    }

    /** The same point with what stands behind it. */
    public Point of(long count) {
        return new Point(x, position, y, lower, upper, OptionalLong.of(count), state);
    }

    private static String number(double x) {
        return x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
    }
}
