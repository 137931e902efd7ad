package mendline.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import mendline.EdgeTable;
import org.junit.jupiter.api.Test;

/**
 * What every statistic says of nothing, of one value, of two, of twelve equal ones and of twelve missing ones: a stated
 * result or a stated reason, never a number that is none. The table of {@code edges.md} holds what is found here
 * ({@code -Dapprove=true} writes it anew).
 */
class EdgesOfStatisticsTest {
    private final EdgeTable table = new EdgeTable("function");

    private static List<OptionalDouble> values(String which) {
        return EdgeTable.withGaps(which);
    }

    private static int[] present(String which) {
        return EdgeTable.values(which);
    }

    private void row(String function, Function<String, Object> result) {
        table.row(function, result);
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
        row("`BenchmarkBound.equivalent`, bound 1, trials n", c -> BenchmarkBound.equivalent(1, present(c).length));
        row(
                "`BenchmarkBound.beyondWaiting`, bound 1, waiting n",
                c -> BenchmarkBound.beyondWaiting(1, present(c).length));
        row("`NoncentralT.cdf` of 1, n - 1 degrees of freedom", c -> NoncentralT.cdf(1, present(c).length - 1.0, .5));
        row(
                "`NoncentralT.lowerBound` of 1, n - 1 degrees of freedom",
                c -> NoncentralT.lowerBound(1, present(c).length - 1.0, .95));
        row(
                "`EffectSize.prePost` of a change of 1, SD 2, n of the values",
                c -> EffectSize.prePost(1, 2, present(c).length, .5).map(EffectSize::g));
        row(
                "`EValue.ofRiskRatio` of n + 1, limits 1 and 2n + 2",
                c -> EValue.ofRiskRatio(present(c).length + 1, new Interval(1, 2 * present(c).length + 2))
                        .estimate());
        row(
                "`EValue.ofStandardisedDifference` of 1, standard error n, its limit",
                c -> EValue.ofStandardisedDifference(1, present(c).length).limit());
        row("`Discrimination.area`, the first value against the others", c -> {
            boolean[] outcomes = new boolean[present(c).length];
            for (int i = 0; i < outcomes.length; i++) {
                outcomes[i] = i == 0;
            }
            return Discrimination.area(doubles(c), outcomes);
        });
        row("`Wilson.interval` of 1 of n, z = 3", c -> Wilson.interval(1, present(c).length, 3));
        row("`Byar.approximate` of n", c -> Byar.approximate(present(c).length));
        row("`Byar.exact` of n", c -> Byar.exact(present(c).length));
        row("`Moments.of`, variance", c -> moments(c).variance());
        row("`Histogram.of`, values", c -> (double) Histogram.of(present(c)).total());
        row(
                "`OrderedCounts.of`, median",
                c -> OrderedCounts.of(Histogram.of(present(c))).quantile(.5));
        row(
                "`OrderedCounts.of`, median without one 5",
                c -> OrderedCounts.of(Histogram.of(present(c))).quantile(.5, 5));
        row("`CrossSums.none` and one row more for each value, sum", c -> {
            CrossSums sums = CrossSums.none(1);
            for (int value : present(c)) {
                sums = sums.with(value);
            }
            return (double) sums.sum(1);
        });
        row("`CrossSums.none`, as a group: sum of squares", c -> {
            CrossSums sums = CrossSums.none(1);
            for (int value : present(c)) {
                sums = sums.with(value);
            }
            return sums.group(new double[][] {{1, 0}}, new double[] {0, 1}).responseResponse();
        });
        row("`LineSums.of`, sum of products", c ->
                (double) LineSums.of(present(c), present(c)).products());
        row("`LineSample.of` such a line, groups", c ->
                (double) LineSample.of(LineSums.of(present(c), present(c))).size());
        row("`GroupSums.of`, rows", c ->
                (double) GroupSums.of(design(present(c).length), doubles(c)).rows());
        row("`Ar1Noise.fill`, SD 1, seed 1: root mean square of n", c -> {
            double[] noise = new double[present(c).length];
            Ar1Noise.fill(noise, 1, .5, new SplittableRandom(1));
            return Arrays.stream(noise).map(x -> x * x).average().stream()
                    .map(Math::sqrt)
                    .findFirst();
        });
        row(
                "`Seeds.of` the values as text",
                c -> Long.toString(Seeds.of(
                        Arrays.stream(present(c)).mapToObj(Integer::toString).toArray(String[]::new))));
        row(
                "`AalenJohansen.clustered`, one cluster, standard error by 5",
                c -> AalenJohansen.clustered(List.of(events(c))).points().stream()
                        .reduce((first, second) -> second)
                        .map(point -> point.event().standardError()));
        row(
                "`XmR.ofSegments`, one segment, limits",
                c -> XmR.ofSegments(values(c), List.of(0), XmR.Settings.STANDARD).stream()
                        .findFirst()
                        .flatMap(XmR::limits)
                        .map(limits -> new Interval(limits.lower(), limits.upper())));

        table.holds("edges of statistics");
    }
}
