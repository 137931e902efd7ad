package mendline.detect;

import java.util.Arrays;

/**
 * The walk that finds declines of a series and what followed them (methods page, detector A and status of a dip), on
 * whole hundredths with higher better. One object serves many series, which is what the simulation needs; the results
 * of the last walk stand in its fields. Not for sharing between threads.
 */
final class DipWalk {
    /** A decline goes on for at most this many scores after its peak. */
    static final int LONGEST_DECLINE = 6;
    /** Makes a median of absolute differences comparable with an SD (Gaussian). */
    private static final double MEDIAN_TO_SD = 1.4826;
    /** The within scale counts from this many differences. */
    private static final int FEWEST_DIFFERENCES = 4;

    private static final double CAP = 1.5;
    private static final double HAIR = 1e-7;

    /** How many episodes the last walk found. */
    int count;
    /** Position of the score before the decline, by episode. */
    int[] peak = new int[8];
    /** Position of the first lowest score, by episode. */
    int[] nadir = new int[8];
    /** Position of the score that repaired it, or -1, by episode. */
    int[] repairedAt = new int[8];
    /** Within scale in hundredths. */
    double withinScale;
    /** The scale that was used, in hundredths. */
    double scale;
    /** The smallest depth of an episode, in hundredths. */
    double threshold;
    /** Whether the within scale was capped. */
    boolean upAndDown;

    private int[] differences = new int[32];

    /**
     * @param scores hundredths, higher better; only the first {@code length} count
     * @param sampleScale scale of differences of the sample in hundredths, above 0
     */
    void run(int[] scores, int length, double sampleScale, double k, int window) {
        count = 0;
        withinScale = withinScale(scores, length);
        upAndDown = withinScale > CAP * sampleScale;
        scale = Math.min(Math.max(withinScale, sampleScale), CAP * sampleScale);
        threshold = k * scale;
        if (length < 3) {
            return;
        }
        int at = 0;
        while (at < length - 1) {
            if (scores[at + 1] >= scores[at]) {
                at++;
                continue;
            }
            int lowest = lowestOfDecline(scores, length, at);
            if (scores[at] - scores[lowest] < threshold - HAIR) {
                at = lowest;
            } else {
                at = follow(scores, length, at, lowest, window);
            }
        }
    }

    private int lowestOfDecline(int[] scores, int length, int top) {
        int lowest = top + 1;
        int last = Math.min(length - 1, top + LONGEST_DECLINE);
        for (int i = top + 2; i <= last; i++) {
            if (scores[i] >= scores[top] || scores[i] - scores[lowest] > 0.5 * scale + HAIR) {
                break;
            }
            if (scores[i] < scores[lowest]) {
                lowest = i;
            }
        }
        return lowest;
    }

    /** Follows an episode to its end or the end of its window; returns where the walk resumes. */
    private int follow(int[] scores, int length, int top, int firstLowest, int window) {
        int lowest = firstLowest;
        int repaired = -1;
        int i = lowest + 1;
        while (i < length && i <= lowest + window) {
            if (scores[i] < scores[lowest]) {
                lowest = i;
            } else if (scores[i] >= scores[top] - 0.5 * threshold - HAIR
                    && 2 * (scores[i] - scores[lowest]) >= scores[top] - scores[lowest]) {
                repaired = i;
                break;
            }
            i++;
        }
        keep(top, lowest, repaired);
        return repaired >= 0 ? repaired : Math.min(length - 1, lowest + window);
    }

    private void keep(int top, int lowest, int repaired) {
        if (count == peak.length) {
            peak = Arrays.copyOf(peak, 2 * count);
            nadir = Arrays.copyOf(nadir, 2 * count);
            repairedAt = Arrays.copyOf(repairedAt, 2 * count);
        }
        peak[count] = top;
        nadir[count] = lowest;
        repairedAt[count] = repaired;
        count++;
    }

    private double withinScale(int[] scores, int length) {
        int n = length - 1;
        if (n < FEWEST_DIFFERENCES) {
            return 0;
        }
        if (differences.length < n) {
            differences = new int[2 * n];
        }
        for (int i = 0; i < n; i++) {
            differences[i] = Math.abs(scores[i + 1] - scores[i]);
        }
        Arrays.sort(differences, 0, n);
        int middle = n / 2;
        double median = n % 2 == 1 ? differences[middle] : (differences[middle - 1] + differences[middle]) / 2.0;
        return MEDIAN_TO_SD * median;
    }
}
