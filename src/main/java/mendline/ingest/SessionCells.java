package mendline.ingest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mendline.model.ProblemCode;
import mendline.model.Session;

/**
 * The cells of a row of a session file by their column, each read as what its column holds. Whatever a cell holds that
 * its column cannot becomes a problem of that cell.
 */
final class SessionCells {
    private static final int LARGEST_NUMBER = 1_000_000;

    private final Dialect dialect;
    private final CellProblems problems;
    private final Map<Column, WordCells> words = new EnumMap<>(Column.class);
    private final Map<Column, CellCodes> codes = new EnumMap<>(Column.class);
    private final Map<Column, CodeCell> coded = new EnumMap<>(Column.class);
    private Header header;
    private RecordReader record;

    SessionCells(Profile profile, CellProblems problems) {
        this.dialect = profile.dialect();
        this.problems = problems;
        for (Column column : Column.values()) {
            codes.put(column, new CellCodes(column.key(), profile));
            coded.put(column, new CodeCell(column.key(), profile));
            if (column.holdsWords()) {
                words.put(column, new WordCells(column, profile));
            }
        }
    }

    /** Goes on with another file. */
    void begin(Header fileHeader, RecordReader reader) {
        header = fileHeader;
        record = reader;
    }

    /** The cell as it stands; of several columns of that name the first one that is filled. */
    String text(Column column) {
        if (!header.has(column)) {
            return "";
        }
        String cell = record.cell(header.at(column));
        List<Integer> others = header.others(column);
        for (int i = 0; i < others.size() && cell.isEmpty(); i++) {
            cell = record.cell(others.get(i));
        }
        return cell;
    }

    /** Whether a cell says that its value is missing or withheld. */
    boolean missing(String text, Column column) {
        return codes.get(column).missing(text) || codes.get(column).suppressed(text);
    }

    WordCells.Meaning word(Column column) {
        return words.get(column).meaning(text(column));
    }

    /** The ordinal of a word, or the bits of several; -1 where there is none. */
    int ordinal(Column column) {
        if (!header.has(column)) {
            return -1;
        }
        WordCells.Meaning meaning = word(column);
        for (int i = 0; i < meaning.unknown(); i++) {
            problems.add(column.unknownWord(), header.at(column), true);
        }
        if (meaning.suppressed()) {
            problems.add(ProblemCode.SUPPRESSED_VALUE, header.at(column), false);
        }
        return meaning.value();
    }

    /** A whole number within the limits of its column, -1 where there is none. */
    int rating(Column column) {
        String text = text(column);
        if (text.isEmpty()) {
            return -1;
        }
        CellCodes own = codes.get(column);
        int index = header.at(column);
        if (own.suppressed(text)) {
            problems.add(ProblemCode.SUPPRESSED_VALUE, index, false);
            return -1;
        }
        long read = own.ownMissing(text) ? Numbers.NOT_A_NUMBER : Numbers.read(text, dialect.decimal());
        long hundredths = Numbers.hundredths(read);
        boolean whole = whole(read);
        if (whole && hundredths >= column.least() * 100L && hundredths <= column.most() * 100L) {
            return (int) (hundredths / 100);
        }
        if (!own.missing(text)) {
            problems.add(
                    whole ? ProblemCode.RATING_OUT_OF_RANGE : ProblemCode.RATING_NOT_A_NUMBER,
                    index,
                    read == Numbers.NOT_A_NUMBER);
        }
        return -1;
    }

    /** The session number, 0 where there is none. */
    int number() {
        String text = text(Column.SESSION_NUMBER);
        if (text.isEmpty()) {
            return 0;
        }
        CellCodes own = codes.get(Column.SESSION_NUMBER);
        int index = header.at(Column.SESSION_NUMBER);
        if (own.suppressed(text)) {
            problems.add(ProblemCode.SUPPRESSED_VALUE, index, false);
            return 0;
        }
        long read = own.ownMissing(text) ? Numbers.NOT_A_NUMBER : Numbers.read(text, dialect.decimal());
        long hundredths = Numbers.hundredths(read);
        if (whole(read) && hundredths > 0 && hundredths / 100 <= LARGEST_NUMBER) {
            return (int) (hundredths / 100);
        }
        if (!own.missing(text)) {
            problems.add(ProblemCode.BAD_SESSION_NUMBER, index, read == Numbers.NOT_A_NUMBER);
        }
        return 0;
    }

    /** The day of the referral, {@link Session#NO_DAY} where there is none. */
    int referral() {
        String text = text(Column.REFERRAL_DATE);
        CellCodes own = codes.get(Column.REFERRAL_DATE);
        if (own.missing(text)) {
            return Session.NO_DAY;
        }
        if (own.suppressed(text)) {
            problems.add(ProblemCode.SUPPRESSED_VALUE, header.at(Column.REFERRAL_DATE), false);
            return Session.NO_DAY;
        }
        int day = dialect.day(text);
        if (day == Session.NO_DAY) {
            problems.add(ProblemCode.BAD_REFERRAL_DATE, header.at(Column.REFERRAL_DATE), true);
        }
        return day;
    }

    /** The number of a code among those met, {@link SessionStore#NO_CODE} where there is none. */
    int code(Column column, Dictionary names) {
        return header.has(column)
                ? coded.get(column).read(text(column), header.at(column), names, problems)
                : SessionStore.NO_CODE;
    }

    /** Only says what is wrong with the cells of a row whose attendance is wrong already. */
    void complain() {
        for (Column column : Column.values()) {
            if (column.holdsWords() && column != Column.ATTENDANCE) {
                ordinal(column);
            } else if (column.isRating()) {
                rating(column);
            }
        }
        referral();
    }

    /** Whether a column could hold such a cell; never where it could hold anything. */
    boolean fits(String text, Column column) {
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

    private static boolean whole(long read) {
        return read != Numbers.NOT_A_NUMBER && !Numbers.rounded(read) && Numbers.hundredths(read) % 100 == 0;
    }
}
