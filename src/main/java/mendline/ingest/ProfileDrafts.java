package mendline.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import mendline.measure.Measure;
import mendline.model.ProblemCode;
import mendline.model.Progress;

/** Looks at unknown exports and drafts the profile that makes them readable. */
public final class ProfileDrafts {
    private final Optional<DateOrder> wanted;
    private final FileNames names;
    private final List<String> undecided = new ArrayList<>();
    private final DraftText yaml = new DraftText();

    private ProfileDrafts(Optional<DateOrder> wanted, FileNames names) {
        this.wanted = wanted;
        this.names = names;
    }

    /**
     * Looks at files and folders.
     *
     * @param wanted the order of dates that the user says, for dates that can be read in two ways
     */
    public static ProfileDraft of(List<Path> inputs, Optional<DateOrder> wanted, Progress progress)
            throws InputNotFound, NothingUsable, AmbiguousDates {
        SortedMap<String, Path> found = InputFiles.find(inputs);
        if (found.isEmpty()) {
            throw new NothingUsable("There is no CSV file in what was named.");
        }
        FileNames names = FileNames.of(found.keySet());
        ProfileDrafts drafts = new ProfileDrafts(wanted, names);
        if (!names.codes().isEmpty()) {
            drafts.undecided.add("files: the names of some files may be those of persons ("
                    + names.codes().size()
                    + "); codes such as " + names.codes().get(0).code()
                    + " stand for them here, and * in patterns of names");
        }
        List<FileSketch> sketches = new ArrayList<>();
        progress.stage("looking", found.size());
        for (Map.Entry<String, Path> entry : found.entrySet()) {
            drafts.look(names.told(entry.getKey()), entry.getValue()).ifPresent(sketches::add);
            progress.step(1);
        }
        return drafts.draft(sketches);
    }

    private Optional<FileSketch> look(String name, Path path) {
        FileScan scan = FileScan.of(name, path, Optional.empty());
        Optional<ProblemCode> problem = scan.problem();
        if (problem.isEmpty()) {
            try {
                FileSketch sketch = FileSketch.of(scan);
                problem = sketch.problem();
                if (problem.isEmpty() && sketch.headless()) {
                    undecided.add(name + ": its first line looks like data, not like column names; it was left out");
                    return Optional.empty();
                }
                if (problem.isEmpty()) {
                    return Optional.of(sketch);
                }
            } catch (IOException e) {
                problem = Optional.of(ProblemCode.FILE_UNREADABLE);
            }
        }
        undecided.add(name + ": expected " + problem.get().expected() + "; it was left out");
        return Optional.empty();
    }

    private ProfileDraft draft(List<FileSketch> sketches) throws NothingUsable, AmbiguousDates {
        List<FileSketch> sessions = new ArrayList<>();
        List<FileSketch> scores = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (FileSketch file : sketches) {
            SessionSketch asSessions = SessionSketch.of(file);
            if (ScoreSketch.of(file).isPresent()) {
                scores.add(file);
            } else if (asSessions.usable()) {
                sessions.add(file);
            } else {
                reasons.addAll(asSessions.undecided());
                undecided.add(
                        file.name()
                                + ": a column of client codes and one of dates or session numbers were not found; it was left out");
            }
        }
        if (sessions.isEmpty()) {
            String seen =
                    scores.isEmpty() ? "" : " (files of scores were found, but scores need sessions to belong to)";
            String reason = reasons.isEmpty() ? "" : ": " + reasons.get(0);
            throw new NothingUsable("No file of sessions was recognised" + seen + reason + ".");
        }
        List<FileSketch> mainSessions =
                largest(FileGroups.of(sessions, file -> SessionSketch.of(file).names()));
        List<FileSketch> mainScores = largest(
                FileGroups.of(scores, file -> ScoreSketch.of(file).orElseThrow().names(file)));
        write(mainSessions, mainScores, sketches.size());
        long rows = 0;
        for (FileSketch file : mainSessions) {
            rows += file.rows();
        }
        for (FileSketch file : mainScores) {
            rows += file.rows();
        }
        return new ProfileDraft(
                yaml.toString(), mainSessions.size() + mainScores.size(), rows, yaml.decisions(), undecided);
    }

    private List<FileSketch> largest(FileGroups groups) {
        undecided.addAll(groups.others());
        return groups.largest();
    }

    private void write(List<FileSketch> sessions, List<FileSketch> scores, int files) throws AmbiguousDates {
        yaml.add("# Drafted by mendline profile. Each line says how sure it is and why: sure, likely or guess.\n");
        yaml.add(
                "# Look at every likely and guess, then correct what is wrong. No cell of the exports is repeated here.\n");
        yaml.add("# name: the name of the practice, as the report shall print it\n\n");
        FileSketch together = FileSketch.together(sessions);
        SessionSketch columns = SessionSketch.of(together);
        SessionSketch.Pick date = columns.picks().get(Column.SESSION_DATE.key());
        yaml.add("csv:\n");
        dialect("csv", "  ", sessions, date == null ? -1 : date.index());
        if (!scores.isEmpty() || sessions.size() < files) {
            roles(sessions, scores);
        }
        yaml.add("columns:\n");
        columns.picks()
                .forEach((column, pick) -> yaml.line(
                        "  " + column + ": " + DraftText.quoted(together.names().get(pick.index())),
                        column,
                        pick.confidence(),
                        pick.why()));
        some(sessions);
        if (!columns.values().isEmpty()) {
            yaml.add("values:\n");
            columns.values().forEach((column, words) -> {
                yaml.add("  ").add(column).add(":\n");
                words.forEach((word, meaning) -> yaml.add("    ")
                        .add(DraftText.quoted(word))
                        .add(": ")
                        .add(meaning)
                        .add(
                                word.matches("(?i)cancel+(ed|ation)|late cancel.*")
                                        ? "  # guess: the word does not say who cancelled"
                                        : "")
                        .add("\n"));
            });
        }
        missing(together, columns, scores);
        undecided.addAll(columns.undecided());
        if (!undecided.isEmpty()) {
            yaml.add("\n# Not decided:\n");
            undecided.forEach(
                    what -> yaml.add("# - ").add(DraftText.oneLine(what)).add("\n"));
        }
    }

    private void some(List<FileSketch> files) {
        List<String> names = new ArrayList<>();
        List<String> some = FileGroups.notEverywhere(files);
        ToldHeaders headers = new ToldHeaders(some.toArray(new String[0]));
        for (int i = 0; i < some.size(); i++) {
            names.add(DraftText.quoted(headers.told(some.get(i), i)));
        }
        if (!names.isEmpty()) {
            yaml.add("  # only in some of the files: ")
                    .add(DraftText.oneLine(String.join(", ", names)))
                    .add("\n");
        }
    }

    /** Codes for missing and withheld values in the columns that are named. */
    private void missing(FileSketch sessions, SessionSketch columns, List<FileSketch> scoreFiles) {
        SortedMap<String, Measure> library = Profiles.DEFAULT.measures();
        MissingSketch codes = new MissingSketch();
        columns.picks().forEach((name, pick) -> {
            ColumnSketch column = sessions.columns().get(pick.index());
            if (Column.named(name).filter(Column::holdsWords).isEmpty()) {
                codes.column(column);
            }
            SessionColumns.measure(name, library)
                    .ifPresent(measure -> codes.scores(
                            Map.of(name, measure),
                            DraftText.quoted(sessions.names().get(pick.index())),
                            column));
        });
        if (!scoreFiles.isEmpty()) {
            FileSketch together = FileSketch.together(scoreFiles);
            ScoreSketch sketch = ScoreSketch.of(together).orElseThrow();
            int place = sketch.columns().get(ScoreColumn.SCORE);
            codes.column(together.columns().get(place));
            codes.scores(
                    sketch.measures(),
                    DraftText.quoted(together.names().get(place)),
                    together.columns().get(place));
        }
        if (!codes.words().isEmpty() || !codes.numbers().isEmpty()) {
            yaml.add("missing:\n");
        }
        if (!codes.words().isEmpty()) {
            yaml.line(
                    "  default: " + list(codes.words()),
                    "missing",
                    Confidence.LIKELY,
                    "words that systems write where there is no value");
        }
        codes.numbers()
                .forEach((measure, counts) -> yaml.line(
                        "  " + measure + ": " + list(counts.keySet()),
                        "missing." + measure,
                        MissingSketch.confidence(counts.values().stream()
                                .mapToLong(Long::longValue)
                                .sum()),
                        "no possible score, and a usual code for a missing one; "
                                + counts.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum() + " times"));
        if (!codes.withheld().isEmpty()) {
            yaml.line(
                    "suppressed: " + list(codes.withheld()),
                    "suppressed",
                    Confidence.LIKELY,
                    "marks of small numbers that were withheld");
        }
        undecided.addAll(codes.undecided());
    }

    private static String list(Set<String> texts) {
        List<String> quoted = new ArrayList<>();
        texts.forEach(text -> quoted.add(DraftText.quoted(text)));
        return "[" + String.join(", ", quoted) + "]";
    }

    private void dialect(String name, String indent, List<FileSketch> files, int dateColumn) throws AmbiguousDates {
        FileSketch first = files.get(0);
        boolean agreed = files.stream().allMatch(FileSketch::sureDelimiter);
        String delimiter = first.delimiter() == '\t' ? "tab" : "\"" + first.delimiter() + "\"";
        yaml.line(
                indent + "delimiter: " + delimiter,
                name + ".delimiter",
                agreed ? Confidence.SURE : Confidence.LIKELY,
                agreed ? "all rows have as many cells as the header" : "most rows have as many cells as the header");
        boolean utf8 = files.stream().allMatch(file -> file.scan().charset().equals(StandardCharsets.UTF_8));
        boolean windows =
                files.stream().allMatch(file -> file.scan().charset().name().equals("windows-1252"));
        if (utf8 || windows) {
            yaml.line(
                    indent + "charset: " + (utf8 ? "utf-8" : "windows-1252"),
                    name + ".charset",
                    utf8 ? Confidence.SURE : Confidence.LIKELY,
                    utf8 ? "all bytes are UTF-8" : "the bytes are not UTF-8, so most likely this");
        } else {
            yaml.add(indent).add("# charset: found file by file, by its mark or its bytes\n");
        }
        long points = 0;
        long commas = 0;
        for (FileSketch file : files) {
            for (ColumnSketch column : file.columns()) {
                points += column.numbers() ? column.decimalPoints() : 0;
                commas += column.numbers() ? column.decimalCommas() : 0;
            }
        }
        String decimal = commas > points ? "\",\"" : "\".\"";
        boolean both = commas > 0 && points > 0;
        yaml.line(
                indent + "decimal: " + decimal,
                name + ".decimal",
                both ? Confidence.GUESS : commas + points > 0 ? Confidence.SURE : Confidence.LIKELY,
                both
                        ? "numbers are written with both"
                        : commas + points > 0 ? "all broken numbers are written so" : "there is no broken number");
        if (dateColumn >= 0) {
            FileSketch together = FileSketch.together(files);
            DateSketch dates = DateSketch.of(
                    together.columns(),
                    wanted,
                    whose(files),
                    together.names().get(dateColumn),
                    together.columns().get(dateColumn));
            yaml.line(
                    indent + "date_order: " + dates.order().key(),
                    name + ".date_order",
                    dates.confidence(),
                    dates.why());
            if (dates.compact()) {
                yaml.add(indent).add("compact_dates: true\n");
            }
        }
        yaml.line(
                indent + "header_rows: " + first.headerRows(),
                name + ".header_rows",
                first.headerRows() > 1 ? Confidence.SURE : Confidence.LIKELY,
                first.headerRows() > 1
                        ? "the last of them holds the import ids of a survey tool"
                        : "no second header line was recognised");
        yaml.add(indent).add("# the quotation mark is always \"\n");
    }

    private void roles(List<FileSketch> sessions, List<FileSketch> files) throws AmbiguousDates {
        yaml.add("files:\n");
        yaml.add("  sessions: {match: ")
                .add(DraftText.quoted(pattern(sessions)))
                .add("}\n");
        if (files.isEmpty()) {
            return;
        }
        FileSketch together = FileSketch.together(files);
        ScoreSketch sketch = ScoreSketch.of(together).orElseThrow();
        yaml.add("  scores:\n    match: ").add(DraftText.quoted(pattern(files))).add("\n    csv:\n");
        dialect("files.scores.csv", "      ", files, sketch.columns().get(ScoreColumn.DATE));
        yaml.add("    columns:\n");
        sketch.columns()
                .forEach((column, index) -> yaml.line(
                        "      " + column.key() + ": "
                                + DraftText.quoted(together.names().get(index)),
                        "files.scores." + column.key(),
                        Confidence.LIKELY,
                        "by name and content"));
        if (!sketch.words().isEmpty()) {
            yaml.add("    measures:\n");
            sketch.words()
                    .forEach((word, column) -> yaml.add("      ")
                            .add(DraftText.quoted(word))
                            .add(": ")
                            .add(column)
                            .add("\n"));
        }
        if (sketch.unknown() > 0) {
            undecided.add("files.scores.measures: " + sketch.unknown() + " of the words in \""
                    + together.names().get(sketch.columns().get(ScoreColumn.MEASURE)) + "\" are not known");
        }
    }

    private static String whose(List<FileSketch> files) {
        return files.get(0).name() + (files.size() > 1 ? " and " + (files.size() - 1) + " more" : "");
    }

    /** What the names of the files have in common. */
    private String pattern(List<FileSketch> files) {
        TreeSet<String> some = new TreeSet<>();
        files.forEach(file -> some.add(names.matching(file.name())));
        String first = some.first();
        String last = some.last();
        if (some.size() == 1) {
            return first;
        }
        int from = 0;
        while (from < Math.min(first.length(), last.length()) && first.charAt(from) == last.charAt(from)) {
            from++;
        }
        int end = first.lastIndexOf('.');
        boolean sameEnding = end >= 0 && some.stream().allMatch(name -> name.endsWith(first.substring(end)));
        return first.substring(0, Math.min(from, Math.max(end, 0))) + "*" + (sameEnding ? first.substring(end) : "");
    }
}
