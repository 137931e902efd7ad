package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import mendline.aggregate.Ratio;

/**
 * The charts of a report as a scheme of suppression lets them be seen: counts rounded or withheld, shares worked out from
 * the rounded counts, curves only with steps that enough people stand behind, no mark for a single person. A mark that
 * none of these rules knows is left out. What is said to people who cannot see a chart is made anew from what is drawn.
 */
final class SharedCharts {
    /** Shares of curves are whole per cent: an exact one gives away the counts behind it. */
    private static final int DECIMALS_OF_SHARES = 2;

    private static final int DECIMALS_OF_ESTIMATES = 2;

    private static final int MOST_SAID = 40;

    private static final String LEFT_OUT = "A chart is left out here: each of its marks stands for one person or one"
            + " episode, or for too few, and small counts are withheld in this report.";

    private final LongFunction<OptionalLong> counts;

    /**
     * @param counts a count as it may be shown; empty where it is withheld
     */
    SharedCharts(LongFunction<OptionalLong> counts) {
        this.counts = counts;
    }

    /** The pages with such charts; without a scheme the pages as they are. */
    static List<Page> of(List<Page> pages, Ledger ledger) {
        if (ledger.exact()) {
            return pages;
        }
        return pages.stream()
                .map(page -> new Page(
                        page.id(),
                        page.number(),
                        page.name(),
                        page.title(),
                        page.subtitle(),
                        new SharedCharts(ledger.of(page.id())::shown).blocks(page.blocks())))
                .toList();
    }

    private List<Block> blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    private Block block(Block block) {
        if (block instanceof Block.SideBySide both) {
            return new Block.SideBySide(both.leftShare(), blocks(both.left()), blocks(both.right()));
        }
        if (block instanceof Block.Chart chart) {
            return figure(chart.figure())
                    .<Block>map(figure -> new Block.Chart(figure, chart.reading()))
                    .orElseGet(() -> new Block.Note(LEFT_OUT));
        }
        return block;
    }

    /** The chart as it may be seen; empty where nothing of its data is left. */
    Optional<Figure> figure(Figure figure) {
        if (figure.layout() == Figure.Layout.STRIP) {
            return Optional.empty();
        }
        List<Series> kept = new ArrayList<>();
        for (Series series : figure.layout() == Figure.Layout.STACKED_SHARE ? stacked(figure) : figure.series()) {
            List<Point> points = points(figure, series);
            if (!points.isEmpty()) {
                kept.add(new Series(
                        series.name(), series.panel(), series.mark(), series.tone(), series.labelled(), points));
            }
        }
        boolean anything = kept.stream()
                .anyMatch(series -> series.mark() != Mark.GUIDE
                        && series.mark() != Mark.BAND
                        && series.mark() != Mark.STEP_BAND
                        && series.points().stream().anyMatch(point -> point.y().isPresent()));
        return anything
                ? Optional.of(new Figure(
                        figure.id(),
                        figure.layout(),
                        figure.title(),
                        figure.subtitle(),
                        said(figure, kept),
                        figure.x(),
                        figure.y(),
                        kept,
                        figure.underAxis().stream().map(this::rounded).toList(),
                        figure.notes(),
                        figure.height()))
                : Optional.empty();
    }

    private Figure.UnderAxis rounded(Figure.UnderAxis row) {
        return new Figure.UnderAxis(
                row.name(),
                row.entries().stream()
                        .map(entry -> new Figure.UnderAxis.Entry(entry.position(), rounded(entry.text())))
                        .toList());
    }

    private String rounded(String number) {
        OptionalLong shown = counts.apply(Long.parseLong(number.replace(",", "")));
        return shown.isPresent() ? Written.count(shown.getAsLong()) : Written.WITHHELD;
    }

    /** Parts of a whole out of the rounded counts. */
    private List<Series> stacked(Figure figure) {
        long whole = 0;
        for (Series series : figure.series()) {
            for (Point point : series.points()) {
                whole += shown(point).orElse(0);
            }
        }
        List<Series> parts = new ArrayList<>();
        for (Series series : figure.series()) {
            List<Point> points = new ArrayList<>();
            for (Point point : series.points()) {
                OptionalLong shown = shown(point);
                points.add(
                        shown.isPresent() && whole > 0
                                ? with(point, OptionalDouble.of((double) shown.getAsLong() / whole), shown)
                                : withheld(point));
            }
            boolean hidden = points.stream().allMatch(point -> point.state() == PointState.SUPPRESSED);
            parts.add(new Series(
                    hidden ? series.name() + " *" : series.name(),
                    series.panel(),
                    series.mark(),
                    series.tone(),
                    series.labelled(),
                    points));
        }
        return parts;
    }

    private List<Point> points(Figure figure, Series series) {
        if (figure.layout() == Figure.Layout.STACKED_SHARE) {
            return series.points();
        }
        if (series.mark() == Mark.STEP) {
            return steps(series.points());
        }
        List<Point> points = new ArrayList<>();
        for (Point point : series.points()) {
            point(figure, series, point).ifPresent(points::add);
        }
        return points;
    }

    private Optional<Point> point(Figure figure, Series series, Point point) {
        if (point.n().isEmpty()) {
            boolean nobody = series.mark() == Mark.GUIDE
                    || series.mark() == Mark.BAND
                    || series.mark() == Mark.STEP_BAND
                    || point.state() == PointState.NOT_MEASURED;
            return nobody ? Optional.of(point) : Optional.empty();
        }
        if (point.state() == PointState.CENSORED) {
            return Optional.empty();
        }
        OptionalLong n = shown(point);
        boolean drawn = point.y().isPresent() || point.lower().isPresent();
        if (!drawn) {
            return Optional.of(n.isPresent() ? with(point, point.y(), n) : withheld(point));
        }
        boolean count =
                point.y().isPresent() && point.y().getAsDouble() == point.n().getAsLong();
        if (n.isEmpty()) {
            return Optional.of(withheld(point));
        }
        if (count) {
            return Optional.of(with(point, OptionalDouble.of(n.getAsLong()), n));
        }
        boolean share = figure.layout() == Figure.Layout.HEAT || figure.y().scale() == Axis.Scale.SHARE;
        if (!share) {
            return Optional.of(estimate(point, n));
        }
        OptionalLong numerator =
                counts.apply(Math.round(point.y().orElse(0) * point.n().getAsLong()));
        return Optional.of(
                numerator.isPresent() && n.getAsLong() > 0
                        ? with(point, new Ratio(numerator.getAsLong(), n.getAsLong()).value(), n)
                        : withheld(point));
    }

    /**
     * A curve with steps only where enough had the event since the last step shown, and only as far as enough are
     * followed. So many are followed before a step, times the rise of the curve, are no more than had the event.
     */
    private List<Point> steps(List<Point> points) {
        List<Point> kept = new ArrayList<>();
        double events = 0;
        double before = 0;
        for (Point point : points) {
            double y = point.y().orElse(0);
            if (point.n().isEmpty()) {
                if (y == 0) {
                    kept.add(point);
                }
                continue;
            }
            OptionalLong n = shown(point);
            if (n.isEmpty()) {
                break;
            }
            events += point.n().getAsLong() * Math.abs(y - before);
            before = y;
            long had = (long) Math.floor(events + 1e-9);
            if (had > 0 && counts.apply(had).isPresent()) {
                kept.add(new Point(
                        point.x(),
                        point.position(),
                        OptionalDouble.of(Ledger.coarse(y, DECIMALS_OF_SHARES)),
                        coarse(point.lower(), DECIMALS_OF_SHARES),
                        coarse(point.upper(), DECIMALS_OF_SHARES),
                        n,
                        point.state()));
                events = 0;
            }
        }
        return kept.size() > 1 ? kept : List.of();
    }

    private Point estimate(Point point, OptionalLong n) {
        return new Point(
                point.x(),
                point.position(),
                coarse(point.y(), DECIMALS_OF_ESTIMATES),
                coarse(point.lower(), DECIMALS_OF_ESTIMATES),
                coarse(point.upper(), DECIMALS_OF_ESTIMATES),
                n,
                point.state());
    }

    private static OptionalDouble coarse(OptionalDouble value, int decimals) {
        return value.isPresent() ? OptionalDouble.of(Ledger.coarse(value.getAsDouble(), decimals)) : value;
    }

    private OptionalLong shown(Point point) {
        return point.n().isPresent() ? counts.apply(point.n().getAsLong()) : OptionalLong.empty();
    }

    private static Point with(Point point, OptionalDouble y, OptionalLong n) {
        return new Point(
                point.x(), point.position(), y, OptionalDouble.empty(), OptionalDouble.empty(), n, point.state());
    }

    private static Point withheld(Point point) {
        return new Point(
                point.x(),
                point.position(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalLong.empty(),
                PointState.SUPPRESSED);
    }

    /** What the chart shows, in words, from the points that are drawn. */
    private static String said(Figure figure, List<Series> series) {
        List<String> parts = new ArrayList<>();
        for (Series one : series) {
            if (one.mark() == Mark.GUIDE || one.mark() == Mark.BAND || one.mark() == Mark.STEP_BAND) {
                continue;
            }
            for (Point point : one.points()) {
                parts.add(one.name() + " " + point.x() + ": " + value(figure, point));
            }
        }
        String all = String.join("; ", parts.subList(0, Math.min(MOST_SAID, parts.size())));
        return figure.title() + ". " + all + (parts.size() > MOST_SAID ? "; and more." : ".");
    }

    private static String value(Figure figure, Point point) {
        if (point.y().isEmpty()) {
            return point.state() == PointState.SUPPRESSED ? Written.WITHHELD : Written.NOT_MEASURED;
        }
        double y = point.y().getAsDouble();
        boolean share = figure.layout() == Figure.Layout.HEAT
                || figure.layout() == Figure.Layout.STACKED_SHARE
                || figure.y().scale() == Axis.Scale.SHARE;
        return share ? Written.percent(y) : Written.decimal(y, y == Math.rint(y) ? 0 : 1);
    }
}
