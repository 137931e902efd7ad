package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.model.Attendance;
import mendline.model.Vocabulary;

/** Reads from a profile what a row of an export is. */
final class RowRulesYaml {
    private static final String FILLED = "filled";

    private RowRulesYaml() {}

    /** Reads {@code sparse}, {@code leave_out}, {@code attendance_from}, and columns that have several headers. */
    static RowRules read(Map<String, Yaml> entries, SortedMap<String, List<String>> otherHeaders)
            throws ProfileProblem {
        boolean sparse = false;
        List<String> by = new ArrayList<>();
        if (entries.containsKey("sparse")) {
            Yaml yaml = entries.get("sparse");
            sparse = !yaml.isScalar() || yaml.flag();
            if (!yaml.isScalar()) {
                Map<String, Yaml> parts = yaml.entries("by");
                if (!parts.containsKey("by")) {
                    throw yaml.problem(
                            "should be on, or {by: [...]} with the headers that tell which rows are one session");
                }
                by.addAll(parts.get("by").texts());
            }
        }
        SortedMap<String, SortedSet<String>> leaveOut = new TreeMap<>();
        if (entries.containsKey("leave_out")) {
            for (Map.Entry<String, Yaml> entry :
                    entries.get("leave_out").entries().entrySet()) {
                SortedSet<String> words = new TreeSet<>();
                for (String word : entry.getValue().texts()) {
                    words.add(WordCells.comparable(word));
                }
                if (words.isEmpty() || words.contains("")) {
                    throw entry.getValue().problem("should be words of the column, or filled for any filled cell");
                }
                leaveOut.put(entry.getKey(), words.equals(new TreeSet<>(List.of(FILLED))) ? new TreeSet<>() : words);
            }
        }
        SortedMap<String, String> attendance = new TreeMap<>();
        if (entries.containsKey("attendance_from")) {
            Yaml yaml = entries.get("attendance_from");
            for (Map.Entry<String, Yaml> entry : yaml.entries().entrySet()) {
                Optional<Attendance> word = Vocabulary.find(Attendance.class, entry.getKey());
                if (word.isEmpty()) {
                    throw entry.getValue().unknown("word for attendance", entry.getKey(), words());
                }
                attendance.put(word.get().key(), entry.getValue().filledText());
            }
        }
        return new RowRules(sparse, by, leaveOut, attendance, otherHeaders);
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Attendance word : Attendance.values()) {
            words.add(word.key());
        }
        return words;
    }
}
