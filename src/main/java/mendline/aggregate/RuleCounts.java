package mendline.aggregate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import mendline.measure.ChangeIndex;
import mendline.measure.ChangeIndices;
import mendline.measure.ChangeMethod;
import mendline.measure.ChangeTest;
import mendline.measure.OutcomeApproach;
import mendline.measure.OutcomeRule;
import mendline.measure.ReliableChangeRule;
import mendline.measure.Verdict;
import mendline.measure.Verdicts;
import mendline.measure.Yardstick;
import mendline.measure.Yardsticks;
import mendline.stats.Histogram;

/** What every rule that can be used on a measure says of the same courses, so that readers see how much hangs on the choice. */
public final class RuleCounts {
    private final Yardstick yardstick;
    private final Histogram pairs;

    private final ToLongFunction<String> bySlope;

    private RuleCounts(Yardstick yardstick, Histogram pairs, ToLongFunction<String> bySlope) {
        this.yardstick = yardstick;
        this.pairs = pairs;
        this.bySlope = bySlope;
    }

    /** A rule by itself, on scores in hundredths. */
    private interface Rule {
        Optional<Verdict> of(int first, int last);
    }

    /**
     * The rules for which the measure has the numbers.
     *
     * @param pairs packed pairs of first and last score, see {@link ScorePairs}
     * @param bySlope courses by what the slope of all scores says of them, see {@link Topic#SLOPE_VERDICT}
     */
    public static List<RuleCount> of(Yardstick yardstick, Histogram pairs, ToLongFunction<String> bySlope) {
        return new RuleCounts(yardstick, pairs, bySlope).all();
    }

    private List<RuleCount> all() {
        List<RuleCount> all = new ArrayList<>();
        OutcomeRule outcome = yardstick.measure().outcomeRule();
        yardstick.measure().reliableChange().ifPresent(rule -> reliable(rule, all));
        yardstick
                .cutoff()
                .ifPresent(cutoff -> all.add(count(
                        "statistical",
                        "moving across the cut-off",
                        outcome.approach() == OutcomeApproach.STATISTICAL,
                        (first, last) -> Optional.of(Verdicts.statistical(cutoff, first, last)))));
        outcome.minimallyImportant()
                .ifPresent(points -> all.add(count(
                        "anchor",
                        "a change that clients notice (" + number(points.improved()) + " points better, "
                                + number(points.deteriorated()) + " worse)",
                        outcome.approach() == OutcomeApproach.ANCHOR,
                        (first, last) -> Optional.of(Verdicts.anchor(points, yardstick.better(), first, last)))));
        all.add(count(
                "percentage",
                "a share of the first score ("
                        + number(100 * outcome.percentage().improved()) + " % better, "
                        + number(100 * outcome.percentage().deteriorated()) + " % worse)",
                outcome.approach() == OutcomeApproach.PERCENTAGE,
                (first, last) -> Verdicts.percentage(outcome.percentage(), yardstick.measure(), first, last)));
        return all;
    }

    private void reliable(ReliableChangeRule rule, List<RuleCount> all) {
        OutcomeApproach approach = yardstick.measure().outcomeRule().approach();
        boolean byChange = approach == OutcomeApproach.COMBINED || approach == OutcomeApproach.DISTRIBUTION;
        if (yardstick.reliableChange().isPresent()) {
            boolean published = rule instanceof ReliableChangeRule.Points;
            all.add(count(
                    published ? "points" : ChangeMethod.JACOBSON_TRUAX.key(),
                    published
                            ? "reliable change, published points"
                            : "reliable change, " + ChangeMethod.JACOBSON_TRUAX.words(),
                    byChange && rule.method() == ChangeMethod.JACOBSON_TRUAX,
                    this::byPoints));
        }
        Optional<ChangeIndices.Numbers> numbers = Yardsticks.numbers(yardstick.measure(), rule, yardstick.pairs());
        for (ChangeMethod method : ChangeMethod.values()) {
            boolean known = numbers.isPresent()
                    && !method.ofAllScores()
                    && method != ChangeMethod.JACOBSON_TRUAX
                    && (!method.needsReliabilityPost()
                            || numbers.get().reliabilityPost().isPresent());
            if (known) {
                all.add(index(
                        method, ChangeIndices.settle(method, numbers.get()), byChange && rule.method() == method));
            }
        }
        if (!(yardstick.slopes() instanceof ChangeTest.Points)) {
            all.add(slopes(byChange && rule.method().ofAllScores()));
        }
    }

    private RuleCount slopes(boolean used) {
        ChangeMethod method = ChangeMethod.HIERARCHICAL_LINEAR;
        return new RuleCount(
                method.key(),
                "reliable change, slope of all scores (" + method.words() + ")",
                used,
                bySlope.applyAsLong("improved"),
                bySlope.applyAsLong("unchanged"),
                bySlope.applyAsLong("deteriorated"),
                bySlope.applyAsLong("no_answer"),
                yardstick.slopes() instanceof ChangeTest.Refused refused
                        ? Optional.of(refused.reason())
                        : Optional.empty());
    }

    private Optional<Verdict> byPoints(int first, int last) {
        int improvement = yardstick.better().improvement(first, last);
        return Optional.of(
                yardstick.reliable(improvement)
                        ? Verdict.IMPROVED
                        : yardstick.reliable(-improvement) ? Verdict.DETERIORATED : Verdict.UNCHANGED);
    }

    private RuleCount index(ChangeMethod method, ChangeTest test, boolean used) {
        String words = "reliable change, " + method.words();
        if (test instanceof ChangeIndex index) {
            return count(
                    method.key(),
                    words,
                    used,
                    (first, last) -> Optional.of(Verdicts.index(index, yardstick.better(), first, last)));
        }
        String reason = test instanceof ChangeTest.Refused refused ? refused.reason() : "";
        return new RuleCount(method.key(), words, used, 0, 0, 0, 0, Optional.of(reason));
    }

    private RuleCount count(String key, String words, boolean used, Rule rule) {
        long[] counts = new long[Verdict.values().length];
        long noAnswer = 0;
        for (Map.Entry<Integer, Long> pair : pairs.counts().entrySet()) {
            Optional<Verdict> verdict = rule.of(
                    ScorePairs.first(yardstick.measure(), pair.getKey()),
                    ScorePairs.last(yardstick.measure(), pair.getKey()));
            if (verdict.isPresent()) {
                counts[verdict.get().ordinal()] += pair.getValue();
            } else {
                noAnswer += pair.getValue();
            }
        }
        return new RuleCount(
                key,
                words,
                used,
                counts[Verdict.IMPROVED.ordinal()],
                counts[Verdict.UNCHANGED.ordinal()],
                counts[Verdict.DETERIORATED.ordinal()],
                noAnswer,
                Optional.empty());
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
