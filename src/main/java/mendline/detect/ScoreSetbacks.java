package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mendline.measure.Yardstick;
import mendline.model.DetectionSettings;
import mendline.model.Direction;
import mendline.model.ScoreSeries;
import mendline.model.SetbackRule;

/**
 * The setbacks that one outcome series shows by the rule of the settings, usually S1: two consecutive scores a step
 * worse than the best one before; and S4, a spike with a rebound. Both look at all scores, so a spike may lie inside a
 * setback; counts of the two are never summed.
 *
 * @param setbacks in order of onset; an unconfirmed one on the last score comes last and is no setback yet
 * @param spikes S4 in order
 */
public record ScoreSetbacks(List<Episode> setbacks, List<Episode> spikes) {
    /** A spike with a rebound. */
    public static final String SPIKE = "S4";
    /** Follows the rule's name where a clinical score is less than a step worse than the best one. */
    static final String WITHIN_ERROR = "_within_error";

    static final ScoreSetbacks NONE = new ScoreSetbacks(List.of(), List.of());
    /** A setback of an ended course is not back with at least this many later scores. */
    private static final int ENOUGH_LATER = 3;

    private static final double HAIR = 1e-7;

    public ScoreSetbacks {
        setbacks = List.copyOf(setbacks);
        spikes = List.copyOf(spikes);
    }

    /** None where the measure's step is not known, nor its cut-off where the rule needs one. */
    public static ScoreSetbacks in(
            ScoreSeries series, Yardstick yardstick, boolean courseOpen, DetectionSettings settings) {
        return in(series, yardstick, CourseEnding.of(courseOpen), settings);
    }

    static ScoreSetbacks in(ScoreSeries series, Yardstick yardstick, CourseEnding ending, DetectionSettings settings) {
        int first = series.isEmpty() ? 1 : series.session(0);
        int last = series.isEmpty() ? 0 : series.session(series.size() - 1);
        SessionSlots slots = SessionSlots.between(first, last, series, yardstick.measure());
        return in(slots, yardstick, ending, settings);
    }

    /** By the counted rule of the settings. */
    static ScoreSetbacks in(SessionSlots slots, Yardstick yardstick, CourseEnding ending, DetectionSettings settings) {
        return in(settings.rules().setback(), slots, yardstick, ending, settings);
    }

    static ScoreSetbacks in(
            SetbackRule rule,
            SessionSlots slots,
            Yardstick yardstick,
            CourseEnding ending,
            DetectionSettings settings) {
        OptionalInt threshold = threshold(yardstick);
        if (threshold.isEmpty()) {
            return NONE;
        }
        int[] severity = severity(slots.series(), yardstick.better());
        double step = 100 * yardstick.stepChange().orElseThrow();
        SpikeWalk spikes = new SpikeWalk();
        spikes.run(severity, severity.length, threshold.getAsInt());
        return new ScoreSetbacks(
                SetbackFinder.of(rule, settings.rules().gains(), slots, yardstick)
                        .map(finder -> setbacks(
                                rule,
                                slots.series(),
                                severity,
                                finder.in(severity),
                                step,
                                ending,
                                settings.setbackWindow()))
                        .orElse(List.of()),
                spikes(slots.series(), severity, spikes, step));
    }

    /** The setbacks of the rules that are listed beside the counted one, marked as not counted. */
    static List<Episode> beside(
            SessionSlots slots, Yardstick yardstick, CourseEnding ending, DetectionSettings settings) {
        List<Episode> found = new ArrayList<>();
        for (SetbackRule rule : settings.rules().alsoSetbacks()) {
            if (!rule.countable()) {
                continue;
            }
            for (Episode episode : in(rule, slots, yardstick, ending, settings).setbacks()) {
                found.add(EpisodeBuilder.from(episode).beside().build());
            }
        }
        return found;
    }

    /** The confirmed setbacks. */
    public List<Episode> confirmed() {
        return setbacks.stream()
                .filter(e -> e.status() != EpisodeStatus.UNCONFIRMED)
                .toList();
    }

    /** The smallest difference in whole hundredths that reaches the step. */
    static OptionalInt threshold(Yardstick yardstick) {
        return yardstick.stepChange().isPresent()
                ? OptionalInt.of(atLeast(yardstick.stepChange().getAsDouble()))
                : OptionalInt.empty();
    }

    /** The smallest whole number of hundredths that is at least so many points. */
    static int atLeast(double points) {
        return (int) Math.ceil(100 * points - HAIR);
    }

    /** Scores with lower better; differences only, since the zero moves. */
    static int[] severity(ScoreSeries series, Direction better) {
        int[] scores = series.scores();
        if (better == Direction.HIGHER) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] = -scores[i];
            }
        }
        return scores;
    }

    private static List<Episode> setbacks(
            SetbackRule rule,
            ScoreSeries series,
            int[] severity,
            SetbackWalk walk,
            double step,
            CourseEnding ending,
            int window) {
        List<Episode> found = new ArrayList<>(walk.count + 1);
        for (int e = 0; e < walk.count; e++) {
            found.add(setback(rule, series, severity, walk, e, step, ending, window));
        }
        if (walk.unconfirmed >= 0) {
            int at = walk.unconfirmed;
            found.add(new EpisodeBuilder(
                            EpisodeKind.SETBACK, rule.id(), EpisodeSource.SCORE, SeriesMoments.at(series, at))
                    .seenIn(series.measure(), series.rater())
                    .fall(series.score(walk.unconfirmedBest), series.score(at), SeriesMoments.at(series, at), 1)
                    .threshold(step)
                    .status(EpisodeStatus.UNCONFIRMED)
                    .longGap(SeriesMoments.longGap(series, at - 1, at))
                    .build());
        }
        return found;
    }

    private static Episode setback(
            SetbackRule rule,
            ScoreSeries series,
            int[] severity,
            SetbackWalk walk,
            int e,
            double step,
            CourseEnding ending,
            int window) {
        int best = walk.best[e];
        int onset = walk.onset[e];
        int confirming = walk.confirming[e];
        int worst = walk.worst[e];
        int end = walk.halfWayAt[e];
        int watchedTo = end >= 0 ? end : series.size() - 1;
        int until = e + 1 < walk.count ? walk.onset[e + 1] : series.size();
        boolean known = SeriesMoments.known(series, confirming + window, ending);
        boolean within = end >= 0 && end - confirming <= window;
        EpisodeBuilder builder = new EpisodeBuilder(
                        EpisodeKind.SETBACK,
                        subtype(rule, severity[worst] - severity[best], step),
                        EpisodeSource.SCORE,
                        SeriesMoments.at(series, onset))
                .seenIn(series.measure(), series.rater())
                .confirmed(SeriesMoments.at(series, confirming))
                .fall(series.score(best), series.score(worst), SeriesMoments.at(series, worst), worst - onset + 1)
                .threshold(step)
                .status(status(end, watchedTo - confirming, ending))
                .watched(watchedTo - confirming)
                .bestFraction(bestFraction(severity, best, worst, confirming, watchedTo))
                .known(
                        !known ? Known.NOT_YET : within ? Known.YES : Known.NO,
                        SeriesMoments.knownDay(series, confirming + window, ending))
                .longGap(SeriesMoments.longGap(series, onset - 1, Math.max(confirming, watchedTo)))
                .after(new AfterSetback(
                        fullyBack(severity, best, confirming, until, step),
                        newBest(severity, best, confirming, until),
                        OptionalInt.empty()));
        if (end >= 0) {
            builder.ended(
                    SeriesMoments.at(series, end),
                    OptionalInt.of(end - confirming),
                    SeriesMoments.days(series, confirming, end));
        }
        return builder.build();
    }

    /** Only a return above the cut-off can be smaller than a step. */
    private static String subtype(SetbackRule rule, int depth, double step) {
        return rule == SetbackRule.S5 && depth < step - HAIR ? rule.id() + WITHIN_ERROR : rule.id();
    }

    static EpisodeStatus status(int end, int later, CourseEnding ending) {
        if (end >= 0) {
            return EpisodeStatus.BOUNCED_BACK;
        }
        if (ending.open()) {
            return EpisodeStatus.OPEN;
        }
        return later >= ENOUGH_LATER ? EpisodeStatus.NOT_BACK : EpisodeStatus.ENDED_BEFORE_KNOWN;
    }

    /** Best share regained by a score after both the worst and the confirming one; empty where there is none. */
    private static OptionalDouble bestFraction(int[] severity, int best, int worst, int confirming, int to) {
        int from = Math.max(worst, confirming) + 1;
        if (from > to) {
            return OptionalDouble.empty();
        }
        int lowest = severity[from];
        for (int i = from + 1; i <= to; i++) {
            lowest = Math.min(lowest, severity[i]);
        }
        return OptionalDouble.of((severity[worst] - lowest) / (double) (severity[worst] - severity[best]));
    }

    /**
     * Whether a score is fully back: within half a step of the best one before the setback, or better.
     *
     * @param worse how much worse than that best one, in hundredths
     * @param step in hundredths
     */
    static boolean fullyBack(int worse, double step) {
        return 2 * worse <= step + HAIR;
    }

    private static OptionalInt fullyBack(int[] severity, int best, int confirming, int until, double step) {
        for (int i = confirming + 1; i < until; i++) {
            if (fullyBack(severity[i] - severity[best], step)) {
                return OptionalInt.of(i - confirming);
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt newBest(int[] severity, int best, int confirming, int until) {
        for (int i = confirming + 1; i < until; i++) {
            if (severity[i] < severity[best]) {
                return OptionalInt.of(i - confirming);
            }
        }
        return OptionalInt.empty();
    }

    private static List<Episode> spikes(ScoreSeries series, int[] severity, SpikeWalk walk, double step) {
        List<Episode> found = new ArrayList<>(walk.count);
        for (int e = 0; e < walk.count; e++) {
            int base = walk.base[e];
            int at = walk.spike[e];
            int back = walk.rebound[e];
            found.add(new EpisodeBuilder(EpisodeKind.SPIKE, SPIKE, EpisodeSource.SCORE, SeriesMoments.at(series, at))
                    .seenIn(series.measure(), series.rater())
                    .fall(series.score(base), series.score(at), SeriesMoments.at(series, at), 1)
                    .threshold(step)
                    .status(EpisodeStatus.BOUNCED_BACK)
                    .ended(
                            SeriesMoments.at(series, back),
                            OptionalInt.of(back - at),
                            SeriesMoments.days(series, at, back))
                    .watched(back - at)
                    .bestFraction(OptionalDouble.of(
                            (severity[at] - severity[back]) / (double) (severity[at] - severity[base])))
                    .longGap(SeriesMoments.longGap(series, base, back))
                    .build());
        }
        return found;
    }
}
