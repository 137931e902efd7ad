package mendline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import mendline.simulate.Simulation;
import mendline.simulate.SimulationSettings;

/**
 * The rows of a simulated practice, with ties and troubles of every kind put in: two sessions a day, equal scores, rows twice, rows that contradict
 * each other, cells that cannot be read, rows of the future, courses with and without an id, names for ids; in one kind of file, or with scores and
 * courses in files of their own.
 *
 * @param tables by what they hold: {@code sessions}, and maybe {@code scores} and {@code courses}
 */
record DirtyPractice(String profile, Map<String, Table> tables) {
    private static final int CLIENTS = 45;
    private static final String PROFILE = "files:\n"
            + "  sessions: {match: \"*sessions*\"}\n"
            + "  scores: {match: \"*scores*\"}\n"
            + "  courses: {match: \"*courses*\"}\n";
    private static final List<String> BAD = List.of("99", "abc", "-1", "3-Apr", "*", "12,5", "nonsense", "2026-13-01");
    private static final List<String> NAMES = List.of("Anna Becker", "Ben Adams", "Cleo Otieno", "Dora Lindgren");

    /** A header and rows; rows are split between files so that rows of one key that differ stay together. */
    record Table(List<String> header, List<List<String>> rows, List<String> key) {
        private String place(List<String> row) {
            List<String> place = new ArrayList<>();
            key.forEach(column -> place.add(row.get(header.indexOf(column))));
            return String.join("\t", place);
        }

        /** Rows cut into so many parts, shuffled. */
        private List<List<List<String>>> parts(int count, SplittableRandom random) {
            Map<String, TreeSet<String>> different = new HashMap<>();
            rows.forEach(row ->
                    different.computeIfAbsent(place(row), p -> new TreeSet<>()).add(String.join("\t", row)));
            Map<String, Integer> together = new HashMap<>();
            List<List<List<String>>> parts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                parts.add(new ArrayList<>());
            }
            for (List<String> row : shuffled(rows, random)) {
                int any = random.nextInt(count);
                boolean tied = different.get(place(row)).size() > 1;
                parts.get(tied ? together.computeIfAbsent(place(row), p -> any) : any)
                        .add(row);
            }
            parts.removeIf(List::isEmpty);
            return parts;
        }
    }

    static DirtyPractice of(long seed, Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Path made = Files.createDirectories(folder.resolve("made"));
        Simulation.run(
                SimulationSettings.of(CLIENTS, seed).withMonths(YearMonth.of(2026, 9), 8 + random.nextInt(10)), made);
        Table sessions = read(made);
        boolean related = random.nextBoolean();
        Map<String, Table> tables = new LinkedHashMap<>();
        if (related) {
            tables.put("scores", scores(sessions, random));
            tables.put("courses", courses(sessions, random));
        }
        tables.put("sessions", dirty(sessions, related, random));
        return new DirtyPractice(related ? PROFILE : "{}", tables);
    }

    private static Table read(Path folder) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                List<String> lines = Files.readAllLines(file);
                List<String> columns = List.of(lines.get(0).split(",", -1));
                columns.stream().filter(column -> !header.contains(column)).forEach(header::add);
                for (String line : lines.subList(1, lines.size())) {
                    String[] cells = line.split(",", -1);
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < Math.min(cells.length, columns.size()); i++) {
                        row.put(columns.get(i), cells[i]);
                    }
                    rows.add(row);
                }
            }
        }
        List<List<String>> all = new ArrayList<>();
        rows.forEach(row -> all.add(
                header.stream().map(column -> row.getOrDefault(column, "")).toList()));
        return new Table(header, all, List.of("client_id", "session_date"));
    }

    /** Scores on the day, a day beside it, twice, and of two kinds on one day. */
    private static Table scores(Table sessions, SplittableRandom random) {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : sessions.rows()) {
            String date = row.get(sessions.header().indexOf("session_date"));
            for (String measure : List.of("phq9", "gad7", "srs")) {
                String score = row.get(sessions.header().indexOf(measure));
                if (!score.isEmpty() && date.matches("\\d{4}-\\d\\d-([01]\\d|2[0-8])") && random.nextInt(3) > 0) {
                    String client = row.get(0);
                    rows.add(List.of(client, beside(date, random), measure, score));
                    if (random.nextInt(15) == 0) {
                        rows.add(List.of(client, date, measure, Integer.toString(random.nextInt(20))));
                    }
                }
            }
        }
        rows.add(List.of("c-unseen", "2026-05-05", "phq9", "9"));
        again(rows, random);
        return new Table(
                List.of("client_id", "date", "measure", "score"), rows, List.of("client_id", "date", "measure"));
    }

    private static String beside(String date, SplittableRandom random) {
        return random.nextInt(8) == 0
                ? LocalDate.parse(date).plusDays(random.nextInt(-3, 4)).toString()
                : date;
    }

    /** What a file of courses says of each client: sometimes twice, sometimes otherwise. */
    private static Table courses(Table sessions, SplittableRandom random) {
        Map<String, List<String>> first = new LinkedHashMap<>();
        for (List<String> row : sessions.rows()) {
            String referral = row.get(sessions.header().indexOf("referral_date"));
            if (referral.matches("\\d{4}-\\d\\d-([01]\\d|2[0-8])")) {
                first.putIfAbsent(
                        row.get(0),
                        List.of(
                                row.get(0),
                                referral,
                                random.nextInt(4) == 0 ? "planned" : "",
                                random.nextInt(3) == 0 ? "North" : ""));
            }
        }
        List<List<String>> rows = new ArrayList<>(first.values());
        for (List<String> row : List.copyOf(rows)) {
            if (random.nextInt(10) == 0) {
                rows.add(List.of(row.get(0), row.get(1), "unplanned", "South"));
            }
            if (random.nextInt(10) == 0) {
                rows.add(List.of(row.get(0), beside(row.get(1), random), "", ""));
            }
        }
        again(rows, random);
        return new Table(List.of("client_id", "referral_date", "course_end", "site"), rows, List.of("client_id"));
    }

    private static Table dirty(Table sessions, boolean related, SplittableRandom random) {
        List<String> header = sessions.header();
        List<List<String>> rows = new ArrayList<>();
        boolean named = random.nextInt(3) == 0 && !related;
        for (List<String> clean : sessions.rows()) {
            List<String> row = new ArrayList<>(clean);
            int client = row.get(0).hashCode();
            if (named && Math.floorMod(client, 11) == 0) {
                row.set(0, NAMES.get(Math.floorMod(client / 11, NAMES.size())) + " " + row.get(0));
            }
            if (client % 2 == 0 || related) {
                row.set(header.indexOf("course_id"), "");
            }
            if (random.nextInt(8) == 0) {
                row.set(header.indexOf("session_number"), "");
            }
            if (random.nextInt(60) == 0) {
                row.set(random.nextInt(header.size()), BAD.get(random.nextInt(BAD.size())));
            }
            rows.add(row);
            if (random.nextInt(40) == 0) {
                List<String> second = new ArrayList<>(row);
                second.set(header.indexOf("session_number"), Integer.toString(random.nextInt(1, 30)));
                second.set(header.indexOf("phq9"), Integer.toString(random.nextInt(27)));
                rows.add(second);
            }
            if (random.nextInt(40) == 0) {
                List<String> other = new ArrayList<>(row);
                int column = header.indexOf(List.of("phq9", "srs", "site", "therapist_id", "mode", "attendance")
                        .get(random.nextInt(6)));
                other.set(column, column == header.indexOf("phq9") ? Integer.toString(random.nextInt(27)) : "");
                rows.add(other);
            }
            if (random.nextInt(60) == 0) {
                List<String> moved = new ArrayList<>(row);
                moved.add(0, moved.remove(random.nextInt(moved.size())));
                rows.add(moved);
            }
        }
        again(rows, random);
        rows.add(booked(header, rows.get(0), "2026-12-0" + random.nextInt(1, 9)));
        rows.add(booked(header, rows.get(1), "2062-03-04"));
        return new Table(header, rows, sessions.key());
    }

    private static List<String> booked(List<String> header, List<String> row, String date) {
        String[] cells = new String[header.size()];
        Arrays.fill(cells, "");
        cells[0] = row.get(0);
        cells[header.indexOf("session_date")] = date;
        return List.of(cells);
    }

    private static void again(List<List<String>> rows, SplittableRandom random) {
        for (int i = rows.size() / 50; i >= 0; i--) {
            rows.add(rows.get(random.nextInt(rows.size())));
        }
    }

    private static <T> List<T> shuffled(List<T> rows, SplittableRandom random) {
        List<T> shuffled = new ArrayList<>(rows);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T row = shuffled.get(i);
            shuffled.set(i, shuffled.get(j));
            shuffled.set(j, row);
        }
        return shuffled;
    }

    /** One file for each kind, rows as they come. */
    Path whole(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, Table> table : tables.entrySet()) {
            write(
                    folder.resolve(table.getKey() + ".csv"),
                    table.getValue().header(),
                    table.getValue().rows());
        }
        return folder;
    }

    /** Several files for each kind, under other names, rows in any order. */
    Path scattered(Path folder, SplittableRandom random) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, Table> table : tables.entrySet()) {
            int number = 0;
            for (List<List<String>> part : table.getValue().parts(random.nextInt(1, 5), random)) {
                String name = "export-" + (char) random.nextInt('a', 'g') + "-" + table.getKey() + "-" + number++;
                write(folder.resolve(name + ".csv"), table.getValue().header(), part);
            }
        }
        return folder;
    }

    private static void write(Path file, List<String> header, List<List<String>> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(String.join(",", header)));
        rows.forEach(row -> lines.add(String.join(",", row)));
        Files.write(file, lines);
    }
}
