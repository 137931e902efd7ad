package mendline.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import mendline.report.Figure;
import mendline.report.Icon;
import mendline.report.Tone;

/** Turns figures and signs into pictures. */
final class Pictures {
    private static final double ICON = 15;

    private Pictures() {}

    /** The picture of a figure, so many points wide. */
    static Picture of(Figure figure, double width) {
        return of(figure, width, figure.height());
    }

    /** The picture of a figure in another height than it asks for. */
    static Picture of(Figure figure, double width, double height) {
        return new Picture(width, height, figure.alt(), g -> draw(g, figure, width, height));
    }

    /** The picture of a sign. */
    static Picture of(Icon icon) {
        return new Picture(ICON, ICON, icon.words(), g -> draw(g, icon));
    }

    private static void draw(Graphics2D g, Figure figure, double width, double height) {
        boolean empty = figure.series().stream().allMatch(one -> one.points().isEmpty());
        if (empty && figure.layout() != Figure.Layout.SPARK) {
            g.setPaint(Looks.GRID);
            g.setStroke(Looks.HAIR);
            g.draw(new Line2D.Double(0, height - 1, width, height - 1));
            Lettering.set(
                    g,
                    "nothing to show in this period",
                    width / 2,
                    height / 2,
                    Lettering.Align.CENTRE,
                    Looks.LABEL,
                    Looks.SOFT);
            return;
        }
        switch (figure.layout()) {
            case XY -> XyChart.draw(g, figure, width, height);
            case HORIZONTAL_BARS -> BarChart.draw(g, figure, width, height);
            case STACKED_SHARE -> ShareChart.draw(g, figure, width, height);
            case DOT_INTERVALS -> IntervalChart.draw(g, figure, width, height);
            case STRIP -> StripChart.draw(g, figure, width, height);
            case SMALL_MULTIPLES -> PanelChart.draw(g, figure, width, height);
            case HEAT -> HeatChart.draw(g, figure, width, height);
            case SPARK -> SparkChart.draw(g, figure, width, height);
        }
    }

    private static void draw(Graphics2D g, Icon icon) {
        switch (icon) {
            case USUAL -> usual(g);
            case IMPROVEMENT_HIGH -> caret(g, Looks.of(Tone.IMPROVEMENT), true, true);
            case IMPROVEMENT_LOW -> caret(g, Looks.of(Tone.IMPROVEMENT), false, true);
            case NEUTRAL_HIGH -> caret(g, Looks.of(Tone.NEUTRAL), true, false);
            case NEUTRAL_LOW -> caret(g, Looks.of(Tone.NEUTRAL), false, false);
            case CONCERN_HIGH -> diamond(g, true);
            case CONCERN_LOW -> diamond(g, false);
            case TOO_FEW -> {
                g.setPaint(Looks.SOFT);
                g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g.draw(new Line2D.Double(5, ICON / 2, 10, ICON / 2));
            }
            case PLAIN -> {
                g.setPaint(Looks.SOFT);
                g.fill(new Ellipse2D.Double(5.9, 5.9, 3.2, 3.2));
            }
        }
    }

    private static void usual(Graphics2D g) {
        g.setPaint(Looks.SOFT);
        g.setStroke(new BasicStroke(0.9f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Ellipse2D.Double(0.75, 0.75, ICON - 1.5, ICON - 1.5));
        Path2D wave = new Path2D.Double();
        wave.moveTo(3.2, 8.4);
        wave.curveTo(4.4, 5.2, 5.9, 5.2, 7.1, 7.4);
        wave.curveTo(8.4, 9.8, 10.4, 9.8, 11.8, 6.6);
        g.draw(wave);
    }

    /** Blue signs are round, purple ones square, orange ones stand on a corner: colour is never alone. */
    private static void caret(Graphics2D g, Color ground, boolean up, boolean round) {
        g.setPaint(ground);
        g.fill(
                round
                        ? new Ellipse2D.Double(0.5, 0.5, ICON - 1, ICON - 1)
                        : new RoundRectangle2D.Double(1, 1, ICON - 2, ICON - 2, 4, 4));
        caret(g, up, Looks.PAPER);
    }

    private static void diamond(Graphics2D g, boolean up) {
        g.setPaint(Looks.of(Tone.CONCERN));
        double middle = ICON / 2;
        g.fill(Markers.polygon(middle, 0, ICON, middle, middle, ICON, 0, middle));
        caret(g, up, Looks.PAPER);
    }

    private static void caret(Graphics2D g, boolean up, Color colour) {
        double tip = up ? 5.9 : 9.1;
        double foot = up ? 9.1 : 5.9;
        Path2D path = new Path2D.Double();
        path.moveTo(4.6, foot);
        path.lineTo(7.5, tip);
        path.lineTo(10.4, foot);
        g.setPaint(colour);
        g.setStroke(new BasicStroke(1.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
    }
}
