package mendline.render;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import mendline.report.Figure;
import mendline.report.Icon;
import mendline.report.Report;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Element;

/** Writes a report as a tagged PDF (PDF/UA-1 and PDF/A-2a) with its charts as vectors and its fonts embedded. */
public final class PdfReports {
    private static final double CSS_PIXEL = 0.75;

    private PdfReports() {}

    /** Writes the report; equal reports give equal bytes on one Java runtime. */
    public static void write(Report report, Path pdf) throws IOException {
        TaggedPdf.ready();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(pdf))) {
            Map<String, Double> shares = print(report, Map.of(), out);
            if (!shares.isEmpty()) {
                print(report, shares, out);
            }
        }
    }

    /**
     * Prints the report if no page leaves a sheet nearly empty; else prints nothing and tells by how much the charts
     * must shrink.
     */
    private static Map<String, Double> print(Report report, Map<String, Double> shares, OutputStream out)
            throws IOException {
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = renderer(report, new Paper(shares), document, out)) {
            renderer.layout();
            Map<String, Double> wanted = shares.isEmpty() ? SheetFit.shares(renderer, report) : Map.of();
            if (wanted.isEmpty()) {
                renderer.createPDFWithoutClosing();
                TaggedPdf.date(document, LocalDate.parse(report.isoDate()), report.documentId());
                document.save(out);
            }
            return wanted;
        }
    }

    private static PdfBoxRenderer renderer(Report report, Paper paper, PDDocument document, OutputStream out)
            throws IOException {
        PdfRendererBuilder builder = TaggedPdf.builder(Pages.of(report, paper), document, out);
        builder.useObjectDrawerFactory(paper);
        return builder.buildPdfRenderer();
    }

    /** Puts a picture's number into the page and draws the picture when the page is painted. */
    private static final class Paper implements Markup, FSObjectDrawerFactory {
        private static final String TYPE = "application/x-picture";
        private final Map<String, Picture> pictures = new HashMap<>();
        private final Map<String, Double> shares;

        Paper(Map<String, Double> shares) {
            this.shares = shares;
        }

        @Override
        public boolean paper() {
            return true;
        }

        @Override
        public String style() {
            return Pages.style("report.css") + Pages.style("paper.css");
        }

        @Override
        public String chart(Figure figure, String page, double width) {
            return element(Pictures.of(figure, width, SheetFit.height(figure, shares.getOrDefault(page, 1.0))));
        }

        @Override
        public String sign(Icon icon) {
            return element(Pictures.of(icon));
        }

        private String element(Picture picture) {
            String name = "p" + pictures.size();
            pictures.put(name, picture);
            return String.format(
                    Locale.ROOT,
                    "<object type=\"%s\" data=\"%s\" style=\"width: %.3fpt; height: %.3fpt\" alt=\"%s\"></object>",
                    TYPE,
                    name,
                    picture.width(),
                    picture.height(),
                    Pages.escaped(words(picture)));
        }

        private static String words(Picture picture) {
            return picture.alt().isEmpty() ? "a point" : picture.alt();
        }

        @Override
        public boolean isReplacedObject(Element element) {
            return element.getAttribute("type").equals(TYPE);
        }

        @Override
        public FSObjectDrawer createDrawer(Element element) {
            Picture picture = pictures.get(element.getAttribute("data"));
            return (e, x, y, width, height, device, context, dotsPerPixel) -> {
                float across = (float) Math.ceil(width / dotsPerPixel);
                float down = (float) Math.ceil(height / dotsPerPixel);
                device.drawWithGraphics((float) x, (float) y, across, down, g -> {
                    g.scale(1 / CSS_PIXEL, 1 / CSS_PIXEL);
                    picture.draw(g);
                });
                return null;
            };
        }
    }
}
