package mendline.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes which files hold what: sessions, scores in one or several layouts, courses. */
final class RolesDraft {
    private final DraftText yaml;
    private final DialectDraft dialect;
    private final FilePatterns patterns;
    private final List<String> undecided;

    RolesDraft(DraftText yaml, DialectDraft dialect, FilePatterns patterns, List<String> undecided) {
        this.yaml = yaml;
        this.dialect = dialect;
        this.patterns = patterns;
        this.undecided = undecided;
    }

    /** A layout of files of scores: what writes it, and what all its files are called. */
    private record Layout(String pattern, List<FileSketch> files, Function<FileSketch, Entry> entry) {}

    /** What a layout says beside its files and its dialect. */
    private record Entry(int date, Map<String, String> columns, Runnable rest) {}

    /**
     * Writes {@code files}.
     *
     * @param kinds those that the profile is to describe
     * @param all every file that was named
     */
    void write(FileKinds kinds, List<FileSketch> all) throws AmbiguousDates {
        yaml.add("files:\n");
        String sessions = patterns.common(kinds.sessions());
        yaml.add("  sessions: {match: ").add(DraftText.quoted(sessions)).add("}\n");
        if (all.stream().anyMatch(file -> !kinds.holds(file) && patterns.fits(file, sessions))) {
            undecided.add("files.sessions: " + DraftText.quoted(sessions)
                    + " fits a file too that was left out; rename it, or keep it elsewhere");
        }
        List<Layout> layouts = new ArrayList<>();
        add(
                layouts,
                kinds.scores(),
                all,
                file -> ScoreSketch.of(file).orElseThrow().names(file),
                this::scores);
        add(
                layouts,
                kinds.answers(),
                all,
                file -> AnswerSketch.of(file).orElseThrow().names(file),
                this::answers);
        add(layouts, kinds.wide(), all, file -> SessionSketch.of(file).names(), this::wide);
        if (!layouts.isEmpty()) {
            yaml.add("  scores:\n");
        }
        for (Layout layout : layouts) {
            write(layout, layouts.size() > 1);
        }
        if (!kinds.courses().isEmpty()) {
            courses(
                    FileGroups.of(
                            kinds.courses(),
                            file -> CourseSketch.of(file).orElseThrow().names(file)),
                    all);
        }
    }

    private void add(
            List<Layout> layouts,
            List<FileSketch> files,
            List<FileSketch> all,
            Function<FileSketch, Map<String, String>> names,
            Function<FileSketch, Entry> entry) {
        for (List<FileSketch> group : FileGroups.of(files, names).all()) {
            List<String> fitting = patterns.of(group, all);
            fitting.forEach(pattern -> layouts.add(new Layout(pattern, group, entry)));
            if (fitting.isEmpty()) {
                undecided.add(
                        "files.scores: no pattern fits the names of these files alone, so they were left out; rename them: "
                                + group.get(0).name()
                                + (group.size() > 1 ? " and " + (group.size() - 1) + " more" : ""));
            }
        }
    }

    private void write(Layout layout, boolean several) throws AmbiguousDates {
        String indent = several ? "      " : "    ";
        FileSketch together = FileSketch.together(layout.files());
        Entry entry = layout.entry().apply(together);
        yaml.add(several ? "    - match: " : "    match: ")
                .add(DraftText.quoted(layout.pattern()))
                .add("\n");
        yaml.add(indent).add("csv:\n");
        dialect.write("files.scores.csv", indent + "  ", layout.files(), entry.date());
        yaml.add(indent).add("columns:\n");
        entry.columns()
                .forEach((column, header) -> yaml.line(
                        indent + "  " + column + ": " + DraftText.quoted(header),
                        "files.scores." + column,
                        Confidence.LIKELY,
                        "by name and content"));
        yaml.indented(indent, entry.rest());
    }

    private Entry scores(FileSketch file) {
        ScoreSketch sketch = ScoreSketch.of(file).orElseThrow();
        if (sketch.unknown() > 0) {
            undecided.add("files.scores.measures: " + sketch.unknown() + " of the words in \""
                    + file.names().get(sketch.columns().get(ScoreColumn.MEASURE)) + "\" are not known");
        }
        return new Entry(sketch.columns().get(ScoreColumn.DATE), sketch.names(file), () -> words(sketch.words()));
    }

    private void words(Map<String, String> words) {
        if (!words.isEmpty()) {
            yaml.add("measures:\n");
            words.forEach((word, column) -> yaml.add("  ")
                    .add(DraftText.quoted(word))
                    .add(": ")
                    .add(column)
                    .add("\n"));
        }
    }

    private Entry answers(FileSketch file) {
        AnswerSketch sketch = AnswerSketch.of(file).orElseThrow();
        if (sketch.unknown() > 0) {
            undecided.add("files.scores.items: " + sketch.unknown() + " of the words in \""
                    + file.names().get(sketch.columns().get(ScoreColumn.ITEM)) + "\" are no known items");
        }
        return new Entry(sketch.columns().get(ScoreColumn.DATE), sketch.names(file), () -> {
            words(sketch.measures());
            yaml.add("items:\n");
            sketch.items()
                    .forEach((measure, items) -> yaml.line(
                            "  " + measure + ": " + items, "items." + measure, Confidence.LIKELY, "known LOINC codes"));
        });
    }

    private Entry wide(FileSketch file) {
        SessionSketch sketch = SessionSketch.of(file);
        Map<String, String> columns = new LinkedHashMap<>();
        sketch.names().forEach((column, header) -> {
            if (column.equals(Column.CLIENT_ID.key())) {
                columns.put(ScoreColumn.CLIENT_ID.key(), header);
            } else if (column.equals(Column.SESSION_DATE.key())) {
                columns.put(ScoreColumn.DATE.key(), header);
            } else if (Column.named(column).isEmpty()) {
                columns.put(column, header);
            }
        });
        int date = sketch.picks().get(Column.SESSION_DATE.key()).index();
        return new Entry(date, columns, () -> items(yaml, sketch.items()));
    }

    /** Writes {@code items}. */
    static void items(DraftText yaml, List<ItemSketch> items) {
        if (!items.isEmpty()) {
            yaml.add("items:\n");
            items.forEach(each -> yaml.line(
                    "  " + each.column() + ": " + each.yaml(),
                    "items." + each.column(),
                    Confidence.LIKELY,
                    each.why()));
        }
    }

    private void courses(FileGroups groups, List<FileSketch> all) throws AmbiguousDates {
        undecided.addAll(groups.others());
        List<FileSketch> files = groups.largest();
        List<String> fitting = patterns.of(files, all);
        if (fitting.size() != 1) {
            undecided.add(
                    "files.courses: no pattern fits the names of these files alone, so they were left out; rename them");
            return;
        }
        FileSketch together = FileSketch.together(files);
        CourseSketch sketch = CourseSketch.of(together).orElseThrow();
        yaml.add("  courses:\n    match: ")
                .add(DraftText.quoted(fitting.get(0)))
                .add("\n    csv:\n");
        dialect.write("files.courses.csv", "      ", files, sketch.date());
        yaml.add("    columns:\n");
        sketch.names(together)
                .forEach((column, header) -> yaml.line(
                        "      " + column + ": " + DraftText.quoted(header),
                        "files.courses." + column,
                        Confidence.LIKELY,
                        "by name, and one row for each"));
        undecided.addAll(sketch.undecided(together));
    }
}
