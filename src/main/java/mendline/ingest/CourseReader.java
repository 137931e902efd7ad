package mendline.ingest;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mendline.model.ProblemCode;
import mendline.model.Session;

/** Turns the records of files of courses of one layout into rows, and whatever is wrong with them into problems. */
final class CourseReader {
    private final Dialect dialect;
    private final Profile profile;
    private final SessionStore store;
    private final CourseTableRows rows;
    private final WordCells ends;
    private final Map<CourseColumn, Coded> coded = new EnumMap<>(CourseColumn.class);
    private final Map<String, Coded> groups = new HashMap<>();
    private TableHeader header;
    private RecordReader records;
    private LeftOut leftOut;
    private ShiftedRows shiftedRows;

    /** Which cells of a column hold no code, and what the others are called. */
    private record Coded(CellCodes codes, Map<String, String> translation) {}

    CourseReader(Profile profile, FileRoles.CourseFiles files, SessionStore store, CourseTableRows rows) {
        this.profile = profile;
        this.dialect = files.dialect();
        this.store = store;
        this.rows = rows;
        this.ends = new WordCells(Column.COURSE_END, profile);
        for (CourseColumn column : CourseColumn.values()) {
            coded.put(column, coded(column.key(), profile));
        }
    }

    private static Coded coded(String column, Profile profile) {
        return new Coded(new CellCodes(column, profile), ScoreCell.translation(column, profile));
    }

    static TableHeader header(String[] names, FileRoles.CourseFiles files) {
        return TableHeader.of(names, CourseColumn.keys(), files.columns(), Header::group);
    }

    /** The first column without which the file cannot be read. */
    static Optional<String> missing(TableHeader header) {
        boolean told = header.has(CourseColumn.CLIENT_ID.key()) || header.has(CourseColumn.COURSE_ID.key());
        return told ? Optional.empty() : Optional.of(CourseColumn.CLIENT_ID.key());
    }

    void begin(String name, TableHeader fileHeader, ShiftedRows shifts, RecordReader reader) {
        shiftedRows = shifts;
        header = fileHeader;
        records = reader;
        rows.beginFile(name, fileHeader);
        leftOut = new LeftOut(header.names(), profile);
        groups.clear();
        header.keys().stream()
                .filter(key -> Header.group(key).isPresent())
                .forEach(key -> groups.put(key, coded(key, profile)));
    }

    /** Reads the record at which the reader stands. */
    void read() {
        Optional<ProblemCode> refused = RefusedRecords.why(records, header.size());
        if (refused.isPresent()) {
            rows.setRecordAside(refused.get(), records.line(), "");
            return;
        }
        if (leftOut.has(records)) {
            rows.setRecordAside(ProblemCode.LEFT_OUT_ROW, records.line(), "");
            return;
        }
        int shift = shiftedRows.firstWrong(records);
        if (shift != ShiftedRows.NONE) {
            rows.setRecordAside(ProblemCode.SHIFTED_ROW, records.line(), header.name(shift));
            return;
        }
        int client = code(CourseColumn.CLIENT_ID, store.clients);
        int course = code(CourseColumn.COURSE_ID, store.courses);
        if (client == SessionStore.NO_CODE && course == SessionStore.NO_CODE) {
            rows.setRecordAside(
                    ProblemCode.MISSING_CLIENT_ID, records.line(), header.name(CourseColumn.CLIENT_ID.key()));
            return;
        }
        int row = rows.add(records.line());
        rows.client.set(row, client);
        rows.course.set(row, course);
        rows.referral.set(row, day(CourseColumn.REFERRAL_DATE, ProblemCode.BAD_REFERRAL_DATE));
        rows.start.set(row, day(CourseColumn.START, ProblemCode.BAD_COURSE_DATE));
        rows.end.set(row, day(CourseColumn.END, ProblemCode.BAD_COURSE_DATE));
        rows.courseEnd.set(row, end());
        rows.site.set(row, code(CourseColumn.SITE, store.sites));
        rows.therapist.set(row, code(CourseColumn.THERAPIST_ID, store.therapists));
        groups.forEach((group, cells) -> {
            IntColumn column = rows.group(group);
            column.set(row, code(header.at(group), cells, store.groupWords.get(group)));
        });
    }

    private String cell(CourseColumn column) {
        return header.has(column.key()) ? records.cell(header.at(column.key())) : "";
    }

    private int code(CourseColumn column, Dictionary names) {
        return header.has(column.key())
                ? code(header.at(column.key()), coded.get(column), names)
                : SessionStore.NO_CODE;
    }

    private int code(int index, Coded cells, Dictionary names) {
        String text = ScoreCell.translated(records.cell(index), cells.translation());
        if (text.isEmpty() || cells.codes().missing(text)) {
            return SessionStore.NO_CODE;
        }
        if (cells.codes().suppressed(text)) {
            rows.complain(ProblemCode.SUPPRESSED_VALUE, records.line(), header.name(index));
            return SessionStore.NO_CODE;
        }
        return names.id(text);
    }

    private int day(CourseColumn column, ProblemCode bad) {
        String text = cell(column);
        CellCodes codes = coded.get(column).codes();
        if (text.isEmpty() || codes.missing(text) || codes.suppressed(text)) {
            return Session.NO_DAY;
        }
        int day = dialect.day(text);
        if (day == Session.NO_DAY) {
            rows.complain(bad, records.line(), header.name(column.key()));
        } else {
            rows.reaches(day);
        }
        return day;
    }

    private int end() {
        if (!header.has(CourseColumn.COURSE_END.key())) {
            return SessionStore.NO_CODE;
        }
        WordCells.Meaning meaning = ends.meaning(cell(CourseColumn.COURSE_END));
        if (meaning.unknown() > 0) {
            rows.complain(ProblemCode.UNKNOWN_COURSE_END, records.line(), header.name(CourseColumn.COURSE_END.key()));
        }
        return meaning.value();
    }
}
