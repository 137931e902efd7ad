package mendline.ingest;

/** Sorts row numbers without boxing: merge sort, stable, with insertion sort for short stretches. */
final class RowOrder {
    private static final int SHORT = 12;

    /** Compares two rows. */
    interface Comparison {
        int compare(int left, int right);
    }

    private RowOrder() {}

    static void sort(int[] rows, int from, int to, Comparison comparison) {
        if (to - from <= SHORT) {
            insert(rows, from, to, comparison);
        } else {
            merge(rows, new int[to - from], from, from, to, comparison);
        }
    }

    private static void insert(int[] rows, int from, int to, Comparison comparison) {
        for (int i = from + 1; i < to; i++) {
            int row = rows[i];
            int j = i - 1;
            while (j >= from && comparison.compare(rows[j], row) > 0) {
                rows[j + 1] = rows[j];
                j--;
            }
            rows[j + 1] = row;
        }
    }

    private static void merge(int[] rows, int[] spare, int base, int from, int to, Comparison comparison) {
        if (to - from <= SHORT) {
            insert(rows, from, to, comparison);
            return;
        }
        int middle = (from + to) >>> 1;
        merge(rows, spare, base, from, middle, comparison);
        merge(rows, spare, base, middle, to, comparison);
        System.arraycopy(rows, from, spare, from - base, to - from);
        int left = from - base;
        int right = middle - base;
        for (int i = from; i < to; i++) {
            boolean takeLeft =
                    left < middle - base && (right >= to - base || comparison.compare(spare[left], spare[right]) <= 0);
            rows[i] = takeLeft ? spare[left++] : spare[right++];
        }
    }
}
