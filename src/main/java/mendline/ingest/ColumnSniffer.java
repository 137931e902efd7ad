package mendline.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mendline.model.Vocabulary;

/**
 * Looks for personal data in the columns that have no business with it, and says only in which. Ids of clients, courses and therapists are left to
 * {@link LocalCodes}.
 *
 * <p>Of large inputs a sample of rows is looked at, chosen by what stands in them and not by where they stand, so that the finding does not depend on
 * the order of rows or files.
 */
final class ColumnSniffer {
    private static final long BYTES_LOOKED_AT = 8L << 20;
    private static final int MANY_NAMES = 10;
    /** A date so many years before the session in its row is more likely a birth than anything else. */
    private static final int YEARS_OLD = 5;

    private static final Pattern DATE =
            Pattern.compile("(?:\\d{1,2}[-/.]\\d{1,2}[-/.](\\d{4})|(\\d{4})[-/.]\\d{1,2}[-/.]\\d{1,2})(?:[T ].*)?");

    private static final Set<Column> IDS = Set.of(Column.CLIENT_ID, Column.COURSE_ID, Column.THERAPIST_ID);
    private static final Set<Column> PLACES_IN_TIME =
            Set.of(Column.SESSION_DATE, Column.REFERRAL_DATE, Column.DAY, Column.SESSION_NUMBER);

    private static final Set<String> ELSEWHERE_APART =
            Set.of("client_id", "course_id", "therapist_id", "date", "referral_date", "start", "end");

    private final long oneIn;
    private final Map<Column, WordCells> words = new EnumMap<>(Column.class);
    private final Map<String, Finding> findings = new HashMap<>();
    private Finding[] columns = new Finding[0];
    private WordCells[] vocabularies = new WordCells[0];
    private int dateColumn = Header.ABSENT;

    /** What was seen of a column so far; the same header in another file is the same column. */
    private static final class Finding {
        private final String header;
        private final String file;
        private final boolean known;
        private final boolean telling;
        private final Set<String> names = new HashSet<>();
        private boolean certain;
        private long filled;
        private long nameLike;
        private long tens;
        private long healthNumbers;
        private long postcodes;
        private long births;

        Finding(String header, String file, boolean known) {
            this.header = header;
            this.file = file;
            this.known = known;
            this.telling = !known && PersonalData.tellingHeader(header);
        }

        /** @param sessionYear year of the row's session, 0 where it is not known */
        void look(String cell, int sessionYear) {
            if (certain || cell.isEmpty()) {
                return;
            }
            filled++;
            certain = telling
                    || PersonalData.freeText(cell)
                    || PersonalData.contact(cell)
                    || PersonalData.titled(cell)
                    || PersonalNumbers.certain(cell);
            postcodes += !known && PersonalNumbers.postcode(cell) ? 1 : 0;
            births += !known && sessionYear > 0 && year(cell) > 0 && sessionYear - year(cell) >= YEARS_OLD ? 1 : 0;
            if (PersonalData.tenDigits(cell)) {
                tens++;
                healthNumbers += PersonalData.healthNumber(cell) ? 1 : 0;
            }
            if (!known && PersonalData.fullName(cell)) {
                nameLike++;
                if (names.size() < MANY_NAMES) {
                    names.add(cell);
                }
            }
        }

        boolean suspected() {
            return certain
                    || healthNumbers > 0 && healthNumbers * 5 >= tens * 4
                    || postcodes * 5 >= filled * 4 && postcodes > 1
                    || births * 5 >= filled * 4 && births > 1
                    || names.size() >= MANY_NAMES && nameLike * 2 >= filled;
        }
    }

    /** @param bytes size of all files together */
    ColumnSniffer(long bytes, Profile profile) {
        this.oneIn = 1 + bytes / BYTES_LOOKED_AT;
        for (Column column : Column.values()) {
            if (column.holdsWords()) {
                words.put(column, new WordCells(column, profile));
            }
        }
    }

    void begin(String file, Header header) {
        columns = new Finding[header.size()];
        vocabularies = new WordCells[header.size()];
        dateColumn = header.at(Column.SESSION_DATE);
        Set<Integer> apart = new HashSet<>();
        Set<Integer> known = new HashSet<>();
        header.scores().values().forEach(places -> known.addAll(places.all()));
        known.addAll(header.groups().values());
        for (Column column : Column.values()) {
            if (header.has(column)) {
                known.add(header.at(column));
                vocabularies[header.at(column)] = words.get(column);
                if (IDS.contains(column) || PLACES_IN_TIME.contains(column)) {
                    apart.add(header.at(column));
                }
            }
        }
        for (int i = 0; i < columns.length; i++) {
            look(file, i, header.name(i), known, apart);
        }
    }

    /** Begins a table beside the sessions. */
    void begin(String file, TableHeader header) {
        columns = new Finding[header.size()];
        vocabularies = new WordCells[header.size()];
        dateColumn = header.at("date");
        Set<Integer> apart = new HashSet<>();
        Set<Integer> known = new HashSet<>();
        for (String key : header.keys()) {
            known.add(header.at(key));
            if (ELSEWHERE_APART.contains(key)) {
                apart.add(header.at(key));
            }
        }
        for (int i = 0; i < columns.length; i++) {
            look(file, i, header.name(i), known, apart);
        }
    }

    private void look(String file, int index, String name, Set<Integer> known, Set<Integer> apart) {
        if (!apart.contains(index)) {
            boolean understood = known.contains(index);
            columns[index] =
                    findings.computeIfAbsent(Vocabulary.folded(name), folded -> new Finding(name, file, understood));
        }
    }

    /** Looks at the record at which the reader stands, if it belongs to the sample. */
    void look(RecordReader record) {
        if (record.badQuote() || record.cells() != columns.length || oneIn > 1 && !chosen(record)) {
            return;
        }
        int sessionYear = dateColumn < 0 ? 0 : year(record.cell(dateColumn));
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] != null && !columns[i].certain && !understood(i, record.cell(i))) {
                columns[i].look(record.cell(i), sessionYear);
            }
        }
    }

    /** Whether a cell holds words of its column's vocabulary only: many of them are not a text written freely. */
    private boolean understood(int column, String cell) {
        return vocabularies[column] != null
                && vocabularies[column].meaning(cell).unknown() == 0;
    }

    /** The year of a date in any order, 0 where the text is none. */
    private static int year(String text) {
        if (text.length() < 8 || text.length() > 30) {
            return 0;
        }
        Matcher date = DATE.matcher(text);
        return date.matches() ? Integer.parseInt(date.group(1) == null ? date.group(2) : date.group(1)) : 0;
    }

    private boolean chosen(RecordReader record) {
        int hash = 0;
        for (int i = 0; i < Math.min(3, record.cells()); i++) {
            hash = 31 * hash + record.cell(i).hashCode();
        }
        return Math.floorMod(hash * 0x9E3779B9, oneIn) == 0;
    }

    /** A suspected column: the first file that has it, and its header. */
    record Suspected(String file, String header) {}

    /** The columns that seem to hold personal data, by file and header. */
    List<Suspected> suspected() {
        List<Suspected> all = new ArrayList<>();
        for (Finding finding : findings.values()) {
            if (finding.suspected()) {
                all.add(new Suspected(finding.file, finding.header));
            }
        }
        all.sort((a, b) -> (a.file() + "\u0000" + a.header()).compareTo(b.file() + "\u0000" + b.header()));
        return all;
    }
}
