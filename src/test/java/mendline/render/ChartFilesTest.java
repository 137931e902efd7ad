package mendline.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import mendline.model.Progress;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartFilesTest {
    private static final Report REPORT = SampleReport.whole();
    private static final List<Long> STEPS = new ArrayList<>();

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException {
        ChartFiles.write(REPORT, folder.resolve("charts"), new Progress() {
            @Override
            public void step(long units) {
                STEPS.add(units);
            }
        });
    }

    @Test
    void makesOnePictureAndOneTableForEachChartAndNoneForTinyOnes() throws IOException {
        List<String> expected = ChartFiles.figures(REPORT).stream()
                .flatMap(figure -> Stream.of(figure.id() + ".png", figure.id() + ".csv"))
                .sorted()
                .toList();
        try (Stream<Path> files = Files.list(folder.resolve("charts"))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .isEqualTo(expected)
                    .hasSize(50);
        }
        assertThat(STEPS).hasSize(25);
    }

    @Test
    void drawsEveryPictureInPrintQualityAndNotBlank() throws IOException {
        for (Figure figure : ChartFiles.figures(REPORT)) {
            BufferedImage image = ImageIO.read(
                    folder.resolve("charts").resolve(figure.id() + ".png").toFile());
            assertThat(image.getWidth()).isEqualTo(2117);
            assertThat(image.getHeight())
                    .isEqualTo(PngPictures.pixels(
                            PngPictures.poster(figure, REPORT).height()));
            assertThat(inked(image)).as(figure.id()).isGreaterThan(0.002);
            assertThat(edges(image)).as("ink at the edge of " + figure.id()).isZero();
        }
    }

    @Test
    void saysThreeHundredDotsAnInch() throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(
                folder.resolve("charts/caseload.png").toFile())) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            IIOMetadataNode size =
                    (IIOMetadataNode) root.getElementsByTagName("pHYs").item(0);
            assertThat(size.getAttribute("pixelsPerUnitXAxis")).isEqualTo("11811");
            assertThat(size.getAttribute("unitSpecifier")).isEqualTo("meter");
            IIOMetadataNode words =
                    (IIOMetadataNode) root.getElementsByTagName("iTXtEntry").item(0);
            assertThat(words.getAttribute("text")).isEqualTo("Line from 119 to 131.");
        }
    }

    @Test
    void isTheSameByteForByteWhenWrittenAgain() throws IOException {
        ChartFiles.write(REPORT, folder.resolve("again"), Progress.SILENT);
        try (Stream<Path> files = Files.list(folder.resolve("charts"))) {
            for (Path file : files.toList()) {
                assertThat(folder.resolve("again").resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void listsEveryPointOfAChartAsItIs() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("charts/time-to-repair.csv"), StandardCharsets.UTF_8);
        assertThat(lines)
                .hasSize(13)
                .startsWith("series,x,y,lower,upper,n,state", "noise alone,0,,0,0,,ok", "noise alone,1,,0.2,0.34,,ok")
                .endsWith("repaired,5,0.64,0.43,0.82,,ok");
    }

    @Test
    void namesThePanelBeforeTheSeries() throws IOException {
        assertThat(Files.readAllLines(folder.resolve("charts/course-shapes.csv")))
                .contains("setback and back: median,6,15,,,34,ok");
    }

    @Test
    void hidesASuppressedNumberButKeepsItsRow() {
        Point hidden = Point.at(1, 0.5, 0.2, 0.8).of(4).in(PointState.SUPPRESSED);
        assertThat(ChartFiles.table(figure("a", hidden)).rows())
                .containsExactly(List.of("s", "1", "*", "*", "*", "*", "suppressed"));
    }

    @Test
    void leavesMissingNumbersEmpty() {
        Point missing = new Point(
                "2026-09",
                3,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                PointState.NOT_MEASURED);
        assertThat(ChartFiles.table(figure("a", missing)).rows())
                .containsExactly(List.of("s", "2026-09", "", "", "", "", "not_measured"));
    }

    @Test
    void refusesTwoDifferentChartsOfOneName() {
        Page page = new Page(
                "p",
                1,
                "p",
                "p",
                "",
                List.of(
                        new Block.Chart(figure("a", Point.at(0, 1)), ""),
                        new Block.Chart(figure("a", Point.at(0, 2)), "")));
        Report report = new Report("t", "p", "q", "r", "d", "2026-09-30", 1, List.of(page), List.of());
        assertThatThrownBy(() -> ChartFiles.write(report, folder.resolve("twice"), Progress.SILENT))
                .hasMessageContaining("both called a");
    }

    private static Figure figure(String id, Point point) {
        Series series = new Series("s", Mark.LINE, Tone.MAIN, false, List.of(point));
        return new Figure(
                id,
                Figure.Layout.XY,
                "",
                "",
                "",
                Axis.fromZero("", Axis.Scale.NUMBER),
                Axis.fromZero("", Axis.Scale.NUMBER),
                List.of(series),
                List.of(),
                List.of(),
                100);
    }

    private static double inked(BufferedImage image) {
        long dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += (image.getRGB(x, y) & 0xffffff) != 0xffffff ? 1 : 0;
            }
        }
        return (double) dark / image.getWidth() / image.getHeight();
    }

    /** Nothing is cut: the outermost pixels are paper. */
    private static long edges(BufferedImage image) {
        long dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                boolean edge = x < 12 || y < 12 || x >= image.getWidth() - 12 || y >= image.getHeight() - 12;
                dark += edge && (image.getRGB(x, y) & 0xffffff) != 0xffffff ? 1 : 0;
            }
        }
        return dark;
    }
}
