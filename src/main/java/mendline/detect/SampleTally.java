package mendline.detect;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.measure.ChangeMethod;
import mendline.measure.Measure;
import mendline.measure.Yardsticks;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.MeasureKind;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.stats.HistogramBuilder;
import mendline.stats.LineSample;
import mendline.stats.PairedMoments;
import mendline.stats.PooledAutocorrelation;

/**
 * The first pass over the courses: what the sample says about its measures, before anything is detected. Exact, so that
 * any split and order of the courses gives the same.
 *
 * @param measures by key
 */
public record SampleTally(SortedMap<String, MeasureTally> measures) {
    public static final SampleTally NONE = new SampleTally(new TreeMap<>());

    public SampleTally {
        measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
    }

    /**
     * One course. The baseline leaves out a course that may have been running when the data begin, whose first score is
     * not its first.
     *
     * @param watched the alliance measure and the outcome measures of the run
     */
    public static SampleTally of(Course course, Iterable<Measure> watched, DetectionSettings settings) {
        TreeMap<String, MeasureTally> tallies = new TreeMap<>();
        for (Measure measure : watched) {
            course.series(measure.key(), rater(measure, settings))
                    .ifPresent(series -> tallies.put(measure.key(), tally(course, measure, series, settings)));
        }
        return new SampleTally(tallies);
    }

    /** Outcomes are the client's own; of the alliance it is the rater in whose scores dips are looked for. */
    private static Rater rater(Measure measure, DetectionSettings settings) {
        return measure.kind() == MeasureKind.ALLIANCE ? settings.rules().dipRater() : Rater.CLIENT;
    }

    public SampleTally plus(SampleTally other) {
        TreeMap<String, MeasureTally> sum = new TreeMap<>(measures);
        other.measures.forEach((key, more) -> sum.merge(key, more, MeasureTally::plus));
        return new SampleTally(sum);
    }

    /** The tally of a measure; {@link MeasureTally#NONE} where no course has a score of it. */
    public MeasureTally measure(String key) {
        return measures.getOrDefault(key, MeasureTally.NONE);
    }

    private static MeasureTally tally(Course course, Measure measure, ScoreSeries series, DetectionSettings settings) {
        HistogramBuilder differences = new HistogramBuilder();
        double[] scores = new double[series.size()];
        for (int i = 0; i < series.size(); i++) {
            scores[i] = series.score(i);
            if (i > 0) {
                differences.add(Math.abs(series.score(i) - series.score(i - 1)));
            }
        }
        ScorePair pair = ScorePair.of(course, measure.key(), settings);
        boolean baseline = measure.kind() == MeasureKind.OUTCOME && pair.complete() && !course.leftTruncated();
        return new MeasureTally(
                series.size() > 1 ? 1 : 0,
                differences.toHistogram(),
                baseline
                        ? PairedMoments.NONE.with(
                                pair.first().getAsInt(), pair.last().getAsInt())
                        : PairedMoments.NONE,
                PooledAutocorrelation.NONE.with(scores),
                baseline && Yardsticks.comparesMethods(measure) && series.size() >= ChangeMethod.FEWEST_SCORES
                        ? LineSample.of(Outcomes.line(series))
                        : LineSample.NONE,
                measure.kind() == MeasureKind.OUTCOME
                                && settings.rules().expectedBands().isPresent()
                        ? ResponseTally.of(course, series, measure.better())
                        : ResponseTally.NONE);
    }
}
