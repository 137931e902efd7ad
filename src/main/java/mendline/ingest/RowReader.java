package mendline.ingest;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.Attendance;
import mendline.model.ProblemCode;
import mendline.model.Session;
import mendline.model.Stage;
import mendline.model.Timeline;

/**
 * Decides of the records of one session file after the other whether each is a row of the store, and writes it there.
 *
 * <p>A row that is set aside gives one problem, that of the row; otherwise each cell that is set aside gives its own.
 */
final class RowReader {
    private static final char BETWEEN = '\u0000';

    private final Profile profile;
    private final Timeline timeline;
    private final SessionStore store;
    private final ProblemLog log;
    private final SortedMap<ProblemCode, Long> setAside = new TreeMap<>();
    private final CellProblems problems = new CellProblems();
    private final SessionCells cells;
    private final SessionDays days;
    private final SessionScores scores;
    private final GroupCells groups;

    private String fileName = "";
    private int fileNumber;
    private Header header;
    private LeftOut leftOut;
    private ShiftedRows shiftedRows;
    private AttendanceFlags attendanceFlags;
    private RecordReader records;

    RowReader(Profile profile, Timeline timeline, SessionStore store, ProblemLog log, FormCounts forms) {
        this.profile = profile;
        this.timeline = timeline;
        this.store = store;
        this.log = log;
        this.cells = new SessionCells(profile, problems);
        this.days = new SessionDays(profile.dialect(), timeline);
        this.scores = new SessionScores(profile, store, forms);
        this.groups = new GroupCells(profile, store);
    }

    SortedMap<ProblemCode, Long> setAside() {
        return setAside;
    }

    /** Whether the dates show another order of day and month than the profile says. */
    boolean datesSeemTurnedRound() {
        return days.seemTurnedRound();
    }

    void begin(int number, String name, Header fileHeader, ShiftedRows shifts, RecordReader reader) {
        fileNumber = number;
        fileName = name;
        header = fileHeader;
        records = reader;
        shiftedRows = shifts;
        leftOut = new LeftOut(header.names(), profile);
        attendanceFlags = new AttendanceFlags(header, profile);
        cells.begin(header, reader);
        scores.begin(header);
        groups.begin(header);
    }

    /** Reads the record at which the reader stands. */
    void read() {
        problems.clear();
        Optional<ProblemCode> refused = RefusedRecords.why(records, header.size());
        if (refused.isPresent()) {
            setAside(refused.get(), "");
            return;
        }
        if (leftOut.has(records)) {
            setAside(ProblemCode.LEFT_OUT_ROW, "");
            return;
        }
        int shift = shiftedRows.firstWrong(records);
        if (shift != ShiftedRows.NONE) {
            setAside(ProblemCode.SHIFTED_ROW, header.name(shift));
            return;
        }
        String client = cells.text(Column.CLIENT_ID);
        if (cells.missing(client, Column.CLIENT_ID)) {
            setAside(ProblemCode.MISSING_CLIENT_ID, columnName(Column.CLIENT_ID));
            return;
        }
        int number = cells.number();
        String when = cells.text(days.place());
        boolean missing = cells.missing(when, days.place());
        int day = missing || timeline == Timeline.SESSION_NUMBERS ? Session.NO_DAY : days.read(when);
        boolean placed = timeline == Timeline.SESSION_NUMBERS ? number > 0 : day != Session.NO_DAY;
        boolean empty = timeline == Timeline.SESSION_NUMBERS ? problems.size() == 0 : missing;
        if (!placed && !(empty && profile.rows().sparse())) {
            setAside(empty ? ProblemCode.MISSING_DATE : days.wrong(when), columnName(days.place()));
            return;
        }
        WordCells.Meaning attendance = cells.word(Column.ATTENDANCE);
        if (attendanceFlags.any()) {
            int flag = attendanceFlags.read(records);
            boolean unsaid = flag == AttendanceFlags.NONE && attendanceFlags.sayAttended();
            if (flag == AttendanceFlags.CONFLICT || unsaid && !profile.rows().sparse()) {
                setAside(
                        unsaid ? ProblemCode.ATTENDANCE_NOT_RECORDED : ProblemCode.CONFLICTING_ATTENDANCE,
                        header.name(attendanceFlags.index()));
                return;
            }
            attendance = new WordCells.Meaning(flag, 0, false);
        }
        if (attendance.unknown() > 0) {
            problems.add(ProblemCode.UNKNOWN_ATTENDANCE, header.at(Column.ATTENDANCE), true);
            scores.complain(records, problems);
            cells.complain();
            boolean shifted = problems.showAShift(this::fits);
            setAside(shifted ? ProblemCode.SHIFTED_ROW : ProblemCode.UNKNOWN_ATTENDANCE, columnName(Column.ATTENDANCE));
            return;
        }
        row(client, day, number, attendance);
    }

    private void row(String client, int day, int number, WordCells.Meaning attendance) {
        boolean explicit = attendance.value() >= 0;
        boolean attended = !explicit || attendance.value() == Attendance.ATTENDED.ordinal();
        // The row after the last one: it becomes part of the store only once nothing sets it aside.
        int row = store.size();
        boolean anyScore = scores.write(records, row, attended, problems);
        int stage = cells.ordinal(Column.STAGE);
        int mode = cells.ordinal(Column.MODE);
        int courseEnd = cells.ordinal(Column.COURSE_END);
        int setbacks = Math.max(0, cells.ordinal(Column.SETBACK));
        int responses = Math.max(0, cells.ordinal(Column.RESPONSE));
        int carried = Math.max(0, cells.ordinal(Column.CARRIED_FORWARD));
        int before = problems.size();
        int source = cells.ordinal(Column.RUPTURE_SOURCE);
        boolean sourceKnown = problems.size() == before;
        int rupture = cells.ordinal(Column.RUPTURE);
        int intensity = cells.rating(Column.RUPTURE_INTENSITY);
        int repair = cells.rating(Column.REPAIR);
        int clientStuck = cells.rating(Column.CLIENT_STUCK);
        int therapistStuck = cells.rating(Column.THERAPIST_STUCK);
        int referral = cells.referral();
        if (problems.showAShift(this::fits)) {
            scores.erase(row);
            setAside(ProblemCode.SHIFTED_ROW, "");
            return;
        }
        store.add();
        scores.count();
        store.file.set(row, fileNumber);
        store.line.set(row, (int) Math.min(Integer.MAX_VALUE, records.line()));
        store.client.set(row, store.clients.id(client));
        store.course.set(row, cells.code(Column.COURSE_ID, store.courses));
        store.day.set(row, day);
        if (profile.rows().sparse()) {
            store.block.set(row, store.blocks.id(block(client, day, number)));
        }
        store.number.set(row, number);
        store.therapist.set(row, cells.code(Column.THERAPIST_ID, store.therapists));
        store.site.set(row, cells.code(Column.SITE, store.sites));
        store.referral.set(row, referral);
        store.attendance.set(row, explicit ? attendance.value() : Attendance.ATTENDED.ordinal());
        store.stage.set(row, stage < 0 ? Stage.TREATMENT.ordinal() : stage);
        store.mode.set(row, mode);
        store.courseEnd.set(row, courseEnd);
        store.setbacks.set(row, setbacks);
        store.responses.set(row, responses);
        store.carried.set(row, carried);
        if (sourceKnown) {
            store.rupture.set(row, rupture);
            store.ruptureSource.set(row, source < 0 ? store.ruptureSource.none() : source);
            store.intensity.set(row, intensity);
            store.repair.set(row, repair);
        }
        store.clientStuck.set(row, clientStuck);
        store.therapistStuck.set(row, therapistStuck);
        groups.write(records, row, problems);
        boolean recorded = header.has(Column.ATTENDANCE) || attendanceFlags.any();
        boolean evidence = anyScore || attended && (explicit || !recorded);
        store.flags.set(
                row,
                (formDay() ? SessionStore.OTHER_PLACE : 0)
                        | (evidence ? SessionStore.EVIDENCE : 0)
                        | (header.has(Column.SETBACK) ? SessionStore.SETBACK_ASKED : 0));
        for (CellProblems.CellProblem problem : problems.all()) {
            log.add(problem.code(), fileName, records.line(), header.name(problem.index()));
        }
    }

    /** Whether the row of a sparse export has the day of a form only. */
    private boolean formDay() {
        return profile.rows().sparse()
                && header.has(Column.SESSION_DATE)
                && records.cell(header.at(Column.SESSION_DATE)).isEmpty();
    }

    private boolean fits(int cell, int column) {
        String text = records.cell(cell);
        for (Column named : Column.values()) {
            if (header.at(named) == column) {
                return cells.fits(text, named);
            }
        }
        return scores.hold(column) && Numbers.read(text, profile.dialect().decimal()) != Numbers.NOT_A_NUMBER;
    }

    private void setAside(ProblemCode code, String column) {
        setAside.merge(code, 1L, Long::sum);
        log.add(code, fileName, records.line(), column);
    }

    private String columnName(Column column) {
        return header.has(column) ? header.name(header.at(column)) : "";
    }

    /** The cells that, with the client, tell which rows of a sparse export are one session; the place where none do. */
    private String block(String client, int day, int number) {
        StringBuilder block = new StringBuilder(client);
        if (header.block().isEmpty()) {
            return block.append(BETWEEN)
                    .append(day)
                    .append(BETWEEN)
                    .append(number)
                    .toString();
        }
        for (int index : header.block()) {
            block.append(BETWEEN).append(records.cell(index));
        }
        return block.toString();
    }
}
