package mendline.render;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The typeface, Liberation Sans, shipped with the program so that a machine without any fonts draws the same letters.
 *
 * <p>A Java runtime that finds no font configuration of the system refuses even a font read from a file. So before the
 * first use of a font
 * the runtime is pointed at a configuration that asks for nothing; it is read once and removed at once.
 */
final class Fonts {
    /** Name of the family, as CSS and the PDF spell it. */
    static final String FAMILY = "Liberation Sans";

    private static final String CONFIGURATION = "sun.awt.fontconfig";
    private static final byte[] REGULAR_FILE = resource("/liberation/LiberationSans-Regular.ttf");
    private static final byte[] BOLD_FILE = resource("/liberation/LiberationSans-Bold.ttf");
    private static final Font REGULAR;
    private static final Font BOLD;

    static {
        System.setProperty("java.awt.headless", "true");
        Font[] fonts = load();
        REGULAR = fonts[0];
        BOLD = fonts[1];
    }

    private Fonts() {}

    /** Makes drawing possible; to be called before anything else touches a font or a colour. */
    static void ready() {
        // loading this class did it
    }

    static Font regular(double size) {
        return REGULAR.deriveFont((float) size);
    }

    static Font bold(double size) {
        return BOLD.deriveFont(Font.BOLD, (float) size);
    }

    /** The font file, for embedding. */
    static InputStream regularFile() {
        return new ByteArrayInputStream(REGULAR_FILE);
    }

    /** The bold font file, for embedding. */
    static InputStream boldFile() {
        return new ByteArrayInputStream(BOLD_FILE);
    }

    private static Font[] load() {
        Path configuration = null;
        try {
            if (System.getProperty(CONFIGURATION) == null) {
                configuration = Files.createTempFile("fonts", ".properties");
                Files.writeString(configuration, "version=1\nsequence.allfonts=default\n");
                System.setProperty(CONFIGURATION, configuration.toString());
            }
            Font regular = Font.createFont(Font.TRUETYPE_FONT, regularFile());
            Font bold = Font.createFont(Font.TRUETYPE_FONT, boldFile());
            Lettering.width("a", regular.deriveFont(8f));
            return new Font[] {regular, bold};
        } catch (IOException e) {
            throw new UncheckedIOException("the fonts of the program could not be loaded", e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the fonts of the program could not be loaded", e);
        } finally {
            remove(configuration);
        }
    }

    private static void remove(Path configuration) {
        if (configuration != null) {
            System.clearProperty(CONFIGURATION);
            try {
                Files.deleteIfExists(configuration);
            } catch (IOException e) {
                configuration.toFile().deleteOnExit();
            }
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Fonts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's file " + name + " could not be read", e);
        }
    }
}
