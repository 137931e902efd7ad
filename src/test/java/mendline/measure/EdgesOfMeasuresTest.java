package mendline.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import mendline.EdgeTable;
import mendline.model.Direction;
import mendline.model.MeasureKind;
import mendline.stats.LineSample;
import mendline.stats.LineSums;
import mendline.stats.MeanInterval;
import mendline.stats.Moments;
import mendline.stats.PairedMoments;
import org.junit.jupiter.api.Test;

/**
 * The public functions of measures called on their own. A sample has for each value a course from it to one point more;
 * where a function takes two scores they are the first and the last of the values.
 */
class EdgesOfMeasuresTest {
    private static final ReliableChangeRule.JacobsonTruax FROM_SAMPLE =
            new ReliableChangeRule.JacobsonTruax(.8, OptionalDouble.empty(), true, "made up");

    private final EdgeTable table = new EdgeTable("function");

    private static Measure measure(ReliableChangeRule rule, CutoffRule cutoff) {
        return new Measure(
                "made_up",
                "Made up",
                0,
                0,
                2700,
                100,
                Direction.LOWER,
                MeasureKind.OUTCOME,
                Optional.of(new Constant(10, true, "made up")),
                Optional.of(rule),
                Optional.empty(),
                Optional.of(new Norm(3, 2, true, "made up")),
                Optional.empty(),
                true,
                cutoff,
                List.of(),
                "made up",
                true,
                "");
    }

    private static PairedMoments pairs(String which) {
        PairedMoments pairs = PairedMoments.NONE;
        for (int value : EdgeTable.values(which)) {
            pairs = pairs.with(100L * value, 100L * (value + 1));
        }
        return pairs;
    }

    private static Moments changes(String which) {
        Moments changes = Moments.NONE;
        for (int value : EdgeTable.values(which)) {
            changes = changes.with(value);
        }
        return changes;
    }

    private static LineSample lines(String which) {
        LineSample lines = LineSample.NONE;
        for (int value : EdgeTable.values(which)) {
            lines = lines.plus(
                    LineSample.of(LineSums.of(new int[] {1, 2, 3}, new int[] {value, value + 2, value + 1})));
        }
        return lines;
    }

    private static Object test(ChangeTest test) {
        return test instanceof ChangeTest.Refused refused ? "refused: " + refused.reason() : "given";
    }

    private void row(String function, Function<String, Object> result) {
        table.row(function, result);
    }

    /** First and last score in hundredths; nothing to call a function on with fewer than two. */
    private void scores(String function, BiFunction<Integer, Integer, Object> result) {
        row(function, c -> {
            int[] values = EdgeTable.values(c);
            return values.length < 2 ? "-" : result.apply(100 * values[0], 100 * values[values.length - 1]);
        });
    }

    private static Yardstick settled(String which) {
        return Yardsticks.settle(measure(FROM_SAMPLE, CutoffRule.C), pairs(which));
    }

    @Test
    void everyFunctionOfMeasuresHasAStatedResultAtItsEdges() {
        row(
                "`Yardsticks.settle`, reliable change by the SD of the sample",
                c -> settled(c).reliableChange());
        row(
                "`Yardsticks.settle`, cut-off c by first scores of the sample",
                c -> settled(c).cutoff().map(Cutoff::points));
        row("`Yardsticks.settle`, effect of the whole SD", c -> settled(c).baselineSd());
        row("`Yardsticks.comparesMethods`", c -> Yardsticks.comparesMethods(measure(FROM_SAMPLE, CutoffRule.C)));
        row(
                "`Yardsticks.numbers`, pairs",
                c -> Yardsticks.numbers(measure(FROM_SAMPLE, CutoffRule.C), FROM_SAMPLE, pairs(c))
                        .map(numbers -> (double) numbers.pairs().n()));
        row(
                "`Yardsticks.standardErrorOfDifference`, SD n, reliability .8",
                c -> Yardsticks.standardErrorOfDifference(EdgeTable.values(c).length, .8));
        row(
                "`Yardsticks.reliableChange`, SD n, reliability .8",
                c -> Yardsticks.reliableChange(EdgeTable.values(c).length, .8));
        for (CutoffRule rule : CutoffRule.values()) {
            row("`Cutoffs.of`, " + rule + ", first scores of the sample", c -> {
                OptionalDouble sd = pairs(c).first().sd();
                Optional<Norm> clinical = sd.isPresent() && sd.getAsDouble() > 0
                        ? Optional.of(new Norm(
                                pairs(c).first().mean().orElseThrow() / 100, sd.getAsDouble() / 100, true, "sample"))
                        : Optional.empty();
                return Cutoffs.of(measure(FROM_SAMPLE, rule), clinical).map(Cutoff::points);
            });
        }
        for (ChangeMethod method : ChangeMethod.values()) {
            if (!method.ofAllScores()) {
                row(
                        "`ChangeIndices.settle`, " + method.words(),
                        c -> test(ChangeIndices.settle(
                                method,
                                new ChangeIndices.Numbers(
                                        .8,
                                        OptionalDouble.of(.8),
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty(),
                                        pairs(c)))));
            }
        }
        row("`SlopeTest.settle`", c -> test(SlopeTest.settle(lines(c))));
        row(
                "`GroupChange.of` the mean, 6 points matter",
                c -> MeanInterval.of(changes(c))
                        .map(interval -> GroupChange.of(changes(c).mean().orElseThrow(), interval, 6)));
        row(
                "`Thresholds.both` of n",
                c -> Thresholds.both(EdgeTable.values(c).length).improved());
        scores(
                "`Verdicts.reliable` by published points",
                (first, last) -> Verdicts.reliable(
                        Yardsticks.settle(
                                measure(
                                        new ReliableChangeRule.Points(new Constant(5, true, "made up")),
                                        CutoffRule.CASENESS),
                                OptionalDouble.empty(),
                                OptionalDouble.empty()),
                        first,
                        last));
        row("`Verdicts.reliable` by the sample's SD", c -> Verdicts.reliable(settled(c), 800, 300));
        scores(
                "`Verdicts.anchor` of 5 points",
                (first, last) -> Verdicts.anchor(Thresholds.both(5), Direction.LOWER, first, last));
        scores(
                "`Verdicts.percentage` of a half",
                (first, last) ->
                        Verdicts.percentage(Thresholds.both(.5), measure(FROM_SAMPLE, CutoffRule.C), first, last));
        row(
                "`Verdicts.percentage` of a half, from 0 to n",
                c -> Verdicts.percentage(
                        Thresholds.both(.5), measure(FROM_SAMPLE, CutoffRule.C), 0, 100 * EdgeTable.values(c).length));
        scores(
                "`Verdicts.statistical` with a cut-off of 5",
                (first, last) -> Verdicts.statistical(new Cutoff(5, false, Direction.LOWER), first, last));
        scores("`Verdicts.index` of Edwards and Nunnally, SD 2", (first, last) -> {
            ChangeTest index = ChangeIndices.settle(
                    ChangeMethod.EDWARDS_NUNNALLY,
                    new ChangeIndices.Numbers(
                            .8,
                            OptionalDouble.empty(),
                            OptionalDouble.of(2),
                            OptionalDouble.of(5),
                            PairedMoments.NONE));
            return Verdicts.index((ChangeIndex) index, Direction.LOWER, first, last);
        });
        row("`SwemwbsMetric.of` n", c -> SwemwbsMetric.of(100L * EdgeTable.values(c).length));

        table.holds("edges of measures");
    }
}
