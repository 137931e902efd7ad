package mendline.detect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import mendline.measure.Cutoff;
import mendline.measure.Yardstick;
import mendline.model.Direction;
import mendline.model.GainRules;
import mendline.model.GainStability;
import mendline.model.SetbackRule;

/** Finds the setbacks of one rule in the scores of one course, or in simulated copies of them, one after the other. */
final class SetbackFinder {
    private final SetbackRule rule;
    private final GainRules gains;
    private final SessionSlots slots;
    private final Yardstick yardstick;
    private final int threshold;
    private final int sign;
    private final SetbackWalk walk = new SetbackWalk();

    private SetbackFinder(SetbackRule rule, GainRules gains, SessionSlots slots, Yardstick yardstick, int threshold) {
        this.rule = rule;
        this.gains = gains;
        this.slots = slots;
        this.yardstick = yardstick;
        this.threshold = threshold;
        this.sign = yardstick.better() == Direction.LOWER ? 1 : -1;
    }

    /** Empty where the measure has no step, or no cut-off and the rule needs one. */
    static Optional<SetbackFinder> of(SetbackRule rule, GainRules gains, SessionSlots slots, Yardstick yardstick) {
        OptionalInt threshold = ScoreSetbacks.threshold(yardstick);
        boolean known = threshold.isPresent()
                && (!rule.needsCutoff() || yardstick.cutoff().isPresent());
        return known
                ? Optional.of(new SetbackFinder(rule, gains, slots, yardstick, threshold.getAsInt()))
                : Optional.empty();
    }

    /**
     * @param severity scores in hundredths, negative where higher is better
     * @return the walk with its results, good until the next call
     */
    SetbackWalk in(int[] severity) {
        switch (rule) {
            case S1 -> walk.run(severity, severity.length, threshold);
            case S1_SINGLE -> walk.worseThanBest(severity, severity.length, threshold);
            case S2 -> walk.worseThanStart(severity, severity.length, threshold);
            case S3 -> losses(severity);
            case S5 ->
                walk.backAboveCutoff(
                        severity,
                        severity.length,
                        threshold,
                        s -> cutoff().clinical(sign * s),
                        s -> cutoff().functional(sign * s));
            case S6 ->
                walk.afterRemission(
                        severity,
                        severity.length,
                        threshold,
                        s -> cutoff().clinical(sign * s),
                        s -> cutoff().functional(sign * s));
            default -> throw new IllegalStateException("a setback rule that is not built: " + rule);
        }
        return walk;
    }

    private Cutoff cutoff() {
        return yardstick.cutoff().orElseThrow();
    }

    private void losses(int[] severity) {
        int[] scores = new int[severity.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = sign * severity[i];
        }
        SessionSlots filled = slots.with(slots.series().withScores(scores));
        List<SuddenChange> losses = SuddenGains.changes(filled, yardstick, EpisodeKind.SUDDEN_LOSS, gains);
        boolean onlyNext = gains.stability() == GainStability.OFF || gains.stability() == GainStability.KELLY;
        int looked = onlyNext ? 1 : SuddenGains.SLOTS_AFTER;
        int[] before = new int[losses.size()];
        int[] known = new int[losses.size()];
        for (int i = 0; i < before.length; i++) {
            int slot = losses.get(i).after();
            int at = filled.find(slot);
            int last = at + 1;
            while (last + 1 < filled.filled() && filled.slotAt(last + 1) <= slot + looked) {
                last++;
            }
            before[i] = filled.positionAt(at);
            known[i] = filled.positionAt(last);
        }
        walk.suddenLosses(severity, severity.length, before, known);
    }
}
