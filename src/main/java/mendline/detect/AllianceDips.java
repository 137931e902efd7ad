package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mendline.model.DetectionSettings;
import mendline.model.DipDetector;
import mendline.model.ScoreSeries;

/**
 * The dips of one alliance series, by the detector of the settings: A, declines over one session or several that are
 * large against both the course's own and the sample's session-to-session differences; or B, scores below the limits of
 * the course's own control chart. A dip is a possible strain seen in scores, never a rupture.
 *
 * <p>The stricter of two scales and declines over several sessions follow Gumz and others (2012, BMC Medical Research
 * Methodology 12:10), a control chart for each client the idea of Lipner and others (2022, Clinical Psychology and
 * Psychotherapy 29:339); the numbers are conventions of this program.
 *
 * @param episodes in order of onset
 * @param assessable whether there were enough valid scores: three (A), six (B)
 * @param upAndDown whether the scores swing so widely that the threshold was capped (A)
 * @param trial whether limits were made from six or seven scores (B)
 * @param withinScale scale of the course's own differences in points, 0 with fewer than four; the mean moving range (B)
 * @param scale the scale that was used, in points
 * @param threshold the smallest depth of a dip (A), the lower limit's distance from the mean (B), in points
 */
public record AllianceDips(
        List<Episode> episodes,
        boolean assessable,
        boolean upAndDown,
        boolean trial,
        double withinScale,
        double scale,
        double threshold) {
    /** Follows the detector's name where its limits were made from few scores. */
    private static final String TRIAL = "_trial";

    public AllianceDips {
        episodes = List.copyOf(episodes);
    }

    /**
     * @param scalePoints scale of differences of the sample in points, above 0
     * @param higherBetter whether higher scores are better; otherwise the series is reflected first
     */
    public static AllianceDips in(
            ScoreSeries series,
            double scalePoints,
            boolean higherBetter,
            boolean courseOpen,
            DetectionSettings settings) {
        return in(series, scalePoints, higherBetter, CourseEnding.of(courseOpen), settings);
    }

    static AllianceDips in(
            ScoreSeries series,
            double scalePoints,
            boolean higherBetter,
            CourseEnding ending,
            DetectionSettings settings) {
        if (!(scalePoints > 0)) {
            throw new IllegalArgumentException("dips need a scale above 0, was " + scalePoints);
        }
        DipWalk walk = new DipWalk();
        int[] scores = oriented(series, higherBetter);
        walk.run(scores, scores.length, 100 * scalePoints, settings);
        DipDetector detector = settings.rules().dips();
        boolean assessable = scores.length >= detector.fewestScores();
        boolean trial = assessable && walk.trial;
        String rule = trial ? detector.id() + TRIAL : detector.id();
        List<Episode> episodes = new ArrayList<>(walk.count);
        for (int e = 0; e < walk.count; e++) {
            episodes.add(episode(rule, series, scores, walk, e, ending, settings.dipWindow()));
        }
        return new AllianceDips(
                episodes,
                assessable,
                assessable && walk.upAndDown,
                trial,
                walk.withinScale / 100,
                walk.scale / 100,
                walk.threshold / 100);
    }

    /** Scores with higher better. */
    static int[] oriented(ScoreSeries series, boolean higherBetter) {
        int[] scores = series.scores();
        if (!higherBetter) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] = -scores[i];
            }
        }
        return scores;
    }

    private static Episode episode(
            String rule, ScoreSeries series, int[] scores, DipWalk walk, int e, CourseEnding ending, int window) {
        int peak = walk.peak[e];
        int onset = walk.onset[e];
        int nadir = walk.nadir[e];
        int repaired = walk.repairedAt[e];
        int watchedTo = repaired >= 0 ? repaired : Math.min(series.size() - 1, nadir + window);
        OptionalDouble best = bestFraction(scores, peak, nadir, watchedTo);
        boolean known = SeriesMoments.known(series, nadir + window, ending);
        EpisodeBuilder builder = new EpisodeBuilder(
                        EpisodeKind.DIP, rule, EpisodeSource.SCORE, SeriesMoments.at(series, onset))
                .seenIn(series.measure(), series.rater())
                .confirmed(SeriesMoments.at(series, walk.seenAt[e]))
                .fall(series.score(peak), series.score(nadir), SeriesMoments.at(series, nadir), nadir - onset + 1)
                .threshold(walk.threshold)
                .status(status(series, nadir + window, repaired, best, ending))
                .watched(watchedTo - onset)
                .bestFraction(best)
                .known(
                        !known ? Known.NOT_YET : repaired >= 0 ? Known.YES : Known.NO,
                        SeriesMoments.knownDay(series, nadir + window, ending))
                .longGap(SeriesMoments.longGap(series, peak, watchedTo));
        if (repaired >= 0) {
            builder.ended(
                    SeriesMoments.at(series, repaired),
                    OptionalInt.of(repaired - onset),
                    SeriesMoments.days(series, onset, repaired));
        }
        return builder.build();
    }

    private static EpisodeStatus status(
            ScoreSeries series, int windowEnd, int repaired, OptionalDouble best, CourseEnding ending) {
        if (repaired >= 0) {
            return EpisodeStatus.REPAIRED;
        }
        if (windowEnd < series.size()) {
            return best.orElseThrow() >= 0.5 ? EpisodeStatus.PARTLY_REPAIRED : EpisodeStatus.NOT_REPAIRED;
        }
        return ending.open() ? EpisodeStatus.OPEN : EpisodeStatus.ENDED_BEFORE_KNOWN;
    }

    private static OptionalDouble bestFraction(int[] scores, int peak, int nadir, int to) {
        if (to == nadir) {
            return OptionalDouble.empty();
        }
        int best = scores[nadir + 1];
        for (int i = nadir + 2; i <= to; i++) {
            best = Math.max(best, scores[i]);
        }
        return OptionalDouble.of((best - scores[nadir]) / (double) (scores[peak] - scores[nadir]));
    }
}
