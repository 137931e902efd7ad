package mendline.blackbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * An export, and often a profile, that went wrong in a way of its own: made from a good or a bad one by a few changes, all of them settled by a
 * seed.
 */
record Mutant(long seed, SortedMap<String, byte[]> files, Optional<String> profile) {
    /** An export to begin with: texts by name, and the profile it needs. */
    private record Export(SortedMap<String, String> files, Optional<String> profile) {}

    /** The exports to begin with: the whole zoo, those of the ready profiles, and one with every column. */
    static final class Herd {
        private final List<Export> exports = new ArrayList<>();

        static Herd gathered() throws IOException {
            Herd herd = new Herd();
            for (Path animal : folders(Path.of("src/test/resources/zoo"))) {
                Path whole = animal.resolve("input");
                herd.add(
                        Files.isDirectory(whole) ? whole : animal,
                        Files.exists(animal.resolve("profile.yaml"))
                                ? Optional.of(Files.readString(animal.resolve("profile.yaml")))
                                : Optional.empty());
            }
            for (Path style : folders(Path.of("src/test/resources/exports"))) {
                Path ready = Path.of("src/main/resources/mendline/profiles").resolve(style.getFileName() + ".yaml");
                herd.add(style, Files.exists(ready) ? Optional.of(Files.readString(ready)) : Optional.empty());
            }
            return herd;
        }

        private static List<Path> folders(Path parent) throws IOException {
            try (Stream<Path> all = Files.list(parent)) {
                return all.filter(Files::isDirectory).sorted().toList();
            }
        }

        private void add(Path folder, Optional<String> profile) throws IOException {
            SortedMap<String, String> files = new TreeMap<>();
            try (Stream<Path> all = Files.list(folder)) {
                for (Path file : all.sorted().toList()) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".csv") && !name.startsWith(".") && Files.size(file) < 1 << 16) {
                        files.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                    }
                }
            }
            if (!files.isEmpty()) {
                exports.add(new Export(files, profile));
            }
        }

        Mutant mutant(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            boolean fresh = random.nextInt(3) == 0;
            Export export = fresh ? fresh(random) : exports.get(random.nextInt(exports.size()));
            Changes changes = new Changes(random);
            SortedMap<String, byte[]> files = new TreeMap<>();
            for (Map.Entry<String, String> file : export.files().entrySet()) {
                String text = changes.text(file.getValue());
                byte[] bytes = changes.bytes(text.getBytes(changes.charset()));
                boolean packed = random.nextInt(20) == 0;
                files.put(
                        changes.name(file.getKey()) + (packed ? ".gz" : ""),
                        packed ? changes.bytes(packed(bytes)) : bytes);
            }
            Optional<String> profile = export.profile();
            if (random.nextInt(3) == 0) {
                profile = Optional.of(changes.profile(profile.orElse(Nasty.PROFILE)));
            }
            return new Mutant(seed, files, profile);
        }

        /** An export with any columns in any order and rows of mostly sensible cells. */
        private static Export fresh(SplittableRandom random) {
            List<String> header = new ArrayList<>(List.of("client_id", "session_date"));
            for (String name : Nasty.HEADERS) {
                if (random.nextInt(3) == 0) {
                    header.add(random.nextInt(header.size() + 1), name);
                }
            }
            StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
            int rows = random.nextInt(60);
            int dirt = random.nextInt(2, 60);
            for (int row = 0; row < rows; row++) {
                List<String> cells = new ArrayList<>();
                for (String name : header) {
                    cells.add(random.nextInt(dirt) == 0 ? pick(Nasty.CELLS, random) : sensible(name, row, random));
                }
                text.append(String.join(",", cells)).append('\n');
            }
            SortedMap<String, String> files = new TreeMap<>();
            files.put("sessions.csv", text.toString());
            return new Export(files, Optional.empty());
        }

        private static String sensible(String header, int row, SplittableRandom random) {
            return switch (header) {
                case "client_id" -> "c" + row / 8;
                case "session_date", "date" ->
                    "2025-" + two(1 + row % 8 + random.nextInt(3)) + "-" + two(random.nextInt(1, 29));
                case "day", "session_number" -> Integer.toString(row % 8 + 1);
                case "course_id" -> random.nextInt(3) == 0 ? "" : "k" + row / 8;
                case "attendance" -> pick(List.of("attended", "attended", "did_not_attend", ""), random);
                case "stage" -> pick(List.of("assessment", "treatment", "follow_up", ""), random);
                case "mode" -> pick(List.of("video", "phone", ""), random);
                case "therapist_id", "site", "group_x" -> "x" + random.nextInt(3);
                case "referral_date" -> "2025-01-" + two(random.nextInt(1, 29));
                case "setback" -> pick(List.of("lapse", "old_habit;relapse", ""), random);
                case "response" -> pick(List.of("hope", "small_steps", ""), random);
                case "carried_forward" -> pick(List.of("need_named", ""), random);
                case "rupture" -> pick(List.of("none", "withdrawal", "confrontation", "both", ""), random);
                case "rupture_source" -> pick(List.of("client", "therapist", "observer", ""), random);
                case "rupture_intensity", "repair" -> Integer.toString(random.nextInt(1, 6));
                case "course_end" -> random.nextInt(8) == 0 ? "planned" : "";
                case "measure" -> pick(List.of("phq9", "Alliance", "mood"), random);
                case "", "Client Name" -> "";
                default -> Integer.toString(random.nextInt(28));
            };
        }

        private static String two(int number) {
            return number < 10 ? "0" + number : Integer.toString(number);
        }
    }

    private static String pick(List<String> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** The ways in which a text, its bytes and a profile go wrong. */
    private record Changes(SplittableRandom random) {
        private static final int MOST = 1 << 17;
        private static final String SIGNS = "{}[]:,#&*!|>'\"%@`-\n\t ";

        Charset charset() {
            return switch (random.nextInt(12)) {
                case 0 -> StandardCharsets.UTF_16LE;
                case 1 -> StandardCharsets.UTF_16;
                case 2 -> Charset.forName("windows-1252");
                case 3 -> StandardCharsets.ISO_8859_1;
                default -> StandardCharsets.UTF_8;
            };
        }

        String name(String name) {
            return switch (random.nextInt(12)) {
                case 0 -> "a b " + name;
                case 1 -> "Z" + name.toUpperCase(Locale.ROOT);
                case 2 -> "\u00fc<i>&=" + name;
                default -> name;
            };
        }

        String text(String text) {
            String changed = text;
            for (int i = random.nextInt(5); i > 0 && changed.length() < MOST; i--) {
                changed = changedOnce(changed);
            }
            return changed;
        }

        private String changedOnce(String text) {
            List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
            int line = random.nextInt(lines.size());
            List<String> cells = new ArrayList<>(List.of(lines.get(line).split(",", -1)));
            int cell = random.nextInt(cells.size());
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(18)) {
                case 0 -> cells.set(cell, pick(Nasty.CELLS, random));
                case 1 -> cells.add(cell, pick(Nasty.CELLS, random));
                case 2 -> cells.remove(cell);
                case 3 -> cells.add(cells.remove(random.nextInt(cells.size())));
                case 4 -> {
                    return text.substring(0, at) + pick(Nasty.CELLS, random) + text.substring(at);
                }
                case 5 -> {
                    return text.substring(0, at) + text.substring(Math.min(text.length(), at + random.nextInt(40)));
                }
                case 6 -> {
                    return text.replace(',', ";\t|,".charAt(random.nextInt(4)));
                }
                case 7 -> {
                    return text.replace("\n", pick(List.of("\r\n", "\r", "\n\n", " \n", ",\n"), random));
                }
                case 8 -> {
                    return text.substring(0, at) + "\"" + text.substring(at);
                }
                case 9 -> {
                    return text + text;
                }
                case 10 -> {
                    return text.substring(0, at);
                }
                case 11 -> {
                    return pick(List.of("\ufeff", "\u00ef\u00bb\u00bf", "sep=,\n", "\n\n", "# note\n"), random) + text;
                }
                case 12 -> {
                    return text + pick(List.of("Total,,\n", ",,,\n", "\n", "\"\n", "End of report"), random);
                }
                case 13 -> {
                    return text.replaceAll("2026-0(\\d)-(\\d\\d)", "$2/0$1/2026");
                }
                case 14 -> {
                    return text.replaceFirst(
                            "\n", Matcher.quoteReplacement("\n" + text.substring(0, text.indexOf('\n') + 1)));
                }
                case 15 -> lines.set(line, lines.get(random.nextInt(lines.size())));
                case 16 -> {
                    String repeated = lines.get(line);
                    for (int i = random.nextInt(150); i > 0; i--) {
                        lines.add(line, repeated);
                    }
                }
                default -> {
                    List<String> header = new ArrayList<>(List.of(lines.get(0).split(",", -1)));
                    header.set(random.nextInt(header.size()), pick(Nasty.HEADERS, random));
                    lines.set(0, String.join(",", header));
                    return String.join("\n", lines);
                }
            }
            if (line < lines.size() && !lines.get(line).equals(String.join(",", cells))) {
                lines.set(line, String.join(",", cells));
            }
            return String.join("\n", lines);
        }

        byte[] bytes(byte[] bytes) {
            if (bytes.length == 0 || random.nextInt(6) > 0) {
                return bytes;
            }
            byte[] changed = bytes.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            return random.nextInt(3) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length + 1)) : changed;
        }

        String profile(String profile) {
            String changed = profile;
            for (int i = random.nextInt(4); i >= 0 && changed.length() < MOST; i--) {
                changed = profileChangedOnce(changed);
            }
            return changed;
        }

        private String profileChangedOnce(String profile) {
            List<String> lines = new ArrayList<>(List.of(profile.split("\n", -1)));
            int line = random.nextInt(lines.size());
            String text = lines.get(line);
            int at = random.nextInt(profile.length() + 1);
            switch (random.nextInt(9)) {
                case 0 -> lines.remove(line);
                case 1 -> lines.add(line, text);
                case 2, 3, 4 -> {
                    // The value of one of the keys on the line.
                    List<Integer> colons = new ArrayList<>();
                    for (int i = text.indexOf(": "); i >= 0; i = text.indexOf(": ", i + 1)) {
                        colons.add(i);
                    }
                    if (!colons.isEmpty()) {
                        int colon = colons.get(random.nextInt(colons.size()));
                        String rest = text.substring(colon + 2).replaceFirst("^[^,}\\]]*", "");
                        lines.set(line, text.substring(0, colon + 2) + pick(Nasty.VALUES, random) + rest);
                    }
                }
                case 5 -> lines.set(line, " ".repeat(random.nextInt(5)) + text);
                case 6 -> {
                    return profile.substring(0, at)
                            + SIGNS.charAt(random.nextInt(SIGNS.length()))
                            + profile.substring(at);
                }
                case 7 -> {
                    return profile.substring(0, at)
                            + profile.substring(Math.min(profile.length(), at + random.nextInt(20)));
                }
                default -> {
                    return profile.substring(0, at) + pick(Nasty.VALUES, random) + profile.substring(at);
                }
            }
            return String.join("\n", lines);
        }
    }

    /** Writes the files into an empty folder and the profile beside it. */
    void write(Path exports, Path profileFile) throws IOException {
        Files.createDirectories(exports);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(exports.resolve(file.getKey()), file.getValue());
        }
        if (profile.isPresent()) {
            Files.write(profileFile, profile.get().getBytes(StandardCharsets.UTF_8));
        }
    }
}
