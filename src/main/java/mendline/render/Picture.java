package mendline.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;

/**
 * Something drawn, and its size in points.
 *
 * @param alt what it shows, in words
 */
record Picture(double width, double height, String alt, Drawing drawing) {
    /** Draws on anything, from (0, 0) down to (width, height). */
    interface Drawing {
        void draw(Graphics2D g);
    }

    void draw(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.draw(g);
    }
}
