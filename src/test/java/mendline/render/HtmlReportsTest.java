package mendline.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import mendline.report.Figure;
import mendline.report.Page;
import mendline.report.Report;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportsTest {
    private static final Report REPORT = SampleReport.of("Riverside " + SampleReport.NASTY + " & \"Sons\" \u0001");

    @TempDir
    static Path folder;

    private static String html;
    private static Document document;

    @BeforeAll
    static void write() throws Exception {
        Path file = folder.resolve("report.html");
        HtmlReports.write(REPORT, file);
        html = Files.readString(file);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        document = builder.parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isTheSameByteForByteWhenWrittenAgain() throws IOException {
        Path again = folder.resolve("again.html");
        HtmlReports.write(REPORT, again);
        assertThat(again).hasContent(html);
    }

    @Test
    void isWellFormedAndHoldsEveryPage() {
        for (Page page : REPORT.pages()) {
            assertThat(document.getDocumentElement().getTextContent())
                    .contains(page.title(), page.subtitle(), page.name());
            assertThat(html).contains("href=\"#page-" + page.id() + "\"", "id=\"page-" + page.id() + "\"");
        }
        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en-GB");
    }

    @Test
    void keepsTextThatLooksLikeAScriptInert() {
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void asksTheNetworkForNothing() {
        String outside = html.replace("http://www.w3.org/1999/xhtml", "")
                .replace("http://www.w3.org/2000/svg", "")
                .replace("http://www.w3.org/1999/xlink", "");
        assertThat(outside).doesNotContain("http:", "https:", "@import", "src=", "url(//");
    }

    @Test
    void carriesEveryChartAsAPictureWithWords() {
        NodeList pictures = document.getElementsByTagName("svg");
        Set<String> labels = new HashSet<>();
        for (int i = 0; i < pictures.getLength(); i++) {
            Element picture = (Element) pictures.item(i);
            assertThat(picture.getAttribute("role")).isEqualTo("img");
            labels.add(picture.getAttribute("aria-label"));
        }
        assertThat(labels)
                .containsAll(
                        ChartFiles.figures(REPORT).stream().map(Figure::alt).toList());
    }

    @Test
    void givesNoIdTwice() {
        NodeList all = document.getElementsByTagName("*");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < all.getLength(); i++) {
            String id = ((Element) all.item(i)).getAttribute("id");
            assertThat(id.isEmpty() || ids.add(id)).as("id " + id).isTrue();
        }
        assertThat(ids).hasSizeGreaterThan(REPORT.pages().size());
    }

    @Test
    void fixesTheWidthOfEveryTextInAChart() {
        NodeList texts = document.getElementsByTagName("text");
        assertThat(texts.getLength()).isGreaterThan(300);
        for (int i = 0; i < texts.getLength(); i++) {
            assertThat(Double.parseDouble(((Element) texts.item(i)).getAttribute("textLength")))
                    .isPositive();
        }
    }
}
