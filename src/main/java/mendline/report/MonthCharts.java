package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntToLongFunction;
import mendline.model.Months;
import mendline.model.Period;

/** Charts of counts by month of the report's year, with the practice's dated notes. */
final class MonthCharts {
    private MonthCharts() {}

    /** Whether a line by month can be drawn at all: dated data and at least two months. */
    static boolean possible(Windows windows) {
        return windows.year().dated() && Windows.length(windows.year()) > 1;
    }

    /** The months of a period as an axis of ISO names. */
    static Axis months(Period year) {
        List<String> names = new ArrayList<>();
        for (int month = year.firstMonth(); month <= year.lastMonth(); month++) {
            names.add(Months.iso(month));
        }
        return Axis.places("", Axis.Scale.MONTHS, names);
    }

    /** A count for each month from a first one on; the months before it are not measured. */
    static List<Point> counts(Period year, int from, IntToLongFunction count) {
        List<Point> points = new ArrayList<>();
        for (int month = year.firstMonth(); month <= year.lastMonth(); month++) {
            int place = month - year.firstMonth();
            points.add(
                    month < from
                            ? new Point(
                                    Months.iso(month),
                                    place,
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    OptionalDouble.empty(),
                                    OptionalLong.empty(),
                                    PointState.NOT_MEASURED)
                            : Point.at(place, count.applyAsLong(month))
                                    .named(Months.iso(month))
                                    .of(count.applyAsLong(month)));
        }
        return points;
    }

    static Figure lines(
            String id,
            String title,
            String unit,
            String alt,
            Windows windows,
            List<Series> series,
            Map<Integer, String> notes) {
        Period year = windows.year();
        List<Figure.Annotation> annotations = new ArrayList<>();
        notes.forEach((month, text) -> {
            if (year.contains(month)) {
                annotations.add(new Figure.Annotation(month - year.firstMonth(), text));
            }
        });
        return new Figure(
                id,
                Figure.Layout.XY,
                title,
                unit + " by month, " + Written.period(year),
                alt,
                months(year),
                Axis.fromZero(unit.toLowerCase(Locale.ROOT), Axis.Scale.WHOLE_NUMBER),
                series,
                List.of(),
                annotations,
                130);
    }

    /** {@code from 180 in October 2025 to 248 in September 2026, lowest 171, highest 260}, over measured months. */
    static String course(List<Point> points, Period year) {
        List<Point> measured =
                points.stream().filter(point -> point.y().isPresent()).toList();
        if (measured.isEmpty()) {
            return "not measured";
        }
        Point first = measured.get(0);
        Point last = measured.get(measured.size() - 1);
        long lowest = measured.stream()
                .mapToLong(point -> point.n().orElseThrow())
                .min()
                .orElseThrow();
        long highest = measured.stream()
                .mapToLong(point -> point.n().orElseThrow())
                .max()
                .orElseThrow();
        return "from " + Written.count(first.n().orElseThrow()) + " in "
                + Written.month(year.firstMonth() + (int) first.position())
                + " to " + Written.count(last.n().orElseThrow()) + " in "
                + Written.month(year.firstMonth() + (int) last.position())
                + ", lowest " + Written.count(lowest) + ", highest " + Written.count(highest);
    }
}
