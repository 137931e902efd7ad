package mendline.render;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import mendline.report.Figure;
import mendline.report.Icon;
import mendline.report.Report;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Element;

/** Writes a report as a tagged PDF (PDF/UA-1 and PDF/A-2a) with its charts as vectors and its fonts embedded. */
public final class PdfReports {
    private static final String PRODUCER = "Mendline";
    private static final double CSS_PIXEL = 0.75;

    private PdfReports() {}

    /** Writes the report; equal reports give equal bytes on one Java runtime. */
    public static void write(Report report, Path pdf) throws IOException {
        Fonts.ready();
        XRLog.setLoggingEnabled(false);
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
                PdfBoxRenderer renderer =
                        builder(report, new Paper(shares), document, out).buildPdfRenderer()) {
            renderer.layout();
            Map<String, Double> wanted = shares.isEmpty() ? SheetFit.shares(renderer, report) : Map.of();
            if (wanted.isEmpty()) {
                renderer.createPDFWithoutClosing();
                date(document, report);
                document.save(out);
            }
            return wanted;
        }
    }

    private static PdfRendererBuilder builder(Report report, Paper paper, PDDocument document, OutputStream out)
            throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.withHtmlContent(Pages.of(report, paper), null);
        builder.useFont(
                new PDFontSupplier(font(Fonts.regularFile(), document)), Fonts.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(
                new PDFontSupplier(font(Fonts.boldFile(), document)), Fonts.FAMILY, 700, FontStyle.NORMAL, true);
        builder.useObjectDrawerFactory(paper);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer(PRODUCER);
        builder.toStream(out);
        return builder;
    }

    /** The font without ligatures: looking for them took two fifths of the time, and plain letters copy better. */
    private static PDFont font(InputStream file, PDDocument document) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        font.setEnableGsub(false);
        return PDType0Font.load(document, font, true);
    }

    /** Replaces the clock by the report's date. */
    private static void date(PDDocument document, Report report) throws IOException {
        LocalDate date = LocalDate.parse(report.isoDate());
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        document.getDocumentInformation().setCreationDate(calendar);
        document.getDocumentInformation().setModificationDate(calendar);
        document.setDocumentId(report.documentId());
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String iso = date + "T00:00:00+00:00";
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(<xmp:(?:Create|Modify|Metadata)Date>)[^<]*(</)", "$1" + iso + "$2");
        metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
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
