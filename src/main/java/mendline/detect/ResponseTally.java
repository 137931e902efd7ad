package mendline.detect;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.Course;
import mendline.model.Direction;
import mendline.model.ScoreSeries;
import mendline.stats.Histogram;
import mendline.stats.HistogramBuilder;

/**
 * The scores of closed courses by first score and session: exact counts, added in any order, from which expected courses are made. Severity in
 * hundredths, lower better.
 *
 * @param firsts first scores of courses with a later one
 * @param later severity of later scores, by first score and session
 */
public record ResponseTally(Histogram firsts, SortedMap<Cell, Histogram> later) {
    public static final ResponseTally NONE = new ResponseTally(Histogram.NONE, new TreeMap<>());

    /** A first score and a session, counted from that of the first score as 1. */
    public record Cell(int first, int session) implements Comparable<Cell> {
        private static final Comparator<Cell> ORDER =
                Comparator.comparingInt(Cell::first).thenComparingInt(Cell::session);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    public ResponseTally {
        later = Collections.unmodifiableSortedMap(new TreeMap<>(later));
    }

    /** What a course adds; nothing where it is no reference. */
    static ResponseTally of(Course course, ScoreSeries series, Direction better) {
        if (!isReference(course) || series.size() < 2) {
            return NONE;
        }
        int[] severity = ScoreSetbacks.severity(series, better);
        TreeMap<Cell, HistogramBuilder> later = new TreeMap<>();
        for (int i = 1; i < severity.length; i++) {
            if (session(series, i) > 1) {
                later.computeIfAbsent(new Cell(severity[0], session(series, i)), cell -> new HistogramBuilder())
                        .add(severity[i]);
            }
        }
        TreeMap<Cell, Histogram> built = new TreeMap<>();
        later.forEach((cell, builder) -> built.put(cell, builder.toHistogram()));
        return new ResponseTally(Histogram.of(severity[0]), built);
    }

    /** Whether a course is among those that others are held against: it has ended, and its first score is its first. */
    static boolean isReference(Course course) {
        return !course.leftTruncated() && (!course.open() || !course.timeline().dated());
    }

    /** The session of a score, counted from that of the first score as 1. */
    static int session(ScoreSeries series, int i) {
        return series.session(i) - series.session(0) + 1;
    }

    public ResponseTally plus(ResponseTally other) {
        if (later.isEmpty() || other.later.isEmpty()) {
            ResponseTally more = later.isEmpty() ? other : this;
            return new ResponseTally(firsts.plus(other.firsts), more.later);
        }
        TreeMap<Cell, Histogram> sum = new TreeMap<>(later);
        other.later.forEach((cell, more) -> sum.merge(cell, more, Histogram::plus));
        return new ResponseTally(firsts.plus(other.firsts), sum);
    }
}
