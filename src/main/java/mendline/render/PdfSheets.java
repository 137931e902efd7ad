package mendline.render;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import mendline.report.SessionSheet;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Writes the after-session sheet as a tagged PDF of one A4 page. */
public final class PdfSheets {
    private PdfSheets() {}

    /** Writes the sheet; equal sheets give equal bytes on one Java runtime. */
    public static void write(SessionSheet sheet, Path pdf) throws IOException {
        TaggedPdf.ready();
        String html = Pages.of(sheet);
        CRC32 id = new CRC32();
        id.update(html.getBytes(StandardCharsets.UTF_8));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(pdf));
                PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = TaggedPdf.builder(html, document, out).buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            TaggedPdf.undated(document, id.getValue());
            document.save(out);
        }
    }
}
