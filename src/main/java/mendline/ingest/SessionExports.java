package mendline.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.model.InputFile;
import mendline.model.Intake;
import mendline.model.ProblemCode;
import mendline.model.Progress;
import mendline.model.RowAccount;
import mendline.model.Timeline;

/**
 * Reads session exports: finds the files, reads their rows, settles what can be believed and forms courses.
 *
 * <p>A file is either read as a whole or named as a problem and left alone: of a packed file that breaks off, nothing
 * is used.
 */
public final class SessionExports {
    private static final int MOST_COLUMNS = 5_000;
    private static final int MOST_NAMES_TOLD = 30;
    private static final int LONGEST_NAME_TOLD = 40;
    private static final String WITHHELD = "(a header that holds an address or a number)";

    private final Profile profile;
    private final Progress progress;
    private final ProblemLog log = new ProblemLog();
    private final List<Readable> readable = new ArrayList<>();
    private final List<ReadableScores> readableScores = new ArrayList<>();
    private final List<InputFile> files = new ArrayList<>();
    private final SortedSet<String> ignored = new TreeSet<>();
    private final SortedSet<String> found = new TreeSet<>();
    private Optional<String> missingColumn = Optional.empty();
    private Optional<String> otherReason = Optional.empty();

    /** A file whose header has the required columns. */
    private record Readable(FileScan scan, Header header) {}

    /** A file of scores whose header has the required columns. */
    private record ReadableScores(FileScan scan, ScoreHeader header) {}

    private SessionExports(Profile profile, Progress progress) {
        this.profile = profile;
        this.progress = progress;
    }

    /**
     * Reads files and folders.
     *
     * @param asOf epoch day up to which the data count; empty takes the latest day that shows an attended session or a
     *     score
     */
    public static SessionData read(List<Path> inputs, Profile profile, OptionalInt asOf, Progress progress)
            throws InputNotFound, NothingUsable {
        SortedMap<String, Path> found = InputFiles.find(inputs);
        if (found.isEmpty()) {
            throw new NothingUsable("There is no CSV file in " + named(inputs) + ".");
        }
        return new SessionExports(profile, progress).read(found, asOf);
    }

    private static String named(List<Path> inputs) {
        List<String> names = new ArrayList<>();
        inputs.forEach(input -> names.add(input.toString()));
        return inputs.isEmpty() ? "what was named" : String.join(", ", names);
    }

    private SessionData read(SortedMap<String, Path> paths, OptionalInt asOf) throws NothingUsable {
        progress.stage("checking", paths.size());
        for (Map.Entry<String, Path> entry : paths.entrySet()) {
            FileRoles.Role role = profile.files().of(entry.getKey());
            Dialect dialect = role == FileRoles.Role.SCORES ? scoreFiles().dialect() : profile.dialect();
            look(FileScan.of(entry.getKey(), entry.getValue(), dialect.charset()), role, dialect);
            progress.step(1);
        }
        if (readable.isEmpty()) {
            throw new NothingUsable(
                    missingColumn
                            .or(() -> otherReason)
                            .orElse(
                                    "None of the files holds sessions: the profile says under files that they hold something else."));
        }
        Timeline timeline = timeline();
        SessionStore store = new SessionStore();
        RowReader rows = new RowReader(profile, timeline, store, log);
        Optional<ScoreRows> scores = profile.files().scores().map(role -> new ScoreRows(profile, role, store, log));
        long read = readRows(rows, scores);
        List<LocalCode> codes = LocalCodes.given(store);
        tellOf(codes);
        files.sort((a, b) -> a.name().compareTo(b.name()));
        List<Header> headers = new ArrayList<>();
        readable.forEach(file -> headers.add(file.header()));
        RowProblems problems = new RowProblems(store, fileNames(), headers, log);
        scores.ifPresent(ScoreRows::showEvidence);
        Believable believable = Believable.of(store, timeline, asOf, problems);
        SortedMap<ProblemCode, Long> setAside = new TreeMap<>(rows.setAside());
        believable.setAside().forEach((code, count) -> setAside.merge(code, count, Long::sum));
        CourseRows courses = CourseRows.of(store, believable, timeline, profile.course(), problems);
        if (courses.rows() == 0) {
            throw new NothingUsable(noRow(read, setAside));
        }
        Optional<ScoreAttachment> attached =
                scores.map(all -> ScoreAttachment.of(all, store, courses, timeline, believable.asOf()));
        scores.ifPresent(all -> all.setAside().forEach((code, count) -> setAside.merge(code, count, Long::sum)));
        scores.ifPresent(all -> found.addAll(all.columnsFound()));
        CourseMaker maker = new CourseMaker(store, courses, timeline, believable.asOf(), profile.course());
        for (int i = 0; i < courses.size(); i++) {
            maker.complain(i, problems);
        }
        RowAccount account = new RowAccount(
                read,
                courses.rows() + attached.map(ScoreAttachment::used).orElse(0L),
                courses.duplicates() + attached.map(ScoreAttachment::duplicates).orElse(0L),
                setAside);
        Intake intake = new Intake(
                files,
                account,
                log.counts(),
                log.stored(),
                timeline,
                believable.asOf(),
                courses.firstDay(),
                courses.scoreCounts(),
                List.copyOf(ignored),
                List.copyOf(found));
        return new SessionData(maker, courses.size(), intake, profile, codes);
    }

    private FileRoles.ScoreFiles scoreFiles() {
        return profile.files().scores().orElseThrow();
    }

    private void look(FileScan scan, FileRoles.Role role, Dialect dialect) {
        Optional<ProblemCode> problem = scan.problem();
        if (role == FileRoles.Role.NONE) {
            log.add(ProblemCode.FILE_WITHOUT_ROLE, scan.name(), 0, "");
            files.add(new InputFile(scan.name(), scan.bytes(), scan.sha256(), 0));
            return;
        }
        if (problem.isEmpty()) {
            try (RecordReader reader = new RecordReader(scan.open(bytes -> {}), dialect.delimiter())) {
                problem = header(scan, reader, role);
            } catch (IOException e) {
                problem = Optional.of(ProblemCode.FILE_UNREADABLE);
            }
        }
        if (problem.isPresent()) {
            ProblemCode code = problem.get();
            if (code != ProblemCode.MISSING_COLUMN) {
                log.add(code, scan.name(), 0, "");
                otherReason = otherReason.or(
                        () -> Optional.of(scan.name() + " cannot be used: expected " + code.expected() + "."));
            }
            files.add(new InputFile(scan.name(), scan.bytes(), scan.sha256(), 0));
        }
    }

    private Optional<ProblemCode> header(FileScan scan, RecordReader reader, FileRoles.Role role) throws IOException {
        if (!reader.next() || reader.badQuote()) {
            return Optional.of(reader.badQuote() ? ProblemCode.FILE_NOT_CSV : ProblemCode.FILE_EMPTY);
        }
        if (reader.cells() > MOST_COLUMNS) {
            return Optional.of(ProblemCode.LINE_TOO_LONG);
        }
        String[] names = new String[reader.cells()];
        for (int i = 0; i < names.length; i++) {
            String name = reader.cell(i);
            names[i] = PersonalData.contact(name) || PersonalData.healthNumber(name) ? WITHHELD : name;
        }
        return role == FileRoles.Role.SCORES ? scoreHeader(scan, reader, names) : sessionHeader(scan, reader, names);
    }

    private Optional<ProblemCode> scoreHeader(FileScan scan, RecordReader reader, String[] names) {
        ScoreHeader header = ScoreHeader.of(names, scoreFiles());
        Optional<String> missing = header.missing();
        if (missing.isPresent()) {
            log.add(ProblemCode.MISSING_COLUMN, scan.name(), reader.line(), missing.get());
            otherReason = otherReason.or(
                    () -> Optional.of(scan.name() + " lacks the column " + missing.get() + " of a file of scores."));
            return Optional.of(ProblemCode.MISSING_COLUMN);
        }
        if (scan.fallback()) {
            log.add(ProblemCode.CHARSET_FALLBACK, scan.name(), 0, "");
        }
        header.twice().forEach(name -> log.add(ProblemCode.DUPLICATE_COLUMN, scan.name(), reader.line(), name));
        ignored.addAll(header.ignored());
        readableScores.add(new ReadableScores(scan, header));
        return Optional.empty();
    }

    private Optional<ProblemCode> sessionHeader(FileScan scan, RecordReader reader, String[] names) {
        Header header = Header.of(names, profile);
        Optional<String> missing = header.missing();
        if (missing.isPresent()) {
            log.add(ProblemCode.MISSING_COLUMN, scan.name(), reader.line(), missing.get());
            missingColumn =
                    missingColumn.or(() -> Optional.of(missingColumn(scan.name(), header, names, missing.get())));
            return Optional.of(ProblemCode.MISSING_COLUMN);
        }
        if (scan.fallback()) {
            log.add(ProblemCode.CHARSET_FALLBACK, scan.name(), 0, "");
        }
        for (Header.Trouble trouble : header.troubles()) {
            log.add(trouble.code(), scan.name(), reader.line(), trouble.column());
        }
        ignored.addAll(header.ignored());
        found.addAll(header.columnsFound());
        readable.add(new Readable(scan, header));
        return Optional.empty();
    }

    private String missingColumn(String file, Header header, String[] names, String missing) {
        String what = missing.equals(Column.CLIENT_ID.key())
                ? "the column client_id"
                : "one of the columns session_date, day and session_number";
        if (header.looksLikeData()) {
            return file + " lacks " + what + ": its first line looks like data, not like column names.";
        }
        List<String> told = new ArrayList<>();
        for (String name : names) {
            if (told.size() < MOST_NAMES_TOLD && !name.isEmpty()) {
                told.add(name.length() > LONGEST_NAME_TOLD ? name.substring(0, LONGEST_NAME_TOLD) + "..." : name);
            }
        }
        String more = names.length > told.size() && told.size() == MOST_NAMES_TOLD ? " ..." : "";
        return file + " lacks " + what + "; the columns found are: " + String.join(", ", told) + more + "."
                + hint(names);
    }

    private String hint(String[] names) {
        if (names.length == 1) {
            for (char other : new char[] {';', '\t', ',', '|'}) {
                if (other != profile.dialect().delimiter() && names[0].indexOf(other) >= 0) {
                    String shown = other == '\t' ? "tab" : Character.toString(other);
                    return " They seem to be apart by \"" + shown + "\": say so in a profile, csv: {delimiter: \""
                            + shown + "\"}.";
                }
            }
        }
        return "";
    }

    private Timeline timeline() {
        Timeline timeline = Timeline.SESSION_NUMBERS;
        for (Readable file : readable) {
            if (file.header().has(Column.SESSION_DATE)) {
                return Timeline.DATES;
            }
            if (file.header().has(Column.DAY)) {
                timeline = Timeline.RELATIVE_DAYS;
            }
        }
        return timeline;
    }

    private List<String> fileNames() {
        List<String> names = new ArrayList<>();
        readable.forEach(file -> names.add(file.scan().name()));
        return names;
    }

    /** Reads the rows of one file; told of each record after the header. */
    private interface RowsOfAFile {
        void begin(RecordReader reader);

        void row(RecordReader reader);
    }

    private long readRows(RowReader rows, Optional<ScoreRows> scores) {
        long bytes = 0;
        for (Readable file : readable) {
            bytes += file.scan().bytes();
        }
        for (ReadableScores file : readableScores) {
            bytes += file.scan().bytes();
        }
        progress.stage("reading", bytes);
        ColumnSniffer sniffer = new ColumnSniffer(bytes, profile);
        long read = 0;
        for (int i = 0; i < readable.size(); i++) {
            int number = i;
            Readable file = readable.get(i);
            read += readRows(file.scan(), profile.dialect(), file.header().size(), new RowsOfAFile() {
                @Override
                public void begin(RecordReader reader) {
                    rows.begin(number, file.scan().name(), file.header(), reader);
                    sniffer.begin(file.scan().name(), file.header());
                }

                @Override
                public void row(RecordReader reader) {
                    rows.read();
                    sniffer.look(reader);
                }
            });
        }
        for (ReadableScores file : readableScores) {
            ScoreRows all = scores.orElseThrow();
            read += readRows(file.scan(), scoreFiles().dialect(), file.header().size(), new RowsOfAFile() {
                @Override
                public void begin(RecordReader reader) {
                    all.begin(file.scan().name(), file.header(), reader);
                }

                @Override
                public void row(RecordReader reader) {
                    all.read();
                }
            });
        }
        for (ColumnSniffer.Suspected column : sniffer.suspected()) {
            log.add(ProblemCode.PERSONAL_DATA_SUSPECTED, column.file(), 0, column.header());
        }
        return read;
    }

    /** One problem a column whose ids were replaced, at the first file that has it. */
    private void tellOf(List<LocalCode> codes) {
        SortedSet<String> columns = new TreeSet<>();
        codes.forEach(code -> columns.add(code.column()));
        for (String column : columns) {
            for (Readable file : readable) {
                OptionalInt place = file.header().place(column);
                if (place.isPresent()) {
                    log.add(
                            ProblemCode.ID_REPLACED,
                            file.scan().name(),
                            0,
                            file.header().name(place.getAsInt()));
                    break;
                }
            }
        }
    }

    private long readRows(FileScan scan, Dialect dialect, int columns, RowsOfAFile rows) {
        long inFile = 0;
        try (RecordReader reader = new RecordReader(scan.openWhole(progress::step), dialect.delimiter())) {
            reader.next();
            reader.expect(columns);
            reader.skip(dialect.headerRows() - 1);
            rows.begin(reader);
            while (reader.next()) {
                rows.row(reader);
                inFile++;
            }
        } catch (IOException e) {
            throw new InputChanged(scan.name(), e);
        }
        if (inFile == 0) {
            log.add(ProblemCode.FILE_HEADER_ONLY, scan.name(), 0, "");
        }
        files.add(new InputFile(scan.name(), scan.bytes(), scan.sha256(), inFile));
        return inFile;
    }

    private String noRow(long read, SortedMap<ProblemCode, Long> setAside) {
        if (read == 0) {
            return "There is no row below the header in " + String.join(", ", fileNames()) + ".";
        }
        List<String> reasons = new ArrayList<>();
        setAside.forEach((code, count) -> reasons.add(count + " " + code.key()));
        return "None of the " + read + " rows can be used (" + String.join(", ", reasons) + ").";
    }
}
