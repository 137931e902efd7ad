package mendline.render;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import mendline.report.Block;
import mendline.report.Figure;
import mendline.report.Page;
import mendline.report.Report;

/**
 * Finds pages of a laid-out report whose last sheet is nearly empty, and by how much their charts must shrink to do
 * without that sheet.
 */
final class SheetFit {
    /** A last sheet less full than this is not worth a sheet. */
    private static final double SPARSE = 0.4;
    /** Height of a chart that never shrinks: axis, key and names. */
    private static final double FIXED = 60;
    /** Charts keep at least this share of their height beyond the fixed part. */
    private static final double LEAST = 0.55;
    /** Units of the layout in a point: 20 dots a pixel, 96 pixels an inch. */
    private static final double DOTS = 20 * 96 / 72.0;

    private static final double SPARE = 6;

    private SheetFit() {}

    /** The height in points of a chart that keeps a share of what can shrink. */
    static double height(Figure figure, double share) {
        double shrinking = Math.max(0, figure.height() - FIXED);
        return Math.floor(figure.height() - shrinking * (1 - share));
    }

    /** The share of what can shrink that charts keep, by page id; pages that are well filled are not in it. */
    static Map<String, Double> shares(PdfBoxRenderer laidOut, Report report) {
        Map<String, Double> shares = new TreeMap<>();
        for (Page page : report.pages()) {
            section(laidOut.getRootBox(), "page-" + page.id())
                    .flatMap(section ->
                            share(section, laidOut.getRootBox().getLayer().getPages(), charts(page.blocks())))
                    .ifPresent(share -> shares.put(page.id(), share));
        }
        return shares;
    }

    private static Optional<Double> share(Box section, List<PageBox> sheets, double charts) {
        int last = sheet(section.getAbsY() + section.getHeight() - 1, sheets);
        if (last == sheet(section.getAbsY(), sheets)) {
            return Optional.empty();
        }
        double top = sheets.get(last).getTop();
        double over = (section.getAbsY() + section.getHeight() - top) / DOTS;
        double full = (sheets.get(last).getBottom() - top) / DOTS;
        double end = section.getAbsY();
        for (int i = 0; i < section.getChildCount(); i++) {
            Box child = section.getChild(i);
            if (child.getAbsY() < top) {
                end = Math.max(end, child.getAbsY() + child.getHeight());
            }
        }
        double unused = Math.max(0, (top - end) / DOTS);
        double kept = charts == 0 ? 0 : 1 - (over - unused + SPARE) / charts;
        return over < SPARSE * full && kept >= LEAST && kept < 1 ? Optional.of(kept) : Optional.empty();
    }

    private static int sheet(double y, List<PageBox> sheets) {
        for (int i = 0; i < sheets.size(); i++) {
            if (y < sheets.get(i).getBottom()) {
                return i;
            }
        }
        return sheets.size() - 1;
    }

    /**
     * What can shrink of the charts that stand one below the other, in points; of two columns the one that can shrink
     * less counts.
     */
    private static double charts(List<Block> blocks) {
        return blocks.stream()
                .flatMap(SheetFit::heights)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static Stream<Double> heights(Block block) {
        if (block instanceof Block.Chart chart) {
            Figure figure = chart.figure();
            return Stream.of(Math.max(0, figure.height() - FIXED));
        }
        if (block instanceof Block.SideBySide pair) {
            return Stream.of(Math.min(charts(pair.left()), charts(pair.right())));
        }
        return Stream.empty();
    }

    private static Optional<Box> section(Box box, String id) {
        if (box.getElement() != null && id.equals(box.getElement().getAttribute("id"))) {
            return Optional.of(box);
        }
        for (int i = 0; i < box.getChildCount(); i++) {
            Optional<Box> found = section(box.getChild(i), id);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
