package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mendline.measure.Yardstick;
import mendline.model.GainRules;
import mendline.model.GainStability;
import mendline.stats.Moments;

/**
 * Sudden gains and losses between two neighbouring sessions (Tang and DeRubeis 1999; the third criterion with the t
 * value adjusted to the number of scores after Lutz and others 2013, as in the R package suddengains 0.7.2).
 *
 * <p>Two departures from that package: a reversal is looked for from the second session after N on (N+2; the package
 * starts at N+3), and a loss must be at least a quarter of the score before it (the package's rule is true of nearly
 * every worsening).
 */
public final class SuddenGains {
    /** The rule's name in files, where no setting changes it. */
    static final String RULE = "three_criteria";
    /** Kelly and others (2005): so many SDs of the client's whole series. */
    private static final double KELLY_SDS = 1.5;

    private static final double HAIR = 1e-7;
    /** The third criterion looks at so many slots after the change began. */
    static final int SLOTS_AFTER = 3;
    /** The critical value that the package takes when it does not follow the number of scores. */
    private static final double UNADJUSTED_T = 2.776;
    /** Two-tailed 5 % points of Student's t for 2, 3 and 4 degrees of freedom. */
    private static final double[] T = {4.302652729911275, 3.182446305284263, 2.776445105197793};

    private SuddenGains() {}

    /** Gains and losses as episodes by the usual rules. */
    public static List<Episode> in(SessionSlots slots, Yardstick yardstick) {
        return in(slots, yardstick, GainRules.DEFAULT);
    }

    /** Gains and losses as episodes, in order; none where the size of the first criterion is not known. */
    public static List<Episode> in(SessionSlots slots, Yardstick yardstick, GainRules rules) {
        List<Episode> found = new ArrayList<>();
        for (EpisodeKind kind : new EpisodeKind[] {EpisodeKind.SUDDEN_GAIN, EpisodeKind.SUDDEN_LOSS}) {
            for (SuddenChange change : changes(slots, yardstick, kind, rules)) {
                found.add(episode(slots, yardstick, kind, change, rules));
            }
        }
        return found;
    }

    /** The gains or the losses by the usual rules. */
    public static List<SuddenChange> changes(SessionSlots slots, Yardstick yardstick, EpisodeKind kind) {
        return changes(slots, yardstick, kind, GainRules.DEFAULT);
    }

    /** The gains or the losses. */
    public static List<SuddenChange> changes(
            SessionSlots slots, Yardstick yardstick, EpisodeKind kind, GainRules rules) {
        List<SuddenChange> found = new ArrayList<>();
        OptionalDouble points = rules.points().isPresent() ? rules.points() : yardstick.reliableChange();
        if (points.isEmpty()) {
            return found;
        }
        int size = ScoreSetbacks.atLeast(points.getAsDouble());
        for (int i = 0; i + 1 < slots.filled(); i++) {
            int before = slots.slotAt(i);
            boolean large = !rules.size() || sign(kind) * (slots.severityAt(i) - slots.severityAt(i + 1)) >= size;
            if (large
                    && slots.slotAt(i + 1) == before + 1
                    && tested(slots, before, rules)
                    && criteria(slots, size, kind, before, rules).met().orElse(false)) {
                found.add(change(slots, kind, before, rules));
            }
        }
        return found;
    }

    /** The package tests from the second slot to the last but one; here the third criterion alone asks for neighbours. */
    private static boolean tested(SessionSlots slots, int before, GainRules rules) {
        return !rules.compatible() || before > slots.first() && before + 1 < slots.last();
    }

    /** The three criteria of the usual rules. */
    static GainCriteria criteria(SessionSlots slots, int size, EpisodeKind kind, int before) {
        return criteria(slots, size, kind, before, GainRules.DEFAULT);
    }

    /**
     * The criteria for the interval from slot {@code before} to the next, with a first criterion in whole hundredths; one
     * that is not used is met.
     */
    static GainCriteria criteria(SessionSlots slots, int size, EpisodeKind kind, int before, GainRules rules) {
        int i = slots.find(before);
        int j = slots.find(before + 1);
        if (i < 0 || j < 0) {
            return GainCriteria.UNKNOWN;
        }
        int change = sign(kind) * (slots.severityAt(i) - slots.severityAt(j));
        return new GainCriteria(
                Optional.of(!rules.size() || change >= size),
                Optional.of(!rules.share() || share(change, slots.severityAt(i), kind, rules)),
                switch (rules.stability()) {
                    case OFF -> Optional.of(true);
                    case T -> stable(slots, sign(kind), before, rules.adjusted());
                    case GAYNOR -> kept(slots, sign(kind), before);
                    case KELLY -> beyondSpread(slots, change);
                });
    }

    /** The second criterion: a share of the score before; nothing is no share of nothing, except to the package. */
    private static boolean share(int change, int before, EpisodeKind kind, GainRules rules) {
        double share = rules.percent() * before;
        if (!rules.compatible()) {
            return change > 0 && change >= share - HAIR;
        }
        return kind == EpisodeKind.SUDDEN_LOSS ? -change <= share + HAIR : change >= share - HAIR;
    }

    /** Size and what followed by the usual rules. */
    static SuddenChange change(SessionSlots slots, EpisodeKind kind, int before) {
        return change(slots, kind, before, GainRules.DEFAULT);
    }

    /** Size and what followed of the change from slot {@code before} to the next, both of which hold a score. */
    static SuddenChange change(SessionSlots slots, EpisodeKind kind, int before, GainRules rules) {
        int i = slots.find(before);
        int from = slots.severityAt(i);
        int to = slots.severityAt(i + 1);
        int firstReversal = before + (rules.compatible() && !rules.oneToTwo() ? 3 : 2);
        OptionalInt reversedAt = OptionalInt.empty();
        for (int j = i + 2; j < slots.filled() && reversedAt.isEmpty(); j++) {
            if (slots.slotAt(j) >= firstReversal && sign(kind) * (2 * slots.severityAt(j) - from - to) > 0) {
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
    private static Optional<Boolean> stable(SessionSlots slots, int sign, int before, boolean adjusted) {
        long[] pre = sums(slots, before - 2);
        long[] post = sums(slots, before + 1);
        if (pre[0] < 2 || post[0] < 2) {
            return Optional.empty();
        }
        double difference = sign * (pre[1] * post[0] - post[1] * pre[0]) / (double) (pre[0] * post[0]);
        int df = (int) (pre[0] + post[0] - 2);
        double pooled = Math.sqrt((squaresAboutMean(pre) + squaresAboutMean(post)) / df);
        return Optional.of(difference > (adjusted ? T[df - 2] : UNADJUSTED_T) * pooled);
    }

    /** Both of the next two slots keep at least half of the change. */
    private static Optional<Boolean> kept(SessionSlots slots, int sign, int before) {
        OptionalInt next = slots.severity(before + 2);
        OptionalInt second = slots.severity(before + 3);
        if (next.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        int both = slots.severity(before).orElseThrow()
                + slots.severity(before + 1).orElseThrow();
        return Optional.of(sign * (2 * next.getAsInt() - both) <= 0 && sign * (2 * second.getAsInt() - both) <= 0);
    }

    /** The change against the SD (n - 1) of all scores of the series. */
    private static Optional<Boolean> beyondSpread(SessionSlots slots, int change) {
        Moments all = Moments.NONE;
        for (int i = 0; i < slots.filled(); i++) {
            all = all.with(slots.severityAt(i));
        }
        OptionalDouble sd = all.sd();
        return sd.isEmpty() ? Optional.empty() : Optional.of(change >= KELLY_SDS * sd.getAsDouble() - HAIR);
    }

    /** The name of the rules in files. */
    private static String rule(GainRules rules) {
        StringBuilder name = new StringBuilder(rules.compatible() ? "suddengains" : "");
        if (rules.size() && rules.share() && rules.stability() == GainStability.T) {
            name.append(rules.compatible() ? "" : RULE);
        } else {
            name.append(name.isEmpty() ? "criteria" : "_criteria")
                    .append(rules.size() ? "_1" : "")
                    .append(rules.share() ? "_2" : "")
                    .append(
                            switch (rules.stability()) {
                                case T -> "_3";
                                case OFF -> "";
                                default -> "_" + rules.stability().key();
                            });
        }
        return name.toString();
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

    private static Episode episode(
            SessionSlots slots, Yardstick yardstick, EpisodeKind kind, SuddenChange change, GainRules rules) {
        int i = slots.find(change.after());
        int before = slots.positionAt(i);
        int after = slots.positionAt(i + 1);
        EpisodeBuilder builder = new EpisodeBuilder(
                        kind, rule(rules), EpisodeSource.SCORE, SeriesMoments.at(slots.series(), after))
                .seenIn(slots.series().measure(), slots.series().rater())
                .fall(
                        slots.series().score(before),
                        slots.series().score(after),
                        SeriesMoments.at(slots.series(), after),
                        1)
                .threshold(100
                        * rules.points()
                                .orElseGet(() -> yardstick.reliableChange().orElseThrow()))
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
