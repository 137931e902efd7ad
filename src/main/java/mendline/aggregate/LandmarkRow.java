package mendline.aggregate;

import java.util.Comparator;
import mendline.detect.LandmarkGroup;

/**
 * One course in the analysis at the landmark. Errors of a regression need rows, not sums, so these are kept one by one.
 *
 * @param draw a number made from the course's codes, as good as drawn at random; rows are kept in its order, so that the
 *     ones kept beyond a limit ({@link DrawnRows}) are a random sample of the courses
 * @param atLandmark last primary outcome score at or before the landmark, in hundredths
 * @param after last one after it, in hundredths
 * @param attended all attended sessions of the course
 * @param therapist code of the therapist, empty where the data name none
 */
public record LandmarkRow(long draw, LandmarkGroup group, int atLandmark, int after, int attended, String therapist)
        implements Comparable<LandmarkRow> {
    private static final Comparator<LandmarkRow> ORDER = Comparator.comparingLong(LandmarkRow::draw)
            .thenComparing(LandmarkRow::group)
            .thenComparingInt(LandmarkRow::atLandmark)
            .thenComparingInt(LandmarkRow::after)
            .thenComparingInt(LandmarkRow::attended)
            .thenComparing(LandmarkRow::therapist);

    @Override
    public int compareTo(LandmarkRow other) {
        return ORDER.compare(this, other);
    }
}
