package mendline.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mendline.model.ProblemCode;

/**
 * Looks at the bytes of a file in blocks of any size: signatures, zero bytes, the longest line, and whether they are
 * UTF-8.
 */
final class ByteScan {
    private static final List<String> MARKUP = List.of("<!doctype", "<html", "<table", "<?xml");

    private final byte[] head = new byte[16];
    private long seen;
    private boolean zeroByte;
    private long zerosAtEven;
    private long zerosAtOdd;
    private boolean unix;
    private boolean windows;
    private boolean oldMac;
    private boolean returnAtEnd;
    private long lineLength;
    private boolean lineTooLong;
    private boolean badUtf8;
    private int due;
    private int lowest = 0x80;
    private int highest = 0xbf;

    void over(byte[] block, int count) {
        for (int i = 0; i < count && seen + i < head.length; i++) {
            head[(int) seen + i] = block[i];
        }
        if (returnAtEnd && count > 0) {
            windows |= block[0] == '\n';
            oldMac |= block[0] != '\n';
        }
        long line = lineLength;
        long longest = 0;
        boolean zero = false;
        for (int i = 0; i < count; i++) {
            int b = block[i];
            if (b < 0 || due > 0) {
                utf8(b & 0xff);
            }
            if (b == '\n' || b == '\r') {
                longest = Math.max(longest, line);
                line = 0;
                lineEnd(block, i, count);
            } else {
                line++;
                zero |= b == 0;
            }
        }
        if (zero) {
            for (int i = 0; i < count; i++) {
                boolean even = (seen + i) % 2 == 0;
                zerosAtEven += block[i] == 0 && even ? 1 : 0;
                zerosAtOdd += block[i] == 0 && !even ? 1 : 0;
            }
        }
        seen += count;
        returnAtEnd = count > 0 ? block[count - 1] == '\r' : returnAtEnd;
        lineLength = line;
        lineTooLong |= Math.max(longest, line) > FileScan.LONGEST_LINE;
        zeroByte |= zero;
    }

    private void lineEnd(byte[] block, int at, int count) {
        if (block[at] == '\n') {
            boolean afterReturn = at > 0 ? block[at - 1] == '\r' : returnAtEnd;
            unix |= !afterReturn;
        } else if (at + 1 < count) {
            windows |= block[at + 1] == '\n';
            oldMac |= block[at + 1] != '\n';
        }
    }

    /** Whether lines end in more than one way; of texts in UTF-16 this is not known. */
    boolean mixedLineEnds() {
        int kinds = (unix ? 1 : 0) + (windows ? 1 : 0) + (oldMac || returnAtEnd ? 1 : 0);
        return kinds > 1 && !zeroByte;
    }

    /** UTF-16 without a byte order mark: most characters have a zero byte, always on the same side. */
    private Optional<Charset> unmarked() {
        if (zerosAtOdd * 4 > seen && zerosAtEven == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zerosAtEven * 4 > seen && zerosAtOdd == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** The charset that the bytes show. */
    Optional<Charset> charset() {
        return marked().or(this::unmarked);
    }

    private void utf8(int b) {
        if (due > 0) {
            if (b < lowest || b > highest) {
                badUtf8 = true;
                due = 0;
            } else {
                due--;
            }
            lowest = 0x80;
            highest = 0xbf;
        } else if (b >= 0xc2 && b <= 0xdf) {
            due = 1;
        } else if (b >= 0xe0 && b <= 0xef) {
            due = 2;
            lowest = b == 0xe0 ? 0xa0 : 0x80;
            highest = b == 0xed ? 0x9f : 0xbf;
        } else if (b >= 0xf0 && b <= 0xf4) {
            due = 3;
            lowest = b == 0xf0 ? 0x90 : 0x80;
            highest = b == 0xf4 ? 0x8f : 0xbf;
        } else {
            badUtf8 = true;
        }
    }

    /** Whether going on is worth while. */
    boolean plausible() {
        return !lineTooLong && !signature() && !(zeroByte && charset().isEmpty());
    }

    boolean utf8() {
        return !badUtf8 && due == 0;
    }

    private boolean startsWith(int... bytes) {
        if (seen < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the file begins like one of another format. */
    private boolean signature() {
        return otherFormat().isPresent();
    }

    /** What a file is, in words, that begins like one of another format. */
    Optional<String> otherFormat() {
        if (startsWith('P', 'K', 3, 4)) {
            return Optional.of("a workbook of a spreadsheet program, or packed");
        }
        if (startsWith(0xd0, 0xcf, 0x11, 0xe0)) {
            return Optional.of("a workbook of an old spreadsheet program");
        }
        if (startsWith('%', 'P', 'D', 'F')) {
            return Optional.of("a PDF");
        }
        int from = startsWith(0xef, 0xbb, 0xbf) ? 3 : 0;
        String text = new String(head, from, head.length - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return MARKUP.stream().anyMatch(text::startsWith)
                ? Optional.of("a web page or XML, as some systems name their workbooks")
                : Optional.empty();
    }

    Optional<Charset> marked() {
        if (startsWith(0xff, 0xfe)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (startsWith(0xfe, 0xff)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return startsWith(0xef, 0xbb, 0xbf) && utf8() ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }

    int markLength() {
        return startsWith(0xef, 0xbb, 0xbf) ? 3 : marked().isPresent() ? 2 : 0;
    }

    Optional<ProblemCode> problem() {
        if (signature() || zeroByte && (charset().isEmpty() || charset().get().equals(StandardCharsets.UTF_8))) {
            return Optional.of(ProblemCode.FILE_NOT_CSV);
        }
        if (lineTooLong) {
            return Optional.of(ProblemCode.LINE_TOO_LONG);
        }
        return seen == markLength() ? Optional.of(ProblemCode.FILE_EMPTY) : Optional.empty();
    }
}
