package mendline.detect;

import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import mendline.measure.Measure;
import mendline.model.Course;
import mendline.model.CurveSettings;
import mendline.model.Months;
import mendline.model.ScoreSeries;
import mendline.stats.Ar1Noise;
import mendline.stats.Histogram;
import mendline.stats.Line;
import mendline.stats.Seeds;
import mendline.stats.TheilSen;

/**
 * Copies of one series, one after the other in the same array: its robust line with simulated noise around it, or with
 * its own residuals in another order. The seed comes from the course's ids, the measure and a block number.
 */
final class SeriesCopies {
    private final ScoreSeries series;
    private final Measure measure;
    private final double[] line;
    private final double[] noise;
    private final double[] residuals;
    private boolean shuffling;
    private final int[] scores;
    private final int[] months;
    private final double sd;
    private final double rho;
    private final SplittableRandom random;

    private SeriesCopies(ScoreSeries series, boolean dated, Measure measure, double scale, double rho, long seed) {
        this.series = series;
        this.measure = measure;
        int n = series.size();
        double[] order = new double[n];
        double[] observed = new double[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
            observed[i] = series.score(i);
        }
        Line fitted = TheilSen.line(order, observed);
        line = new double[n];
        residuals = new double[n];
        for (int i = 0; i < n; i++) {
            line[i] = fitted.at(i);
            residuals[i] = observed[i] - line[i];
        }
        noise = new double[n];
        scores = new int[n];
        months = new int[n];
        for (int i = 0; i < n; i++) {
            months[i] = dated ? Months.ofDay(series.day(i)) : Months.UNDATED;
        }
        sd = 100 * scale / Math.sqrt(2 * (1 - rho));
        this.rho = rho;
        random = new SplittableRandom(seed);
    }

    /**
     * Copies with simulated noise.
     *
     * @param scale of differences, in points
     * @param rho autocorrelation, 0 to below 1
     */
    static SeriesCopies simulated(
            Course course, ScoreSeries series, Measure measure, double scale, double rho, int block) {
        long seed = Seeds.of(course.client(), course.id(), measure.key(), Integer.toString(block));
        return new SeriesCopies(series, course.timeline().dated(), measure, scale, rho, seed);
    }

    /** Copies that shuffle what the series leaves about its line. */
    static SeriesCopies shuffled(Course course, ScoreSeries series, Measure measure, int block) {
        long seed = Seeds.of(course.client(), course.id(), measure.key(), "shuffled", Integer.toString(block));
        SeriesCopies copies = new SeriesCopies(series, course.timeline().dated(), measure, 0, 0, seed);
        copies.shuffling = true;
        return copies;
    }

    /** Room to count at each position of the series. */
    long[] perPosition() {
        return new long[scores.length];
    }

    /** Time from one position to another; empty on the clock of days where days are not known. */
    OptionalInt time(CurveSettings.Clock clock, int from, int to) {
        return clock == CurveSettings.Clock.SCORES
                ? OptionalInt.of(to - from)
                : SeriesMoments.daysForward(series, from, to);
    }

    /** Counts at positions, put together by the month of each position's score. */
    Histogram byMonth(long[] counts) {
        SortedMap<Integer, Long> byMonth = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                byMonth.merge(months[i], counts[i], Long::sum);
            }
        }
        return new Histogram(byMonth);
    }

    private void fill() {
        if (!shuffling) {
            Ar1Noise.fill(noise, sd, rho, random);
            return;
        }
        System.arraycopy(residuals, 0, noise, 0, noise.length);
        for (int i = noise.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double moved = noise[i];
            noise[i] = noise[j];
            noise[j] = moved;
        }
    }

    /** The next copy, each score times the sign. */
    int[] next(int sign) {
        fill();
        for (int i = 0; i < scores.length; i++) {
            long steps = Math.round((line[i] + noise[i] - measure.min()) / measure.step());
            long score = measure.min() + steps * measure.step();
            scores[i] = sign * (int) Math.max(measure.min(), Math.min(measure.max(), score));
        }
        return scores;
    }
}
