package mendline.detect;

import java.util.Arrays;

/**
 * The walk that finds S4 spikes (methods page): a score a step worse than one at most three scores earlier, with one a
 * step better than that spike within the next four; on whole hundredths with lower better. Of several scores that
 * qualify before the rebound the worst is the spike; the next spike comes after the rebound. One object serves many
 * series. Not for sharing between threads.
 *
 * <p>The idea is that of Hayes and others (2007, doi 10.1037/0022-006X.75.3.409); the numbers are conventions of this
 * program.
 */
final class SpikeWalk {
    private static final int BACK = 3;
    private static final int AHEAD = 4;

    /** How many spikes the last walk found. */
    int count;
    /** Position of the best of the scores before, by spike. */
    int[] base = new int[8];
    /** Position of the spike. */
    int[] spike = new int[8];
    /** Position of the rebound. */
    int[] rebound = new int[8];

    /** @param threshold step in whole hundredths */
    void run(int[] severity, int length, int threshold) {
        count = 0;
        int i = 1;
        while (i < length - 1) {
            int back = rebound(severity, length, i, threshold);
            if (back < 0 || severity[i] - severity[base(severity, i)] < threshold) {
                i++;
                continue;
            }
            int top = i;
            for (int j = i + 1; j < back; j++) {
                if (severity[j] > severity[top] && severity[j] - severity[base(severity, j)] >= threshold) {
                    top = j;
                    back = rebound(severity, length, top, threshold);
                }
            }
            keep(base(severity, top), top, back);
            i = back + 1;
        }
    }

    private static int base(int[] severity, int i) {
        int best = i - 1;
        for (int j = i - 2; j >= Math.max(0, i - BACK); j--) {
            if (severity[j] < severity[best]) {
                best = j;
            }
        }
        return best;
    }

    private static int rebound(int[] severity, int length, int i, int threshold) {
        for (int j = i + 1; j < length && j <= i + AHEAD; j++) {
            if (severity[i] - severity[j] >= threshold) {
                return j;
            }
        }
        return -1;
    }

    private void keep(int before, int top, int back) {
        if (count == base.length) {
            base = Arrays.copyOf(base, 2 * count);
            spike = Arrays.copyOf(spike, 2 * count);
            rebound = Arrays.copyOf(rebound, 2 * count);
        }
        base[count] = before;
        spike[count] = top;
        rebound[count] = back;
        count++;
    }
}
