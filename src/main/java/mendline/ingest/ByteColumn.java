package mendline.ingest;

import java.util.Arrays;

/**
 * A growing column of small whole numbers; a stretch of rows that holds nothing but the "none" value takes no memory.
 */
final class ByteColumn {
    private static final int BITS = 14;
    private static final int CHUNK = 1 << BITS;

    private final int none;
    private byte[][] chunks = new byte[16][];

    ByteColumn(int none) {
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
        if (value == none && (chunk >= chunks.length || chunks[chunk] == null)) {
            return;
        }
        if (chunk >= chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(chunk + 1, chunks.length * 2));
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new byte[CHUNK];
            Arrays.fill(chunks[chunk], (byte) none);
        }
        chunks[chunk][row & (CHUNK - 1)] = (byte) value;
    }
}
