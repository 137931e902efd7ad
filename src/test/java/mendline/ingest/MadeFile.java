package mendline.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the zoo that an editor or a reviewer could not see, written as text that says how to make it.
 *
 * <p>The first line is {@code made:} with any of {@code charset=NAME}, {@code gzip}, {@code link} (a link to a file elsewhere), {@code cut=N} (the last N bytes left out) and
 * {@code mode=000} (nobody may read it). The line ends of what follows are left out; everything is written with {@code \n}, {@code \r}, {@code
 * \t}, <code>&#92;u0041</code>, {@code \\} and <code>\repeat{text}{N}</code>.
 */
record MadeFile(List<String> how, String text) {
    private static final String FIRST = "made:";
    private static final String REPEAT = "repeat{";

    static MadeFile of(String recipe) {
        List<String> lines = recipe.lines().toList();
        if (!lines.get(0).startsWith(FIRST)) {
            throw new IllegalArgumentException("a made file begins with " + FIRST);
        }
        List<String> how = new ArrayList<>(
                List.of(lines.get(0).substring(FIRST.length()).strip().split(" +")));
        how.removeIf(String::isEmpty);
        return new MadeFile(how, unescaped(String.join("", lines.subList(1, lines.size()))));
    }

    /** Writes the file; false where it should be unreadable and is not, since this user may read everything. */
    boolean write(Path file) throws IOException {
        if (how.contains("link")) {
            Path elsewhere = Files.createTempFile("linked", ".csv");
            elsewhere.toFile().deleteOnExit();
            Files.write(elsewhere, bytes());
            Files.createSymbolicLink(file, elsewhere);
            return true;
        }
        Files.write(file, bytes());
        if (!how.contains("mode=000")) {
            return true;
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        return !Files.isReadable(file);
    }

    byte[] bytes() throws IOException {
        Charset charset = StandardCharsets.UTF_8;
        int cut = 0;
        for (String each : how) {
            if (each.startsWith("charset=")) {
                charset = Charset.forName(each.substring(each.indexOf('=') + 1));
            } else if (each.startsWith("cut=")) {
                cut = Integer.parseInt(each.substring(each.indexOf('=') + 1));
            } else if (!each.equals("gzip") && !each.equals("link") && !each.equals("mode=000")) {
                throw new IllegalArgumentException("a made file cannot be " + each);
            }
        }
        byte[] bytes = text.getBytes(charset);
        if (how.contains("gzip")) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(bytes);
            }
            bytes = packed.toByteArray();
        }
        return Arrays.copyOf(bytes, bytes.length - cut);
    }

    private static String unescaped(String text) {
        StringBuilder made = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) != '\\') {
                made.append(text.charAt(at));
            } else if (text.startsWith(REPEAT, at + 1)) {
                int end = text.indexOf("}{", at);
                int last = text.indexOf('}', end + 1);
                String part = unescaped(text.substring(at + 1 + REPEAT.length(), end));
                made.append(part.repeat(Integer.parseInt(text.substring(end + 2, last))));
                at = last;
            } else {
                char what = text.charAt(++at);
                switch (what) {
                    case 'n' -> made.append('\n');
                    case 'r' -> made.append('\r');
                    case 't' -> made.append('\t');
                    case '\\' -> made.append('\\');
                    case 'u' -> {
                        made.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                        at += 4;
                    }
                    default -> throw new IllegalArgumentException("a made file cannot hold \\" + what);
                }
            }
        }
        return made.toString();
    }
}
