package mendline.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
    private final Profile profile;
    private final Progress progress;
    private final FormCounts forms = new FormCounts();
    private final ProblemLog log = new ProblemLog();
    private final List<InputFile> files = new ArrayList<>();

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
        return new SessionExports(profile, progress).read(found, InputFiles.links(inputs), asOf);
    }

    private static String named(List<Path> inputs) {
        List<String> names = new ArrayList<>();
        inputs.forEach(input -> names.add(input.toString()));
        return inputs.isEmpty() ? "what was named" : String.join(", ", names);
    }

    private SessionData read(SortedMap<String, Path> paths, List<String> links, OptionalInt asOf) throws NothingUsable {
        List<String> all = new ArrayList<>(paths.keySet());
        all.addAll(links);
        FileNames names = FileNames.of(all);
        links.forEach(link -> log.add(ProblemCode.FILE_IS_A_LINK, names.told(link), 0, ""));
        names.codes().forEach(code -> log.add(ProblemCode.FILE_NAME_WITHHELD, code.code(), 0, ""));
        InputTables tables = InputTables.of(paths, names, profile, log, progress);
        if (tables.sessions().isEmpty()) {
            throw new NothingUsable(tables.reason());
        }
        files.addAll(tables.left());
        Timeline timeline = timeline(tables);
        SessionStore store = new SessionStore();
        RowReader rows = new RowReader(profile, timeline, store, log, forms);
        ScoreRows scores = new ScoreRows(log);
        CourseTableRows courseRows = new CourseTableRows(store, log);
        progress.stage("reading", tables.bytes());
        ColumnSniffer sniffer = new ColumnSniffer(tables.bytes(), profile);
        long ofSessions = readSessions(tables, rows, sniffer);
        long ofScores = readScores(tables, store, scores, sniffer);
        long ofCourses = readCourses(tables, store, courseRows, sniffer);
        long read = ofSessions + ofScores + ofCourses;
        for (ColumnSniffer.Suspected column : sniffer.suspected()) {
            log.add(ProblemCode.PERSONAL_DATA_SUSPECTED, column.file(), 0, column.header());
        }
        refuseTurnedDates(rows);
        refuseOtherScales(tables, store, scores);
        for (OddIds.Finding odd : OddIds.of(store, scores, courseRows)) {
            tellOf(odd.code(), odd.column().key(), tables);
        }
        files.sort((a, b) -> a.name().compareTo(b.name()));
        List<Header> headers = new ArrayList<>();
        tables.sessions().forEach(file -> headers.add(file.header()));
        RowProblems problems = new RowProblems(store, fileNames(tables), headers, log);
        Optional<SparseRows> sparse =
                profile.rows().sparse() ? Optional.of(SparseRows.of(store, problems)) : Optional.empty();
        scores.showEvidence(store);
        Believable believable = Believable.of(store, timeline, asOf, problems);
        Optional<CourseJoin> joined = tables.courses().isEmpty()
                ? Optional.empty()
                : Optional.of(CourseJoin.of(courseRows, store, believable, timeline, problems));
        List<LocalCode> codes = new ArrayList<>(LocalCodes.given(store));
        tellOf(codes, tables);
        codes.addAll(names.codes());
        codes.sort(Comparator.comparing(LocalCode::column).thenComparing(LocalCode::code));
        CourseRows courses = CourseRows.of(store, believable, timeline, profile.course(), problems);
        SortedMap<ProblemCode, Long> setAside = new TreeMap<>(rows.setAside());
        add(setAside, believable.setAside());
        sparse.ifPresent(some -> add(setAside, some.setAside()));
        if (courses.rows() == 0) {
            throw new NothingUsable(noRow(read, setAside, tables));
        }
        ScoreAttachment.attach(scores, store, courses, timeline, believable.asOf());
        add(setAside, scores.setAside());
        add(setAside, courseRows.setAside());
        SortedSet<String> found = new TreeSet<>(tables.found());
        found.addAll(scores.columnsFound());
        CourseMaker maker = new CourseMaker(store, courses, timeline, believable.asOf(), profile.course());
        for (int i = 0; i < courses.size(); i++) {
            maker.complain(i, problems);
        }
        RowAccount account = new RowAccount(
                read,
                courses.rows()
                        + scores.used()
                        + sparse.map(SparseRows::merged).orElse(0L)
                        + joined.map(CourseJoin::used).orElse(0L),
                courses.duplicates()
                        + scores.duplicates()
                        + joined.map(CourseJoin::duplicates).orElse(0L),
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
                List.copyOf(tables.ignored()),
                List.copyOf(found),
                LookedAt.of(profile, files.size(), ofSessions, ofScores, ofCourses, forms),
                forms.items());
        return new SessionData(maker, courses.size(), intake, profile, codes);
    }

    private static Timeline timeline(InputTables tables) {
        Timeline timeline = Timeline.SESSION_NUMBERS;
        for (InputTables.Table<Header> file : tables.sessions()) {
            if (file.header().has(Column.SESSION_DATE)) {
                return Timeline.DATES;
            }
            if (file.header().has(Column.DAY)) {
                timeline = Timeline.RELATIVE_DAYS;
            }
        }
        return timeline;
    }

    private static List<String> fileNames(InputTables tables) {
        List<String> names = new ArrayList<>();
        tables.sessions().forEach(file -> names.add(file.scan().name()));
        return names;
    }

    /** Reads the rows of one file; told of each record after the header. */
    private interface RowsOfAFile {
        void begin(RecordReader reader);

        void row(RecordReader reader);
    }

    private long readSessions(InputTables tables, RowReader rows, ColumnSniffer sniffer) {
        ColumnKinds kinds = ColumnKinds.of(tables.sessions(), Header::names, profile);
        long read = 0;
        for (int i = 0; i < tables.sessions().size(); i++) {
            int number = i;
            InputTables.Table<Header> file = tables.sessions().get(i);
            read += readRows(file, file.header().size(), new RowsOfAFile() {
                @Override
                public void begin(RecordReader reader) {
                    ShiftedRows shifts =
                            kinds.shifted(file.role(), file.header().names());
                    rows.begin(number, file.scan().name(), file.header(), shifts, reader);
                    sniffer.begin(file.scan().name(), file.header());
                }

                @Override
                public void row(RecordReader reader) {
                    rows.read();
                    sniffer.look(reader);
                }
            });
        }
        return read;
    }

    private long readScores(InputTables tables, SessionStore store, ScoreRows scores, ColumnSniffer sniffer) {
        List<ScoreReader> readers = new ArrayList<>();
        Set<ScoreKey> rounded = new HashSet<>();
        for (FileRoles.ScoreFiles role : profile.files().scores()) {
            readers.add(new ScoreReader(profile, role, store, scores, log, rounded, forms));
        }
        ColumnKinds kinds =
                ColumnKinds.of(tables.scores(), header -> header.table().names(), profile);
        long read = 0;
        for (InputTables.Table<ScoreHeader> file : tables.scores()) {
            ScoreReader rows = readers.get(file.role());
            read += readRows(file, file.header().table().size(), new RowsOfAFile() {
                @Override
                public void begin(RecordReader reader) {
                    ShiftedRows shifts =
                            kinds.shifted(file.role(), file.header().table().names());
                    rows.begin(file.scan().name(), file.header(), shifts, reader);
                    sniffer.begin(file.scan().name(), file.header().table());
                }

                @Override
                public void row(RecordReader reader) {
                    rows.read();
                    sniffer.look(reader);
                }
            });
        }
        readers.forEach(ScoreReader::finish);
        return read;
    }

    private long readCourses(InputTables tables, SessionStore store, CourseTableRows courses, ColumnSniffer sniffer) {
        List<CourseReader> readers = new ArrayList<>();
        for (FileRoles.CourseFiles role : profile.files().courses()) {
            readers.add(new CourseReader(profile, role, store, courses));
        }
        ColumnKinds kinds = ColumnKinds.of(tables.courses(), TableHeader::names, profile);
        long read = 0;
        for (InputTables.Table<TableHeader> file : tables.courses()) {
            CourseReader rows = readers.get(file.role());
            read += readRows(file, file.header().size(), new RowsOfAFile() {
                @Override
                public void begin(RecordReader reader) {
                    ShiftedRows shifts =
                            kinds.shifted(file.role(), file.header().names());
                    rows.begin(file.scan().name(), file.header(), shifts, reader);
                    sniffer.begin(file.scan().name(), file.header());
                }

                @Override
                public void row(RecordReader reader) {
                    rows.read();
                    sniffer.look(reader);
                }
            });
        }
        return read;
    }

    private static void add(SortedMap<ProblemCode, Long> into, SortedMap<ProblemCode, Long> more) {
        more.forEach((code, count) -> into.merge(code, count, Long::sum));
    }

    /** Takes out the scores of columns that do not hold totals, at the first file that has such a column. */
    private void refuseOtherScales(InputTables tables, SessionStore store, ScoreRows scores) {
        ScaleCheck.of(store, scores, profile).forEach((key, code) -> {
            Optional<InputTables.Table<Header>> file = tables.sessions().stream()
                    .filter(table -> table.header().scores().containsKey(key))
                    .findFirst();
            String name =
                    file.map(table -> table.scan().name()).or(scores::firstFile).orElse("");
            String column = file.map(table ->
                            table.header().name(table.header().scores().get(key).total()))
                    .orElse(key.column());
            log.add(code, name, 0, column);
            store.scores.remove(key);
            scores.refuse(key);
        });
    }

    /** One problem a column whose ids were replaced, at the first file that has it. */
    private void tellOf(List<LocalCode> codes, InputTables tables) {
        SortedSet<String> columns = new TreeSet<>();
        codes.forEach(code -> columns.add(code.column()));
        columns.forEach(column -> tellOf(ProblemCode.ID_REPLACED, column, tables));
    }

    /** A problem of a column of ids, said once, at the first file that has it. */
    private void tellOf(ProblemCode code, String column, InputTables tables) {
        for (InputTables.Table<Header> file : tables.sessions()) {
            OptionalInt place = file.header().place(column);
            if (place.isPresent()) {
                log.add(code, file.scan().name(), 0, file.header().name(place.getAsInt()));
                return;
            }
        }
    }

    private void refuseTurnedDates(RowReader rows) throws NothingUsable {
        if (rows.datesSeemTurnedRound()) {
            boolean dayFirst = profile.dialect().dateOrder() == DateOrder.DMY;
            throw new NothingUsable("The dates seem to have the " + (dayFirst ? "month" : "day")
                    + " first, but the profile says otherwise; say csv: {date_order: " + (dayFirst ? "mdy" : "dmy")
                    + "}. Nothing was made of them, since many would be read as another day.");
        }
    }

    private long readRows(InputTables.Table<?> table, int columns, RowsOfAFile rows) {
        FileScan scan = table.scan();
        long inFile = 0;
        try (RecordReader reader = table.rows(scan.openWhole(progress::step), columns)) {
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

    private static String noRow(long read, SortedMap<ProblemCode, Long> setAside, InputTables tables) {
        if (read == 0) {
            return "There is no row below the header in " + String.join(", ", fileNames(tables)) + ".";
        }
        List<String> reasons = new ArrayList<>();
        setAside.forEach((code, count) -> reasons.add(count + " " + code.key()));
        return "None of the " + read + " rows can be used (" + String.join(", ", reasons) + ").";
    }
}
