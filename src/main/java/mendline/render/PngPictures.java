package mendline.render;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import mendline.report.Figure;
import mendline.report.Report;

/** Charts as PNG pictures that stand alone on a slide: title, subtitle, plot, source. */
final class PngPictures {
    static final int DOTS_PER_INCH = 300;

    private static final double SCALE = DOTS_PER_INCH / 72.0;
    private static final double MARGIN = 14;
    private static final double TITLE_SIZE = 12;
    private static final double SUBTITLE_SIZE = 8.5;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int DOTS_PER_METRE = (int) Math.round(DOTS_PER_INCH / 0.0254);
    private static final int RGB = 2;
    private static final int FILTER_UP = 2;

    private PngPictures() {}

    /** The chart with its words around it. */
    static Picture poster(Figure figure, Report report) {
        Picture plot = Pictures.of(figure, Looks.PAGE_WIDTH);
        List<String> title = figure.title().isEmpty()
                ? List.of()
                : Lettering.wrap(figure.title(), Fonts.bold(TITLE_SIZE), Looks.PAGE_WIDTH);
        List<String> subtitle = figure.subtitle().isEmpty()
                ? List.of()
                : Lettering.wrap(figure.subtitle(), Fonts.regular(SUBTITLE_SIZE), Looks.PAGE_WIDTH);
        String source = report.practice() + " · " + report.asOf();
        List<String> foot = Lettering.wrap(source, Looks.TICK, Looks.PAGE_WIDTH, 1);
        double titleHeight = title.size() * Lettering.pitch(Fonts.bold(TITLE_SIZE));
        double subtitleHeight =
                subtitle.isEmpty() ? 0 : 3 + subtitle.size() * Lettering.pitch(Fonts.regular(SUBTITLE_SIZE));
        double top = MARGIN + titleHeight + subtitleHeight + 9;
        double height = top + plot.height() + 16 + MARGIN;
        return new Picture(Looks.PAGE_WIDTH + 2 * MARGIN, height, plot.alt(), g -> {
            double y = MARGIN + TITLE_SIZE / 2;
            Lettering.set(g, title, MARGIN, y, Lettering.Align.LEFT, Fonts.bold(TITLE_SIZE), Looks.INK);
            y = MARGIN + titleHeight + 3 + SUBTITLE_SIZE / 2;
            Lettering.set(g, subtitle, MARGIN, y, Lettering.Align.LEFT, Fonts.regular(SUBTITLE_SIZE), Looks.SOFT);
            Lettering.set(g, foot, MARGIN, height - MARGIN, Lettering.Align.LEFT, Looks.TICK, Looks.SOFT);
            Graphics2D inner = (Graphics2D) g.create();
            inner.translate(MARGIN, top);
            plot.draw(inner);
            inner.dispose();
        });
    }

    static int pixels(double points) {
        return (int) Math.round(points * SCALE);
    }

    static void write(Picture picture, Path png) throws IOException {
        int width = pixels(picture.width());
        int height = pixels(picture.height());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(Looks.PAPER);
        g.fillRect(0, 0, width, height);
        g.scale(SCALE, SCALE);
        picture.draw(g);
        g.dispose();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(png))) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(width, height));
            chunk(out, "pHYs", resolution());
            chunk(out, "iTXt", description(picture.alt()));
            chunk(out, "IDAT", pixels(image));
            chunk(out, "IEND", new byte[0]);
        }
    }

    private static byte[] header(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {8, RGB, 0, 0, 0});
        return bytes.toByteArray();
    }

    private static byte[] resolution() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(DOTS_PER_METRE);
        out.writeInt(DOTS_PER_METRE);
        out.write(1);
        return bytes.toByteArray();
    }

    private static byte[] description(String alt) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("Description".getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(new byte[] {0, 0, 0, 0, 0});
        bytes.write(alt.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /**
     * Each row as its difference from the row above: charts repeat themselves downward, and the fastest deflate then
     * does well.
     */
    private static byte[] pixels(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(1 << 17);
        byte[] buffer = new byte[1 << 15];
        int[] above = new int[width];
        int[] row = new int[width];
        byte[] line = new byte[1 + 3 * width];
        line[0] = FILTER_UP;
        for (int y = 0; y < height; y++) {
            image.getRaster().getDataElements(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int now = row[x];
                int before = above[x];
                line[1 + 3 * x] = (byte) ((now >> 16) - (before >> 16));
                line[2 + 3 * x] = (byte) ((now >> 8) - (before >> 8));
                line[3 + 3 * x] = (byte) (now - before);
            }
            deflater.setInput(line);
            while (!deflater.needsInput()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            int[] spare = above;
            above = row;
            row = spare;
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static void chunk(OutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        DataOutputStream numbers = new DataOutputStream(out);
        numbers.writeInt(data.length);
        numbers.write(name);
        numbers.write(data);
        numbers.writeInt((int) check.getValue());
    }
}
