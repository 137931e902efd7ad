package mendline.detect;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.measure.Measure;
import mendline.measure.Yardstick;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.Direction;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.stats.Histogram;

/**
 * What noise alone gave by other rules: dips by {@link DipRule}, sudden gains and losses by the rules of the run. The
 * copies are those of {@link Chance}, fewer of them; sums over courses and replications, so that it adds in any order.
 *
 * @param replications replications behind the sums (the same for every course)
 * @param found findings in all of them together by rule, each by month
 */
public record RuleChance(int replications, SortedMap<String, Histogram> found) {
    /** Key of sudden gains. */
    public static final String GAINS = "sudden_gain";
    /** Key of sudden losses. */
    public static final String LOSSES = "sudden_loss";

    /** Nothing simulated. */
    public static final RuleChance NONE = new RuleChance(0, new TreeMap<>());

    public RuleChance {
        found = Collections.unmodifiableSortedMap(new TreeMap<>(found));
    }

    /**
     * One course.
     *
     * @param allianceRho autocorrelation of the alliance noise, 0 to below 1
     * @param outcomeRho autocorrelation of the primary outcome's noise, 0 to below 1
     */
    public static RuleChance of(
            Course course, Instruments instruments, double allianceRho, double outcomeRho, int replications) {
        SortedMap<String, Histogram> found = new TreeMap<>();
        Chance.watched(course, instruments, 1)
                .filter(s -> instruments.allianceNoise().isPresent())
                .ifPresent(s -> dips(course, s, instruments, allianceRho, replications, found));
        Optional<Yardstick> primary = instruments.primary();
        primary.flatMap(p -> course.series(p.key(), Rater.CLIENT))
                .filter(s -> s.size() > 1 && instruments.outcomeNoise().isPresent())
                .ifPresent(s -> changes(course, s, instruments, outcomeRho, replications, found));
        return new RuleChance(replications, found);
    }

    private static void dips(
            Course course,
            ScoreSeries series,
            Instruments instruments,
            double rho,
            int replications,
            SortedMap<String, Histogram> found) {
        Measure alliance = instruments.alliance().orElseThrow();
        SeriesCopies copies = SeriesCopies.simulated(
                course, series, alliance, instruments.allianceNoise().orElseThrow(), rho, 0);
        List<DipRule> rules = DipRule.beside(instruments.settings());
        List<DetectionSettings> settings =
                rules.stream().map(rule -> rule.in(instruments.settings())).toList();
        double scale = 100 * instruments.allianceScale().orElseThrow();
        long[][] dips = new long[rules.size()][];
        for (int rule = 0; rule < dips.length; rule++) {
            dips[rule] = copies.perPosition();
        }
        DipWalk walk = new DipWalk();
        for (int r = 0; r < replications; r++) {
            int[] scores = copies.next(alliance.better() == Direction.HIGHER ? 1 : -1);
            for (int rule = 0; rule < dips.length; rule++) {
                walk.run(scores, scores.length, scale, settings.get(rule));
                for (int e = 0; e < walk.count; e++) {
                    dips[rule][walk.nadir[e]]++;
                }
            }
        }
        for (int rule = 0; rule < dips.length; rule++) {
            found.put(rules.get(rule).key(), copies.byMonth(dips[rule]));
        }
    }

    private static void changes(
            Course course,
            ScoreSeries series,
            Instruments instruments,
            double rho,
            int replications,
            SortedMap<String, Histogram> found) {
        Yardstick yardstick = instruments.primary().orElseThrow();
        SeriesCopies copies = SeriesCopies.simulated(
                course, series, yardstick.measure(), instruments.outcomeNoise().orElseThrow(), rho, 0);
        SessionSlots slots = SessionSlots.of(course, series, yardstick.measure());
        long[] gains = copies.perPosition();
        long[] losses = copies.perPosition();
        for (int r = 0; r < replications; r++) {
            SessionSlots filled = slots.with(series.withScores(copies.next(1)));
            count(filled, yardstick, EpisodeKind.SUDDEN_GAIN, instruments, gains);
            count(filled, yardstick, EpisodeKind.SUDDEN_LOSS, instruments, losses);
        }
        found.put(GAINS, copies.byMonth(gains));
        found.put(LOSSES, copies.byMonth(losses));
    }

    private static void count(
            SessionSlots slots, Yardstick yardstick, EpisodeKind kind, Instruments instruments, long[] counts) {
        for (SuddenChange change : SuddenGains.changes(
                slots, yardstick, kind, instruments.settings().rules().gains())) {
            counts[slots.positionAt(slots.find(change.after()) + 1)]++;
        }
    }

    /** Adds other courses, simulated as often. */
    public RuleChance plus(RuleChance other) {
        if (replications != other.replications && replications != 0 && other.replications != 0) {
            throw new IllegalArgumentException(
                    "courses need the same number of replications, was " + replications + " and " + other.replications);
        }
        TreeMap<String, Histogram> sum = new TreeMap<>(found);
        other.found.forEach((rule, more) -> sum.merge(rule, more, Histogram::plus));
        return new RuleChance(Math.max(replications, other.replications), sum);
    }

    /** Findings of a rule by month, in all replications together. */
    public Histogram of(String rule) {
        return found.getOrDefault(rule, Histogram.NONE);
    }
}
