package mendline.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import mendline.EdgeTable;
import org.junit.jupiter.api.Test;

/** What every model says of no row or group, of one, two, twelve alike and twelve without a value. */
class EdgesOfModelsTest {
    private final EdgeTable table = new EdgeTable("model");

    private static double[][] design(int rows) {
        double[][] design = new double[rows][];
        for (int i = 0; i < rows; i++) {
            design[i] = new double[] {1, i};
        }
        return design;
    }

    private static int n(String which) {
        return EdgeTable.values(which).length;
    }

    private static double[] doubles(String which) {
        return Arrays.stream(EdgeTable.values(which)).asDoubleStream().toArray();
    }

    /** A group of three rows for each value: the value plus each of these. */
    private static List<GroupSums> groups(String which, double... about) {
        List<GroupSums> groups = new ArrayList<>();
        for (double value : doubles(which)) {
            groups.add(GroupSums.of(
                    design(about.length),
                    Arrays.stream(about).map(a -> value + a).toArray()));
        }
        return groups;
    }

    /** Twelve rows about a line, and each value once more in every case: enough rows for a fit. */
    private static Answer<LeastSquares> fitted(String which) {
        double[] values = doubles(which);
        double[] response = new double[6 + values.length];
        for (int i = 0; i < response.length; i++) {
            response[i] = i < 6 ? i + i % 2 : values[i - 6];
        }
        return LeastSquares.fit(design(response.length), response);
    }

    /** The first cluster has the first six rows, the others one each. */
    private static int[] clusters(String which) {
        int[] clusters = new int[6 + n(which)];
        for (int i = 6; i < clusters.length; i++) {
            clusters[i] = i;
        }
        return clusters;
    }

    private static Object error(Answer<LinearErrors> errors, int column) {
        if (errors.value().isEmpty()) {
            return errors;
        }
        Answer<LinearEstimate> estimate = errors.orElseThrow().coefficient(column);
        return estimate.value().isPresent() ? estimate.orElseThrow().standardError() : estimate;
    }

    private static Object slope(Answer<LinearErrors> errors) {
        return error(errors, 1);
    }

    private void row(String model, Function<String, Object> result) {
        table.row(model, result);
    }

    private static Object intercept(Answer<MixedModel> fit) {
        return fit.value().isPresent() ? fit.orElseThrow().coefficient(0) : fit;
    }

    private static Object clustered(Answer<MixedModel> fit, int groups) {
        if (fit.value().isEmpty()) {
            return fit;
        }
        int[] clusters = new int[groups];
        for (int i = 0; i < groups; i++) {
            clusters[i] = i;
        }
        return error(fit.orElseThrow().cr2(clusters), 0);
    }

    private static Object slopes(String which) {
        LineSample sample = LineSample.NONE;
        for (int value : EdgeTable.values(which)) {
            sample = sample.plus(
                    LineSample.of(LineSums.of(new int[] {1, 2, 3}, new int[] {value, value + 2, value + 1})));
        }
        Answer<RandomSlopes> fit = RandomSlopes.fit(sample, 1);
        return fit.value().isPresent() ? "given" : fit;
    }

    @Test
    void everyModelHasAStatedResultAtItsEdges() {
        row("`LeastSquares.fit` of a line, slope", c -> {
            Answer<LeastSquares> fit = LeastSquares.fit(design(n(c)), doubles(c));
            return fit.value().isPresent() ? fit.orElseThrow().classical().coefficient(1) : fit;
        });
        row(
                "HC3, standard error of the slope of six rows and these",
                c -> slope(fitted(c).orElseThrow().hc3()));
        row(
                "CR0, six rows in one cluster and each of these in its own",
                c -> slope(fitted(c).orElseThrow().cr0(clusters(c))));
        row("CR1, the same", c -> slope(fitted(c).orElseThrow().cr1(clusters(c))));
        row("CR2, the same", c -> slope(fitted(c).orElseThrow().cr2(clusters(c))));
        row("`Logistic.fit` of a line, nobody with the outcome", c -> Logistic.fit(design(n(c)), new boolean[n(c)]));
        row("`Logistic.fit` of a line, the last with the outcome", c -> {
            boolean[] outcomes = new boolean[n(c)];
            if (outcomes.length > 0) {
                outcomes[outcomes.length - 1] = true;
            }
            return Logistic.fit(design(n(c)), outcomes);
        });
        row(
                "`MixedModel.fit`, all values one group",
                c -> MixedModel.fit(
                        n(c) == 0 ? List.of() : List.of(GroupSums.of(design(n(c)), doubles(c))),
                        MixedModel.Criterion.REML,
                        0));
        row(
                "`MixedModel.fit`, a group of three about each value",
                c -> intercept(MixedModel.fit(groups(c, 0, 2, 1), MixedModel.Criterion.REML, 0)));
        row("the same by ML", c -> intercept(MixedModel.fit(groups(c, 0, 2, 1), MixedModel.Criterion.ML, 0)));
        row(
                "the same with a random slope",
                c -> intercept(MixedModel.fit(groups(c, 0, 2, 1), MixedModel.Criterion.REML, 0, 1)));
        row(
                "`MixedModel.fit`, three times each value a group",
                c -> intercept(MixedModel.fit(groups(c, 0, 0, 0), MixedModel.Criterion.REML, 0)));
        row(
                "`MixedModel.fit`, a group on one line through each value",
                c -> intercept(MixedModel.fit(groups(c, 0, 1, 2), MixedModel.Criterion.REML, 0, 1)));
        row(
                "CR2 of a mixed model, each group its own cluster",
                c -> clustered(MixedModel.fit(groups(c, 0, 2, 1), MixedModel.Criterion.REML, 0), n(c)));
        row("CR2 of a mixed model, all in one cluster", c -> {
            Answer<MixedModel> fit = MixedModel.fit(groups(c, 0, 2, 1), MixedModel.Criterion.REML, 0);
            return fit.value().isPresent() ? fit.orElseThrow().cr2(new int[n(c)]) : fit;
        });
        row(
                "`RandomSlopes.fit`, all values one group",
                c -> RandomSlopes.fit(
                        n(c) == 0
                                ? LineSample.NONE
                                : LineSample.of(LineSums.of(EdgeTable.values(c), EdgeTable.values(c))),
                        1));
        row("`RandomSlopes.fit`, a group of three about each value", EdgesOfModelsTest::slopes);

        table.holds("edges of models");
    }
}
