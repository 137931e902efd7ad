package mendline.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import mendline.model.Progress;
import mendline.report.Report;

/** Writes everything that a report holds into a folder. */
public final class Ink {
    private Ink() {}

    /**
     * Writes {@code report.pdf}, {@code report.html}, {@code figures.csv} and {@code charts/}; the PDF beside the
     * charts where there are two cores.
     */
    public static void write(Report report, Path folder, Progress progress) throws IOException {
        Fonts.ready();
        Files.createDirectories(folder);
        CompletableFuture<Void> pages = CompletableFuture.runAsync(() -> {
            try {
                PdfReports.write(report, folder.resolve("report.pdf"));
                HtmlReports.write(report, folder.resolve("report.html"));
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
        try {
            ChartFiles.write(report, folder.resolve("charts"), progress);
            CsvFiles.write(FigureRows.table(report.numbers()), folder.resolve("figures.csv"));
        } catch (IOException | RuntimeException e) {
            // Nobody may clear the folder away while the pages are still being written into it.
            pages.handle((done, trouble) -> done).join();
            throw e;
        }
        try {
            pages.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
