package mendline.model;

/** Every kind of trouble that data can give, with what is expected and what the keeper of the export can do. */
public enum ProblemCode implements Vocabulary {
    // Whole files. Nothing of such a file is read, unless the severity is less than an error.
    FILE_EMPTY(
            Severity.ERROR,
            false,
            "a file with a header line and at least one row",
            "Export again; the file holds nothing."),
    FILE_HEADER_ONLY(
            Severity.WARNING,
            false,
            "at least one row below the header line",
            "Check the period that was chosen when exporting."),
    FILE_NOT_CSV(
            Severity.ERROR,
            false,
            "plain text with one session a line, its cells apart by a delimiter",
            "Save the table as CSV (UTF-8) in the program that made it; a spreadsheet or PDF that was only renamed cannot be read."),
    FILE_UNREADABLE(
            Severity.ERROR,
            false,
            "a file that this user may read",
            "Check the file's permissions and whether another program holds it."),
    FILE_TRUNCATED(
            Severity.ERROR,
            false,
            "a compressed file that is complete",
            "Copy or export the file again; nothing of it was read, since its end is missing."),
    FILE_PACKED_TOO_TIGHTLY(
            Severity.ERROR,
            false,
            "a compressed file that unpacks to at most 200 times its size",
            "Pack the export again; nothing of it was read, since such a file may fill the memory."),
    LINE_TOO_LONG(
            Severity.ERROR,
            false,
            "lines of at most 1 MB and at most 5,000 columns",
            "Check that the file has line breaks and one row for each session."),
    CHARSET_FALLBACK(
            Severity.NOTE,
            false,
            "text in UTF-8",
            "The file was read as Windows-1252 or UTF-16 instead; choose UTF-8 when exporting, or name the charset in the profile."),

    BYTE_ORDER_MARK(
            Severity.NOTE,
            false,
            "text that begins with the first header",
            "Nothing to do; the mark before the first header, which spreadsheets write, was skipped."),
    SEPARATOR_LINE(
            Severity.NOTE,
            false,
            "text that begins with the line of column names",
            "Nothing to do; the line above the column names, in which spreadsheets say what cells are apart by, was followed."),
    MIXED_LINE_ENDS(
            Severity.NOTE,
            false,
            "lines that all end in the same way",
            "Nothing to do if the numbers of rows are right; otherwise look for a line break inside a cell that has no quotation marks."),
    FILE_IS_A_LINK(
            Severity.WARNING,
            false,
            "files that lie in the folder themselves",
            "Nothing was read through this link, which leads out of the folder; name the file itself, or copy it into the folder."),
    FILE_WITHOUT_ROLE(
            Severity.WARNING,
            false,
            "a name that the profile gives a role under files",
            "Nothing of this file was read; say under files in the profile what it holds, or leave it out."),

    // The header line.
    MISSING_COLUMN(
            Severity.ERROR,
            false,
            "the column client_id, and one of session_date, day and session_number (client_id, date, and measure and score or a column for each measure in a file of scores; client_id or course_id in a "
                    + "file of courses)",
            "Name the file's own header in the profile under columns, or check the delimiter; nothing of this file was read."),
    DUPLICATE_COLUMN(
            Severity.ERROR,
            false,
            "each column once",
            "Only the first column of that name was read; rename or remove the other one."),
    MISSING_ITEM(
            Severity.ERROR,
            false,
            "every item that the profile names, wherever a file has one of the same questionnaire",
            "Export all items, or correct the header in the profile under items; no total was made from the others."),
    TRAILING_DELIMITER(
            Severity.WARNING,
            false,
            "rows that end with the cell of the last header",
            "Each row ends with one delimiter more than the header has; the empty cell behind it was left out. Check a few scores: a number with a "
                    + "decimal comma and no quotation marks looks the same."),
    EMPTY_COLUMN_NAME(
            Severity.NOTE,
            false,
            "a name above each column",
            "Nothing to do if the column is empty; otherwise give it a name."),

    // Whole rows.
    EMPTY_ROW(
            Severity.NOTE,
            true,
            "a row with at least one filled cell",
            "Nothing to do; spreadsheets often add empty rows."),
    FOOTER_ROW(Severity.NOTE, true, "one session in each row", "Nothing to do; the row is a total, not a session."),
    LEFT_OUT_ROW(
            Severity.NOTE,
            true,
            "rows that count",
            "Nothing to do; the profile says under leave_out that such rows do not count."),
    NOT_A_SESSION(
            Severity.NOTE,
            true,
            "a row with a date or a session number",
            "Nothing to do; the profile says that the export is sparse, and this row has no session. What it says of the client was given to the "
                    + "client's sessions."),
    WRONG_CELL_COUNT(
            Severity.ERROR,
            true,
            "as many cells as the header has columns",
            "Look for a delimiter inside a cell that has no quotation marks, or for a cut line."),
    UNCLOSED_QUOTE(
            Severity.ERROR,
            true,
            "quotation marks in pairs around a whole cell",
            "Close the quotation mark, or double it where it belongs to the text; the rows below were read again one by one."),
    SHIFTED_ROW(
            Severity.ERROR,
            true,
            "cells that stand below their own header",
            "Two neighbouring cells seem to stand in each other's columns: look for a missing or extra cell in this row."),
    MISSING_CLIENT_ID(
            Severity.ERROR,
            true,
            "a client code in each row",
            "Fill in the client's code in the source system and export again."),
    MISSING_DATE(
            Severity.ERROR,
            true,
            "a session date in each row (or a day or session number where the data have no dates)",
            "Fill in the date in the source system and export again."),
    BAD_DATE(
            Severity.ERROR,
            true,
            "a date such as 2026-03-31, from 1900 on (or a whole day or session number where the data have no dates)",
            "Correct the date, or set csv: date_order in the profile if the export writes dates in another order."),
    SERIAL_DATE(
            Severity.ERROR,
            true,
            "a date such as 2026-03-31, not the number of a day as spreadsheets count them",
            "Give the column a date format before saving, or set csv: {serial_dates: on} in the profile."),
    IMPLAUSIBLE_DATE(
            Severity.ERROR,
            true,
            "a date near the other dates of the data",
            "Probably a mistyped year: more than 366 days lie between this date and the rest of the data."),
    FUTURE_ROW(
            Severity.NOTE,
            true,
            "a row dated no later than the as-of date",
            "Nothing to do for a booked appointment; it is read once it has taken place."),
    UNKNOWN_ATTENDANCE(
            Severity.ERROR,
            true,
            "attended, did_not_attend, late_not_seen, cancelled_by_client or cancelled_by_service",
            "Say in the profile what the export's word means, under values: attendance."),

    CONFLICTING_ATTENDANCE(
            Severity.ERROR,
            true,
            "one answer on attendance in each row",
            "Two columns named under attendance_from say yes to different words; correct the one that is wrong."),
    ATTENDANCE_NOT_RECORDED(
            Severity.NOTE,
            true,
            "a yes in one of the columns named under attendance_from",
            "Nothing to do for a booked appointment; otherwise record whether the client came."),

    // Whole rows of a file of scores.
    UNKNOWN_MEASURE(
            Severity.ERROR,
            true,
            "a measure, or an item of one, that the program or the profile knows",
            "Say in the profile which measure the word means, under files: scores: measures, or the item, under items; add a "
                    + "measure under measures."),
    MISSING_SCORE(
            Severity.NOTE,
            true,
            "a score in each row of a file of scores",
            "Nothing to do for a questionnaire that was sent and not filled in, or a score that was withheld."),
    BAD_SCORE(
            Severity.ERROR,
            true,
            "a number inside the range of the measure",
            "Correct the score, or name the code in the profile under missing; check that the column holds totals of this measure."),
    SCORE_WITHOUT_SESSION(
            Severity.ERROR,
            true,
            "an attended session of the same client on the day of the score or within 3 days of it",
            "Check the client code and the date, and that the files of sessions and of scores cover the same time."),
    SECOND_SCORE(
            Severity.NOTE,
            true,
            "one score of a measure for each session",
            "The score nearest to the session in time was used, the later of equals; one on the session's own row comes first."),

    // Whole rows of a file of courses.
    COURSE_WITHOUT_SESSION(
            Severity.NOTE,
            true,
            "a session for each course (referral, case, client) of a file of courses",
            "Nothing to do for a client who was never seen; otherwise check the client code, the course id, and that both files cover the same time."),

    // Single cells. The row is used without the cell.
    UNKNOWN_STAGE(
            Severity.ERROR,
            false,
            "assessment, treatment or follow_up",
            "Say in the profile what the word means, under values: stage; the session was read as treatment."),
    UNKNOWN_MODE(
            Severity.ERROR,
            false,
            "in_person, video, phone or text",
            "Say in the profile what the word means, under values: mode."),
    UNKNOWN_COURSE_END(
            Severity.ERROR,
            false,
            "planned, unplanned or referred_on",
            "Say in the profile what the word means, under values: course_end."),
    UNKNOWN_SETBACK(
            Severity.ERROR,
            false,
            "the kinds of setback of the session CSV, apart by ;",
            "Say in the profile what the word means, under values: setback; other is a kind as well."),
    UNKNOWN_RESPONSE(
            Severity.ERROR,
            false,
            "the kinds of response of the session CSV, apart by ;",
            "Say in the profile what the word means, under values: response; other is a kind as well."),
    UNKNOWN_CARRIED_FORWARD(
            Severity.ERROR,
            false,
            "the words for what was carried forward of the session CSV, apart by ;",
            "Say in the profile what the word means, under values: carried_forward; other is a word as well."),
    UNKNOWN_RUPTURE(
            Severity.ERROR,
            false,
            "none, withdrawal, confrontation, both or unspecified",
            "Say in the profile what the word means, under values: rupture."),
    UNKNOWN_RUPTURE_SOURCE(
            Severity.ERROR,
            false,
            "client, therapist or observer",
            "Say in the profile what the word means, under values: rupture_source; the rupture on this row was not used."),
    SCORE_NOT_A_NUMBER(
            Severity.ERROR,
            false,
            "a number, or an empty cell where nothing was measured",
            "Correct the score, or name the export's word for a missing score in the profile under missing."),
    DATE_FOR_SCORE(
            Severity.ERROR,
            false,
            "a number, not a date",
            "A spreadsheet seems to have made a date of the score (3/4 becomes 3-Apr); export again and do not open the file in a spreadsheet before."),
    PERCENT_FOR_SCORE(
            Severity.ERROR,
            false,
            "a score in points, not a percentage or percentile",
            "Export the raw score, or name its column in the profile under columns."),
    SCORE_OUT_OF_RANGE(
            Severity.ERROR,
            false,
            "a score inside the range of its measure",
            "Correct the score, or name the code in the profile under missing; check that the column holds this measure."),
    SCORE_ON_MISSED(
            Severity.ERROR,
            false,
            "scores at attended sessions only",
            "The score was not used, since the session was not attended; move it to the session at which it was given."),
    SCORE_ROUNDED(
            Severity.NOTE,
            false,
            "scores with at most two decimals",
            "Nothing to do; scores of this column were rounded to hundredths (half to even). Said once for each column."),
    PARTIAL_ITEMS(
            Severity.ERROR,
            false,
            "answers to all items of a questionnaire, or to nine in ten of them",
            "Nothing to do if the client left items out; otherwise correct them. No score was made, also where a total stands beside the items."),
    SCORE_PRORATED(
            Severity.NOTE,
            false,
            "answers to all items of a questionnaire",
            "Nothing to do; at most one item in ten was left out, and counts as the mean of the others."),
    TOTAL_DIFFERS(
            Severity.WARNING,
            false,
            "a total that is what its items make",
            "The items were used, not the total; check whether items are reversed in the export or the profile, and how the system makes totals."),
    SCORE_DESPITE_SKIP(
            Severity.ERROR,
            false,
            "no score where the export says that the questionnaire was skipped",
            "The score was not used; correct the score or the mark in the source system."),
    ZERO_SCORE(
            Severity.WARNING,
            false,
            "a score above 0 on scales of several lines on which more is better",
            "Where the system writes 0 for not filled in, name it in the profile, missing: {ors: [\"0\"]}, or the column that says so, skip: "
                    + "{ors: ORS_Skip}; until then 0 is read as a score."),
    OTHER_SCALE(
            Severity.ERROR,
            false,
            "the scale of the measure's total, such as 0 to 40 for the CORE-10",
            "All scores of this column seem to lie on another scale (means of items, undoubled or raw sums); none was used. Say in the profile "
                    + "which it is, scale: {core10: mean} (or half, raw), or scale: {core10: total} if they are totals after all."),
    MIXED_SCALES(
            Severity.ERROR,
            false,
            "one scale in a column of scores",
            "Some scores of this column seem to be totals and others lie on another scale (means of items, undoubled or raw sums); none was "
                    + "used. Export one of them, or put them in files of their own; scale: {core10: total} in the profile says that all are totals."),
    BAD_FLAG(
            Severity.ERROR,
            false,
            "yes or no, true or false, 1 or 0, or an empty cell",
            "Correct the cell; it was read as no."),
    SUPPRESSED_VALUE(
            Severity.NOTE,
            false,
            "the value itself",
            "The value was withheld by whoever made the export; it was read as not known."),
    RATING_NOT_A_NUMBER(
            Severity.ERROR,
            false,
            "a whole number, or an empty cell",
            "Correct the rating, or name the code in the profile under missing."),
    RATING_OUT_OF_RANGE(
            Severity.ERROR,
            false,
            "1 to 5 for rupture_intensity and repair, 0 to 10 for client_stuck and therapist_stuck",
            "Correct the rating, or name the code in the profile under missing."),
    BAD_SESSION_NUMBER(
            Severity.ERROR,
            false,
            "a positive whole number",
            "Correct the session number; the session was placed by its date."),
    BAD_REFERRAL_DATE(
            Severity.ERROR,
            false,
            "a date such as 2026-03-31, from 1900 on",
            "Correct the referral date, or set csv: date_order in the profile."),

    BAD_COURSE_DATE(
            Severity.ERROR,
            false,
            "a start and an end such as 2026-03-31, from 1900 on",
            "Correct the date in the file of courses, or set csv: date_order for it in the profile; the course was joined without it."),

    // What does not belong into data for a report.
    PERSONAL_DATA_SUSPECTED(
            Severity.WARNING,
            false,
            "columns without names, addresses, phone or health-service numbers, dates of birth and free text",
            "Leave this column out when exporting; nothing of it was written anywhere. Said once for each column."),
    ID_REPLACED(
            Severity.WARNING,
            false,
            "codes that tell nothing of the person",
            "Export codes instead of names; names were replaced by codes such as P001 in everything written, and internal/code-list.csv "
                    + "says which is which. Said once for each column."),
    FILE_NAME_WITHHELD(
            Severity.WARNING,
            false,
            "file names without names of persons, addresses and numbers",
            "Rename the file, if its name is that of a person; a code stands for it in everything written, and internal/code-list.csv says "
                    + "which is which. What looks like a name may be a place: then nothing is to do."),

    PADDED_ID(
            Severity.WARNING,
            false,
            "each id spelled in one way",
            "Numbers with and without leading zeros (05 and 5) were taken for one id; if they are two, give them letters. Said once for each column."),
    FORMULA_IN_ID(
            Severity.WARNING,
            false,
            "ids that do not begin with =, +, - or @",
            "Such an id is written with an apostrophe before it, since a spreadsheet would run it; correct it in the source system. Said once for "
                    + "each column."),

    // What rows say together.
    DUPLICATE_CONFLICT(
            Severity.WARNING,
            false,
            "the same values wherever one session is exported twice",
            "The row of the export that reaches furthest in time was kept; check which row is right. Give session numbers if these are two "
                    + "sessions on one day."),
    SESSION_NUMBERS_OUT_OF_ORDER(
            Severity.WARNING,
            false,
            "session numbers that rise with the dates of a course",
            "The sessions of this course were numbered by date instead; check whether two courses share one id."),
    REFERRAL_AFTER_START(
            Severity.WARNING,
            false,
            "a referral no later than the first attended session",
            "The referral date of this course was not used; correct it in the source system."),
    SESSION_WITHOUT_COURSE(
            Severity.WARNING,
            false,
            "a row in the file of courses for the client and course of each session",
            "The session was used without what that file says; check the client code and course id, and that both files cover the same time."),
    COURSE_END_CONFLICT(
            Severity.WARNING,
            false,
            "the same kind of ending in the last session's row and in the file of courses",
            "The session's own word was used; correct the one that is wrong."),
    END_WITHOUT_KIND(
            Severity.NOTE,
            false,
            "a kind of ending wherever a file of courses has an end date",
            "The end date alone was not used, since it does not say whether the ending was planned; silence ends the course. Say what the "
                    + "export's words for endings mean under values: course_end."),
    COURSE_REOPENED(
            Severity.NOTE,
            false,
            "sessions of one course without a long silence between them",
            "Nothing to do if the client came back to the same course; an earlier report may have counted it as ended.");

    private final Severity severity;
    private final boolean setsRowAside;
    private final String expected;
    private final String remedy;

    ProblemCode(Severity severity, boolean setsRowAside, String expected, String remedy) {
        this.severity = severity;
        this.setsRowAside = setsRowAside;
        this.expected = expected;
        this.remedy = remedy;
    }

    public Severity severity() {
        return severity;
    }

    /** Whether the whole row is set aside. */
    public boolean setsRowAside() {
        return setsRowAside;
    }

    /** What a row or cell should have been, in plain words. */
    public String expected() {
        return expected;
    }

    /** What to do about it, in the source system or the profile. */
    public String remedy() {
        return remedy;
    }
}
