package mendline.detect;

import java.util.Optional;
import java.util.OptionalInt;
import mendline.measure.Measure;
import mendline.measure.Yardstick;
import mendline.model.Course;
import mendline.model.CurveSettings;
import mendline.model.DetectionSettings;
import mendline.model.Direction;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.stats.Histogram;
import mendline.stats.Moments;
import mendline.stats.SurvivalTally;
import mendline.stats.SurvivalTallyBuilder;

/**
 * What noise alone would give: simulated copies of a course, a robust line with noise around it, through the same
 * detectors.
 *
 * <p>The line is that of Theil and Sen over the order of the valid scores. The noise has the SD of the sample's scale
 * of differences over the square root of 2 (1 - rho), rounded to the measure's step and clipped to its range. The seed
 * comes from the course's ids, the measure and a block number, so neither the order of courses nor their split changes
 * anything; runs with other rho meet the same random numbers. An approximation: slow ebb is understated, since the line
 * takes up part of it, and long true declines raise rho and overstate.
 */
public final class Chance {
    private Chance() {}

    /**
     * @param allianceRho autocorrelation of the alliance noise, 0 to below 1
     * @param outcomeRho autocorrelation of the primary outcome's noise, 0 to below 1
     * @param block number of the block of replications, so that more can be added later
     */
    public static ChanceCounts of(
            Course course,
            Instruments instruments,
            double allianceRho,
            double outcomeRho,
            int block,
            int replications) {
        ChanceCounts dips = watched(course, instruments)
                .filter(s -> instruments.allianceNoise().isPresent())
                .map(s -> dips(
                        SeriesCopies.simulated(
                                course,
                                s,
                                instruments.alliance().get(),
                                instruments.allianceNoise().getAsDouble(),
                                allianceRho,
                                block),
                        instruments,
                        replications))
                .orElse(ChanceCounts.none(replications));
        return dips.plus(setbacks(course, instruments, outcomeRho, block, replications));
    }

    /**
     * Dips in copies that shuffle what the course's own scores leave about its line. A check on {@link #of}: it overstates
     * the noise where there are real dips, and understates it under slow ebb.
     */
    public static ChanceCounts shuffledDips(Course course, Instruments instruments, int block, int replications) {
        return watched(course, instruments)
                .map(s -> {
                    Measure alliance = instruments.alliance().get();
                    return dips(SeriesCopies.shuffled(course, s, alliance, block), instruments, replications);
                })
                .orElse(ChanceCounts.none(replications));
    }

    /** The alliance series, where dips can be looked for in it by the detector of the settings. */
    private static Optional<ScoreSeries> watched(Course course, Instruments instruments) {
        return watched(
                course, instruments, instruments.settings().rules().dips().fewestScores());
    }

    /** The alliance series, where its scale is known and it has at least so many scores. */
    static Optional<ScoreSeries> watched(Course course, Instruments instruments, int fewest) {
        return instruments
                .allianceSeries(course)
                .filter(s -> instruments.allianceScale().isPresent())
                .filter(s -> s.size() >= fewest);
    }

    private static ChanceCounts dips(SeriesCopies copies, Instruments instruments, int replications) {
        Measure alliance = instruments.alliance().orElseThrow();
        DetectionSettings settings = instruments.settings();
        double scale = 100 * instruments.allianceScale().orElseThrow();
        CurveSettings.Clock clock = settings.curves().clock();
        DipWalk walk = new DipWalk();
        SurvivalTallyBuilder repairs = new SurvivalTallyBuilder();
        long[] dips = copies.perPosition();
        long[] repaired = copies.perPosition();
        for (int r = 0; r < replications; r++) {
            int[] scores = copies.next(alliance.better() == Direction.HIGHER ? 1 : -1);
            walk.run(scores, scores.length, scale, settings);
            for (int e = 0; e < walk.count; e++) {
                int onset = walk.onset[e];
                dips[walk.nadir[e]]++;
                if (walk.repairedAt[e] >= 0) {
                    repaired[walk.nadir[e]]++;
                    copies.time(clock, onset, walk.repairedAt[e]).ifPresent(repairs::addEvent);
                } else {
                    int watchedTo = Math.min(scores.length - 1, walk.nadir[e] + settings.dipWindow());
                    copies.time(clock, onset, watchedTo).ifPresent(repairs::addCensored);
                }
            }
        }
        return new ChanceCounts(
                replications,
                copies.byMonth(dips),
                copies.byMonth(repaired),
                repairs.toSurvivalTally(),
                Histogram.NONE,
                Histogram.NONE,
                SurvivalTally.NONE,
                SurvivalTally.NONE,
                Moments.NONE,
                Moments.NONE);
    }

    private static ChanceCounts setbacks(
            Course course, Instruments instruments, double rho, int block, int replications) {
        Optional<Yardstick> primary = instruments.primary();
        Optional<ScoreSeries> series = primary.flatMap(p -> course.series(p.key(), Rater.CLIENT));
        OptionalInt threshold = primary.isPresent() ? ScoreSetbacks.threshold(primary.get()) : OptionalInt.empty();
        Optional<SetbackFinder> finder = series.flatMap(s -> SetbackFinder.of(
                instruments.settings().rules().setback(),
                instruments.settings().rules().gains(),
                SessionSlots.of(course, s, primary.get().measure()),
                primary.get()));
        if (series.isEmpty()
                || series.get().size() < 2
                || threshold.isEmpty()
                || instruments.outcomeNoise().isEmpty()) {
            return ChanceCounts.none(replications);
        }
        Measure measure = primary.get().measure();
        SeriesCopies copies = SeriesCopies.simulated(
                course, series.get(), measure, instruments.outcomeNoise().getAsDouble(), rho, block);
        SetbackSums sums =
                new SetbackSums(copies, finder, 100 * primary.get().stepChange().orElseThrow(), instruments.settings());
        int sign = measure.better() == Direction.LOWER ? 1 : -1;
        for (int r = 0; r < replications; r++) {
            sums.add(copies.next(sign), threshold.getAsInt());
        }
        return sums.counts(replications);
    }

    /** Adds up the setbacks and spikes of simulated copies. */
    private static final class SetbackSums {
        private final Optional<SetbackFinder> finder;
        private SetbackWalk setbackWalk = new SetbackWalk();
        private final SpikeWalk spikeWalk = new SpikeWalk();
        private final SurvivalTallyBuilder bounces = new SurvivalTallyBuilder();
        private final SurvivalTallyBuilder curve = new SurvivalTallyBuilder();
        private final int window;
        private final double step;
        private final CurveSettings curves;
        private Moments learningDepth = Moments.NONE;
        private Moments learningScores = Moments.NONE;
        private final SeriesCopies copies;
        private final long[] setbacks;
        private final long[] spikes;

        SetbackSums(SeriesCopies copies, Optional<SetbackFinder> finder, double step, DetectionSettings settings) {
            this.copies = copies;
            this.finder = finder;
            this.step = step;
            window = settings.setbackWindow();
            curves = settings.curves();
            setbacks = copies.perPosition();
            spikes = copies.perPosition();
        }

        void add(int[] severity, int threshold) {
            setbackWalk = finder.isPresent() ? finder.get().in(severity) : setbackWalk;
            spikeWalk.run(severity, severity.length, threshold);
            for (int e = 0; e < setbackWalk.count; e++) {
                setbacks[confirming(e)]++;
            }
            for (int e = 0; e < spikeWalk.count; e++) {
                spikes[spikeWalk.spike[e]]++;
            }
            if (setbackWalk.count > 0) {
                addFirst(severity.length);
            }
            if (!curves.usualTimes()) {
                int last = curves.setbacks() == CurveSettings.Setbacks.ALL ? setbackWalk.count : 1;
                for (int e = 0; e < Math.min(last, setbackWalk.count); e++) {
                    addToCurve(severity, e);
                }
            }
            if (setbackWalk.count > 1 && setbackWalk.halfWayAt[1] >= 0) {
                learningDepth = learningDepth.with(depth(severity, 1) - depth(severity, 0));
                learningScores =
                        learningScores.with(Math.min(window, scoresToEnd(1)) - Math.min(window, scoresToEnd(0)));
            }
        }

        private void addFirst(int length) {
            int later = length - 1 - confirming(0);
            if (setbackWalk.halfWayAt[0] >= 0) {
                bounces.addEvent(scoresToEnd(0));
            } else if (later > 0) {
                bounces.addCensored(later);
            }
        }

        /** The same times that {@link TimeToBack} takes from the course itself. */
        private void addToCurve(int[] severity, int e) {
            int last = severity.length - 1;
            int back = curves.back() == CurveSettings.Back.HALF ? setbackWalk.halfWayAt[e] : fullyBackAt(severity, e);
            if (confirming(e) == last) {
                return;
            }
            OptionalInt time = copies.time(curves.clock(), confirming(e), back >= 0 ? back : last);
            if (time.isPresent() && back >= 0) {
                curve.addEvent(time.getAsInt());
            } else if (time.isPresent()) {
                curve.addCensored(time.getAsInt());
            }
        }

        private int fullyBackAt(int[] severity, int e) {
            for (int i = confirming(e) + 1; i < severity.length; i++) {
                if (ScoreSetbacks.fullyBack(severity[i] - severity[setbackWalk.best[e]], step)) {
                    return i;
                }
            }
            return -1;
        }

        private int confirming(int e) {
            return setbackWalk.confirming[e];
        }

        private int scoresToEnd(int e) {
            return setbackWalk.halfWayAt[e] - confirming(e);
        }

        private int depth(int[] severity, int e) {
            return severity[setbackWalk.worst[e]] - severity[setbackWalk.best[e]];
        }

        ChanceCounts counts(int replications) {
            return new ChanceCounts(
                    replications,
                    Histogram.NONE,
                    Histogram.NONE,
                    SurvivalTally.NONE,
                    copies.byMonth(setbacks),
                    copies.byMonth(spikes),
                    bounces.toSurvivalTally(),
                    curves.usualTimes() ? bounces.toSurvivalTally() : curve.toSurvivalTally(),
                    learningDepth,
                    learningScores);
        }
    }
}
