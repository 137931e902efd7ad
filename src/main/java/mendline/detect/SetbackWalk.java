package mendline.detect;

import java.util.Arrays;

/**
 * The walk that finds S1 setbacks and what followed (methods page, step back from best point and bounce-back), on whole
 * hundredths with lower better. One object serves many series; the results of the last walk stand in its fields. Not
 * for sharing between threads.
 */
final class SetbackWalk {
    /** How many confirmed setbacks the last walk found. */
    int count;
    /** Position of the best score before, by setback. */
    int[] best = new int[8];
    /** Position of the first of the two scores, by setback; the next one confirms it. */
    int[] onset = new int[8];
    /** Position of the worst score until the end, by setback. */
    int[] worst = new int[8];
    /** Position of the score half-way back, or -1, by setback. */
    int[] halfWayAt = new int[8];
    /** Position of a single score on the last valid one, or -1. */
    int unconfirmed;
    /** Position of the best score before the unconfirmed one. */
    int unconfirmedBest;

    /** @param threshold step in whole hundredths */
    void run(int[] severity, int length, int threshold) {
        count = 0;
        unconfirmed = -1;
        int lowest = 0;
        int i = 1;
        while (i < length) {
            if (severity[i] - severity[lowest] < threshold) {
                lowest = severity[i] < severity[lowest] ? i : lowest;
                i++;
            } else if (i + 1 == length) {
                if (length >= 3) {
                    unconfirmed = i;
                    unconfirmedBest = lowest;
                }
                return;
            } else if (severity[i + 1] - severity[lowest] < threshold) {
                i++;
            } else {
                int end = follow(severity, length, lowest, i);
                if (end < 0) {
                    return;
                }
                lowest = severity[end] < severity[lowest] ? end : lowest;
                i = end + 1;
            }
        }
    }

    private int follow(int[] severity, int length, int lowest, int first) {
        int highest = severity[first + 1] > severity[first] ? first + 1 : first;
        int end = -1;
        for (int i = first + 2; i < length; i++) {
            if (severity[i] > severity[highest]) {
                highest = i;
            } else if (2 * (severity[highest] - severity[i]) >= severity[highest] - severity[lowest]) {
                end = i;
                break;
            }
        }
        keep(lowest, first, highest, end);
        return end;
    }

    private void keep(int lowest, int first, int highest, int end) {
        if (count == best.length) {
            best = Arrays.copyOf(best, 2 * count);
            onset = Arrays.copyOf(onset, 2 * count);
            worst = Arrays.copyOf(worst, 2 * count);
            halfWayAt = Arrays.copyOf(halfWayAt, 2 * count);
        }
        best[count] = lowest;
        onset[count] = first;
        worst[count] = highest;
        halfWayAt[count] = end;
        count++;
    }
}
