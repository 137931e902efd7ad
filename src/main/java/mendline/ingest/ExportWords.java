package mendline.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words and codes that systems are known to write in cells, and what they mean here. */
final class ExportWords {
    private static final Map<Column, Map<String, String>> WORDS = Map.of(
            Column.ATTENDANCE, attendance(),
            Column.STAGE, stage(),
            Column.MODE, mode(),
            Column.COURSE_END, courseEnd());
    /** What the national code of the NHS for attendance says. */
    private static final Map<String, String> NHS_ATTENDANCE = nhsAttendance();

    private static final Map<String, String> NHS_COURSE_END = nhsCourseEnd();

    /** Codes of terminologies for scores of measures and for whole questionnaires: SNOMED CT, LOINC. */
    private static final Map<String, String> MEASURE_CODES = Map.of(
            "720433000", "phq9",
            "445455005", "gad7",
            "44261-6", "phq9",
            "44249-1", "phq9",
            "70274-6", "gad7",
            "69737-5", "gad7");

    private ExportWords() {}

    private static Map<String, String> attendance() {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : List.of(
                "Arrived",
                "Finished",
                "Show",
                "Showed",
                "Completed",
                "Seen",
                "Present",
                "Kept",
                "Attended on time",
                "Attended late")) {
            words.put(word, "attended");
        }
        for (String word : List.of("DNA", "No show", "Did not arrive", "Missed", "Absent", "Not attended")) {
            words.put(word, "did_not_attend");
        }
        for (String word : List.of("Arrived late not seen", "Late")) {
            words.put(word, "late_not_seen");
        }
        for (String word : List.of(
                "Client cancelled",
                "Patient cancelled",
                "Cancelled by patient",
                "Late cancelled",
                "Late cancel",
                "Late cancellation",
                "Late canceled",
                "Client canceled",
                "Cancelled",
                "Canceled",
                "Cancellation")) {
            words.put(word, "cancelled_by_client");
        }
        for (String word : List.of(
                "Cancelled by provider",
                "Provider cancelled",
                "Therapist cancelled",
                "Clinician cancelled",
                "Cancelled by therapist",
                "Cancelled by clinician",
                "Service cancelled",
                "Provider canceled",
                "Clinician canceled")) {
            words.put(word, "cancelled_by_service");
        }
        return words;
    }

    private static Map<String, String> courseEnd() {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : List.of("Treatment completed", "Completed", "Planned ending", "Goals met", "Yes")) {
            words.put(word, "planned");
        }
        for (String word : List.of("Client stopped attending", "Unplanned ending", "Did not return", "No")) {
            words.put(word, "unplanned");
        }
        for (String word : List.of("Referred elsewhere", "Referred", "Transferred", "Transferred to other service")) {
            words.put(word, "referred_on");
        }
        return words;
    }

    /** End codes of the Talking Therapies data set that say how a course ended. */
    private static Map<String, String> nhsCourseEnd() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("13", "referred_on");
        words.put("46", "planned");
        words.put("47", "unplanned");
        words.put("48", "unplanned");
        return words;
    }

    private static Map<String, String> nhsAttendance() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("2", "cancelled_by_client");
        words.put("3", "did_not_attend");
        words.put("4", "cancelled_by_service");
        words.put("5", "attended");
        words.put("6", "attended");
        words.put("7", "late_not_seen");
        return words;
    }

    private static Map<String, String> stage() {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word :
                List.of("Initial assessment", "Intake", "Initial", "First visit", "First appointment", "Triage")) {
            words.put(word, "assessment");
        }
        for (String word :
                List.of("Therapy", "Individual therapy", "Session", "Standard", "Assessment and treatment")) {
            words.put(word, "treatment");
        }
        for (String word : List.of("Follow up appointment", "Review", "Booster")) {
            words.put(word, "follow_up");
        }
        return words;
    }

    private static Map<String, String> mode() {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : List.of("Face to face", "Office", "Clinic", "On site")) {
            words.put(word, "in_person");
        }
        for (String word : List.of("Online", "Telehealth", "Video call", "Videoconference")) {
            words.put(word, "video");
        }
        for (String word : List.of("Telephone", "Call")) {
            words.put(word, "phone");
        }
        for (String word : List.of("Chat", "Email", "Message")) {
            words.put(word, "text");
        }
        return words;
    }

    /** Known words of a column of words with their meaning; our own words are not among them. */
    static Map<String, String> known(Column column, boolean numbered) {
        if (numbered && column == Column.ATTENDANCE) {
            return NHS_ATTENDANCE;
        }
        return numbered && column == Column.COURSE_END ? NHS_COURSE_END : WORDS.getOrDefault(column, Map.of());
    }

    /** The known words that occur in a column, with their meaning. */
    static Map<String, String> occurring(Column column, ColumnSketch sketch) {
        Map<String, String> meanings = new LinkedHashMap<>();
        known(column, sketch.numbers()).forEach((word, meaning) -> {
            if (sketch.words().contains(WordCells.comparable(word))) {
                meanings.put(word, meaning);
            }
        });
        return meanings;
    }

    /** The code of a terminology that a word in comparable form is, with the measure that it means. */
    static Optional<Map.Entry<String, String>> coded(String word) {
        return MEASURE_CODES.entrySet().stream()
                .filter(each -> WordCells.comparable(each.getKey()).equals(word))
                .findFirst();
    }
}
