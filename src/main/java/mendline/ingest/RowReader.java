package mendline.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.Attendance;
import mendline.model.ProblemCode;
import mendline.model.Session;
import mendline.model.Stage;
import mendline.model.Timeline;

/**
 * Turns the records of one file after the other into rows of the store, and whatever is wrong with them into problems.
 *
 * <p>A row that is set aside gives one problem, that of the row; otherwise each cell that is set aside gives its own.
 */
final class RowReader {
    private static final Set<String> FOOTERS =
            Set.of("total", "totals", "grand total", "subtotal", "sum", "end of report");
    private static final int FEW_DATES = 3;
    private static final int LARGEST_NUMBER = 1_000_000;

    private final Profile profile;
    private final Dialect dialect;
    private final Timeline timeline;
    private final SessionStore store;
    private final ProblemLog log;
    private final SortedMap<ProblemCode, Long> setAside = new TreeMap<>();
    private final Map<Column, WordCells> words = new EnumMap<>(Column.class);
    private final Map<Column, CellCodes> codes = new EnumMap<>(Column.class);
    private final Map<Column, Map<String, String>> translations = new EnumMap<>(Column.class);
    private final Set<ScoreKey> rounded = new HashSet<>();
    private final List<CellProblem> cellProblems = new ArrayList<>();

    private String fileName = "";
    private int fileNumber;
    private Header header;
    private LeftOut leftOut;
    private AttendanceFlags attendanceFlags;
    private long datesOfThisOrder;
    private long datesOfTheOtherOrder;
    private RecordReader records;
    private ScoreCell[] scoreCells = new ScoreCell[0];
    private IntColumn[] scoreValues = new IntColumn[0];
    private NamedCell[] groupCells = new NamedCell[0];

    /** @param wrongKind whether the cell holds something that its column cannot hold at all, as a shifted row would */
    private record CellProblem(ProblemCode code, int index, boolean wrongKind) {}

    private record NamedCell(
            int index, CellCodes codes, Map<String, String> translation, IntColumn values, Dictionary names) {}

    RowReader(Profile profile, Timeline timeline, SessionStore store, ProblemLog log) {
        this.profile = profile;
        this.dialect = profile.dialect();
        this.timeline = timeline;
        this.store = store;
        this.log = log;
        for (Column column : Column.values()) {
            codes.put(column, new CellCodes(column.key(), profile));
            translations.put(column, ScoreCell.translation(column.key(), profile));
            if (column.holdsWords()) {
                words.put(column, new WordCells(column, profile));
            }
        }
    }

    SortedMap<ProblemCode, Long> setAside() {
        return setAside;
    }

    void begin(int number, String name, Header fileHeader, RecordReader reader) {
        fileNumber = number;
        fileName = name;
        header = fileHeader;
        records = reader;
        leftOut = new LeftOut(header.names(), profile);
        attendanceFlags = new AttendanceFlags(header, profile);
        List<ScoreCell> scores = new ArrayList<>();
        List<IntColumn> values = new ArrayList<>();
        header.scores().forEach((key, places) -> {
            scores.add(new ScoreCell(key, places, profile.scoring(), dialect.decimal(), profile, rounded));
            values.add(store.scores(key));
        });
        scoreCells = scores.toArray(new ScoreCell[0]);
        scoreValues = values.toArray(new IntColumn[0]);
        List<NamedCell> groups = new ArrayList<>();
        header.groups()
                .forEach((group, index) -> groups.add(new NamedCell(
                        index,
                        new CellCodes(group, profile),
                        ScoreCell.translation(group, profile),
                        store.group(group),
                        store.groupWords.get(group))));
        groupCells = groups.toArray(new NamedCell[0]);
    }

    /** Reads the record at which the reader stands. */
    void read() {
        cellProblems.clear();
        Optional<ProblemCode> refused = refused(records, header.size());
        if (refused.isPresent()) {
            setAside(refused.get(), "");
            return;
        }
        if (leftOut.has(records)) {
            setAside(ProblemCode.LEFT_OUT_ROW, "");
            return;
        }
        String client = cell(Column.CLIENT_ID);
        CellCodes clientCodes = codes.get(Column.CLIENT_ID);
        if (clientCodes.missing(client) || clientCodes.suppressed(client)) {
            setAside(ProblemCode.MISSING_CLIENT_ID, columnName(Column.CLIENT_ID));
            return;
        }
        int day = Session.NO_DAY;
        int number = number();
        if (timeline != Timeline.SESSION_NUMBERS) {
            Column place = timeline == Timeline.DATES ? Column.SESSION_DATE : Column.DAY;
            String text = cell(place);
            boolean missing = codes.get(place).missing(text) || codes.get(place).suppressed(text);
            day = missing ? Session.NO_DAY : day(text);
            if (day == Session.NO_DAY && !(missing && profile.rows().sparse())) {
                setAsidePlace(missing ? ProblemCode.MISSING_DATE : badDate(text), place);
                return;
            }
        } else if (number == 0 && !(cellProblems.isEmpty() && profile.rows().sparse())) {
            setAsidePlace(
                    cellProblems.isEmpty() ? ProblemCode.MISSING_DATE : ProblemCode.BAD_DATE, Column.SESSION_NUMBER);
            return;
        }
        WordCells.Meaning attendance = word(Column.ATTENDANCE);
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
            cellProblem(ProblemCode.UNKNOWN_ATTENDANCE, header.at(Column.ATTENDANCE), true);
            lookAtTheOtherCells();
            setAside(
                    shifted() ? ProblemCode.SHIFTED_ROW : ProblemCode.UNKNOWN_ATTENDANCE,
                    columnName(Column.ATTENDANCE));
            return;
        }
        row(client, day, number, attendance);
    }

    /** Why a record is no row of a table with so many columns. */
    static Optional<ProblemCode> refused(RecordReader records, int columns) {
        if (records.badQuote()) {
            return Optional.of(ProblemCode.UNCLOSED_QUOTE);
        }
        boolean empty = true;
        for (int i = 0; i < records.cells() && empty; i++) {
            empty = records.cell(i).isEmpty();
        }
        if (empty) {
            return Optional.of(ProblemCode.EMPTY_ROW);
        }
        if (FOOTERS.contains(records.cell(0).toLowerCase(Locale.ROOT))) {
            return Optional.of(ProblemCode.FOOTER_ROW);
        }
        return records.cells() == columns ? Optional.empty() : Optional.of(ProblemCode.WRONG_CELL_COUNT);
    }

    private ProblemCode badDate(String text) {
        if (timeline == Timeline.DATES && Dates.serial(text) != Session.NO_DAY) {
            return ProblemCode.SERIAL_DATE;
        }
        return ProblemCode.BAD_DATE;
    }

    /** Whether dates that only the other order of day and month allows outnumber those that only this one does. */
    boolean datesSeemTurnedRound() {
        return datesOfTheOtherOrder >= FEW_DATES && datesOfTheOtherOrder > datesOfThisOrder;
    }

    private void row(String client, int day, int number, WordCells.Meaning attendance) {
        boolean explicit = attendance.value() >= 0;
        boolean attended = !explicit || attendance.value() == Attendance.ATTENDED.ordinal();
        // The row after the last one: it becomes part of the store only once nothing sets it aside.
        int row = store.size();
        boolean anyScore = writeScores(row, attended);
        int stage = ordinal(Column.STAGE);
        int mode = ordinal(Column.MODE);
        int courseEnd = ordinal(Column.COURSE_END);
        int setbacks = Math.max(0, ordinal(Column.SETBACK));
        int responses = Math.max(0, ordinal(Column.RESPONSE));
        int carried = Math.max(0, ordinal(Column.CARRIED_FORWARD));
        int before = cellProblems.size();
        int source = ordinal(Column.RUPTURE_SOURCE);
        boolean sourceKnown = cellProblems.size() == before;
        int rupture = ordinal(Column.RUPTURE);
        int intensity = rating(Column.RUPTURE_INTENSITY);
        int repair = rating(Column.REPAIR);
        int clientStuck = rating(Column.CLIENT_STUCK);
        int therapistStuck = rating(Column.THERAPIST_STUCK);
        int referral = referral();
        if (shifted()) {
            eraseScores(row);
            setAside(ProblemCode.SHIFTED_ROW, "");
            return;
        }
        store.add();
        store.file.set(row, fileNumber);
        store.line.set(row, (int) Math.min(Integer.MAX_VALUE, records.line()));
        store.client.set(row, store.clients.id(client));
        store.course.set(row, code(Column.COURSE_ID, store.courses));
        store.day.set(row, day);
        if (profile.rows().sparse()) {
            store.block.set(row, store.blocks.id(block(client, day, number)));
        }
        store.number.set(row, number);
        store.therapist.set(row, code(Column.THERAPIST_ID, store.therapists));
        store.site.set(row, code(Column.SITE, store.sites));
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
        for (NamedCell group : groupCells) {
            group.values()
                    .set(
                            row,
                            code(
                                    records.cell(group.index()),
                                    group.index(),
                                    group.codes(),
                                    group.translation(),
                                    group.names()));
        }
        boolean recorded = header.has(Column.ATTENDANCE) || attendanceFlags.any();
        boolean evidence = anyScore || attended && (explicit || !recorded);
        boolean formDay = profile.rows().sparse()
                && header.has(Column.SESSION_DATE)
                && records.cell(header.at(Column.SESSION_DATE)).isEmpty();
        store.flags.set(
                row,
                (formDay ? SessionStore.OTHER_PLACE : 0)
                        | (evidence ? SessionStore.EVIDENCE : 0)
                        | (header.has(Column.SETBACK) ? SessionStore.SETBACK_ASKED : 0));
        for (CellProblem problem : cellProblems) {
            log.add(problem.code(), fileName, records.line(), header.name(problem.index()));
        }
    }

    private void setAsidePlace(ProblemCode code, Column place) {
        setAside(code, header.has(place) ? columnName(place) : "");
    }

    private void setAside(ProblemCode code, String column) {
        setAside.merge(code, 1L, Long::sum);
        log.add(code, fileName, records.line(), column);
    }

    private String columnName(Column column) {
        return header.has(column) ? header.name(header.at(column)) : "";
    }

    private String cell(Column column) {
        if (!header.has(column)) {
            return "";
        }
        String cell = records.cell(header.at(column));
        List<Integer> others = header.others(column);
        for (int i = 0; i < others.size() && cell.isEmpty(); i++) {
            cell = records.cell(others.get(i));
        }
        return cell;
    }

    /** The cells that, with the client, tell which rows of a sparse export are one session; the place where none do. */
    private String block(String client, int day, int number) {
        StringBuilder block = new StringBuilder(client);
        if (header.block().isEmpty()) {
            return block.append('\u0000')
                    .append(day)
                    .append('\u0000')
                    .append(number)
                    .toString();
        }
        for (int index : header.block()) {
            block.append('\u0000').append(records.cell(index));
        }
        return block.toString();
    }

    private void cellProblem(ProblemCode code, int index, boolean wrongKind) {
        cellProblems.add(new CellProblem(code, index, wrongKind));
    }

    /** Whether two neighbouring cells do not fit their columns, but one of them fits the other's column. */
    private boolean shifted() {
        for (int i = 0; i < cellProblems.size(); i++) {
            for (int j = 0; j < cellProblems.size(); j++) {
                CellProblem left = cellProblems.get(i);
                CellProblem right = cellProblems.get(j);
                if (left.wrongKind()
                        && right.wrongKind()
                        && right.index() == left.index() + 1
                        && (fits(records.cell(right.index()), left.index())
                                || fits(records.cell(left.index()), right.index()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean fits(String text, int index) {
        for (Column column : Column.values()) {
            if (header.at(column) == index) {
                return fits(text, column);
            }
        }
        for (ScoreCell cell : scoreCells) {
            if (cell.holds(index)) {
                return Numbers.read(text, dialect.decimal()) != Numbers.NOT_A_NUMBER;
            }
        }
        return false;
    }

    private boolean fits(String text, Column column) {
        if (column.holdsWords()) {
            WordCells.Meaning meaning = words.get(column).meaning(text);
            return meaning.unknown() == 0 && meaning.value() != (column.holdsSeveral() ? 0 : -1);
        }
        if (column == Column.REFERRAL_DATE) {
            return dialect.day(text) != Session.NO_DAY;
        }
        return (column.isRating() || column == Column.SESSION_NUMBER)
                && Numbers.read(text, dialect.decimal()) != Numbers.NOT_A_NUMBER;
    }

    private int day(String text) {
        if (timeline == Timeline.DATES) {
            int tells = Dates.tells(text, dialect.dateOrder());
            datesOfThisOrder += tells > 0 ? 1 : 0;
            datesOfTheOtherOrder += tells < 0 ? 1 : 0;
            return dialect.day(text);
        }
        long read = Numbers.read(text, dialect.decimal());
        long hundredths = Numbers.hundredths(read);
        boolean whole = read != Numbers.NOT_A_NUMBER && !Numbers.rounded(read) && hundredths % 100 == 0;
        return whole && Math.abs(hundredths / 100) <= LARGEST_NUMBER ? (int) (hundredths / 100) : Session.NO_DAY;
    }

    private int number() {
        String text = cell(Column.SESSION_NUMBER);
        if (text.isEmpty()) {
            return 0;
        }
        CellCodes own = codes.get(Column.SESSION_NUMBER);
        if (own.suppressed(text)) {
            cellProblem(ProblemCode.SUPPRESSED_VALUE, header.at(Column.SESSION_NUMBER), false);
            return 0;
        }
        long read = own.ownMissing(text) ? Numbers.NOT_A_NUMBER : Numbers.read(text, dialect.decimal());
        long hundredths = Numbers.hundredths(read);
        if (read != Numbers.NOT_A_NUMBER
                && !Numbers.rounded(read)
                && hundredths > 0
                && hundredths % 100 == 0
                && hundredths / 100 <= LARGEST_NUMBER) {
            return (int) (hundredths / 100);
        }
        if (!own.missing(text)) {
            cellProblem(ProblemCode.BAD_SESSION_NUMBER, header.at(Column.SESSION_NUMBER), read == Numbers.NOT_A_NUMBER);
        }
        return 0;
    }

    private int referral() {
        String text = cell(Column.REFERRAL_DATE);
        CellCodes own = codes.get(Column.REFERRAL_DATE);
        if (own.missing(text)) {
            return Session.NO_DAY;
        }
        if (own.suppressed(text)) {
            cellProblem(ProblemCode.SUPPRESSED_VALUE, header.at(Column.REFERRAL_DATE), false);
            return Session.NO_DAY;
        }
        int day = dialect.day(text);
        if (day == Session.NO_DAY) {
            cellProblem(ProblemCode.BAD_REFERRAL_DATE, header.at(Column.REFERRAL_DATE), true);
        }
        return day;
    }

    private WordCells.Meaning word(Column column) {
        return words.get(column).meaning(cell(column));
    }

    private int ordinal(Column column) {
        if (!header.has(column)) {
            return -1;
        }
        WordCells.Meaning meaning = word(column);
        for (int i = 0; i < meaning.unknown(); i++) {
            cellProblem(column.unknownWord(), header.at(column), true);
        }
        if (meaning.suppressed()) {
            cellProblem(ProblemCode.SUPPRESSED_VALUE, header.at(column), false);
        }
        return meaning.value();
    }

    private int rating(Column column) {
        String text = cell(column);
        if (text.isEmpty()) {
            return -1;
        }
        CellCodes own = codes.get(column);
        int index = header.at(column);
        if (own.suppressed(text)) {
            cellProblem(ProblemCode.SUPPRESSED_VALUE, index, false);
            return -1;
        }
        long read = own.ownMissing(text) ? Numbers.NOT_A_NUMBER : Numbers.read(text, dialect.decimal());
        long hundredths = Numbers.hundredths(read);
        boolean whole = read != Numbers.NOT_A_NUMBER && !Numbers.rounded(read) && hundredths % 100 == 0;
        if (whole && hundredths >= column.least() * 100L && hundredths <= column.most() * 100L) {
            return (int) (hundredths / 100);
        }
        if (!own.missing(text)) {
            cellProblem(
                    whole ? ProblemCode.RATING_OUT_OF_RANGE : ProblemCode.RATING_NOT_A_NUMBER,
                    index,
                    read == Numbers.NOT_A_NUMBER);
        }
        return -1;
    }

    private int code(Column column, Dictionary names) {
        return header.has(column)
                ? code(cell(column), header.at(column), codes.get(column), translations.get(column), names)
                : SessionStore.NO_CODE;
    }

    private int code(String cell, int index, CellCodes own, Map<String, String> translation, Dictionary names) {
        String text = ScoreCell.translated(cell, translation);
        if (text.isEmpty()) {
            return SessionStore.NO_CODE;
        }
        if (own.suppressed(text)) {
            cellProblem(ProblemCode.SUPPRESSED_VALUE, index, false);
            return SessionStore.NO_CODE;
        }
        return own.missing(text) ? SessionStore.NO_CODE : names.id(text);
    }

    private boolean writeScores(int row, boolean attended) {
        boolean any = false;
        for (int i = 0; i < scoreCells.length; i++) {
            int score = scoreCells[i].read(records, attended, this::cellProblem);
            scoreValues[i].set(row, score);
            any |= score != SessionStore.NO_SCORE;
        }
        return any;
    }

    /** Finds what else is wrong with a row that cannot be used, to tell a shift from one unknown word. */
    private void lookAtTheOtherCells() {
        for (ScoreCell cell : scoreCells) {
            cell.read(records, false, this::cellProblem);
        }
        for (Column column : Column.values()) {
            if (column.holdsWords() && column != Column.ATTENDANCE) {
                ordinal(column);
            } else if (column.isRating()) {
                rating(column);
            }
        }
        referral();
    }

    private void eraseScores(int row) {
        for (IntColumn values : scoreValues) {
            values.set(row, SessionStore.NO_SCORE);
        }
    }
}
