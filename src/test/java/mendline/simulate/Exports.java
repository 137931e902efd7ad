package mendline.simulate;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads simulated files back, knowing nothing of how they were made. */
final class Exports {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private Exports() {}

    /** The rows of one file, blank cells left out. */
    static List<Map<String, String>> rows(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            for (CSVRecord record : parser) {
                Map<String, String> row = new LinkedHashMap<>(record.toMap());
                row.values().removeIf(String::isEmpty);
                rows.add(row);
            }
        }
        return rows;
    }

    static List<String> header(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(reader)) {
            return parser.getHeaderNames();
        }
    }

    /** The rows of all files, equal ones once. */
    static List<Map<String, String>> merged(List<Path> files) throws IOException {
        LinkedHashSet<Map<String, String>> rows = new LinkedHashSet<>();
        for (Path file : files) {
            rows.addAll(rows(file));
        }
        return List.copyOf(rows);
    }

    /** The attended rows by course and session number, {@code C0417-1#12}. */
    static Map<String, Map<String, String>> sessions(List<Map<String, String>> rows) {
        Map<String, Map<String, String>> sessions = new TreeMap<>();
        for (Map<String, String> row : rows) {
            if (row.containsKey("session_number")) {
                sessions.put(row.get("course_id") + "#" + row.get("session_number"), row);
            }
        }
        return sessions;
    }

    /** Every file below a folder, by its path from there, with its content. */
    static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return contents;
    }

    static boolean attended(Map<String, String> row) {
        return "attended".equals(row.get("attendance"));
    }
}
