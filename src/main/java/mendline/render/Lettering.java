package mendline.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** Measures, breaks and sets text; the same widths for every kind of output. */
final class Lettering {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private Lettering() {}

    /** Where a line of text stands with regard to its place. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    static double width(String text, Font font) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, EXACT).getWidth();
    }

    static double widest(List<String> texts, Font font) {
        return texts.stream().mapToDouble(text -> width(text, font)).max().orElse(0);
    }

    /** Sets one line; {@code middle} is the height of the middle of its small letters. */
    static void set(Graphics2D g, String text, double x, double middle, Align align, Font font, Color colour) {
        if (text.isEmpty()) {
            return;
        }
        double start = switch (align) {
            case LEFT -> x;
            case CENTRE -> x - width(text, font) / 2;
            case RIGHT -> x - width(text, font);
        };
        g.setFont(font);
        g.setPaint(colour);
        g.drawString(plain(text), (float) start, (float) (middle + font.getSize2D() * 0.34));
    }

    /** Control characters and halves of characters have no shape; they become spaces. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Sets lines one below the other, the first one's middle at {@code middle}. */
    static void set(Graphics2D g, List<String> lines, double x, double middle, Align align, Font font, Color colour) {
        double pitch = pitch(font);
        for (int i = 0; i < lines.size(); i++) {
            set(g, lines.get(i), x, middle + i * pitch, align, font, colour);
        }
    }

    /** From one line to the next. */
    static double pitch(Font font) {
        return font.getSize2D() * 1.22;
    }

    /** Breaks text at spaces, and a word that is too long anywhere. */
    static List<String> wrap(String text, Font font, double room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, font) <= room) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line, font) > room && line.codePointCount(0, line.length()) > 1) {
                int end = fitting(line, font, room);
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /** At most so many lines; what does not fit is replaced by an ellipsis. */
    static List<String> wrap(String text, Font font, double room, int most) {
        List<String> lines = wrap(text, font, room);
        if (lines.size() <= most) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most - 1));
        String rest = String.join(" ", lines.subList(most - 1, lines.size()));
        int end = fitting(rest, font, room - width("…", font));
        kept.add(rest.substring(0, end).stripTrailing() + "…");
        return kept;
    }

    private static int fitting(String text, Font font, double room) {
        int end = text.offsetByCodePoints(0, 1);
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            if (width(text.substring(0, next), font) > room) {
                break;
            }
            end = next;
        }
        return end;
    }
}
