package mendline.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import mendline.measure.Measure;

/** Names of columns and words that systems are known to write, and what they mean here. */
final class ExportWords {
    private static final Map<Column, List<String>> COLUMNS = columns();
    private static final Map<ScoreColumn, List<String>> SCORE_COLUMNS = scoreColumns();
    private static final Map<Column, Map<String, String>> WORDS = Map.of(
            Column.ATTENDANCE, attendance(),
            Column.STAGE, stage(),
            Column.MODE, mode());
    /** What the national code of the NHS for attendance says. */
    private static final Map<String, String> NHS_ATTENDANCE = nhsAttendance();

    private ExportWords() {}

    private static Map<Column, List<String>> columns() {
        Map<Column, List<String>> names = new LinkedHashMap<>();
        names.put(
                Column.CLIENT_ID,
                List.of(
                        "clientid",
                        "clientref",
                        "clientcode",
                        "clientidentifier",
                        "clientkey",
                        "clientguid",
                        "patientid",
                        "patientref",
                        "patientcode",
                        "patientguid",
                        "serviceallocatedpatientid",
                        "serviceuserid",
                        "personid",
                        "pid",
                        "participantid",
                        "subjectid",
                        "respondentid",
                        "recordid",
                        "studyid",
                        "client",
                        "patient",
                        "id",
                        "caseref",
                        "pathwayid",
                        "episodekey",
                        "referralid"));
        names.put(
                Column.SESSION_DATE,
                List.of(
                        "sessiondate",
                        "appointmentdate",
                        "apptdate",
                        "appointmentdatetime",
                        "dateofservice",
                        "dateofsession",
                        "dateofappointment",
                        "contactdate",
                        "carecontdate",
                        "servicecontactdate",
                        "servicedate",
                        "eventdate",
                        "startsat",
                        "start",
                        "starttime",
                        "visitdate",
                        "recordeddate",
                        "startdate",
                        "assessmentdate",
                        "date"));
        names.put(
                Column.SESSION_NUMBER,
                List.of("sessionnumber", "sessionno", "sessionn", "session", "session#", "visitnumber"));
        names.put(
                Column.COURSE_ID,
                List.of(
                        "courseid",
                        "caseid",
                        "caseref",
                        "referralid",
                        "episodeid",
                        "episodekey",
                        "pathwayid",
                        "servicerequestid",
                        "treatmentid"));
        names.put(
                Column.ATTENDANCE,
                List.of(
                        "attendance",
                        "attendanceoutcome",
                        "attendordnacode",
                        "attendancestatus",
                        "dnastatus",
                        "appointmentstatus",
                        "apptstatus",
                        "appointmentoutcome",
                        "apptattended",
                        "status",
                        "state",
                        "outcome"));
        names.put(
                Column.STAGE,
                List.of("stage", "appttype", "apptype", "appointmenttype", "sessiontype", "treatment", "type"));
        names.put(Column.MODE, List.of("mode", "consmechanism", "contactmode", "modality", "medium", "delivery"));
        names.put(
                Column.THERAPIST_ID,
                List.of(
                        "therapistid",
                        "clinicianid",
                        "practitionerid",
                        "practitionerkey",
                        "providerid",
                        "staffid",
                        "therapist",
                        "clinician",
                        "practitioner",
                        "provider",
                        "staffmember"));
        names.put(Column.SITE, List.of("site", "siteid", "location", "clinic", "team", "branch", "office"));
        names.put(
                Column.REFERRAL_DATE,
                List.of("referraldate", "datereferred", "referralrequestreceiveddate", "referralreceived"));
        return names;
    }

    private static Map<ScoreColumn, List<String>> scoreColumns() {
        Map<ScoreColumn, List<String>> names = new LinkedHashMap<>();
        names.put(ScoreColumn.CLIENT_ID, COLUMNS.get(Column.CLIENT_ID));
        names.put(
                ScoreColumn.DATE,
                List.of(
                        "completedat",
                        "datecompleted",
                        "completed",
                        "completiondate",
                        "asstoolcompdate",
                        "assessmentdate",
                        "measuredate",
                        "scoredate",
                        "authored",
                        "date",
                        "sessiondate",
                        "appointmentdate"));
        names.put(
                ScoreColumn.MEASURE,
                List.of(
                        "measure",
                        "measurename",
                        "assessment",
                        "assessmentname",
                        "questionnaire",
                        "instrument",
                        "scale",
                        "tool",
                        "codedasstooltype"));
        names.put(
                ScoreColumn.SCORE, List.of("totalscore", "total", "rawscore", "score", "persscore", "result", "value"));
        return names;
    }

    private static Map<String, String> attendance() {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : List.of(
                "Arrived",
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

    /** Small letters and digits only: how names of columns are compared with those known. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9#]", "");
    }

    /** How early a name stands among those known for a column; -1 where it is not known. */
    static int rank(Column column, String name) {
        return COLUMNS.getOrDefault(column, List.of(plain(column.key()))).indexOf(plain(name));
    }

    static int rank(ScoreColumn column, String name) {
        return SCORE_COLUMNS.get(column).indexOf(plain(name));
    }

    /** Known words of a column of words with their meaning; our own words are not among them. */
    static Map<String, String> known(Column column, boolean numbered) {
        return numbered && column == Column.ATTENDANCE ? NHS_ATTENDANCE : WORDS.getOrDefault(column, Map.of());
    }

    /** The column of scores that a header or a word for a measure means, where it spells one. */
    static Optional<ScoreKey> score(String name, SortedMap<String, Measure> measures) {
        String plain = plain(name);
        List<String> tried = new ArrayList<>(List.of(plain));
        for (String around : List.of("totalscore", "total", "score", "sum")) {
            if (plain.endsWith(around)) {
                tried.add(plain.substring(0, plain.length() - around.length()));
            }
            if (plain.startsWith(around)) {
                tried.add(plain.substring(around.length()));
            }
        }
        return tried.stream()
                .flatMap(each -> ScoreKey.named(each, measures).stream())
                .findFirst();
    }
}
