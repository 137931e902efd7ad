package mendline.render;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import mendline.report.Axis;
import mendline.report.Figure;
import mendline.report.Mark;
import mendline.report.Point;
import mendline.report.Series;

/** Lines, steps, bands, points and bars over numbers or months. */
final class XyChart {
    private static final double NAME_GAP = 8;
    private static final double SQUARE = 1.3;

    private XyChart() {}

    static void draw(Graphics2D g, Figure figure, double width, double height) {
        List<Series> series = Marks.fromTheBack(figure.series());
        List<Series> direct = EndLabels.direct(figure.series());
        Key key = Key.of(entries(figure.series(), direct), width);
        boolean hasMonths =
                figure.x().scale() == Axis.Scale.MONTHS || figure.x().scale() == Axis.Scale.DAYS;
        double rowNames = Lettering.widest(
                figure.underAxis().stream().map(Figure.UnderAxis::name).toList(), Looks.TICK);
        double bottom = (figure.x().scale() == Axis.Scale.NONE ? 4 : 15)
                + (hasMonths ? Looks.LINE_HEIGHT : 0)
                + (figure.x().label().isEmpty() ? 0 : 12)
                + (figure.underAxis().isEmpty() ? 0 : 3 + figure.underAxis().size() * (Looks.LINE_HEIGHT + 1));
        double top = key.height() + (figure.y().label().isEmpty() ? 5 : 15);

        double right = Math.max(8, EndLabels.room(direct, width));
        Scale rough = up(figure, series, height - top - bottom);
        double left = Math.max(rough.widestName() + NAME_GAP, rowNames + NAME_GAP + 2);
        Scale guess = Scales.across(figure.x(), series, width - left - right);
        Rectangle2D free = area(figure, left, top, width - left - right, height - top - bottom);
        top += Notes.of(figure, guess, left, free.getMaxX()).height();
        Rectangle2D area = area(figure, left, top, width - left - right, height - top - bottom);
        Scale across = Scales.across(figure.x(), series, area.getWidth());
        Scale up = up(figure, series, area.getHeight());

        key.draw(g, 0, 0);
        if (!figure.y().label().isEmpty()) {
            Lettering.set(g, figure.y().label(), 0, key.height() + 5, Lettering.Align.LEFT, Looks.TICK, Looks.SOFT);
        }
        boolean numbersAcross =
                figure.x().scale() == Axis.Scale.NUMBER || figure.x().scale() == Axis.Scale.SHARE;
        Plane plane = plot(g, area, across, up, Plane.Dress.USUAL.withAcrossLines(numbersAcross), series, figure);
        EndLabels.draw(g, direct, plane, width);
        Notes notes = Notes.of(figure, across, left, area.getMaxX());
        notes.draw(g, area.getMinY() - notes.height(), area.getMaxY());
        drawBelow(g, figure, across, plane, left, width);
    }

    /** A plot with its zero line, without anything around it. */
    static Plane plot(
            Graphics2D g,
            Rectangle2D area,
            Scale across,
            Scale up,
            Plane.Dress dress,
            List<Series> series,
            Figure figure) {
        Marks marks = new Marks(series, radius(figure, area.getWidth()), 1.5, Scales.words(figure.y()));
        double base = up.min() <= 0 && up.max() >= 0 ? 0 : up.min();
        Series first = series.stream()
                .filter(one -> !one.points().isEmpty())
                .findFirst()
                .orElse(null);
        return Plane.draw(g, area, across, up, dress, series, (pen, one, plane) -> {
            if (one == first) {
                plane.base(pen, base);
            }
            marks.draw(pen, one, plane);
        });
    }

    static Scale up(Figure figure, List<Series> series, double height) {
        double pile = Marks.highestPile(series);
        if (pile == 0 || figure.y().max().isPresent()) {
            return Scales.up(figure.y(), series, height);
        }
        List<Series> withPile = new ArrayList<>(series);
        withPile.add(new Series("", Mark.GUIDE, series.get(0).tone(), false, List.of(Point.at(0, pile))));
        return Scales.up(figure.y(), withPile, height);
    }

    private static double radius(Figure figure, double width) {
        int most = figure.series().stream()
                .mapToInt(one -> one.points().size())
                .max()
                .orElse(0);
        return most > 120 || width / Math.max(1, most) < 3 ? 1.7 : width < 200 ? 2 : Looks.MARKER;
    }

    /** Both axes over the same numbers make a square. */
    private static Rectangle2D area(Figure figure, double x, double y, double width, double height) {
        Axis across = figure.x();
        Axis up = figure.y();
        boolean square = across.scale() == Axis.Scale.NUMBER || across.scale() == Axis.Scale.WHOLE_NUMBER;
        square &= across.scale() == up.scale()
                && across.min().isPresent()
                && across.max().isPresent();
        square &= across.min().equals(up.min()) && across.max().equals(up.max());
        return new Rectangle2D.Double(x, y, square ? Math.min(width, height * SQUARE) : width, height);
    }

    static List<Key.Entry> entries(List<Series> all, List<Series> direct) {
        List<Key.Entry> entries = new ArrayList<>();
        List<Series> drawn = all.stream().filter(one -> !EndLabels.upright(one)).toList();
        if (drawn.size() > 1 || drawn.stream().anyMatch(Series::labelled)) {
            List<String> named = new ArrayList<>();
            for (Series one : drawn) {
                if (!direct.contains(one) && !one.name().isEmpty() && !named.contains(one.name())) {
                    named.add(one.name());
                    entries.add(Key.of(one));
                }
            }
        }
        entries.addAll(Key.ofStates(all));
        return entries;
    }

    /** Years, the axis's label and the rows of numbers below it. */
    static void drawBelow(Graphics2D g, Figure figure, Scale across, Plane plane, double left, double width) {
        double y = plane.area().getMaxY() + (figure.x().scale() == Axis.Scale.NONE ? 4 : 15);
        if (across.hasSecondLine()) {
            years(g, across, plane, y + 3);
        }
        boolean hasMonths =
                figure.x().scale() == Axis.Scale.MONTHS || figure.x().scale() == Axis.Scale.DAYS;
        y += hasMonths ? Looks.LINE_HEIGHT : 0;
        if (!figure.x().label().isEmpty()) {
            double middle = (plane.area().getMinX() + plane.area().getMaxX()) / 2;
            Lettering.set(g, figure.x().label(), middle, y + 5, Lettering.Align.CENTRE, Looks.TICK, Looks.SOFT);
            y += 12;
        }
        y += 8;
        for (Figure.UnderAxis row : figure.underAxis()) {
            Lettering.set(g, row.name(), left - NAME_GAP, y, Lettering.Align.RIGHT, Looks.TICK, Looks.SOFT);
            underAxis(g, row, plane, y, width);
            y += Looks.LINE_HEIGHT + 1;
        }
    }

    static void years(Graphics2D g, Scale across, Plane plane, double middle) {
        double free = Double.NEGATIVE_INFINITY;
        for (Scale.Tick tick : across.ticks()) {
            double half = Lettering.width(tick.below(), Looks.TICK) / 2;
            double x = plane.x(tick.at());
            if (!tick.below().isEmpty() && x - half > free) {
                Lettering.set(g, tick.below(), x, middle, Lettering.Align.CENTRE, Looks.TICK, Looks.SOFT);
                free = x + half + 3;
            }
        }
    }

    /** Writes every number, or every second, third ... where they would touch. */
    private static void underAxis(Graphics2D g, Figure.UnderAxis row, Plane plane, double y, double width) {
        List<Figure.UnderAxis.Entry> entries = row.entries();
        int every = 1;
        while (every < entries.size() && touches(entries, every, plane)) {
            every++;
        }
        for (int i = 0; i < entries.size(); i += every) {
            double x = Math.min(
                    plane.x(entries.get(i).position()),
                    width - Lettering.width(entries.get(i).text(), Looks.TICK) / 2);
            Lettering.set(g, entries.get(i).text(), x, y, Lettering.Align.CENTRE, Looks.TICK, Looks.INK);
        }
    }

    private static boolean touches(List<Figure.UnderAxis.Entry> entries, int every, Plane plane) {
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < entries.size(); i += every) {
            double half = Lettering.width(entries.get(i).text(), Looks.TICK) / 2;
            double x = plane.x(entries.get(i).position());
            if (x - half < free) {
                return true;
            }
            free = x + half + 3;
        }
        return false;
    }
}
