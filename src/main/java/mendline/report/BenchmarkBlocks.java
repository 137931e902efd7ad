package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import mendline.aggregate.ScorePairs;
import mendline.aggregate.Topic;
import mendline.measure.Benchmark;
import mendline.measure.GroupChange;
import mendline.measure.Measure;
import mendline.measure.Thresholds;
import mendline.measure.Yardstick;
import mendline.model.Period;
import mendline.report.Ledger.Entry;
import mendline.stats.BenchmarkBound;
import mendline.stats.Interval;
import mendline.stats.MeanInterval;
import mendline.stats.Moments;
import mendline.stats.PairedMoments;
import mendline.stats.SeverityAdjusted;

/** What a profile lets the outcomes page compare with: the smallest change that matters, and effect sizes of others. */
final class BenchmarkBlocks {
    private final Ledger page;
    private final Yardstick yardstick;
    private final Period year;
    private final PairedMoments pairs;
    private final Moments improvement;

    private BenchmarkBlocks(ReportInput in, Ledger page, Yardstick yardstick) {
        this.page = page;
        this.yardstick = yardstick;
        this.year = in.windows().year();
        this.pairs =
                ScorePairs.moments(yardstick.measure(), in.summary().histogram(Topic.PAIRS, yardstick.key(), year));
        this.improvement = in.summary().moments(Topic.IMPROVEMENT, yardstick.key(), year);
    }

    /** A paragraph for each comparison of each measure; none where the profile supplies nothing. */
    static List<Block> of(ReportInput in, Ledger page) {
        List<Block> blocks = new ArrayList<>();
        for (Yardstick yardstick : in.instruments().outcomes()) {
            Measure measure = yardstick.measure();
            if (measure.benchmark().filter(Benchmark::ofEffects).isPresent()
                    || measure.outcomeRule().minimallyImportant().isPresent()) {
                blocks.addAll(new BenchmarkBlocks(in, page, yardstick).blocks());
            }
        }
        return blocks;
    }

    private List<Block> blocks() {
        Measure measure = yardstick.measure();
        if (pairs.n() < SmallNumbers.FEWEST_FOR_PERCENT) {
            return List.of(new Block.Note(measure.name() + ": comparisons need at least "
                    + SmallNumbers.FEWEST_FOR_PERCENT + " courses with both scores, so there are none."));
        }
        List<Block> blocks = new ArrayList<>();
        measure.outcomeRule().minimallyImportant().flatMap(this::meanChange).ifPresent(blocks::add);
        measure.benchmark().ifPresent(benchmark -> {
            trials(benchmark).ifPresent(blocks::add);
            benchmark
                    .expected()
                    .flatMap(expected -> adjusted(expected, benchmark))
                    .ifPresent(blocks::add);
        });
        return blocks;
    }

    private Optional<Block> meanChange(Thresholds important) {
        Optional<Interval> interval = MeanInterval.of(improvement);
        if (interval.isEmpty()) {
            return Optional.empty();
        }
        double mean = improvement.mean().orElseThrow() / 100;
        Interval points =
                new Interval(interval.get().lower() / 100, interval.get().upper() / 100);
        page.estimate(
                entry("mean_against_important", "Mean improvement against what matters"),
                improvement.n(),
                mean,
                Optional.of(points),
                "points");
        return Optional.of(new Block.Paragraph(
                "Mean change, " + name() + ".",
                "The mean improvement of " + Written.decimal(mean, 1) + " points (95 % interval "
                        + Written.interval(points.lower(), points.upper(), 1) + ") "
                        + GroupChange.of(mean, points, important.improved()).words() + " ("
                        + Written.decimal(important.improved(), 1)
                        + " points)."));
    }

    private Optional<Block> trials(Benchmark benchmark) {
        double sd = pairs.first().sd().orElse(0);
        if (!(sd > 0) || benchmark.trials().isEmpty() && benchmark.waiting().isEmpty()) {
            return Optional.empty();
        }
        double rise = pairs.second().mean().orElseThrow() - pairs.first().mean().orElseThrow();
        double d = yardstick.better().sign() * rise / sd;
        OptionalDouble found = BenchmarkBound.of(d, pairs.n());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        double bound = found.getAsDouble();
        page.estimate(
                entry("benchmark_d", "Effect size d to set against benchmarks"),
                pairs.n(),
                d,
                Optional.empty(),
                "baseline SDs");
        page.estimate(
                entry("benchmark_bound", "One-sided 95 % lower bound of d"),
                pairs.n(),
                bound,
                Optional.empty(),
                "baseline SDs");
        String margin = Written.decimal(BenchmarkBound.MARGIN, 1);
        String text = "The effect size d of " + page.said(pairs.n()) + " courses is " + Written.decimal(d, 2)
                + ", its one-sided 95 % lower bound " + Written.decimal(bound, 2) + ".";
        if (benchmark.trials().isPresent()) {
            double trials = benchmark.trials().getAsDouble();
            text += " The benchmark of trials is " + Written.decimal(trials, 2) + ": the bound is "
                    + (BenchmarkBound.equivalent(bound, trials)
                            ? "above it less " + margin + ", which counts as equivalent to trials."
                            : "not above it less " + margin + ", so equivalence to trials is not shown.");
        }
        if (benchmark.waiting().isPresent()) {
            double waiting = benchmark.waiting().getAsDouble();
            text += " That of waiting is " + Written.decimal(waiting, 2) + ": the bound is "
                    + (BenchmarkBound.beyondWaiting(bound, waiting)
                            ? "above it by more than "
                            : "not above it by more than ")
                    + margin + ".";
        }
        return Optional.of(new Block.Paragraph(
                "Against benchmarks, " + name() + ".", text + " Benchmarks: " + benchmark.source() + "."));
    }

    private Optional<Block> adjusted(Benchmark.ExpectedLast expected, Benchmark benchmark) {
        SeverityAdjusted.Reference reference = new SeverityAdjusted.Reference(
                100 * expected.intercept(), expected.slope(), 100 * expected.sd(), expected.effect());
        return SeverityAdjusted.of(pairs, reference, yardstick.better().sign()).map(adjusted -> {
            page.estimate(
                    entry("severity_adjusted", "Severity-adjusted effect size"),
                    adjusted.n(),
                    adjusted.effect(),
                    adjusted.interval(),
                    "reference SDs");
            String interval = adjusted.interval()
                    .map(limits -> " (95 % interval " + Written.interval(limits.lower(), limits.upper(), 2) + ")")
                    .orElse("");
            return new Block.Paragraph(
                    "Adjusted for severity, " + name() + ".",
                    "Set against what courses that began alike score at the end in the reference sample, the effect size is "
                            + Written.decimal(adjusted.effect(), 2) + interval + ". The reference sample's own is "
                            + Written.decimal(expected.effect(), 2) + ". Reference: " + benchmark.source() + ".");
        });
    }

    private String name() {
        return yardstick.measure().name();
    }

    private Entry entry(String id, String label) {
        return new Entry(id + "." + yardstick.key(), label + ", " + name(), year, yardstick.key());
    }
}
