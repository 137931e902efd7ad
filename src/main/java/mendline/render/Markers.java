package mendline.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import mendline.report.PointState;
import mendline.report.Tone;

/** The shapes of points. A shape says what a colour says, so that either alone is enough. */
final class Markers {
    private Markers() {}

    /** A shape and whether its inside is the paper's. */
    record Marker(Shape shape, boolean hollow) {}

    static Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    static Shape up(double x, double y, double radius) {
        return triangle(x, y, radius, -1);
    }

    static Shape down(double x, double y, double radius) {
        return triangle(x, y, radius, 1);
    }

    static Shape square(double x, double y, double radius) {
        return new Rectangle2D.Double(x - radius * 0.86, y - radius * 0.86, radius * 1.72, radius * 1.72);
    }

    static Shape diamond(double x, double y, double radius) {
        return polygon(x, y - radius * 1.2, x + radius * 1.2, y, x, y + radius * 1.2, x - radius * 1.2, y);
    }

    static Shape block(double x, double y, double radius) {
        return new Rectangle2D.Double(x - radius * 0.5, y - radius, radius, radius * 2);
    }

    static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** The usual shape of a series' points. */
    static Shape of(Tone tone, double x, double y, double radius) {
        return switch (tone) {
            case SECOND -> square(x, y, radius);
            case THIRD -> diamond(x, y, radius);
            case FOURTH -> up(x, y, radius);
            case FIFTH -> down(x, y, radius);
            default -> circle(x, y, radius);
        };
    }

    /** What stands at the end of an episode, or at a point that is special. */
    static Marker of(PointState state, Tone tone, double x, double y, double radius) {
        return switch (state) {
            case SPECIAL_CAUSE_HIGH -> new Marker(up(x, y, radius * 1.45), false);
            case SPECIAL_CAUSE_LOW -> new Marker(down(x, y, radius * 1.45), false);
            case REPAIRED -> new Marker(up(x, y, radius * 1.2), false);
            case PARTLY_REPAIRED -> new Marker(up(x, y, radius * 1.2), true);
            case NOT_REPAIRED -> new Marker(block(x, y, radius), false);
            case BOUNCED_BACK -> new Marker(diamond(x, y, radius), false);
            case ENDED_BEFORE_KNOWN, SMALL -> new Marker(circle(x, y, radius), true);
            default -> new Marker(of(tone, x, y, radius), false);
        };
    }

    /** A tick on a curve: followed up to here. */
    static void tick(Graphics2D g, double x, double y, double height, Color colour) {
        g.setPaint(colour);
        g.setStroke(Looks.THIN);
        g.draw(new Line2D.Double(x, y - height / 2, x, y + height / 2));
    }

    /** An open end: a chevron that points onward. */
    static void onward(Graphics2D g, double x, double y, double radius, Color colour) {
        Path2D chevron = new Path2D.Double();
        chevron.moveTo(x, y - radius);
        chevron.lineTo(x + radius, y);
        chevron.lineTo(x, y + radius);
        g.setPaint(colour);
        g.setStroke(new BasicStroke(1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(chevron);
    }

    static void draw(Graphics2D g, Marker marker, Color colour) {
        if (marker.hollow()) {
            g.setPaint(Looks.PAPER);
            g.fill(marker.shape());
            g.setPaint(colour);
            g.setStroke(Looks.THIN);
            g.draw(marker.shape());
        } else {
            g.setPaint(colour);
            g.fill(marker.shape());
        }
    }

    private static Shape triangle(double x, double y, double radius, int way) {
        double half = radius * 1.1;
        return polygon(x, y + way * radius, x + half, y - way * radius * 0.85, x - half, y - way * radius * 0.85);
    }
}
