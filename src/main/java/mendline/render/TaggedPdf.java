package mendline.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** What every PDF of the program has: tags (PDF/UA-1 and PDF/A-2a), the typeface inside, and nothing of the clock. */
final class TaggedPdf {
    private static final String PRODUCER = "Mendline";
    private static final String DATES = "xmp:(?:Create|Modify|Metadata)Date";

    private TaggedPdf() {}

    /** To be called before anything is laid out. */
    static void ready() {
        Fonts.ready();
        XRLog.setLoggingEnabled(false);
    }

    static PdfRendererBuilder builder(String html, PDDocument document, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.withHtmlContent(html, null);
        builder.useFont(
                new PDFontSupplier(font(Fonts.regularFile(), document)), Fonts.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(
                new PDFontSupplier(font(Fonts.boldFile(), document)), Fonts.FAMILY, 700, FontStyle.NORMAL, true);
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

    /** Replaces the clock by a date, and chance by a number made from the content. */
    static void date(PDDocument document, LocalDate date, long id) throws IOException {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        dates(document, calendar, "(<" + DATES + ">)[^<]*(</)", "$1" + date + "T00:00:00+00:00$2");
        document.setDocumentId(id);
    }

    /** Takes the clock out of a document that belongs to no day. */
    static void undated(PDDocument document, long id) throws IOException {
        dates(document, null, "<(" + DATES + ")>[^<]*</\\1>\\s*", "");
        document.setDocumentId(id);
    }

    private static void dates(PDDocument document, Calendar date, String inMetadata, String instead)
            throws IOException {
        document.getDocumentInformation().setCreationDate(date);
        document.getDocumentInformation().setModificationDate(date);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8).replaceAll(inMetadata, instead);
        metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
    }
}
