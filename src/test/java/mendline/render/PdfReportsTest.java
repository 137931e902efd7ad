package mendline.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mendline.report.Axis;
import mendline.report.Block;
import mendline.report.Figure;
import mendline.report.Mark;
import mendline.report.Page;
import mendline.report.Point;
import mendline.report.PointState;
import mendline.report.Report;
import mendline.report.Series;
import mendline.report.Tone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
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

class PdfReportsTest {
    private static final Report REPORT = SampleReport.whole();

    @TempDir
    static Path folder;

    private static Path pdf;

    @BeforeAll
    static void print() throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        pdf = folder.resolve("report.pdf");
        PdfReports.write(REPORT, pdf);
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
            assertThat(result.getTotalAssertions()).isGreaterThan(10_000);
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void isTheSameByteForByteWhenPrintedAgain() throws IOException {
        Path again = folder.resolve("again.pdf");
        PdfReports.write(SampleReport.whole(), again);
        assertThat(again).hasSameBinaryContentAs(pdf);
    }

    @Test
    void holdsTheTextOfEveryPage() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = flat(new PDFTextStripper().getText(document));
            for (Page page : REPORT.pages()) {
                assertThat(text)
                        .contains(flat(page.title()), flat(page.subtitle()), flat(page.number() + " · " + page.name()));
                for (Block block : page.blocks()) {
                    texts(block).forEach(part -> assertThat(text).contains(flat(part)));
                }
            }
        }
    }

    @Test
    void holdsTheWordsInsideChartsAsText() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String text = flat(new PDFTextStripper().getText(document));
            assertThat(text)
                    .contains(
                            flat("came half-way back"),
                            flat("still followed"),
                            flat("noise alone"),
                            flat("partly repaired"),
                            flat("symptoms returned"),
                            "1,204");
        }
    }

    @Test
    void beginsEveryPageOfTheReportOnASheetOfItsOwnWithABookmark() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            List<String> names = new ArrayList<>();
            List<Integer> sheets = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                names.add(item.getTitle());
                sheets.add(document.getPages().indexOf(item.findDestinationPage(document)));
            }
            assertThat(names)
                    .containsExactlyElementsOf(
                            REPORT.pages().stream().map(Page::name).toList());
            assertThat(sheets).doesNotHaveDuplicates().isSorted().startsWith(0, 1, 2);
            assertThat(document.getNumberOfPages())
                    .isBetween(REPORT.pages().size(), REPORT.pages().size() + 6);
        }
    }

    @Test
    void numbersItsSheets() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            int count = document.getNumberOfPages();
            for (int sheet = 1; sheet <= count; sheet++) {
                stripper.setStartPage(sheet);
                stripper.setEndPage(sheet);
                assertThat(stripper.getText(document)).contains(sheet + " of " + count, "data up to 30 September 2026");
            }
        }
    }

    @Test
    void namesItsLanguageTitleAndDateAndEmbedsItsFonts() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo(REPORT.title());
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .hasToString("2026-09-30T00:00:00Z");
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).contains("LiberationSans");
                }
            }
        }
    }

    @Test
    void describesEveryChartInWords() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            List<String> alts = new ArrayList<>();
            alts(document.getDocumentCatalog().getStructureTreeRoot(), alts);
            for (Figure figure : ChartFiles.figures(REPORT)) {
                assertThat(alts).contains(figure.alt());
            }
            assertThat(alts).contains("unusually high, an improvement", "sessions by month, 18 months.");
        }
    }

    @Test
    void spendsNoSheetOnALittleRestThatSmallerChartsCanTake() throws IOException {
        Page setbacks = REPORT.pages().stream()
                .filter(page -> page.id().equals("setbacks"))
                .findFirst()
                .orElseThrow();
        Report one = new Report("t", "p", "q", "r", "d", "2026-09-30", 1, List.of(setbacks), List.of());
        Path short1 = folder.resolve("setbacks.pdf");
        PdfReports.write(one, short1);
        try (PDDocument document = Loader.loadPDF(short1.toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void leavesNoHeadingAloneAtTheFootOfASheet() throws IOException {
        List<Page> pages = new ArrayList<>();
        for (int lines = 28; lines < 40; lines++) {
            List<Block> blocks = new ArrayList<>();
            for (int line = 0; line < lines; line++) {
                blocks.add(new Block.Note("filler"));
            }
            blocks.add(new Block.Heading("A heading"));
            blocks.add(new Block.Paragraph(
                    "",
                    "What it is about, in a paragraph that takes more than one line of the sheet, so that "
                            + "it may be parted. ".repeat(3)));
            pages.add(new Page("p" + lines, lines, "p", "p", "", blocks));
        }
        Path file = folder.resolve("headings.pdf");
        PdfReports.write(new Report("t", "p", "q", "r", "d", "2026-09-30", 1, pages, List.of()), file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getNumberOfPages()).isBetween(pages.size() + 3, 2 * pages.size() - 3);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
                stripper.setStartPage(sheet);
                stripper.setEndPage(sheet);
                List<String> lines = stripper.getText(document)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
                assertThat(lines.get(lines.size() - 2)).doesNotContain("A heading");
            }
        }
    }

    @Test
    void survivesLettersThatTheTypefaceLacks() throws IOException, VeraPDFException {
        String practice = "Praxis \u65e5\u672c \u0627\u0644 \ud83d\ude00 \u0001 \ud800 Žižkov";
        List<Point> points = List.of(Point.category(practice, 0, 3, 3));
        Figure figure = new Figure(
                "odd",
                Figure.Layout.HORIZONTAL_BARS,
                practice,
                practice,
                practice,
                Axis.places("", Axis.Scale.CATEGORIES, List.of(practice)),
                Axis.fromZero(practice, Axis.Scale.WHOLE_NUMBER),
                List.of(new Series(practice, Mark.BAR, Tone.MAIN, true, points)),
                List.of(),
                List.of(),
                60);
        Page page = new Page("odd", 1, practice, practice, practice, List.of(new Block.Chart(figure, practice)));
        Path file = folder.resolve("odd.pdf");
        PdfReports.write(
                new Report(practice, practice, practice, practice, practice, "2026-09-30", 1, List.of(page), List.of()),
                file);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file.toFile(), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            assertThat(validator.validate(parser).getTestAssertions()).isEmpty();
        }
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Žižkov");
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesEveryLayoutWithoutRoomAndWithoutPlaces(Figure.Layout layout) throws IOException {
        List<Series> series = List.of(
                new Series("none", Mark.LINE, Tone.MAIN, true, List.of()),
                new Series("one", Mark.BAR, Tone.SECOND, true, List.of(Point.at(0, 0), Point.at(3, -2, -3, -1))),
                new Series(
                        "two",
                        Mark.SPAN,
                        Tone.THIRD,
                        true,
                        List.of(Point.at(0, 0, 0, 0).in(PointState.OPEN))));
        Axis none = Axis.places("a label", Axis.Scale.MONTHS, List.of());
        Figure figure = new Figure("a", layout, "t", "s", "words", none, none, series, List.of(), List.of(), 14);
        Page page = new Page("p", 1, "p", "p", "", List.of(new Block.Chart(figure, "")));
        Report report = new Report("t", "p", "q", "r", "d", "2026-09-30", 1, List.of(page), List.of());
        Path file = folder.resolve(layout + ".pdf");
        PdfReports.write(report, file);
        assertThat(file).isNotEmptyFile();
    }

    private static void alts(PDStructureNode node, List<String> alts) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getAlternateDescription() != null) {
                    alts.add(element.getAlternateDescription());
                }
                alts(element, alts);
            }
        }
    }

    private static List<String> texts(Block block) {
        if (block instanceof Block.Headline headline) {
            return List.of(headline.lead(), headline.text());
        }
        if (block instanceof Block.Paragraph paragraph) {
            return List.of(paragraph.lead(), paragraph.text());
        }
        if (block instanceof Block.Box box) {
            return box.paragraphs();
        }
        if (block instanceof Block.Bullets bullets) {
            return bullets.points();
        }
        if (block instanceof Block.Heading heading) {
            return List.of(heading.text());
        }
        return block instanceof Block.Note note ? List.of(note.text()) : List.of();
    }

    /** Without spaces: where lines break does not matter. */
    private static String flat(String text) {
        return text.replaceAll("\\s+", "");
    }
}
