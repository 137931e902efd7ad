package mendline.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mendline.model.DetectionSettings;
import mendline.model.ScoreSeries;

/**
 * The dips of one alliance series: declines, over one session or several, that are large against both the course's own
 * and the sample's session-to-session differences. A dip is a possible strain seen in scores, never a rupture.
 *
 * <p>The stricter of two scales and declines over several sessions follow Gumz and others (2012, BMC Medical Research
 * Methodology 12:10); the numbers are conventions of this program.
 *
 * @param episodes in order of onset
 * @param assessable whether there were at least three valid scores
 * @param upAndDown whether the scores swing so widely that the threshold was capped
 * @param withinScale scale of the course's own differences in points, 0 with fewer than four
 * @param scale the scale that was used, in points
 * @param threshold the smallest depth of a dip, in points
 */
public record AllianceDips(
        List<Episode> episodes,
        boolean assessable,
        boolean upAndDown,
        double withinScale,
        double scale,
        double threshold) {
    /** The rule's name in files. */
    static final String RULE = "A";
    /** A dip needs at least this many valid scores. */
    static final int FEWEST_SCORES = 3;

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
        walk.run(scores, scores.length, 100 * scalePoints, settings.dipK(), settings.dipWindow());
        List<Episode> episodes = new ArrayList<>(walk.count);
        for (int e = 0; e < walk.count; e++) {
            episodes.add(episode(series, scores, walk, e, ending, settings.dipWindow()));
        }
        boolean assessable = scores.length >= FEWEST_SCORES;
        return new AllianceDips(
                episodes,
                assessable,
                assessable && walk.upAndDown,
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
            ScoreSeries series, int[] scores, DipWalk walk, int e, CourseEnding ending, int window) {
        int peak = walk.peak[e];
        int onset = peak + 1;
        int nadir = walk.nadir[e];
        int repaired = walk.repairedAt[e];
        int watchedTo = repaired >= 0 ? repaired : Math.min(series.size() - 1, nadir + window);
        OptionalDouble best = bestFraction(scores, peak, nadir, watchedTo);
        boolean known = SeriesMoments.known(series, nadir + window, ending);
        EpisodeBuilder builder = new EpisodeBuilder(
                        EpisodeKind.DIP, RULE, EpisodeSource.SCORE, SeriesMoments.at(series, onset))
                .seenIn(series.measure(), series.rater())
                .confirmed(SeriesMoments.at(series, nadir))
                .fall(series.score(peak), series.score(nadir), SeriesMoments.at(series, nadir), nadir - peak)
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
