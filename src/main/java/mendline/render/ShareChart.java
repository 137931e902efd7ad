package mendline.render;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.TreeMap;
import mendline.report.Axis;
import mendline.report.Figure;
import mendline.report.Point;

/** Bars of 100 per cent in parts; each part carries its n, or its share where no n is given. */
final class ShareChart {
    private static final Plane.Dress DRESS = new Plane.Dress(true, false, false, false, true, false);

    /** Room for the half of the label at 0 that stands left of the bar. */
    private static final double HALF_A_LABEL = 12;

    private ShareChart() {}

    static void draw(Graphics2D g, Figure figure, double width, double height) {
        Key key = Key.of(figure.series().stream().map(Key::of).toList(), width);
        key.draw(g, 0, 0);
        Rows layout = Rows.of(figure, width, height - key.height() - 16);
        boolean named = layout.names().size() > 1 || !layout.names().get(0).isEmpty();
        double left = named ? layout.left() : HALF_A_LABEL;
        Rectangle2D area = new Rectangle2D.Double(
                left,
                key.height() + 2,
                width - left - 12,
                layout.rowHeight() * layout.names().size());
        Scale across = Scales.numbers(Axis.between("", Axis.Scale.SHARE, 0, 1), new double[] {0, 1}, 4);
        double thick = Math.min(26, layout.rowHeight() * 0.76);
        Map<Double, Double> piled = new TreeMap<>();
        Plane plane = Plane.draw(g, area, across, layout.scale(), DRESS, figure.series(), (pen, one, plot) -> {
            for (Point point : one.points()) {
                double from = piled.getOrDefault(point.position(), 0.0);
                double to = from + point.y().orElse(0);
                piled.put(point.position(), to);
                Rectangle2D part = new Rectangle2D.Double(
                        plot.x(from),
                        plot.y(point.position()) - thick / 2,
                        Math.max(0, plot.x(to) - plot.x(from) - 0.8),
                        thick);
                pen.setPaint(Looks.of(one.tone()));
                pen.fill(part);
                String text = point.n().isPresent()
                        ? String.valueOf(point.n().getAsLong())
                        : Scales.percent(point.y().orElse(0));
                if (Lettering.width(text, Looks.LABEL) + 4 <= part.getWidth()) {
                    Lettering.set(
                            pen,
                            text,
                            part.getCenterX(),
                            part.getCenterY(),
                            Lettering.Align.CENTRE,
                            Looks.LABEL,
                            Looks.on(Looks.of(one.tone())));
                }
            }
        });
        if (named) {
            layout.names(g, plane);
        }
    }
}
