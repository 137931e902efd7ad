package mendline.report;

import mendline.model.ProblemCode;

/** What each kind of problem does to the results, in a sentence; the page of the problem says more. */
final class Effects {
    private static final String NONE = "None.";
    private static final String FILE = "Nothing of such a file is in the results.";
    private static final String ROW =
            "Such a session is missing from activity, from its course and from the client's scores.";
    private static final String NO_SCORE =
            "Such a session has no score of this measure; a course may lose its first or last one, and its outcome with it.";
    private static final String RECORD = "What was recorded is counted too low by it.";
    private static final String COURSE = "Waits and endings of such a course may be missing.";

    private Effects() {}

    static String of(ProblemCode code) {
        return switch (code) {
            case FILE_EMPTY,
                    FILE_NOT_CSV,
                    FILE_UNREADABLE,
                    FILE_TRUNCATED,
                    FILE_PACKED_TOO_TIGHTLY,
                    LINE_TOO_LONG,
                    FILE_IS_A_LINK,
                    FILE_WITHOUT_ROLE,
                    MISSING_COLUMN -> FILE;
            case FILE_HEADER_ONLY -> "None if there was nothing to export; else a month looks quiet that was not.";
            case CHARSET_FALLBACK -> "None on numbers; names of sites with accents may be spelled in two ways.";
            case BYTE_ORDER_MARK, SEPARATOR_LINE, MIXED_LINE_ENDS, EMPTY_COLUMN_NAME, EMPTY_ROW, FOOTER_ROW -> NONE;
            case LEFT_OUT_ROW, NOT_A_SESSION, FUTURE_ROW, COURSE_WITHOUT_SESSION -> NONE;
            case MISSING_SCORE, SECOND_SCORE, SCORE_PRORATED, FILE_NAME_WITHHELD -> NONE;
            case TRAILING_DELIMITER ->
                "None if only the delimiter is too many; an unquoted decimal comma would cut scores in two.";
            case DUPLICATE_COLUMN -> "None if both columns say the same; else the values of the first one count.";
            case MISSING_ITEM -> "The measure has no scores from such a file.";
            case WRONG_CELL_COUNT,
                    UNCLOSED_QUOTE,
                    SHIFTED_ROW,
                    MISSING_CLIENT_ID,
                    MISSING_DATE,
                    BAD_DATE,
                    SERIAL_DATE,
                    IMPLAUSIBLE_DATE,
                    UNKNOWN_ATTENDANCE -> ROW;
            case CONFLICTING_ATTENDANCE -> "Such an appointment is missing from missed and cancelled ones.";
            case ATTENDANCE_NOT_RECORDED -> "None for appointments to come; past ones are missing from activity.";
            case UNKNOWN_MEASURE, BAD_SCORE, SCORE_WITHOUT_SESSION -> NO_SCORE;
            case SCORE_NOT_A_NUMBER,
                    DATE_FOR_SCORE,
                    PERCENT_FOR_SCORE,
                    SCORE_OUT_OF_RANGE,
                    PARTIAL_ITEMS,
                    SCORE_DESPITE_SKIP -> NO_SCORE;
            case SCORE_ON_MISSED -> "None: the score is not used, and the session counts as missed.";
            case SCORE_ROUNDED -> "At most half a hundredth of a point.";
            case TOTAL_DIFFERS ->
                "The score made from the items is used; if all differ, items may be read the wrong way round.";
            case ZERO_SCORE -> "If nothing was filled in, the course shows a fall to 0 that never was.";
            case OTHER_SCALE, MIXED_SCALES -> "The measure has no scores from such a column.";
            case BAD_FLAG -> "A score of a skipped questionnaire may be used.";
            case SUPPRESSED_VALUE -> "Such a session lacks the value; small sites and groups lose most.";
            case UNKNOWN_STAGE -> "A follow-up that is read as treatment gives a course another last score and end.";
            case UNKNOWN_MODE, BAD_SESSION_NUMBER -> NONE;
            case UNKNOWN_COURSE_END -> "Such a course ends silently, which counts as unplanned.";
            case UNKNOWN_SETBACK, UNKNOWN_RESPONSE, UNKNOWN_CARRIED_FORWARD -> RECORD;
            case UNKNOWN_RUPTURE, UNKNOWN_RUPTURE_SOURCE, RATING_NOT_A_NUMBER, RATING_OUT_OF_RANGE -> RECORD;
            case BAD_REFERRAL_DATE, REFERRAL_AFTER_START -> "Such a course has no wait.";
            case BAD_COURSE_DATE -> "None for a client with one course; else a session may go to the wrong one.";
            case PERSONAL_DATA_SUSPECTED -> "None on numbers; the file holds more of persons than is needed.";
            case ID_REPLACED -> "None on numbers; codes may stand for other clients in another report.";
            case PADDED_ID -> "None if they are one; if they are two, their sessions are mixed.";
            case FORMULA_IN_ID -> "None; such ids are written with an apostrophe.";
            case DUPLICATE_CONFLICT -> "One of the rows is used; two real sessions on one day would become one.";
            case SESSION_NUMBERS_OUT_OF_ORDER -> "None on scores; two courses under one id are taken for one.";
            case SESSION_WITHOUT_COURSE, COURSE_END_CONFLICT, END_WITHOUT_KIND -> COURSE;
            case COURSE_REOPENED -> "An earlier report may have counted an ending that this one does not have.";
        };
    }
}
