package mendline.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mendline.model.Progress;
import mendline.report.Block;
import mendline.report.DataTable;
import mendline.report.Figure;
import mendline.report.Point;
import mendline.report.PointState;
import mendline.report.Report;
import mendline.report.Series;

/** Writes one picture and one table for each chart of a report. */
public final class ChartFiles {
    private static final List<String> HEADER = List.of("series", "x", "y", "lower", "upper", "n", "state");
    private static final String SUPPRESSED = "*";

    private ChartFiles() {}

    /**
     * Writes {@code <id>.png} (300 dots an inch) and {@code <id>.csv} for every chart; the tiny charts of tables get
     * none. They are drawn one after the other: drawn by several threads, one picture was once seen to differ between two
     * runs on a busy machine, and equal inputs must give equal bytes.
     */
    public static void write(Report report, Path folder, Progress progress) throws IOException {
        Fonts.ready();
        Files.createDirectories(folder);
        List<Figure> figures = figures(report);
        progress.stage("drawing charts", figures.size());
        try {
            for (Figure figure : figures) {
                write(figure, report, folder);
                progress.step(1);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The charts of a report in order of appearance. */
    static List<Figure> figures(Report report) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        report.pages().stream()
                .flatMap(page -> page.blocks().stream())
                .flatMap(ChartFiles::figures)
                .filter(figure -> figure.layout() != Figure.Layout.SPARK)
                .forEach(figure -> {
                    Figure other = figures.putIfAbsent(figure.id(), figure);
                    if (other != null && !other.equals(figure)) {
                        throw new IllegalArgumentException("two different charts are both called " + figure.id());
                    }
                });
        return List.copyOf(figures.values());
    }

    private static Stream<Figure> figures(Block block) {
        if (block instanceof Block.Chart chart) {
            return Stream.of(chart.figure());
        }
        if (block instanceof Block.SideBySide pair) {
            return Stream.concat(pair.left().stream(), pair.right().stream()).flatMap(ChartFiles::figures);
        }
        return Stream.empty();
    }

    private static void write(Figure figure, Report report, Path folder) {
        try {
            PngPictures.write(PngPictures.poster(figure, report), folder.resolve(figure.id() + ".png"));
            CsvFiles.write(table(figure), folder.resolve(figure.id() + ".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers of a chart, one row a point. */
    static DataTable table(Figure figure) {
        List<List<String>> rows = new ArrayList<>();
        for (Series series : figure.series()) {
            String name = series.panel().isEmpty() ? series.name() : series.panel() + ": " + series.name();
            for (Point point : series.points()) {
                boolean hidden = point.state() == PointState.SUPPRESSED;
                rows.add(List.of(
                        name,
                        point.x(),
                        hidden ? SUPPRESSED : FigureRows.text(point.y()),
                        hidden ? SUPPRESSED : FigureRows.text(point.lower()),
                        hidden ? SUPPRESSED : FigureRows.text(point.upper()),
                        hidden ? SUPPRESSED : FigureRows.text(point.n()),
                        point.state().key()));
            }
        }
        return new DataTable(HEADER, rows);
    }
}
