package mendline.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a row of an unknown export seems to be: attendance in several columns, rows that are deleted, one session over
 * several rows.
 *
 * @param attendance place of the column that says yes, by our word for attendance
 * @param deleted places of columns that are filled where a row was deleted
 * @param sparseBy places of the columns that, with the client, tell which rows are one session
 * @param otherDates places of further columns of dates, where rows of forms have one of their own
 */
record RowRulesSketch(
        Map<String, Integer> attendance, List<Integer> deleted, List<Integer> sparseBy, List<Integer> otherDates) {
    private static final Map<String, Set<String>> ATTENDANCE = Map.of(
            "attended", Set.of("patientarrived", "clientarrived", "arrived", "attended"),
            "did_not_attend", Set.of("didnotarrive", "didnotattend", "noshow", "dna"),
            "cancelled_by_client", Set.of("cancelledat", "canceledat", "cancelled", "canceled"));
    private static final Set<String> DELETED = Set.of("deletedat", "deleted", "archivedat");
    private static final List<String> SPARSE = List.of("redcapeventname", "redcaprepeatinstance");
    private static final CellCodes CODES = new CellCodes("", Profiles.DEFAULT);

    RowRulesSketch {
        attendance = Map.copyOf(attendance);
        deleted = List.copyOf(deleted);
        sparseBy = List.copyOf(sparseBy);
        otherDates = List.copyOf(otherDates);
    }

    static RowRulesSketch of(FileSketch file) {
        Map<String, Integer> attendance = new LinkedHashMap<>();
        List<Integer> deleted = new ArrayList<>();
        List<Integer> sparse = new ArrayList<>();
        List<Integer> dates = new ArrayList<>();
        for (int i = 0; i < file.names().size(); i++) {
            String name = ExportHeaders.plain(file.names().get(i));
            ColumnSketch column = file.columns().get(i);
            int place = i;
            ATTENDANCE.forEach((word, names) -> {
                if (names.contains(name) && saysYes(column)) {
                    attendance.putIfAbsent(word, place);
                }
            });
            if (DELETED.contains(name) && column.filled() > 0 && column.dates()) {
                deleted.add(i);
            }
            if (SPARSE.contains(name)) {
                sparse.add(i);
            }
            if (column.anyDates()
                    && ExportHeaders.rank(Column.SESSION_DATE, file.names().get(i)) < 0
                    && ExportHeaders.rank(Column.REFERRAL_DATE, file.names().get(i)) < 0
                    && !name.matches(".*(birth|dob|born|end|disch|timestamp).*")) {
                dates.add(i);
            }
        }
        boolean whole = attendance.containsKey("attended") && attendance.size() > 1;
        boolean sparsely = sparse.size() == SPARSE.size();
        return new RowRulesSketch(
                whole ? attendance : Map.of(), deleted, sparsely ? sparse : List.of(), sparsely ? dates : List.of());
    }

    private static boolean saysYes(ColumnSketch column) {
        boolean flags = column.codes().stream().allMatch(cell -> Flags.of(cell, CODES) != Flags.Answer.UNCLEAR);
        return column.filled() == 0 || flags || column.dates();
    }

    /** Writes the keys of the profile. */
    void write(DraftText yaml, FileSketch file) {
        if (!sparseBy.isEmpty()) {
            List<String> names = new ArrayList<>();
            sparseBy.forEach(place -> names.add(DraftText.quoted(file.names().get(place))));
            yaml.line(
                    "sparse: {by: [" + String.join(", ", names) + "]}",
                    "sparse",
                    Confidence.LIKELY,
                    "columns that research databases write where a record is spread over rows");
        }
        if (!deleted.isEmpty()) {
            List<String> filled = new ArrayList<>();
            deleted.forEach(place -> filled.add(DraftText.quoted(file.names().get(place)) + ": filled"));
            yaml.line(
                    "leave_out: {" + String.join(", ", filled) + "}",
                    "leave_out",
                    Confidence.LIKELY,
                    "times of deletion by name and content");
        }
        if (!attendance.isEmpty()) {
            yaml.add("attendance_from:\n");
            for (String word : List.of("attended", "did_not_attend", "cancelled_by_client")) {
                if (attendance.containsKey(word)) {
                    boolean cancelled = word.startsWith("cancelled");
                    yaml.line(
                            "  " + word + ": " + DraftText.quoted(file.names().get(attendance.get(word))),
                            "attendance_from." + word,
                            cancelled ? Confidence.GUESS : Confidence.LIKELY,
                            cancelled ? "by name; it does not say who cancelled" : "by name, and it says yes or no");
                }
            }
        }
    }
}
