package mendline.ingest;

import java.util.Arrays;

/** A growing column of whole numbers; a stretch of rows that holds nothing but the "none" value takes no memory. */
final class IntColumn {
    private static final int BITS = 14;
    private static final int CHUNK = 1 << BITS;

    private final int none;
    private int[][] chunks = new int[16][];

    IntColumn(int none) {
        this.none = none;
    }

    int none() {
        return none;
    }

    int get(int row) {
        int chunk = row >>> BITS;
        return chunk < chunks.length && chunks[chunk] != null ? chunks[chunk][row & (CHUNK - 1)] : none;
    }

    boolean has(int row) {
        return get(row) != none;
    }

    void set(int row, int value) {
        int chunk = row >>> BITS;
        if (chunk >= chunks.length) {
            if (value == none) {
                return;
            }
            chunks = Arrays.copyOf(chunks, Math.max(chunk + 1, chunks.length * 2));
        }
        if (chunks[chunk] == null) {
            if (value == none) {
                return;
            }
            chunks[chunk] = new int[CHUNK];
            if (none != 0) {
                Arrays.fill(chunks[chunk], none);
            }
        }
        chunks[chunk][row & (CHUNK - 1)] = value;
    }
}
