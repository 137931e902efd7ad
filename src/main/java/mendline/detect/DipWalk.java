package mendline.detect;

import java.util.Arrays;
import mendline.model.DetectionSettings;
import mendline.model.DipDetector;

/**
 * The walks that find dips of a series and what followed them (methods page, detectors A and B and status of a dip), on
 * whole hundredths with higher better. One object serves many series, which is what the simulation needs; the results
 * of the last walk stand in its fields. Not for sharing between threads.
 */
final class DipWalk {
    /** A decline goes on for at most this many scores after its peak. */
    static final int LONGEST_DECLINE = 6;
    /** Makes a median of absolute differences comparable with an SD (Gaussian). */
    private static final double MEDIAN_TO_SD = 1.4826;
    /** Detector B takes its limits from so many first scores; from fewer they are trial limits. */
    static final int BASELINE = 8;
    /** Process limits of a chart of individual values, in mean moving ranges. */
    private static final double LIMIT = 2.66;

    private static final double NEAR_LIMIT = 2 * LIMIT / 3;
    /** Larger moving ranges are left out once. */
    private static final double SCREEN = 3.267;
    /** The smallest mean moving range that limits are made from, in standard errors of measurement. */
    private static final double FLOOR = 0.5 * 1.128;
    /** The within scale counts from this many differences. */
    private static final int FEWEST_DIFFERENCES = 4;

    private static final double CAP = 1.5;
    private static final double HAIR = 1e-7;

    /** How many episodes the last walk found. */
    int count;
    /** Position of the score that the dip fell from, by episode. */
    int[] peak = new int[8];
    /** Position of the first score of the dip, by episode. */
    int[] onset = new int[8];
    /** Position of the first lowest score, by episode. */
    int[] nadir = new int[8];
    /** Position of the score at which the detector first sees it, by episode. */
    int[] seenAt = new int[8];
    /** Position of the score that repaired it, or -1, by episode. */
    int[] repairedAt = new int[8];
    /** Within scale in hundredths: of differences (A), the mean moving range (B). */
    double withinScale;
    /** The scale that was used, in hundredths. */
    double scale;
    /** The smallest depth of an episode (A), the lower limit's distance from the mean (B), in hundredths. */
    double threshold;
    /** Whether the within scale was capped. */
    boolean upAndDown;
    /** Whether limits were made from fewer scores than a baseline has. */
    boolean trial;

    private int[] differences = new int[32];

    /** By the detector of the settings; {@code sampleScale} as below. */
    void run(int[] scores, int length, double sampleScale, DetectionSettings settings) {
        if (settings.rules().dips() == DipDetector.B) {
            runChart(scores, length, sampleScale, settings.dipWindow());
        } else {
            run(scores, length, sampleScale, settings.dipK(), settings.dipWindow());
        }
    }

    /**
     * Detector A.
     *
     * @param scores hundredths, higher better; only the first {@code length} count
     * @param sampleScale scale of differences of the sample in hundredths, above 0
     */
    void run(int[] scores, int length, double sampleScale, double k, int window) {
        count = 0;
        trial = false;
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

    /**
     * Detector B: a score below the lower limit of the course's own chart, or the second of two in three beyond two
     * thirds of the way to it. The dip begins with the first of the scores beyond that near limit and falls from the
     * score before, which must lie inside; a score back inside repairs it.
     */
    void runChart(int[] scores, int length, double sampleScale, int window) {
        count = 0;
        upAndDown = false;
        trial = length < BASELINE;
        int baseline = Math.min(length, BASELINE);
        withinScale = movingRange(scores, baseline);
        scale = Math.max(withinScale, FLOOR * sampleScale / Math.sqrt(2));
        threshold = LIMIT * scale;
        if (length < DipDetector.B.fewestScores()) {
            return;
        }
        double mean = 0;
        for (int i = 0; i < baseline; i++) {
            mean += scores[i] / (double) baseline;
        }
        double lower = mean - threshold - HAIR;
        double near = mean - NEAR_LIMIT * scale - HAIR;
        int resume = 0;
        int i = 1;
        while (i < length) {
            int first = signalFrom(scores, i, resume, lower, near);
            if (first < 0 || scores[first - 1] < near) {
                i++;
            } else {
                resume = recover(scores, length, first, i, near, window);
                i = resume + 1;
            }
        }
    }

    private static double movingRange(int[] scores, int length) {
        if (length < 2) {
            return 0;
        }
        double mean = 0;
        for (int i = 1; i < length; i++) {
            mean += Math.abs(scores[i] - scores[i - 1]) / (length - 1.0);
        }
        double sum = 0;
        int kept = 0;
        for (int i = 1; i < length; i++) {
            int range = Math.abs(scores[i] - scores[i - 1]);
            if (range < SCREEN * mean) {
                sum += range;
                kept++;
            }
        }
        return kept == 0 ? 0 : sum / kept;
    }

    /** The first score of the dip that the score at {@code i} shows, or -1. */
    private static int signalFrom(int[] scores, int i, int after, double lower, double near) {
        if (scores[i] >= near) {
            return -1;
        }
        int first = i;
        if (i - 1 > after && scores[i - 1] < near) {
            first = i - 1;
        } else if (i - 2 > after && scores[i - 2] < near) {
            first = i - 2;
        }
        if (first == i && scores[i] >= lower) {
            return -1;
        }
        while (first - 1 > after && scores[first - 1] < near) {
            first--;
        }
        return first;
    }

    private int recover(int[] scores, int length, int first, int signal, double near, int window) {
        int lowest = first;
        for (int i = first + 1; i <= signal; i++) {
            lowest = scores[i] < scores[lowest] ? i : lowest;
        }
        int repaired = -1;
        int i = signal + 1;
        while (i < length && i <= lowest + window && repaired < 0) {
            if (scores[i] < scores[lowest]) {
                lowest = i;
            } else if (scores[i] >= near) {
                repaired = i;
            }
            i++;
        }
        keep(first, lowest, signal, repaired);
        return repaired >= 0 ? repaired : Math.min(length - 1, Math.max(signal, lowest + window));
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
        keep(top + 1, lowest, deepEnough(scores, top), repaired);
        return repaired >= 0 ? repaired : Math.min(length - 1, lowest + window);
    }

    /** The first score that lies a threshold below the peak. */
    private int deepEnough(int[] scores, int top) {
        int i = top + 1;
        while (scores[top] - scores[i] < threshold - HAIR) {
            i++;
        }
        return i;
    }

    private void keep(int first, int lowest, int seen, int repaired) {
        if (count == peak.length) {
            peak = Arrays.copyOf(peak, 2 * count);
            onset = Arrays.copyOf(onset, 2 * count);
            nadir = Arrays.copyOf(nadir, 2 * count);
            seenAt = Arrays.copyOf(seenAt, 2 * count);
            repairedAt = Arrays.copyOf(repairedAt, 2 * count);
        }
        peak[count] = first - 1;
        onset[count] = first;
        nadir[count] = lowest;
        seenAt[count] = seen;
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
