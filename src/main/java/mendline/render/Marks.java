package mendline.render;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import mendline.report.Mark;
import mendline.report.Point;
import mendline.report.PointState;
import mendline.report.Series;
import mendline.report.Tone;

/** Draws the marks of plots that have values on the y axis; made for one picture and thrown away. */
final class Marks implements Plane.Hand {
    private static final List<Mark> FROM_THE_BACK = List.of(
            Mark.BAND,
            Mark.STEP_BAND,
            Mark.STACK,
            Mark.BAR,
            Mark.GUIDE,
            Mark.STEP,
            Mark.LINE,
            Mark.SPAN,
            Mark.DOT,
            Mark.LINE_DOTS,
            Mark.INTERVAL);
    private static final Set<Mark> LINES = Set.of(Mark.LINE, Mark.LINE_DOTS, Mark.STEP);
    private static final double BAR_SHARE = 0.66;
    private static final float DOT_ALPHA = 0.75f;

    private final double radius;
    private final double lineWidth;
    private final DoubleFunction<String> words;
    private final List<Series> bars;
    private final List<Series> intervals;
    private final boolean alone;
    private final Map<Double, Double> piled = new HashMap<>();

    Marks(List<Series> series, double radius, double lineWidth, DoubleFunction<String> words) {
        this.radius = radius;
        this.lineWidth = lineWidth;
        this.words = words;
        this.bars = series.stream().filter(one -> one.mark() == Mark.BAR).toList();
        this.alone = series.stream()
                        .filter(one -> LINES.contains(one.mark()))
                        .map(Series::tone)
                        .distinct()
                        .count()
                < 2;
        this.intervals =
                series.stream().filter(one -> one.mark() == Mark.INTERVAL).toList();
    }

    /** What lies behind comes first. */
    static List<Series> fromTheBack(List<Series> series) {
        List<Series> sorted = new ArrayList<>(series);
        sorted.sort(Comparator.comparingInt(one -> FROM_THE_BACK.indexOf(one.mark())));
        return sorted;
    }

    @Override
    public void draw(Graphics2D g, Series series, Plane plane) {
        switch (series.mark()) {
            case BAND -> area(g, series, plane, false);
            case STEP_BAND -> area(g, series, plane, true);
            case GUIDE -> guide(g, series, plane);
            case LINE -> line(g, series, plane);
            case LINE_DOTS -> {
                line(g, series, plane);
                dots(g, series, plane);
            }
            case STEP -> step(g, series, plane);
            case DOT -> scatter(g, series, plane);
            case INTERVAL -> whiskers(g, series, plane);
            case BAR -> bars(g, series, plane);
            case STACK -> stack(g, series, plane);
            case SPAN -> {
                // only in strips
            }
        }
    }

    /** The colour of a series' line and usual points: grey where colour is kept for what is special. */
    static Color usual(Tone tone) {
        return tone == Tone.IMPROVEMENT || tone == Tone.CONCERN || tone == Tone.NEUTRAL || tone == Tone.COMMON
                ? Looks.COMMON_LINE
                : Looks.of(tone);
    }

    static boolean special(PointState state) {
        return state == PointState.SPECIAL_CAUSE_HIGH || state == PointState.SPECIAL_CAUSE_LOW;
    }

    static Color specialColour(Tone tone) {
        return tone == Tone.COMMON ? Looks.INK : Looks.of(tone);
    }

    private void area(Graphics2D g, Series series, Plane plane, boolean stepped) {
        g.setPaint(Looks.area(series.tone()));
        List<Point> run = new ArrayList<>();
        for (Point point : series.points()) {
            if (point.lower().isPresent() && point.upper().isPresent()) {
                run.add(point);
            } else {
                fillRun(g, run, plane, stepped);
                run.clear();
            }
        }
        fillRun(g, run, plane, stepped);
    }

    private static void fillRun(Graphics2D g, List<Point> run, Plane plane, boolean stepped) {
        if (run.isEmpty()) {
            return;
        }
        Path2D path = new Path2D.Double();
        double before = 0;
        for (int i = 0; i < run.size(); i++) {
            double x = plane.x(run.get(i).position());
            double y = plane.y(run.get(i).upper().getAsDouble());
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                if (stepped) {
                    path.lineTo(x, before);
                }
                path.lineTo(x, y);
            }
            before = y;
        }
        for (int i = run.size() - 1; i >= 0; i--) {
            double x = plane.x(run.get(i).position());
            double y = plane.y(run.get(i).lower().getAsDouble());
            path.lineTo(x, y);
            if (stepped && i > 0) {
                path.lineTo(x, plane.y(run.get(i - 1).lower().getAsDouble()));
            }
        }
        path.closePath();
        g.fill(path);
    }

    private void guide(Graphics2D g, Series series, Plane plane) {
        g.setPaint(Looks.of(series.tone()));
        g.setStroke(Looks.dashed(0.8, 3, 2));
        g.draw(through(series.points(), plane));
    }

    private void line(Graphics2D g, Series series, Plane plane) {
        g.setPaint(usual(series.tone()));
        g.setStroke(alone ? Looks.solid(lineWidth) : Looks.line(series.tone(), lineWidth));
        g.draw(through(series.points(), plane));
        if (series.mark() == Mark.LINE) {
            lonely(g, series, plane);
        }
    }

    /** A point between two missing ones has no line: it becomes a dot. */
    private void lonely(Graphics2D g, Series series, Plane plane) {
        List<Point> points = series.points();
        for (int i = 0; i < points.size(); i++) {
            boolean before = i > 0 && points.get(i - 1).y().isPresent();
            boolean after = i + 1 < points.size() && points.get(i + 1).y().isPresent();
            if (points.get(i).y().isPresent() && !before && !after) {
                g.fill(Markers.circle(
                        plane.x(points.get(i).position()),
                        plane.y(points.get(i).y().getAsDouble()),
                        radius));
            }
        }
    }

    private static Path2D through(List<Point> points, Plane plane) {
        Path2D path = new Path2D.Double();
        boolean drawing = false;
        for (Point point : points) {
            if (point.y().isEmpty()) {
                drawing = false;
                continue;
            }
            double x = plane.x(point.position());
            double y = plane.y(point.y().getAsDouble());
            if (drawing) {
                path.lineTo(x, y);
            } else {
                path.moveTo(x, y);
                drawing = true;
            }
        }
        return path;
    }

    private void dots(Graphics2D g, Series series, Plane plane) {
        for (Point point : series.points()) {
            if (point.y().isPresent()) {
                double x = plane.x(point.position());
                double y = plane.y(point.y().getAsDouble());
                Color colour = special(point.state()) ? specialColour(series.tone()) : usual(series.tone());
                Markers.draw(g, Markers.of(point.state(), series.tone(), x, y, radius), colour);
            }
        }
    }

    private void step(Graphics2D g, Series series, Plane plane) {
        Color colour = Looks.of(series.tone());
        List<Point> points = series.points();
        g.setPaint(colour);
        g.setStroke(Looks.dashed(0.7, 1.6f, 1.6f));
        g.draw(steps(
                points.stream()
                        .filter(p -> p.lower().isPresent())
                        .map(p -> Point.at(p.position(), p.lower().getAsDouble()))
                        .toList(),
                plane));
        g.draw(steps(
                points.stream()
                        .filter(p -> p.upper().isPresent())
                        .map(p -> Point.at(p.position(), p.upper().getAsDouble()))
                        .toList(),
                plane));
        g.setStroke(alone ? Looks.solid(lineWidth * 1.15) : Looks.line(series.tone(), lineWidth * 1.15));
        g.draw(steps(points, plane));
        for (Point point : points) {
            if (point.state() == PointState.CENSORED && point.y().isPresent()) {
                Markers.tick(g, plane.x(point.position()), plane.y(point.y().getAsDouble()), 6, colour);
            }
        }
    }

    private static Path2D steps(List<Point> points, Plane plane) {
        Path2D path = new Path2D.Double();
        boolean drawing = false;
        double before = 0;
        for (Point point : points) {
            if (point.y().isEmpty()) {
                drawing = false;
                continue;
            }
            double x = plane.x(point.position());
            double y = plane.y(point.y().getAsDouble());
            if (drawing) {
                path.lineTo(x, before);
                if (y != before) {
                    path.lineTo(x, y);
                }
            } else {
                path.moveTo(x, y);
                drawing = true;
            }
            before = y;
        }
        return path;
    }

    private void scatter(Graphics2D g, Series series, Plane plane) {
        Composite solid = g.getComposite();
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, DOT_ALPHA));
        g.setStroke(Looks.THIN);
        for (Point point : series.points()) {
            if (point.y().isPresent()) {
                double x = plane.x(point.position());
                double y = plane.y(point.y().getAsDouble());
                g.setPaint(Looks.of(series.tone()));
                if (special(point.state()) || point.state().compareTo(PointState.REPAIRED) >= 0) {
                    Markers.draw(g, Markers.of(point.state(), series.tone(), x, y, radius), Looks.of(series.tone()));
                } else {
                    g.draw(Markers.of(series.tone(), x, y, radius * 0.95));
                }
            }
        }
        g.setComposite(solid);
    }

    private void whiskers(Graphics2D g, Series series, Plane plane) {
        double shift = beside(intervals, series, Math.min(12, plane.unitAcross() * 0.5));
        Color colour = Looks.of(series.tone());
        for (Point point : series.points()) {
            double x = plane.x(point.position()) + shift;
            if (point.lower().isPresent() && point.upper().isPresent()) {
                g.setPaint(colour);
                g.setStroke(Looks.THIN);
                g.draw(new Line2D.Double(
                        x,
                        plane.y(point.lower().getAsDouble()),
                        x,
                        plane.y(point.upper().getAsDouble())));
            }
            if (point.y().isPresent()) {
                Markers.draw(
                        g,
                        Markers.of(
                                point.state(),
                                series.tone(),
                                x,
                                plane.y(point.y().getAsDouble()),
                                radius * 1.25),
                        colour);
            }
        }
    }

    /** How far a series stands from the middle of its place when several share it. */
    private static double beside(List<Series> all, Series one, double room) {
        int count = all.size();
        int index = all.indexOf(one);
        return count < 2 ? 0 : (index - (count - 1) / 2.0) * room / count;
    }

    private void bars(Graphics2D g, Series series, Plane plane) {
        double room = Math.min(plane.unitAcross() * BAR_SHARE, 46);
        double width = room / Math.max(1, bars.size());
        double shift = beside(bars, series, room);
        double zero = plane.y(0);
        boolean written = series.points().stream()
                .allMatch(p -> p.y().isEmpty()
                        || Lettering.width(words.apply(p.y().getAsDouble()), Looks.TICK)
                                <= Math.max(width + 1, plane.unitAcross() / Math.max(1, bars.size()) - 2));
        for (Point point : series.points()) {
            double x = plane.x(point.position()) + shift;
            if (point.y().isEmpty()) {
                Lettering.set(
                        g, missing(point.state(), true), x, zero - 6, Lettering.Align.CENTRE, Looks.TICK, Looks.SOFT);
                continue;
            }
            double y = plane.y(point.y().getAsDouble());
            Rectangle2D bar =
                    new Rectangle2D.Double(x - width / 2 + 0.4, Math.min(y, zero), width - 0.8, Math.abs(zero - y));
            Color colour = special(point.state()) ? specialColour(series.tone()) : Looks.of(series.tone());
            paintBar(g, bar, colour, point.state());
            double top = y;
            if (point.lower().isPresent() && point.upper().isPresent()) {
                g.setPaint(Looks.INK);
                g.setStroke(Looks.HAIR);
                top = plane.y(point.upper().getAsDouble());
                g.draw(new Line2D.Double(x, plane.y(point.lower().getAsDouble()), x, top));
            }
            if (written) {
                double value = point.y().getAsDouble();
                Lettering.set(
                        g,
                        words.apply(value),
                        x,
                        Math.min(top, zero) - 6,
                        Lettering.Align.CENTRE,
                        Looks.TICK,
                        Looks.INK);
            }
        }
    }

    /** A bar; hollow where few stand behind it. */
    static void paintBar(Graphics2D g, Rectangle2D bar, Color colour, PointState state) {
        if (state == PointState.SMALL) {
            Stroke stroke = g.getStroke();
            g.setPaint(Looks.PAPER);
            g.fill(bar);
            g.setPaint(colour);
            g.setStroke(Looks.THIN);
            g.draw(bar);
            g.setStroke(stroke);
        } else {
            g.setPaint(colour);
            g.fill(bar);
        }
    }

    /** What stands where a value does not. */
    static String missing(PointState state, boolean brief) {
        return switch (state) {
            case TOO_FEW -> brief ? "·" : "too few";
            case SUPPRESSED -> "*";
            case NOT_MEASURED -> brief ? "–" : "not measured";
            default -> "–";
        };
    }

    private void stack(Graphics2D g, Series series, Plane plane) {
        double width = Math.min(plane.unitAcross() * BAR_SHARE, 46);
        for (Point point : series.points()) {
            if (point.y().isEmpty()) {
                continue;
            }
            double from = piled.getOrDefault(point.position(), 0.0);
            double to = from + point.y().getAsDouble();
            piled.put(point.position(), to);
            double x = plane.x(point.position());
            g.setPaint(Looks.of(series.tone()));
            double height = Math.max(0, plane.y(from) - plane.y(to) - 0.5);
            g.fill(new Rectangle2D.Double(x - width / 2, plane.y(to), width, height));
        }
    }

    /** The heights of the piles of stacked series, for the choice of the axis. */
    static double highestPile(List<Series> series) {
        Map<Double, Double> piles = new HashMap<>();
        for (Series one : series) {
            if (one.mark() == Mark.STACK) {
                one.points().forEach(p -> piles.merge(p.position(), p.y().orElse(0), Double::sum));
            }
        }
        return piles.isEmpty() ? 0 : Collections.max(piles.values());
    }
}
