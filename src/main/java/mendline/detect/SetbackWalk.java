package mendline.detect;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The walks that find setbacks by one rule and what followed (methods page, setbacks in scores and coming back), on
 * whole hundredths with lower better. One object serves many series; the results of the last walk stand in its fields.
 * Not for sharing between threads.
 */
final class SetbackWalk {
    /** How many confirmed setbacks the last walk found. */
    int count;
    /** Position of the score that the setback is measured from: the best one before, or the one that the rule names. */
    int[] best = new int[8];
    /** Position of the first score of the setback. */
    int[] onset = new int[8];
    /** Position of the score that confirms it, from which the clock runs; the first one itself where one is enough. */
    int[] confirming = new int[8];
    /** Position of the worst score until the end, by setback. */
    int[] worst = new int[8];
    /** Position of the score half-way back, or -1, by setback. */
    int[] halfWayAt = new int[8];
    /** Position of a single score on the last valid one where the rule wants two, or -1. */
    int unconfirmed;
    /** Position of the best score before the unconfirmed one. */
    int unconfirmedBest;

    /**
     * S1: two scores in a row that are each a step worse than the best one before.
     *
     * @param threshold step in whole hundredths
     */
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
                int end = follow(severity, length, lowest, i, i + 1);
                if (end < 0) {
                    return;
                }
                lowest = severity[end] < severity[lowest] ? end : lowest;
                i = end + 1;
            }
        }
    }

    /** S1_single: a score that is a step worse than the best one before; the next one after half-way back at the earliest. */
    void worseThanBest(int[] severity, int length, int threshold) {
        count = 0;
        unconfirmed = -1;
        int lowest = 0;
        int i = 1;
        while (i < length) {
            int at = i;
            if (severity[i] - severity[lowest] >= threshold) {
                at = follow(severity, length, lowest, i, i);
                if (at < 0) {
                    return;
                }
            }
            lowest = severity[at] < severity[lowest] ? at : lowest;
            i = at + 1;
        }
    }

    /** S2: a score a step worse than the first one; another setback needs a score in between that is not. */
    void worseThanStart(int[] severity, int length, int threshold) {
        count = 0;
        unconfirmed = -1;
        boolean armed = true;
        int i = 1;
        while (i < length) {
            if (severity[i] - severity[0] < threshold) {
                armed = true;
            } else if (armed) {
                int end = follow(severity, length, 0, i, i);
                if (end < 0) {
                    return;
                }
                armed = severity[end] - severity[0] < threshold;
                i = end;
            }
            i++;
        }
    }

    /**
     * S3: sudden losses found elsewhere, in order; one that begins before the last setback has ended belongs to it.
     *
     * @param before position of the score before each loss
     * @param known position of the last score that the criteria looked at
     */
    void suddenLosses(int[] severity, int length, int[] before, int[] known) {
        count = 0;
        unconfirmed = -1;
        int resume = 0;
        for (int i = 0; i < before.length; i++) {
            if (before[i] >= resume) {
                int end = follow(severity, length, before[i], before[i] + 1, known[i]);
                if (end < 0) {
                    return;
                }
                resume = end;
            }
        }
    }

    /**
     * S5: a clinical score after one that was functional and a step better than the first; another setback needs the
     * same again.
     */
    void backAboveCutoff(int[] severity, int length, int threshold, IntPredicate clinical, IntPredicate functional) {
        count = 0;
        unconfirmed = -1;
        int lowest = 0;
        boolean armed = false;
        int i = 1;
        while (i < length) {
            int at = i;
            if (armed && clinical.test(severity[i])) {
                int end = follow(severity, length, lowest, i, i);
                if (end < 0) {
                    return;
                }
                at = end;
                armed = false;
            }
            armed |= recovered(severity, at, threshold, functional);
            lowest = severity[at] < severity[lowest] ? at : lowest;
            i = at + 1;
        }
    }

    /**
     * S6: after two scores in a row that are functional and a step better than the first, two in a row that are clinical
     * and a step worse than the best one; another setback needs such a remission again.
     */
    void afterRemission(int[] severity, int length, int threshold, IntPredicate clinical, IntPredicate functional) {
        count = 0;
        unconfirmed = -1;
        int lowest = 0;
        int well = 0;
        boolean remission = false;
        int i = 1;
        while (i < length) {
            int at = i;
            if (remission && returned(severity, i, lowest, threshold, clinical)) {
                if (i + 1 == length) {
                    unconfirmed = i;
                    unconfirmedBest = lowest;
                    return;
                }
                if (returned(severity, i + 1, lowest, threshold, clinical)) {
                    int end = follow(severity, length, lowest, i, i + 1);
                    if (end < 0) {
                        return;
                    }
                    at = end;
                    remission = false;
                    well = 0;
                }
            }
            well = recovered(severity, at, threshold, functional) ? well + 1 : 0;
            remission |= well >= 2;
            lowest = severity[at] < severity[lowest] ? at : lowest;
            i = at + 1;
        }
    }

    private static boolean recovered(int[] severity, int i, int threshold, IntPredicate functional) {
        return severity[0] - severity[i] >= threshold && functional.test(severity[i]);
    }

    private static boolean returned(int[] severity, int i, int lowest, int threshold, IntPredicate clinical) {
        return severity[i] - severity[lowest] >= threshold && clinical.test(severity[i]);
    }

    /** Follows a setback to half-way back and keeps it; returns where it ended, or -1. */
    private int follow(int[] severity, int length, int from, int first, int confirmedAt) {
        int highest = first;
        for (int i = first + 1; i <= confirmedAt; i++) {
            highest = severity[i] > severity[highest] ? i : highest;
        }
        int end = -1;
        for (int i = confirmedAt + 1; i < length; i++) {
            if (severity[i] > severity[highest]) {
                highest = i;
            } else if (2 * (severity[highest] - severity[i]) >= severity[highest] - severity[from]) {
                end = i;
                break;
            }
        }
        keep(from, first, confirmedAt, highest, end);
        return end;
    }

    private void keep(int from, int first, int confirmedAt, int highest, int end) {
        if (count == best.length) {
            best = Arrays.copyOf(best, 2 * count);
            onset = Arrays.copyOf(onset, 2 * count);
            confirming = Arrays.copyOf(confirming, 2 * count);
            worst = Arrays.copyOf(worst, 2 * count);
            halfWayAt = Arrays.copyOf(halfWayAt, 2 * count);
        }
        best[count] = from;
        onset[count] = first;
        confirming[count] = confirmedAt;
        worst[count] = highest;
        halfWayAt[count] = end;
        count++;
    }
}
