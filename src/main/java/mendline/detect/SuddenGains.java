package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mendline.measure.Yardstick;

/**
 * Sudden gains and losses between two neighbouring sessions (Tang and DeRubeis 1999; the third criterion with the t
 * value adjusted to the number of scores after Lutz and others 2013, as in the R package suddengains 0.7.2).
 *
 * <p>Two departures from that package: a reversal is looked for from the second session after N on (N+2; the package
 * starts at N+3), and a loss must be at least a quarter of the score before it (the package's rule is true of nearly
 * every worsening).
 */
public final class SuddenGains {
    /** The rule's name in files. */
    static final String RULE = "three_criteria";
    /** The third criterion looks at so many slots after the change began. */
    static final int SLOTS_AFTER = 3;
    /** Two-tailed 5 % points of Student's t for 2, 3 and 4 degrees of freedom. */
    private static final double[] T = {4.302652729911275, 3.182446305284263, 2.776445105197793};

    private SuddenGains() {}

    /** Gains and losses as episodes, in order; none where the measure's reliable change is not known. */
    public static List<Episode> in(SessionSlots slots, Yardstick yardstick) {
        List<Episode> found = new ArrayList<>();
        for (EpisodeKind kind : new EpisodeKind[] {EpisodeKind.SUDDEN_GAIN, EpisodeKind.SUDDEN_LOSS}) {
            for (SuddenChange change : changes(slots, yardstick, kind)) {
                found.add(episode(slots, yardstick, kind, change));
            }
        }
        return found;
    }

    /** The gains or the losses. */
    public static List<SuddenChange> changes(SessionSlots slots, Yardstick yardstick, EpisodeKind kind) {
        List<SuddenChange> found = new ArrayList<>();
        if (yardstick.reliableChange().isEmpty()) {
            return found;
        }
        int size = ScoreSetbacks.atLeast(yardstick.reliableChange().getAsDouble());
        for (int i = 0; i + 1 < slots.filled(); i++) {
            int before = slots.slotAt(i);
            if (slots.slotAt(i + 1) == before + 1
                    && criteria(slots, size, kind, before).met().orElse(false)) {
                found.add(change(slots, kind, before));
            }
        }
        return found;
    }

    /**
     * The criteria for the interval from slot {@code before} to the next, with a first criterion in whole hundredths.
     */
    static GainCriteria criteria(SessionSlots slots, int size, EpisodeKind kind, int before) {
        int i = slots.find(before);
        int j = slots.find(before + 1);
        Optional<Boolean> stable = stable(slots, sign(kind), before);
        if (i < 0 || j < 0) {
            return new GainCriteria(Optional.empty(), Optional.empty(), stable);
        }
        int change = sign(kind) * (slots.severityAt(i) - slots.severityAt(j));
        return new GainCriteria(Optional.of(change >= size), Optional.of(4L * change >= slots.severityAt(i)), stable);
    }

    /** Size and what followed of the change from slot {@code before} to the next, both of which hold a score. */
    static SuddenChange change(SessionSlots slots, EpisodeKind kind, int before) {
        int i = slots.find(before);
        int from = slots.severityAt(i);
        int to = slots.severityAt(i + 1);
        OptionalInt reversedAt = OptionalInt.empty();
        for (int j = i + 2; j < slots.filled() && reversedAt.isEmpty(); j++) {
            if (sign(kind) * (2 * slots.severityAt(j) - from - to) > 0) {
                reversedAt = OptionalInt.of(slots.slotAt(j));
            }
        }
        OptionalDouble total = slots.totalImprovement();
        OptionalDouble share = total.isPresent() && total.getAsDouble() != 0
                ? OptionalDouble.of((from - to) / total.getAsDouble())
                : OptionalDouble.empty();
        return new SuddenChange(before, Math.abs(from - to), share, slots.points((from + to) / 2.0), reversedAt);
    }

    private static int sign(EpisodeKind kind) {
        return switch (kind) {
            case SUDDEN_GAIN -> 1;
            case SUDDEN_LOSS -> -1;
            default -> throw new IllegalArgumentException("a sudden change is a gain or a loss, was " + kind.key());
        };
    }

    /** The third criterion; at least two scores are needed on both sides. */
    private static Optional<Boolean> stable(SessionSlots slots, int sign, int before) {
        if (slots.find(before) < 0 || slots.find(before + 1) < 0) {
            return Optional.empty();
        }
        long[] pre = sums(slots, before - 2);
        long[] post = sums(slots, before + 1);
        if (pre[0] < 2 || post[0] < 2) {
            return Optional.empty();
        }
        double difference = sign * (pre[1] * post[0] - post[1] * pre[0]) / (double) (pre[0] * post[0]);
        int df = (int) (pre[0] + post[0] - 2);
        double pooled = Math.sqrt((squaresAboutMean(pre) + squaresAboutMean(post)) / df);
        return Optional.of(difference > T[df - 2] * pooled);
    }

    /** Count, sum and sum of squares of the scores in three slots. */
    private static long[] sums(SessionSlots slots, int from) {
        long[] sums = new long[3];
        for (int slot = from; slot < from + 3; slot++) {
            int i = slots.find(slot);
            if (i >= 0) {
                long severity = slots.severityAt(i);
                sums[0]++;
                sums[1] += severity;
                sums[2] += severity * severity;
            }
        }
        return sums;
    }

    private static double squaresAboutMean(long[] sums) {
        return (sums[0] * sums[2] - sums[1] * sums[1]) / (double) sums[0];
    }

    private static Episode episode(SessionSlots slots, Yardstick yardstick, EpisodeKind kind, SuddenChange change) {
        int i = slots.find(change.after());
        int before = slots.positionAt(i);
        int after = slots.positionAt(i + 1);
        EpisodeBuilder builder = new EpisodeBuilder(
                        kind, RULE, EpisodeSource.SCORE, SeriesMoments.at(slots.series(), after))
                .seenIn(slots.series().measure(), slots.series().rater())
                .fall(
                        slots.series().score(before),
                        slots.series().score(after),
                        SeriesMoments.at(slots.series(), after),
                        1)
                .threshold(100 * yardstick.reliableChange().orElseThrow())
                .status(change.reversed() ? EpisodeStatus.REVERSED : EpisodeStatus.HELD)
                .watched(slots.series().size() - 1 - after)
                .longGap(SeriesMoments.longGap(slots.series(), before, after));
        if (change.reversed()) {
            int reversed = slots.positionAt(slots.find(change.reversedAt().getAsInt()));
            builder.ended(
                    SeriesMoments.at(slots.series(), reversed),
                    OptionalInt.of(reversed - after),
                    SeriesMoments.days(slots.series(), after, reversed));
        }
        return builder.build();
    }
}
