package mendline.stats;

import java.nio.charset.StandardCharsets;

/**
 * Seeds from names: FNV-1a over the UTF-8 bytes, each part closed by the byte 0xFF (which UTF-8 never contains), then
 * the finishing step of SplitMix64. The same on every platform and in every order of work.
 */
public final class Seeds {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Seeds() {}

    public static long of(String... parts) {
        long hash = FNV_OFFSET;
        for (String part : parts) {
            hash = fnv1a(hash, part.getBytes(StandardCharsets.UTF_8));
            hash = fnv1a(hash, new byte[] {(byte) 0xFF});
        }
        return finish(hash);
    }

    static long fnv1a(byte[] bytes) {
        return fnv1a(FNV_OFFSET, bytes);
    }

    private static long fnv1a(long start, byte[] bytes) {
        long hash = start;
        for (byte b : bytes) {
            hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
        }
        return hash;
    }

    static long finish(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
