package mendline.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import mendline.report.Axis;
import mendline.report.Figure;
import mendline.report.Mark;
import mendline.report.Point;
import mendline.report.PointState;
import mendline.report.Series;

/** Charts that read from the top, one category a row, values from left to right. */
final class RowCharts {
    private static final double NAME_SHARE = 0.42;
    private static final double NAME_GAP = 8;
    private static final double BAR_HEIGHT = 11;

    private RowCharts() {}

    /** Rows and the axis of their values, found wherever the figure holds them. */
    private record Layout(List<String> names, Axis values, List<List<String>> lines, double left, double rowHeight) {}

    /** Bars; each carries its value. */
    static void bars(Graphics2D g, Figure figure, double width, double height) {
        Key key = Key.of(XyChart.entries(figure.series(), List.of()), width);
        double below = values(figure).label().isEmpty() ? 0 : 13;
        Layout layout = layout(figure, width, height - key.height() - below - 2);
        DoubleFunction<String> words = Scales.words(layout.values());
        boolean withN = layout.values().scale() == Axis.Scale.SHARE;
        double widest = 0;
        for (Series one : figure.series()) {
            for (Point point : one.points()) {
                widest = Math.max(widest, Lettering.width(value(point, words, withN), Looks.TICK));
            }
        }
        Rectangle2D area = new Rectangle2D.Double(
                layout.left(), key.height() + 2, width - layout.left() - widest - 8, layout.rowHeight() * layout.names().size());
        key.draw(g, 0, 0);
        Axis values = new Axis("", layout.values().scale(), OptionalDouble.of(0), layout.values().max(), List.of());
        Scale across = trim(Scales.numbers(values, new double[] {0, highest(figure)}, 4), figure, layout.values());
        List<Series> series = figure.series().stream().filter(one -> one.mark() != Mark.GUIDE).toList();
        double band = Math.min(layout.rowHeight() * 0.72, BAR_HEIGHT * Math.max(1, series.size()));
        Plane plane = Plane.draw(g, area, across, rows(layout), dress(false), series, (pen, one, plot) -> {
            double thick = band / series.size();
            double shift = -band / 2 + series.indexOf(one) * thick;
            double zero = plot.x(0);
            for (Point point : one.points()) {
                double y = plot.y(point.position()) + shift;
                double end = zero;
                if (point.y().isPresent()) {
                    end = plot.x(point.y().getAsDouble());
                    Color colour = Marks.special(point.state()) ? Marks.specialColour(one.tone()) : Looks.of(one.tone());
                    Marks.paintBar(pen, new Rectangle2D.Double(zero, y, Math.max(end - zero, 0), thick - 1), colour, point.state());
                }
            }
        });
        for (Series one : series) {
            double thick = band / series.size();
            double shift = -band / 2 + series.indexOf(one) * thick;
            for (Point point : one.points()) {
                double y = plane.y(point.position()) + shift + (thick - 1) / 2;
                double end = plane.x(point.y().orElse(0));
                Lettering.set(g, value(point, words, withN), end + 5, y, Lettering.Align.LEFT, Looks.TICK, point.y().isPresent() ? Looks.INK : Looks.SOFT);
            }
        }
        upright(g, plane, plane.x(0));
        names(g, layout, plane);
        if (below > 0) {
            Lettering.set(g, values(figure).label(), layout.left(), area.getMaxY() + 7, Lettering.Align.LEFT, Looks.TICK, Looks.SOFT);
        }
    }

    /** Dots with whiskers. */
    static void intervals(Graphics2D g, Figure figure, double width, double height) {
        Key key = Key.of(XyChart.entries(figure.series(), List.of()), width);
        double below = 16 + (values(figure).label().isEmpty() ? 0 : 12);
        Layout layout = layout(figure, width, height - key.height() - below - 2);
        boolean withN = figure.series().stream().flatMap(one -> one.points().stream()).anyMatch(point -> point.n().isPresent());
        double counts = withN ? 40 : 8;
        Rectangle2D area = new Rectangle2D.Double(
                layout.left(), key.height() + 2, width - layout.left() - counts, layout.rowHeight() * layout.names().size());
        key.draw(g, 0, 0);
        List<Series> series = figure.series();
        List<Series> dots = series.stream().filter(one -> one.mark() != Mark.GUIDE && one.mark() != Mark.BAND).toList();
        Scale across = Scales.numbers(layout.values(), span(series), Math.max(3, area.getWidth() / 45));
        double band = Math.min(layout.rowHeight() * 0.6, 11.0 * dots.size());
        Plane plane = Plane.draw(g, area, across, rows(layout), dress(true), Marks.fromTheBack(series), (pen, one, plot) -> {
            if (one.mark() == Mark.GUIDE || one.mark() == Mark.BAND) {
                reference(pen, one, plot, layout.names().size());
                return;
            }
            double shift = dots.size() < 2 ? 0 : (dots.indexOf(one) - (dots.size() - 1) / 2.0) * band / dots.size();
            for (Point point : one.points()) {
                double y = plot.y(point.position()) + shift;
                if (point.lower().isPresent() && point.upper().isPresent()) {
                    pen.setPaint(Looks.of(one.tone()));
                    pen.setStroke(Looks.solid(1.1));
                    pen.draw(new Line2D.Double(plot.x(point.lower().getAsDouble()), y, plot.x(point.upper().getAsDouble()), y));
                }
                if (point.y().isPresent()) {
                    double x = plot.x(point.y().getAsDouble());
                    Markers.draw(pen, Markers.of(point.state(), one.tone(), x, y, 3.2), Looks.of(one.tone()));
                } else {
                    double middle = (plot.area().getMinX() + plot.area().getMaxX()) / 2;
                    Lettering.set(pen, Marks.missing(point.state(), false), middle, y, Lettering.Align.CENTRE, Looks.TICK, Looks.SOFT);
                }
            }
        });
        names(g, layout, plane);
        for (Series one : dots) {
            double shift = dots.size() < 2 ? 0 : (dots.indexOf(one) - (dots.size() - 1) / 2.0) * band / dots.size();
            for (Point point : one.points()) {
                if (point.n().isPresent()) {
                    Lettering.set(g, "n " + point.n().getAsLong(), width, plane.y(point.position()) + shift, Lettering.Align.RIGHT, Looks.TICK, Looks.SOFT);
                }
            }
        }
        if (!values(figure).label().isEmpty()) {
            double middle = (area.getMinX() + area.getMaxX()) / 2;
            Lettering.set(g, values(figure).label(), middle, area.getMaxY() + 21, Lettering.Align.CENTRE, Looks.TICK, Looks.SOFT);
        }
    }

    /** Bars of 100 per cent in parts; each part carries its n, or its share where no n is given. */
    static void shares(Graphics2D g, Figure figure, double width, double height) {
        Key key = Key.of(figure.series().stream().map(Key::of).toList(), width);
        key.draw(g, 0, 0);
        Layout layout = layout(figure, width, height - key.height() - 16);
        boolean named = layout.names().size() > 1 || !layout.names().get(0).isEmpty();
        double left = named ? layout.left() : 1;
        Rectangle2D area = new Rectangle2D.Double(left, key.height() + 2, width - left - 12, layout.rowHeight() * layout.names().size());
        Scale across = Scales.numbers(Axis.between("", Axis.Scale.SHARE, 0, 1), new double[] {0, 1}, 4);
        double thick = Math.min(26, layout.rowHeight() * 0.76);
        Map<Double, Double> piled = new TreeMap<>();
        Plane.Dress dress = new Plane.Dress(true, false, false, false, true, false);
        Plane plane = Plane.draw(g, area, across, rows(layout), dress, figure.series(), (pen, one, plot) -> {
            for (Point point : one.points()) {
                double from = piled.getOrDefault(point.position(), 0.0);
                double to = from + point.y().orElse(0);
                piled.put(point.position(), to);
                Rectangle2D part = new Rectangle2D.Double(
                        plot.x(from), plot.y(point.position()) - thick / 2, Math.max(0, plot.x(to) - plot.x(from) - 0.8), thick);
                pen.setPaint(Looks.of(one.tone()));
                pen.fill(part);
                String text = point.n().isPresent() ? String.valueOf(point.n().getAsLong()) : Scales.percent(point.y().orElse(0));
                if (Lettering.width(text, Looks.LABEL) + 4 <= part.getWidth()) {
                    Lettering.set(pen, text, part.getCenterX(), part.getCenterY(), Lettering.Align.CENTRE, Looks.LABEL, Looks.on(Looks.of(one.tone())));
                }
            }
        });
        if (named) {
            names(g, layout, plane);
        }
    }

    private static void reference(Graphics2D g, Series series, Plane plane, int rows) {
        for (Point point : series.points()) {
            double top = plane.y(-0.5);
            double bottom = plane.y(rows - 0.5);
            if (series.mark() == Mark.BAND && point.lower().isPresent() && point.upper().isPresent()) {
                double from = plane.x(point.lower().getAsDouble());
                g.setPaint(Looks.area(series.tone()));
                double half = plane.unitUp() * 0.5;
                g.fill(new Rectangle2D.Double(from, plane.y(point.position()) - half, plane.x(point.upper().getAsDouble()) - from, 2 * half));
            } else if (point.y().isPresent()) {
                double x = plane.x(point.y().getAsDouble());
                g.setPaint(Looks.of(series.tone()));
                g.setStroke(Looks.dashed(0.8, 3, 2));
                g.draw(new Line2D.Double(x, top, x, bottom));
            }
        }
    }

    private static String value(Point point, DoubleFunction<String> words, boolean withN) {
        if (point.y().isEmpty()) {
            return Marks.missing(point.state(), false);
        }
        String text = words.apply(point.y().getAsDouble());
        return withN && point.n().isPresent() ? text + "  n " + point.n().getAsLong() : text;
    }

    /** Bars need no round end: the longest fills the room. */
    private static Scale trim(Scale scale, Figure figure, Axis values) {
        double end = values.max().orElse(Math.max(highest(figure), 1e-9));
        return new Scale(0, end, scale.ticks(), scale.words());
    }

    private static Plane.Dress dress(boolean withAxis) {
        return new Plane.Dress(withAxis, false, withAxis, false, true, withAxis);
    }

    private static void upright(Graphics2D g, Plane plane, double x) {
        g.setPaint(Looks.REFERENCE_LINE);
        g.setStroke(Looks.HAIR);
        g.draw(new Line2D.Double(x, plane.area().getMinY(), x, plane.area().getMaxY()));
    }

    static void names(Graphics2D g, List<List<String>> lines, double right, Plane plane) {
        for (int i = 0; i < lines.size(); i++) {
            double middle = plane.y(i) - (lines.get(i).size() - 1) * Lettering.pitch(Looks.TICK) / 2;
            Lettering.set(g, lines.get(i), right, middle, Lettering.Align.RIGHT, Looks.TICK, Looks.INK);
        }
    }

    private static void names(Graphics2D g, Layout layout, Plane plane) {
        names(g, layout.lines(), layout.left() - NAME_GAP, plane);
    }

    private static Scale rows(Layout layout) {
        return new Scale(-0.5, Math.max(1, layout.names().size()) - 0.5, List.of(), value -> "");
    }

    private static Layout layout(Figure figure, double width, double height) {
        List<String> names = rowNames(figure);
        double rowHeight = height / Math.max(1, names.size());
        int most = rowHeight >= 2 * Lettering.pitch(Looks.TICK) ? 2 : 1;
        List<List<String>> lines = new ArrayList<>();
        double widest = 0;
        for (String name : names) {
            List<String> wrapped = Lettering.wrap(name, Looks.TICK, width * NAME_SHARE, most);
            lines.add(wrapped);
            widest = Math.max(widest, Lettering.widest(wrapped, Looks.TICK));
        }
        return new Layout(names, values(figure), lines, widest + NAME_GAP, rowHeight);
    }

    private static boolean categoriesUp(Figure figure) {
        return figure.y().scale() == Axis.Scale.CATEGORIES;
    }

    private static Axis values(Figure figure) {
        return categoriesUp(figure) ? figure.x() : figure.y();
    }

    private static List<String> rowNames(Figure figure) {
        Axis places = categoriesUp(figure) ? figure.y() : figure.x();
        if (!places.ticks().isEmpty()) {
            return places.ticks();
        }
        Map<Integer, String> names = new TreeMap<>();
        for (Series one : figure.series()) {
            one.points().forEach(point -> names.putIfAbsent((int) Math.round(point.position()), point.x()));
        }
        return names.isEmpty() ? List.of("") : List.copyOf(names.values());
    }

    private static double highest(Figure figure) {
        double highest = 0;
        for (Series one : figure.series()) {
            for (Point point : one.points()) {
                highest = Math.max(highest, point.y().orElse(0));
            }
        }
        return highest == 0 ? 1 : highest;
    }

    private static double[] span(List<Series> series) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Series one : series) {
            for (Point point : one.points()) {
                for (OptionalDouble value : List.of(point.y(), point.lower(), point.upper())) {
                    if (value.isPresent()) {
                        low = Math.min(low, value.getAsDouble());
                        high = Math.max(high, value.getAsDouble());
                    }
                }
            }
        }
        return low > high ? new double[] {0, 1} : new double[] {low, high};
    }

    static boolean anyState(Figure figure, PointState state) {
        return figure.series().stream().flatMap(one -> one.points().stream()).anyMatch(point -> point.state() == state);
    }
}
