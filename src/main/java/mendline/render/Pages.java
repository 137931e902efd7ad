package mendline.render;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import mendline.report.Report;
import mendline.report.SessionSheet;

/** The report and the after-session sheet as well-formed XHTML, made by the templates. */
final class Pages {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "mendline.render.template");

    private Pages() {}

    static String of(Report report, Markup markup) {
        StringOutput output = new StringOutput(1 << 16);
        TEMPLATES.render("report.jte", Map.of("report", report, "markup", markup), output);
        return legal(output.toString());
    }

    static String of(SessionSheet sheet) {
        StringOutput output = new StringOutput(1 << 14);
        TEMPLATES.render(
                "sheet.jte", Map.of("sheet", sheet, "style", style("report.css") + style("sheet.css")), output);
        return legal(output.toString());
    }

    /** A style sheet of the program. */
    static String style(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's file " + name + " could not be read", e);
        }
    }

    /** Text for use inside an attribute or an element. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Leaves out characters that XML cannot hold. */
    static String legal(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Pages::legal).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean legal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }
}
