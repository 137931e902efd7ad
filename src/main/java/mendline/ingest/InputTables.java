package mendline.ingest;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import mendline.model.InputFile;
import mendline.model.ProblemCode;
import mendline.model.Progress;

/** The tables among the input files, told apart by their roles and known by their header lines before a row is read. */
final class InputTables {
    private static final int MOST_COLUMNS = 5_000;
    private static final int MOST_NAMES_TOLD = 30;
    private static final int LONGEST_NAME_TOLD = 40;
    private static final String WITHHELD = "(a header that holds an address or a number)";
    private static final String OVER_ROWS = "(a header that runs over several rows)";

    private final Profile profile;
    private final ProblemLog log;
    private final List<Table<Header>> sessions = new ArrayList<>();
    private final List<Table<ScoreHeader>> scores = new ArrayList<>();
    private final List<Table<TableHeader>> courses = new ArrayList<>();
    private final List<InputFile> left = new ArrayList<>();
    private final SortedSet<String> ignored = new TreeSet<>();
    private final SortedSet<String> found = new TreeSet<>();
    private Optional<String> missingColumn = Optional.empty();
    private Optional<String> otherReason = Optional.empty();

    /**
     * A file whose header has the required columns.
     *
     * @param role which of the profile's roles of its kind the file has
     * @param emptyEnds whether each row ends with a delimiter that the header lacks
     */
    record Table<H>(FileScan scan, int role, Dialect dialect, boolean emptyEnds, H header) {
        /** A reader that stands before the first row. */
        RecordReader rows(Reader text, int columns) throws IOException {
            RecordReader reader = new RecordReader(text, dialect.delimiter());
            reader.next();
            reader.expect(columns);
            reader.skip(dialect.headerRows() - 1);
            if (emptyEnds) {
                reader.leaveEmptyEnds();
            }
            return reader;
        }
    }

    private InputTables(Profile profile, ProblemLog log) {
        this.profile = profile;
        this.log = log;
    }

    /** Looks at every file once; what cannot be read is logged and left alone. */
    static InputTables of(
            SortedMap<String, Path> paths, FileNames names, Profile profile, ProblemLog log, Progress progress) {
        InputTables tables = new InputTables(profile, log);
        progress.stage("checking", paths.size());
        for (Map.Entry<String, Path> entry : paths.entrySet()) {
            FileRoles.Role role = profile.files().of(entry.getKey());
            Dialect dialect = tables.dialect(role);
            tables.look(FileScan.of(names.told(entry.getKey()), entry.getValue(), dialect.charset()), role, dialect);
            progress.step(1);
        }
        return tables;
    }

    List<Table<Header>> sessions() {
        return sessions;
    }

    List<Table<ScoreHeader>> scores() {
        return scores;
    }

    List<Table<TableHeader>> courses() {
        return courses;
    }

    /** Files of which nothing is read. */
    List<InputFile> left() {
        return left;
    }

    /** Headers that no rule knows. */
    SortedSet<String> ignored() {
        return ignored;
    }

    /** Our names of the columns found, those of files of scores aside. */
    SortedSet<String> found() {
        return found;
    }

    /** Size of all tables together. */
    long bytes() {
        long bytes = 0;
        for (List<? extends Table<?>> some : List.of(sessions, scores, courses)) {
            for (Table<?> table : some) {
                bytes += table.scan().bytes();
            }
        }
        return bytes;
    }

    /** Why there is no table of sessions. */
    String reason() {
        return missingColumn
                .or(() -> otherReason)
                .orElse(
                        "None of the files holds sessions: the profile says under files that they hold something else.");
    }

    private Dialect dialect(FileRoles.Role role) {
        return switch (role.kind()) {
            case SCORES -> profile.files().scores().get(role.number()).dialect();
            case COURSES -> profile.files().courses().get(role.number()).dialect();
            case SESSIONS, NONE -> profile.dialect();
        };
    }

    private void look(FileScan scan, FileRoles.Role role, Dialect dialect) {
        Optional<ProblemCode> problem = scan.problem();
        if (role.kind() == FileRoles.Kind.NONE) {
            log.add(ProblemCode.FILE_WITHOUT_ROLE, scan.name(), 0, "");
            left.add(new InputFile(scan.name(), scan.bytes(), scan.sha256(), 0));
            return;
        }
        if (problem.isEmpty()) {
            try (RecordReader reader = new RecordReader(scan.open(bytes -> {}), dialect.delimiter())) {
                problem = header(scan, reader, role, dialect);
                if (problem.isEmpty() && reader.delimiterSaid()) {
                    log.add(ProblemCode.SEPARATOR_LINE, scan.name(), 1, "");
                }
            } catch (IOException e) {
                problem = Optional.of(ProblemCode.FILE_UNREADABLE);
            }
        }
        if (problem.isPresent()) {
            ProblemCode code = problem.get();
            if (code != ProblemCode.MISSING_COLUMN) {
                log.add(code, scan.name(), 0, "");
                otherReason = otherReason.or(() -> Optional.of(unusable(scan, code)));
            }
            left.add(new InputFile(scan.name(), scan.bytes(), scan.sha256(), 0));
        }
    }

    private static String unusable(FileScan scan, ProblemCode code) {
        String why = scan.name() + " cannot be used: ";
        return scan.otherFormat()
                .map(format -> why + "it is " + format + "; save the table as CSV (UTF-8) in the program that made it.")
                .orElse(why + "expected " + code.expected() + ".");
    }

    private Optional<ProblemCode> header(FileScan scan, RecordReader reader, FileRoles.Role role, Dialect dialect)
            throws IOException {
        if (!reader.next() || reader.badQuote()) {
            return Optional.of(reader.badQuote() ? ProblemCode.FILE_NOT_CSV : ProblemCode.FILE_EMPTY);
        }
        if (reader.cells() > MOST_COLUMNS) {
            return Optional.of(ProblemCode.LINE_TOO_LONG);
        }
        String[] names = new String[reader.cells()];
        for (int i = 0; i < names.length; i++) {
            names[i] = harmless(reader.cell(i), reader.delimiter());
        }
        long line = reader.line();
        reader.skip(dialect.headerRows() - 1);
        boolean emptyEnds = TrailingDelimiters.in(reader, names.length);
        return switch (role.kind()) {
            case SCORES ->
                scoreHeader(
                        new Table<>(
                                scan,
                                role.number(),
                                dialect,
                                emptyEnds,
                                ScoreHeader.of(names, profile.files().scores().get(role.number()), profile.measures())),
                        line);
            case COURSES ->
                courseHeader(
                        new Table<>(
                                scan,
                                role.number(),
                                dialect,
                                emptyEnds,
                                CourseReader.header(
                                        names, profile.files().courses().get(role.number()))),
                        line);
            case SESSIONS, NONE ->
                sessionHeader(new Table<>(scan, 0, dialect, emptyEnds, Header.of(names, profile)), line, names);
        };
    }

    private Optional<ProblemCode> scoreHeader(Table<ScoreHeader> table, long line) {
        Optional<ProblemCode> problem =
                beside(table, table.header().table(), table.header().missing(), "scores", line);
        if (problem.isEmpty()) {
            table.header()
                    .missingItems()
                    .forEach(name ->
                            log.add(ProblemCode.MISSING_ITEM, table.scan().name(), line, name));
            ignored.addAll(table.header().ignored());
            scores.add(table);
        }
        return problem;
    }

    private Optional<ProblemCode> courseHeader(Table<TableHeader> table, long line) {
        Optional<ProblemCode> problem =
                beside(table, table.header(), CourseReader.missing(table.header()), "courses", line);
        if (problem.isEmpty()) {
            courses.add(table);
            ignored.addAll(table.header().ignored());
            for (String key : table.header().keys()) {
                if (Column.named(key).isPresent() || Header.group(key).isPresent()) {
                    found.add(key);
                }
            }
        }
        return problem;
    }

    /** The header of a table beside the sessions. */
    private Optional<ProblemCode> beside(
            Table<?> table, TableHeader header, Optional<String> missing, String what, long line) {
        String name = table.scan().name();
        if (missing.isPresent()) {
            log.add(ProblemCode.MISSING_COLUMN, name, line, missing.get());
            otherReason = otherReason.or(
                    () -> Optional.of(name + " lacks the column " + missing.get() + " of a file of " + what + "."));
            return Optional.of(ProblemCode.MISSING_COLUMN);
        }
        noteLooks(table, line);
        if (header.nameless()) {
            log.add(ProblemCode.EMPTY_COLUMN_NAME, name, line, "");
        }
        header.twice().forEach(column -> log.add(ProblemCode.DUPLICATE_COLUMN, name, line, column));
        return Optional.empty();
    }

    private Optional<ProblemCode> sessionHeader(Table<Header> table, long line, String... names) {
        Header header = table.header();
        String file = table.scan().name();
        Optional<String> missing = header.missing();
        if (missing.isPresent()) {
            log.add(ProblemCode.MISSING_COLUMN, file, line, missing.get());
            missingColumn = missingColumn.or(() -> Optional.of(missingColumn(file, header, names, missing.get())));
            return Optional.of(ProblemCode.MISSING_COLUMN);
        }
        noteLooks(table, line);
        for (Header.Trouble trouble : header.troubles()) {
            log.add(trouble.code(), file, line, trouble.column());
        }
        ignored.addAll(header.ignored());
        found.addAll(header.columnsFound());
        sessions.add(table);
        return Optional.empty();
    }

    private void noteLooks(Table<?> table, long line) {
        FileScan scan = table.scan();
        if (scan.fallback()) {
            log.add(ProblemCode.CHARSET_FALLBACK, scan.name(), 0, "");
        }
        if (scan.mark() > 0) {
            log.add(ProblemCode.BYTE_ORDER_MARK, scan.name(), 0, "");
        }
        if (scan.mixedLineEnds()) {
            log.add(ProblemCode.MIXED_LINE_ENDS, scan.name(), 0, "");
        }
        if (table.emptyEnds()) {
            log.add(ProblemCode.TRAILING_DELIMITER, scan.name(), line, "");
        }
    }

    /** A column name that may be repeated to people: where a forgotten quotation mark made rows a part of it, it may not. */
    private static String harmless(String name, char delimiter) {
        if (swallowsRows(name, delimiter)) {
            return OVER_ROWS;
        }
        return PersonalData.contact(name) || PersonalData.healthNumber(name) ? WITHHELD : name;
    }

    /** Whether a column name seems to hold rows, because a quotation mark before them is not closed. */
    static boolean swallowsRows(String name, char delimiter) {
        int firstLine = name.indexOf('\n');
        return firstLine >= 0 && name.indexOf(delimiter, firstLine) >= 0;
    }

    private String missingColumn(String file, Header header, String[] names, String missing) {
        String what = missing.equals(Column.CLIENT_ID.key())
                ? "the column client_id"
                : "one of the columns session_date, day and session_number";
        if (header.looksLikeData()) {
            return file + " lacks " + what + ": its first line looks like data, not like column names.";
        }
        List<String> told = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            String name = header.name(i).replaceAll("[\\r\\n]+", " ");
            if (told.size() < MOST_NAMES_TOLD && !name.isEmpty()) {
                told.add(name.length() > LONGEST_NAME_TOLD ? name.substring(0, LONGEST_NAME_TOLD) + "..." : name);
            }
        }
        String more = names.length > told.size() && told.size() == MOST_NAMES_TOLD ? " ..." : "";
        return file + " lacks " + what + "; the columns found are: " + String.join(", ", told) + more + "."
                + hint(file, names);
    }

    private String hint(String file, String[] names) {
        if (names.length == 1) {
            for (char other : new char[] {';', '\t', ',', '|'}) {
                if (other != profile.dialect().delimiter() && names[0].indexOf(other) >= 0) {
                    String shown = other == '\t' ? "tab" : Character.toString(other);
                    return " They seem to be apart by \"" + shown + "\": say so in a profile, csv: {delimiter: \""
                            + shown + "\"}, or let the command \"mendline profile " + file
                            + " --out mine.yaml\" draft one.";
                }
            }
        }
        return "";
    }
}
