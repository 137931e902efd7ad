package mendline.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import mendline.model.ProblemCode;

/**
 * A first look through a whole file before a row of it is believed: its hash, whether it is text at all, whether a
 * packed file is complete and which charset it is in.
 *
 * @param problem why nothing of the file can be read
 * @param otherFormat what the file is in words, where it begins like one of another format
 * @param fallback whether another charset than UTF-8 had to be taken
 * @param mark length of the byte order mark in bytes
 * @param mixedLineEnds whether lines end in more than one way
 */
record FileScan(
        String name,
        Path path,
        long bytes,
        String sha256,
        Optional<ProblemCode> problem,
        Optional<String> otherFormat,
        Charset charset,
        boolean fallback,
        int mark,
        boolean mixedLineEnds) {
    static final int LONGEST_LINE = 1 << 20;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BLOCK = 1 << 16;
    /** Text packs to a tenth or so; what packs this much tighter is no export. Small files may: they cannot fill anything. */
    private static final long TIGHTEST = 200;

    private static final long SMALL = 64L << 20;

    static FileScan of(String name, Path path, Optional<Charset> wanted) {
        long bytes = 0;
        MessageDigest digest = newDigest();
        ByteScan scan = new ByteScan();
        Optional<ProblemCode> problem = Optional.empty();
        try (InputStream raw = new DigestInputStream(Files.newInputStream(path), digest)) {
            bytes = Files.size(path);
            InputStream in = unpacked(raw);
            try {
                byte[] block = new byte[BLOCK];
                long unpacked = 0;
                for (int count = in.read(block); count >= 0 && scan.plausible(); count = in.read(block)) {
                    scan.over(block, count);
                    unpacked += count;
                    if (unpacked > Math.max(SMALL, TIGHTEST * bytes)) {
                        problem = Optional.of(ProblemCode.FILE_PACKED_TOO_TIGHTLY);
                        break;
                    }
                }
            } catch (EOFException e) {
                problem = Optional.of(ProblemCode.FILE_TRUNCATED);
            } catch (ZipException e) {
                problem = Optional.of(ProblemCode.FILE_NOT_CSV);
            }
            drain(raw);
        } catch (EOFException e) {
            problem = Optional.of(ProblemCode.FILE_TRUNCATED);
        } catch (ZipException e) {
            problem = Optional.of(ProblemCode.FILE_NOT_CSV);
        } catch (IOException e) {
            return new FileScan(
                    name,
                    path,
                    bytes,
                    "",
                    Optional.of(ProblemCode.FILE_UNREADABLE),
                    Optional.empty(),
                    StandardCharsets.UTF_8,
                    false,
                    0,
                    false);
        }
        problem = problem.or(scan::problem);
        String sha256 = HexFormat.of().formatHex(digest.digest());
        Optional<Charset> marked = scan.charset();
        Charset charset = marked.or(() -> wanted).orElse(StandardCharsets.UTF_8);
        if (charset.equals(StandardCharsets.UTF_8) && !scan.utf8()) {
            charset = WINDOWS;
        }
        boolean fallback = !charset.equals(StandardCharsets.UTF_8) && !wanted.equals(Optional.of(charset));
        return new FileScan(
                name,
                path,
                bytes,
                sha256,
                problem,
                scan.otherFormat(),
                charset,
                fallback,
                scan.markLength(),
                scan.mixedLineEnds());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BLOCK);
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new GZIPInputStream(in, BLOCK) : in;
    }

    private static void drain(InputStream raw) throws IOException {
        byte[] block = new byte[BLOCK];
        while (raw.read(block) >= 0) {
            continue;
        }
    }

    /** The text behind the byte order mark; {@code count} hears of every block of bytes taken from the disk. */
    Reader open(LongConsumer count) throws IOException {
        return text(new Counted(Files.newInputStream(path), count));
    }

    /** The same, to be read to its end: closing it fails where the file is not the one that was looked through. */
    Reader openWhole(LongConsumer count) throws IOException {
        MessageDigest digest = newDigest();
        return text(new Counted(new DigestInputStream(Files.newInputStream(path), digest), count) {
            @Override
            public void close() throws IOException {
                try (InputStream rest = in) {
                    drain(rest);
                }
                if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                    throw new IOException("the file is another one than before");
                }
            }
        });
    }

    private Reader text(InputStream raw) throws IOException {
        InputStream in = unpacked(raw);
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset);
    }

    /** Tells of every block of bytes that is taken. */
    private static class Counted extends FilterInputStream {
        private final LongConsumer count;

        Counted(InputStream in, LongConsumer count) {
            super(in);
            this.count = count;
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            int read = super.read(into, offset, most);
            if (read > 0) {
                count.accept(read);
            }
            return read;
        }
    }
}
