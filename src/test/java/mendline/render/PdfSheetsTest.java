package mendline.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mendline.report.SessionSheet;
import mendline.report.SessionSheet.Question;
import mendline.report.SessionSheet.Total;
import mendline.report.SessionSheets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class PdfSheetsTest {
    private static final SessionSheet FULL = full();

    @TempDir
    static Path folder;

    private static Path pdf;

    private static SessionSheet full() {
        List<Total> totals = new ArrayList<>();
        for (int i = 1; i <= SessionSheets.MOST_TOTALS; i++) {
            totals.add(new Total(
                    "Short Warwick-Edinburgh Mental Wellbeing Scale (m..., by the therapist",
                    "iesr" + i + "_therapist",
                    "0 to 88"));
        }
        return SessionSheets.of(totals);
    }

    @BeforeAll
    static void print() throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        pdf = folder.resolve("sheet.pdf");
        PdfSheets.write(FULL, pdf);
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFUA_1", "PDFA_2_A"})
    void meetsTheStandardsForAccessAndArchives(PDFAFlavour standard) throws IOException, VeraPDFException {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(pdf.toFile(), standard);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions())
                    .as("what the standard objects to")
                    .isEmpty();
            assertThat(result.getTotalAssertions()).isGreaterThan(1_000);
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void isOnePageHoweverManyMeasuresItHasRoomFor() throws IOException {
        Path blank = folder.resolve("blank.pdf");
        PdfSheets.write(SessionSheets.of(List.of()), blank);
        for (Path sheet : List.of(pdf, blank)) {
            try (PDDocument document = Loader.loadPDF(sheet.toFile())) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                assertThat(document.getPage(0).getMediaBox().getHeight()).isBetween(841f, 843f);
            }
        }
    }

    @Test
    void asksEverythingThatItIsMadeFor() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = flat(new PDFTextStripper().getText(document));
            for (Total total : FULL.totals()) {
                assertThat(text).contains(flat(total.name()), total.column());
            }
            List<Question> questions = new ArrayList<>(FULL.appointment());
            questions.addAll(FULL.left());
            questions.addAll(FULL.right());
            for (Question question : questions) {
                assertThat(text).contains(flat(question.words()));
                if (question instanceof Question.Pick pick) {
                    pick.choices()
                            .forEach(choice -> assertThat(text)
                                    .contains(flat(choice.word() + (pick.inline() ? "" : choice.meaning()))));
                }
            }
            assertThat(text).contains("012345678910", flat(FULL.keying()));
            assertThat(questions).hasSize(14);
        }
    }

    @Test
    void isTheSameByteForByteAndBelongsToNoDay() throws IOException {
        Path again = folder.resolve("again.pdf");
        PdfSheets.write(full(), again);
        assertThat(again).hasSameBinaryContentAs(pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDDocumentInformation about = document.getDocumentInformation();
            assertThat(about.getCreationDate()).isNull();
            assertThat(about.getTitle()).isEqualTo("After the session");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
        }
    }

    /** Without spaces: where lines break does not matter. */
    private static String flat(String text) {
        return text.replaceAll("\\s+", "");
    }
}
