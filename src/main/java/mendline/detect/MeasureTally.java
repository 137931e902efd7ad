package mendline.detect;

import java.util.Map;
import java.util.OptionalDouble;
import mendline.stats.Histogram;
import mendline.stats.LineSample;
import mendline.stats.Moments;
import mendline.stats.PairedMoments;
import mendline.stats.PooledAutocorrelation;

/**
 * What the sample says about one measure and rater: exact sums over courses, added in any order.
 *
 * @param courses courses with at least one difference of neighbouring scores
 * @param differences absolute differences of neighbouring valid scores, hundredths
 * @param pairs first and last scores in hundredths of the courses that have both
 * @param noise autocorrelation of what is left of each course's scores without its line
 * @param lines scores over session numbers of the courses with enough of them, where a method of reliable change may ask for that
 * @param responses scores of closed courses by first score and session, where expected courses are asked for
 */
public record MeasureTally(
        long courses,
        Histogram differences,
        PairedMoments pairs,
        PooledAutocorrelation noise,
        LineSample lines,
        ResponseTally responses) {
    public static final MeasureTally NONE = new MeasureTally(
            0, Histogram.NONE, PairedMoments.NONE, PooledAutocorrelation.NONE, LineSample.NONE, ResponseTally.NONE);

    private static final long FEWEST_COURSES = 10;
    private static final long FEWEST_DIFFERENCES = 40;
    /** Turns a mean absolute difference into an SD of differences (Gaussian): the square root of pi over 2. */
    private static final double MEAN_TO_SD = 1.2533;
    /** Larger differences are screened once, as in a moving-range chart. */
    private static final double SCREEN = 3.267;

    private static final double HIGHEST_RHO = 0.8;

    /** First scores in hundredths of the courses that have a last one too. */
    public Moments baseline() {
        return pairs.first();
    }

    public MeasureTally plus(MeasureTally other) {
        return new MeasureTally(
                Math.addExact(courses, other.courses),
                differences.plus(other.differences),
                pairs.plus(other.pairs),
                noise.plus(other.noise),
                lines.plus(other.lines),
                responses.plus(other.responses));
    }

    /**
     * The sample's scale of differences in points: the mean absolute difference, screened once, as an SD. Empty with
     * fewer than 10 courses or 40 differences, and where scores never differ.
     */
    public OptionalDouble scale() {
        if (courses < FEWEST_COURSES || differences.total() < FEWEST_DIFFERENCES) {
            return OptionalDouble.empty();
        }
        double mean = meanBelow(Double.POSITIVE_INFINITY);
        return mean > 0 ? OptionalDouble.of(MEAN_TO_SD * meanBelow(SCREEN * mean) / 100) : OptionalDouble.empty();
    }

    /**
     * The scale for the noise simulation in points: as {@link #scale}, screened again and again until nothing more
     * falls out, so that the large differences of real dips do not pass for noise. On simulated practices it brings the
     * expected number of dips nearer to what chance gave where ruptures are planted (28 instead of 33 for 20), and
     * changes nothing to speak of where there is noise only.
     */
    public OptionalDouble noiseScale() {
        if (scale().isEmpty()) {
            return OptionalDouble.empty();
        }
        double mean = meanBelow(Double.POSITIVE_INFINITY);
        double screened = meanBelow(SCREEN * mean);
        while (screened < mean) {
            mean = screened;
            screened = meanBelow(SCREEN * mean);
        }
        return OptionalDouble.of(MEAN_TO_SD * mean / 100);
    }

    /** The pooled autocorrelation of the noise, 0 to 0.8; empty where nothing varies or all series are too short. */
    public OptionalDouble rho() {
        return noise.rho(0, HIGHEST_RHO);
    }

    private double meanBelow(double limit) {
        long n = 0;
        long sum = 0;
        for (Map.Entry<Integer, Long> size : differences.counts().entrySet()) {
            if (size.getKey() < limit) {
                n += size.getValue();
                sum += size.getKey() * size.getValue();
            }
        }
        return n == 0 ? 0 : sum / (double) n;
    }
}
