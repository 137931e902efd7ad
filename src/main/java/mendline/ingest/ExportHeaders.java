package mendline.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import mendline.measure.Measure;

/** Names of columns that systems are known to write, and what they mean here. */
final class ExportHeaders {
    private static final Map<Column, List<String>> COLUMNS = columns();
    private static final Map<ScoreColumn, List<String>> SCORE_COLUMNS = scoreColumns();
    /** Spellings of measures in headers that are neither their keys nor their names. */
    private static final Map<String, String> SPELLINGS =
            Map.of("k10p", "k10", "k10plus", "k10", "core10clin", "core10", "w&sas", "wsas");

    private ExportHeaders() {}

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
                        "referralid",
                        "clientname",
                        "patientname"));
        names.put(
                Column.SESSION_DATE,
                List.of(
                        "sessiondate",
                        "appointmentdate",
                        "apptdate",
                        "appointmentdatetime",
                        "encounterstart",
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
                List.of(
                        "sessionnumber",
                        "sessionno",
                        "sessionn",
                        "session",
                        "session#",
                        "visitnumber",
                        "visit",
                        "week"));
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
                        "encounterstatus",
                        "status",
                        "state",
                        "outcome"));
        names.put(
                Column.STAGE,
                List.of(
                        "stage",
                        "eventtype",
                        "appttype",
                        "apptype",
                        "appointmenttype",
                        "sessiontype",
                        "treatment",
                        "type"));
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
                List.of(
                        "referraldate",
                        "datereferred",
                        "referralrequestreceiveddate",
                        "referralreceived",
                        "received",
                        "periodofcontactstart"));
        names.put(
                Column.COURSE_END,
                List.of(
                        "courseend",
                        "endcode",
                        "dischargereason",
                        "reasonfordischarge",
                        "endreason",
                        "endingreason",
                        "reasonforending",
                        "closurereason",
                        "plannedending"));
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
                        "appointmentdate",
                        "eventdate",
                        "contactdate",
                        "dateofservice"));
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
                        "codedasstooltype",
                        "form",
                        "code"));
        names.put(
                ScoreColumn.ITEM,
                List.of("linkid", "item", "itemcode", "itemid", "question", "questionid", "questioncode"));
        names.put(
                ScoreColumn.SCORE,
                List.of(
                        "totalscore",
                        "total",
                        "rawscore",
                        "score",
                        "persscore",
                        "result",
                        "value",
                        "answervalue",
                        "answer",
                        "response"));
        return names;
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
        List.copyOf(tried)
                .forEach(each -> Optional.ofNullable(SPELLINGS.get(each)).ifPresent(tried::add));
        return tried.stream()
                .flatMap(each -> ScoreKey.named(each, measures).stream())
                .findFirst();
    }
}
