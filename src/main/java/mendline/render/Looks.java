package mendline.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import mendline.report.Tone;

/** Every colour, size and line of the pictures, once. Sizes are in points. */
final class Looks {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x1d2433);
    static final Color SOFT = new Color(0x565f70);
    static final Color HAIRLINE = new Color(0xcdd2da);
    static final Color GRID = new Color(0xe6e9ee);
    static final Color SHADE = new Color(0xe9edf2);
    static final Color MENDED = new Color(0x28a197);
    static final Color COMMON_LINE = new Color(0xa6a6a6);
    static final Color REFERENCE_LINE = new Color(0x9aa3b0);

    /** Width of a page's text, and of a picture that fills it. */
    static final double PAGE_WIDTH = 480;
    /** Room between two columns. */
    static final double COLUMN_GAP = 24;

    static final double TICK_SIZE = 7.5;
    static final double LABEL_SIZE = 8;
    /** From one line of small text to the next. */
    static final double LINE_HEIGHT = 10;
    /** Room kept free inside the plot so that a marker on its edge is whole. */
    static final double EDGE = 4;

    static final double MARKER = 2.4;

    static final Font TICK = Fonts.regular(TICK_SIZE);
    static final Font LABEL = Fonts.regular(LABEL_SIZE);
    static final Font STRONG = Fonts.bold(LABEL_SIZE);

    static final Stroke HAIR = new BasicStroke(0.5f);
    static final Stroke THIN = solid(0.9);

    private static final double READABLE_CONTRAST = 4.5;

    private Looks() {}

    static Stroke solid(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    static Stroke dashed(double width, float... pattern) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0);
    }

    /** Lines that mean different things differ in black and white too. */
    static Stroke line(Tone tone, double width) {
        return switch (tone) {
            case SECOND -> dashed(width, 6, 2);
            case THIRD -> dashed(width, 2.5f, 1.8f);
            case FOURTH -> dashed(width, 7, 2, 1.5f, 2);
            case FIFTH -> dashed(width, 4, 3);
            case SIXTH -> dashed(width, 1.2f, 2.2f);
            default -> solid(width);
        };
    }

    static Color of(Tone tone) {
        return switch (tone) {
            case COMMON -> new Color(0xa6a6a6);
            case IMPROVEMENT -> new Color(0x00b0f0);
            case CONCERN -> new Color(0xe46c0a);
            case NEUTRAL -> new Color(0x490092);
            case MAIN -> new Color(0x12436d);
            case SECOND -> new Color(0x28a197);
            case THIRD -> new Color(0x801650);
            case FOURTH -> new Color(0xf46a25);
            case FIFTH -> new Color(0x3d3d3d);
            case SIXTH -> new Color(0xa285d1);
            case NOISE -> new Color(0x9aa3b0);
            case REFERENCE -> new Color(0x757e8e);
            case MUTED -> new Color(0xb9c0ca);
        };
    }

    /** The colour of an area: light enough to read what lies on it. */
    static Color area(Tone tone) {
        return tone == Tone.NOISE ? new Color(0xdce1e8) : lighter(of(tone), 0.78);
    }

    /** The colour of words about a mark: the mark's own, darkened until it reads well on white. */
    static Color words(Tone tone) {
        Color colour = tone == Tone.NOISE || tone == Tone.REFERENCE || tone == Tone.MUTED ? SOFT : of(tone);
        while (contrast(colour, PAPER) < READABLE_CONTRAST) {
            colour = new Color(colour.getRed() * 9 / 10, colour.getGreen() * 9 / 10, colour.getBlue() * 9 / 10);
        }
        return colour;
    }

    /** Black or white, whichever reads better on the ground. */
    static Color on(Color ground) {
        return contrast(PAPER, ground) >= contrast(INK, ground) ? PAPER : INK;
    }

    static Color lighter(Color colour, double share) {
        return new Color(
                lighter(colour.getRed(), share), lighter(colour.getGreen(), share), lighter(colour.getBlue(), share));
    }

    /** The shade of a share from 0 (nearly white) to 1 (the main colour). */
    static Color shade(double share) {
        double clean = Math.max(0, Math.min(1, share));
        return lighter(of(Tone.MAIN), 0.95 * (1 - clean));
    }

    private static int lighter(int part, double share) {
        return (int) Math.round(part + (255 - part) * share);
    }

    /** Contrast ratio of WCAG 2.1. */
    static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
