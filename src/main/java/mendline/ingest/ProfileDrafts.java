package mendline.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import mendline.model.ProblemCode;
import mendline.model.Progress;

/** Looks at unknown exports and drafts the profile that makes them readable. */
public final class ProfileDrafts {
    private final Optional<DateOrder> wanted;
    private final List<ProfileDraft.Decision> decisions = new ArrayList<>();
    private final List<String> undecided = new ArrayList<>();
    private final StringBuilder yaml = new StringBuilder();

    private ProfileDrafts(Optional<DateOrder> wanted) {
        this.wanted = wanted;
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
        ProfileDrafts drafts = new ProfileDrafts(wanted);
        List<FileSketch> sketches = new ArrayList<>();
        progress.stage("looking", found.size());
        for (Map.Entry<String, Path> entry : found.entrySet()) {
            drafts.look(entry.getKey(), entry.getValue()).ifPresent(sketches::add);
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
        List<FileSketch> mainSessions = alike(sessions);
        List<FileSketch> mainScores = alike(scores);
        write(mainSessions, mainScores, sketches.size());
        long rows = 0;
        for (FileSketch file : mainSessions) {
            rows += file.rows();
        }
        for (FileSketch file : mainScores) {
            rows += file.rows();
        }
        return new ProfileDraft(yaml.toString(), mainSessions.size() + mainScores.size(), rows, decisions, undecided);
    }

    /** The files with one header and dialect that have most rows; the others are named. */
    private List<FileSketch> alike(List<FileSketch> all) {
        List<FileSketch> most = List.of();
        long mostRows = -1;
        for (FileSketch one : all) {
            List<FileSketch> same = all.stream()
                    .filter(other -> other.names().equals(one.names())
                            && other.delimiter() == one.delimiter()
                            && other.headerRows() == one.headerRows())
                    .toList();
            long rows = same.stream().mapToLong(FileSketch::rows).sum();
            if (rows > mostRows) {
                most = same;
                mostRows = rows;
            }
        }
        for (FileSketch one : all) {
            if (!most.contains(one)) {
                undecided.add(
                        one.name() + ": other columns than " + most.get(0).name() + "; it needs a profile of its own");
            }
        }
        return most;
    }

    private void write(List<FileSketch> sessions, List<FileSketch> scores, int files) throws AmbiguousDates {
        yaml.append("# Drafted by mendline profile. Each line says how sure it is and why: sure, likely or guess.\n");
        yaml.append(
                "# Look at every likely and guess, then correct what is wrong. No cell of the exports is repeated here.\n");
        yaml.append("# name: the name of the practice, as the report shall print it\n\n");
        FileSketch together = FileSketch.together(sessions);
        SessionSketch columns = SessionSketch.of(together);
        SessionSketch.Pick date = columns.picks().get(Column.SESSION_DATE.key());
        yaml.append("csv:\n");
        dialect("csv", "  ", sessions, date == null ? -1 : date.index());
        if (!scores.isEmpty() || sessions.size() < files) {
            roles(sessions, scores);
        }
        yaml.append("columns:\n");
        columns.picks()
                .forEach((column, pick) -> line(
                        "  " + column + ": " + quoted(together.names().get(pick.index())),
                        column,
                        pick.confidence(),
                        pick.why()));
        if (!columns.values().isEmpty()) {
            yaml.append("values:\n");
            columns.values().forEach((column, words) -> {
                yaml.append("  ").append(column).append(":\n");
                words.forEach((word, meaning) -> yaml.append("    ")
                        .append(quoted(word))
                        .append(": ")
                        .append(meaning)
                        .append(
                                word.matches("(?i)cancel+(ed|ation)|late cancel.*")
                                        ? "  # guess: the word does not say who cancelled"
                                        : "")
                        .append('\n'));
            });
        }
        undecided.addAll(columns.undecided());
        if (!undecided.isEmpty()) {
            yaml.append("\n# Not decided:\n");
            undecided.forEach(what -> yaml.append("# - ").append(oneLine(what)).append('\n'));
        }
    }

    private void line(String text, String what, Confidence confidence, String why) {
        yaml.append(text)
                .append("  # ")
                .append(confidence.key())
                .append(": ")
                .append(why)
                .append('\n');
        decisions.add(new ProfileDraft.Decision(what, confidence, why));
    }

    private void dialect(String name, String indent, List<FileSketch> files, int dateColumn) throws AmbiguousDates {
        FileSketch first = files.get(0);
        boolean agreed = files.stream().allMatch(FileSketch::sureDelimiter);
        String delimiter = first.delimiter() == '\t' ? "tab" : "\"" + first.delimiter() + "\"";
        line(
                indent + "delimiter: " + delimiter,
                name + ".delimiter",
                agreed ? Confidence.SURE : Confidence.LIKELY,
                agreed ? "all rows have as many cells as the header" : "most rows have as many cells as the header");
        boolean utf8 = files.stream().allMatch(file -> file.scan().charset().equals(StandardCharsets.UTF_8));
        boolean windows =
                files.stream().allMatch(file -> file.scan().charset().name().equals("windows-1252"));
        if (utf8 || windows) {
            line(
                    indent + "charset: " + (utf8 ? "utf-8" : "windows-1252"),
                    name + ".charset",
                    utf8 ? Confidence.SURE : Confidence.LIKELY,
                    utf8 ? "all bytes are UTF-8" : "the bytes are not UTF-8, so most likely this");
        } else {
            yaml.append(indent).append("# charset: found file by file, by its mark or its bytes\n");
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
        line(
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
            line(indent + "date_order: " + dates.order().key(), name + ".date_order", dates.confidence(), dates.why());
            if (dates.compact()) {
                yaml.append(indent).append("compact_dates: true\n");
            }
        }
        line(
                indent + "header_rows: " + first.headerRows(),
                name + ".header_rows",
                first.headerRows() > 1 ? Confidence.SURE : Confidence.LIKELY,
                first.headerRows() > 1
                        ? "the last of them holds the import ids of a survey tool"
                        : "no second header line was recognised");
        yaml.append(indent).append("# the quotation mark is always \"\n");
    }

    private void roles(List<FileSketch> sessions, List<FileSketch> files) throws AmbiguousDates {
        yaml.append("files:\n");
        yaml.append("  sessions: {match: ").append(quoted(pattern(sessions))).append("}\n");
        if (files.isEmpty()) {
            return;
        }
        ScoreSketch sketch = ScoreSketch.of(FileSketch.together(files)).orElseThrow();
        yaml.append("  scores:\n    match: ").append(quoted(pattern(files))).append("\n    csv:\n");
        dialect("files.scores.csv", "      ", files, sketch.columns().get(ScoreColumn.DATE));
        yaml.append("    columns:\n");
        sketch.columns()
                .forEach((column, index) -> line(
                        "      " + column.key() + ": "
                                + quoted(files.get(0).names().get(index)),
                        "files.scores." + column.key(),
                        Confidence.LIKELY,
                        "by name and content"));
        if (!sketch.words().isEmpty()) {
            yaml.append("    measures:\n");
            sketch.words()
                    .forEach((word, column) -> yaml.append("      ")
                            .append(quoted(word))
                            .append(": ")
                            .append(column)
                            .append('\n'));
        }
        if (sketch.unknown() > 0) {
            undecided.add("files.scores.measures: " + sketch.unknown() + " of the words in \""
                    + files.get(0).names().get(sketch.columns().get(ScoreColumn.MEASURE)) + "\" are not known");
        }
    }

    private static String whose(List<FileSketch> files) {
        return files.get(0).name() + (files.size() > 1 ? " and " + (files.size() - 1) + " more" : "");
    }

    /** What the names of the files have in common. */
    private static String pattern(List<FileSketch> files) {
        TreeSet<String> names = new TreeSet<>();
        files.forEach(file -> names.add(file.name().substring(file.name().lastIndexOf('/') + 1)));
        String first = names.first();
        String last = names.last();
        if (names.size() == 1) {
            return first;
        }
        int from = 0;
        while (from < Math.min(first.length(), last.length()) && first.charAt(from) == last.charAt(from)) {
            from++;
        }
        int end = first.lastIndexOf('.');
        boolean sameEnding = end >= 0 && names.stream().allMatch(name -> name.endsWith(first.substring(end)));
        return first.substring(0, Math.min(from, Math.max(end, 0))) + "*" + (sameEnding ? first.substring(end) : "");
    }

    /** Text for a comment: what may not stand in YAML, and what is no letter, digit or ASCII sign, becomes a question mark. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            line.append(c >= ' ' && c <= '~' || c > '\u00a0' && Character.isLetterOrDigit(c) ? c : '?');
        }
        return line.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c >= ' ' && c <= '~' || c > '\u00a0' && Character.isLetterOrDigit(c)) {
                quoted.append(c);
            } else {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return quoted.append('"').toString();
    }
}
