package mendline.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mendline.report.Figure;
import mendline.report.Report;

/** Writes what a report says, and not the slow part: no PNG, and a PDF only where one is asked for. */
public final class WithoutPictures {
    private WithoutPictures() {}

    /** {@code report.html}, {@code figures.csv} and the tables of {@code charts/}. */
    public static void write(Report report, Path folder, boolean pdf) throws IOException {
        Path charts = Files.createDirectories(folder.resolve("charts"));
        HtmlReports.write(report, folder.resolve("report.html"));
        for (Figure figure : ChartFiles.figures(report)) {
            CsvFiles.write(ChartFiles.table(figure), charts.resolve(figure.id() + ".csv"));
        }
        CsvFiles.write(FigureRows.table(report.numbers()), folder.resolve("figures.csv"));
        if (pdf) {
            PdfReports.write(report, folder.resolve("report.pdf"));
        }
    }
}
