package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import mendline.HeldTable;
import org.junit.jupiter.api.Test;

/**
 * What every statistic says of nothing, of one value, of two, of twelve equal ones and of twelve missing ones: a stated
 * result or a stated reason, never a number that is none. The table of {@code edges.md} holds what is found here
 * ({@code -Dapprove=true} writes it anew).
 */
class EdgesOfStatisticsTest {
    private static final List<String> CASES = List.of("n = 0", "n = 1", "n = 2", "all equal", "all missing");

    private final List<String> table = new ArrayList<>(
            List.of("| function | " + String.join(" | ", CASES) + " |", "|---" + "|---".repeat(CASES.size()) + "|"));

    /** The values of a case; missing ones are empty. */
    private static List<OptionalDouble> values(String which) {
        return switch (which) {
            case "n = 0" -> List.of();
            case "n = 1" -> List.of(OptionalDouble.of(5));
            case "n = 2" -> List.of(OptionalDouble.of(3), OptionalDouble.of(8));
            case "all equal" -> Collections.nCopies(12, OptionalDouble.of(5));
            default -> Collections.nCopies(12, OptionalDouble.empty());
        };
    }

    private static int[] present(String which) {
        return values(which).stream()
                .filter(OptionalDouble::isPresent)
                .mapToInt(value -> (int) value.getAsDouble())
                .toArray();
    }

    private static Moments moments(String which) {
        return Moments.of(Arrays.stream(present(which)).asLongStream().toArray());
    }

    /** Each value with one a point higher after it; equal ones with equal ones. */
    private static PairedMoments pairs(String which) {
        PairedMoments pairs = PairedMoments.NONE;
        for (int value : present(which)) {
            pairs = pairs.with(value, value + 1);
        }
        return pairs;
    }

    private static SurvivalTally events(String which) {
        SurvivalTallyBuilder tally = new SurvivalTallyBuilder();
        for (int value : present(which)) {
            tally.addEvent(value);
        }
        return tally.toSurvivalTally();
    }

    /** Where nothing has the event: everybody is followed no further. */
    private static SurvivalTally censored(String which) {
        SurvivalTallyBuilder tally = new SurvivalTallyBuilder();
        for (int value : present(which)) {
            tally.addCensored(value);
        }
        return tally.toSurvivalTally();
    }

    private static double[][] design(int rows) {
        double[][] design = new double[rows][];
        for (int i = 0; i < rows; i++) {
            design[i] = new double[] {1, i};
        }
        return design;
    }

    private static double[] doubles(String which) {
        return Arrays.stream(present(which)).asDoubleStream().toArray();
    }

    private void row(String function, Function<String, Object> result) {
        List<String> cells = new ArrayList<>();
        for (String which : CASES) {
            cells.add(text(() -> result.apply(which)));
        }
        table.add("| " + function + " | " + String.join(" | ", cells) + " |");
    }

    private static String text(Supplier<Object> result) {
        try {
            return words(result.get());
        } catch (IllegalArgumentException refused) {
            return "refused: " + refused.getMessage();
        }
    }

    private static String words(Object result) {
        if (result instanceof Optional<?> o) {
            return o.map(EdgesOfStatisticsTest::words).orElse("none");
        }
        if (result instanceof OptionalDouble o) {
            return o.isPresent() ? words(o.getAsDouble()) : "none";
        }
        if (result instanceof OptionalInt o) {
            return o.isPresent() ? words((double) o.getAsInt()) : "none";
        }
        if (result instanceof Answer.Refused<?> refused) {
            return refused.why().words();
        }
        if (result instanceof Answer.Given<?> given) {
            return words(given.found());
        }
        if (result instanceof Interval interval) {
            return words(interval.lower()) + " to " + words(interval.upper());
        }
        if (result instanceof double[] numbers) {
            return numbers.length == 0
                    ? "none"
                    : String.join(
                            ", ",
                            Arrays.stream(numbers)
                                    .distinct()
                                    .mapToObj(EdgesOfStatisticsTest::words)
                                    .toList());
        }
        if (result instanceof Double number) {
            assertThat(number).isFinite();
            return new BigDecimal(number)
                    .round(new MathContext(4))
                    .stripTrailingZeros()
                    .add(BigDecimal.ZERO)
                    .toPlainString();
        }
        return result.toString().toLowerCase(Locale.ROOT);
    }

    @Test
    void everyStatisticHasAStatedResultAtItsEdges() {
        row("`Moments.mean`", c -> moments(c).mean());
        row("`Moments.sd`", c -> moments(c).sd());
        row("`Histogram.median`", c -> Histogram.of(present(c)).median());
        row("`Histogram.quantile(.9)`", c -> Histogram.of(present(c)).quantile(.9));
        row("`MeanInterval.of`", c -> MeanInterval.of(moments(c)));
        row(
                "`MeanDifference.welch` with itself",
                c -> MeanDifference.welch(moments(c), moments(c)).map(MeanDifference::interval));
        row("`PairedMoments.correlation`", c -> pairs(c).correlation());
        row("`EffectSize.prePost`", c -> EffectSize.prePost(pairs(c), 1).map(EffectSize::g));
        row(
                "`SeverityAdjusted.of`",
                c -> SeverityAdjusted.of(pairs(c), new SeverityAdjusted.Reference(0, 1, 5, 0), 1)
                        .map(SeverityAdjusted::effect));
        row("`BenchmarkBound.of` of d = 1", c -> BenchmarkBound.of(1, present(c).length));
        row("`Wilson.interval`, all of n", c -> Wilson.interval(present(c).length, present(c).length));
        row("`Byar.interval` of n", c -> Byar.interval(present(c).length));
        row(
                "`Kappa.of`, n agreed upon",
                c -> Kappa.of(present(c).length, 0, 0, 0).map(Kappa::value));
        row(
                "`DetectableDifference.between` n and n",
                c -> DetectableDifference.between(present(c).length, present(c).length));
        row(
                "`XmR.of`, limits",
                c -> XmR.of(values(c), XmR.Settings.STANDARD)
                        .limits()
                        .map(limits -> new Interval(limits.lower(), limits.upper())));
        row("`RunChart.of`, useful values", c -> (double) RunChart.of(values(c)).useful());
        row("`RunChart.of`, median", c -> RunChart.of(values(c)).median());
        row(
                "`TChart.of`, limits",
                c -> TChart.of(values(c), XmR.Settings.STANDARD)
                        .limits()
                        .map(limits -> new Interval(limits.lower(), limits.upper())));
        for (AttributeChart.Kind kind : AttributeChart.Kind.values()) {
            row(
                    "`AttributeChart.of`, " + kind + ", centre",
                    c -> AttributeChart.of(
                                    kind,
                                    values(c).stream()
                                            .map(v -> v.isPresent()
                                                    ? Optional.of(
                                                            new AttributeChart.Subgroup((long) v.getAsDouble(), 10))
                                                    : Optional.<AttributeChart.Subgroup>empty())
                                            .toList(),
                                    XmR.Settings.STANDARD)
                            .centre());
        }
        row(
                "`Funnel.of`, centre",
                c -> Funnel.of(Arrays.stream(present(c))
                                .mapToObj(value -> new Funnel.Count(value, 20))
                                .toList())
                        .map(Funnel::centre));
        row(
                "`KaplanMeier.of`, median, all with the event",
                c -> KaplanMeier.of(events(c)).median());
        row(
                "`KaplanMeier.of`, median, all censored",
                c -> KaplanMeier.of(censored(c)).median());
        row(
                "`KaplanMeier.of`, limits after the first event",
                c -> KaplanMeier.of(events(c)).points().stream()
                        .findFirst()
                        .map(point -> point.lower().isPresent()
                                ? (Object) new Interval(
                                        point.lower().getAsDouble(),
                                        point.upper().getAsDouble())
                                : Optional.empty()));
        row(
                "`KaplanMeier.clustered`, standard error at 5",
                c -> KaplanMeier.clustered(List.of(events(c))).points().stream()
                        .reduce((a, b) -> b)
                        .map(SurvivalPoint::standardError));
        row(
                "`AalenJohansen.of`, share by 5",
                c -> AalenJohansen.of(events(c)).eventBy(5).share());
        row(
                "`AalenJohansen.of`, limits by 5",
                c -> AalenJohansen.of(events(c)).eventBy(5).interval());
        row("`LogRank.of` with itself", c -> LogRank.of(events(c), events(c)).map(LogRank::p));
        row(
                "`LogRank.of` with nobody",
                c -> LogRank.of(events(c), SurvivalTally.NONE).map(LogRank::p));
        row("`TheilSen.line`, slope", c -> TheilSen.line(doubles(c), doubles(c)).slope());
        row(
                "`PooledAutocorrelation.rho`",
                c -> PooledAutocorrelation.NONE.with(doubles(c)).rho(0, 0.8));
        row("`PAdjust.holm` of p = .04", c -> {
            double[] p = new double[present(c).length];
            Arrays.fill(p, .04);
            return PAdjust.holm(p);
        });
        row("`PAdjust.benjaminiHochberg` of p = .04", c -> {
            double[] p = new double[present(c).length];
            Arrays.fill(p, .04);
            return PAdjust.benjaminiHochberg(p);
        });
        row("`LeastSquares.fit` of a line, slope", c -> {
            Answer<LeastSquares> fit = LeastSquares.fit(design(present(c).length), doubles(c));
            return fit.value().isPresent() ? fit.orElseThrow().classical().coefficient(1) : fit;
        });
        row("`Logistic.fit` of a line", c -> Logistic.fit(design(present(c).length), new boolean[present(c).length]));
        row(
                "`MixedModel.fit`, one group",
                c -> MixedModel.fit(
                        present(c).length == 0
                                ? List.of()
                                : List.of(GroupSums.of(design(present(c).length), doubles(c))),
                        MixedModel.Criterion.REML,
                        0));
        row(
                "`RandomSlopes.fit`, one group",
                c -> RandomSlopes.fit(
                        present(c).length == 0 ? LineSample.NONE : LineSample.of(LineSums.of(present(c), present(c))),
                        1));

        assertThat(table.toString()).doesNotContain("NaN", "Infinity", "null");
        HeldTable.holds(Path.of("src/site/markdown/edges.md"), "edges of statistics", table);
    }
}
