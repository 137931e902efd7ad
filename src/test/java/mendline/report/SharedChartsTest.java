package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import mendline.model.SuppressionScheme;
import org.junit.jupiter.api.Test;

/** Charts by the rule of Hospital Episode Statistics: 1 to 7 withheld, from 8 on the nearest five. */
class SharedChartsTest {
    private final SharedCharts charts = new SharedCharts(count -> Suppression.count(SuppressionScheme.HES, count));

    private static Figure figure(Figure.Layout layout, Axis.Scale up, Series... series) {
        return new Figure(
                "chart",
                layout,
                "Title",
                "",
                "an exact 7",
                Axis.fromZero("", Axis.Scale.WHOLE_NUMBER),
                Axis.fromZero("", up),
                List.of(series),
                List.of(new Figure.UnderAxis(
                        "followed", List.of(new Figure.UnderAxis.Entry(0, "41"), new Figure.UnderAxis.Entry(1, "6")))),
                List.of(),
                100);
    }

    private static Point counted(double y, long n) {
        return Point.at(n, y).named("at " + n).of(n);
    }

    private static Series series(Mark mark, Point... points) {
        return new Series("series", mark, Tone.MAIN, false, List.of(points));
    }

    private List<Point> shown(Figure figure) {
        return charts.figure(figure).orElseThrow().series().get(0).points();
    }

    @Test
    void barsOfCountsAreRoundedOrWithheldAndTheRowBelowToo() {
        Figure figure = figure(
                Figure.Layout.XY,
                Axis.Scale.WHOLE_NUMBER,
                series(Mark.BAR, counted(7, 7), counted(0, 0), counted(13, 13)));
        List<Point> points = shown(figure);
        assertThat(points)
                .extracting(Point::y)
                .containsExactly(OptionalDouble.empty(), OptionalDouble.of(0), OptionalDouble.of(15));
        assertThat(points)
                .extracting(Point::n)
                .containsExactly(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.of(15));
        assertThat(points.get(0).state()).isEqualTo(PointState.SUPPRESSED);
        Figure seen = charts.figure(figure).orElseThrow();
        assertThat(seen.alt()).isEqualTo("Title. series at 7: *; series at 0: 0; series at 13: 15.");
        assertThat(seen.underAxis().get(0).entries())
                .extracting(Figure.UnderAxis.Entry::text)
                .containsExactly("40", "*");
    }

    @Test
    void sharesAreWorkedOutFromTheRoundedCounts() {
        List<Point> points = shown(figure(
                Figure.Layout.HEAT, Axis.Scale.CATEGORIES, series(Mark.BAR, counted(0.5, 26), counted(0.1, 30))));
        assertThat(points.get(0).y()).hasValue(15.0 / 25);
        assertThat(points.get(0).n()).hasValue(25);
        assertThat(points.get(1).state()).isEqualTo(PointState.SUPPRESSED);
    }

    @Test
    void partsOfAWholeAreOfTheRoundedWholeAndAWithheldOneIsNamed() {
        Figure seen = charts.figure(figure(
                        Figure.Layout.STACKED_SHARE,
                        Axis.Scale.SHARE,
                        new Series("recovered", Mark.STACK, Tone.MAIN, true, List.of(counted(0.5, 13))),
                        new Series("unchanged", Mark.STACK, Tone.MAIN, true, List.of(counted(0.35, 9))),
                        new Series("improved", Mark.STACK, Tone.MAIN, true, List.of(counted(0.15, 4)))))
                .orElseThrow();
        assertThat(seen.series()).extracting(Series::name).containsExactly("recovered", "unchanged", "improved *");
        assertThat(seen.series().get(0).points().get(0).y()).hasValue(0.6);
        assertThat(seen.series().get(1).points().get(0).y()).hasValue(0.4);
        assertThat(seen.series().get(2).points().get(0).y()).isEmpty();
    }

    /** Of 40: 2 events, then 9 more (11 since the start), then 3, then 8 of the 20 followed then. */
    @Test
    void aCurveKeepsOnlyStepsThatEnoughPeopleStandBehind() {
        double first = 2.0 / 40;
        double second = 1 - (1 - first) * (1 - 9.0 / 36);
        double third = 1 - (1 - second) * (1 - 3.0 / 25);
        double fourth = 1 - (1 - third) * (1 - 20.0 / 21);
        List<Point> points = shown(figure(
                Figure.Layout.XY,
                Axis.Scale.SHARE,
                series(
                        Mark.STEP,
                        Point.at(0, 0),
                        Point.at(1, first).of(40),
                        Point.at(2, second).of(36),
                        Point.at(3, third).of(25),
                        Point.at(4, fourth).of(21),
                        Point.at(5, 1).of(7))));
        assertThat(points).extracting(Point::position).containsExactly(0.0, 2.0, 4.0);
        assertThat(points.get(1).y()).hasValue(0.29);
        assertThat(points.get(1).n()).hasValue(35);
    }

    @Test
    void aMarkForOnePersonIsNeverDrawn() {
        assertThat(charts.figure(figure(
                        Figure.Layout.XY,
                        Axis.Scale.NUMBER,
                        series(Mark.DOT, Point.at(12, 5), Point.at(9, 9)),
                        series(Mark.GUIDE, Point.at(0, 0), Point.at(27, 27)))))
                .isEmpty();
        assertThat(charts.figure(figure(Figure.Layout.STRIP, Axis.Scale.NONE, series(Mark.SPAN, Point.at(1, 1)))))
                .isEmpty();
        assertThat(charts.figure(figure(
                        Figure.Layout.XY,
                        Axis.Scale.SHARE,
                        series(Mark.DOT, Point.at(3, 0.2).of(1).in(PointState.CENSORED)))))
                .isEmpty();
    }

    @Test
    void anEstimateNeedsEnoughBehindItAndLosesItsLastDigits() {
        List<Point> points = shown(figure(
                Figure.Layout.DOT_INTERVALS,
                Axis.Scale.NUMBER,
                series(
                        Mark.INTERVAL,
                        Point.between(0, 1.23456, 5.4321).of(12),
                        counted(3.14159, 7),
                        counted(3.14159, 8))));
        assertThat(points.get(0).lower()).hasValue(1.23);
        assertThat(points.get(0).n()).hasValue(10);
        assertThat(points.get(1).state()).isEqualTo(PointState.SUPPRESSED);
        assertThat(points.get(2).y()).hasValue(3.14);
    }

    @Test
    void withoutASchemeEverythingStays() {
        Page page = new Page(
                "id",
                1,
                "name",
                "title",
                "",
                List.of(new Block.Chart(
                        figure(Figure.Layout.STRIP, Axis.Scale.NONE, series(Mark.SPAN, Point.at(1, 1))), "")));
        assertThat(SharedCharts.of(List.of(page), new Ledger())).containsExactly(page);
        assertThat(Optional.of(SharedCharts.of(List.of(page), new Ledger(SuppressionScheme.HES))
                        .get(0)
                        .blocks()
                        .get(0)))
                .get()
                .isInstanceOf(Block.Note.class);
    }
}
