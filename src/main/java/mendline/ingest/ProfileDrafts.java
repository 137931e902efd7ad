package mendline.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
                if (problem.isEmpty() && sketch.headerSwallowsRows()) {
                    undecided.add(
                            name
                                    + ": a quotation mark in its header line is not closed, so that rows became part of a column's name; it was left out");
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
        List<String> reasons = new ArrayList<>();
        FileKinds kinds = FileKinds.of(sketches, undecided, reasons);
        if (kinds.sessions().isEmpty()) {
            boolean scores = !kinds.scores().isEmpty() || !kinds.answers().isEmpty();
            String seen = scores ? " (files of scores were found, but scores need sessions to belong to)" : "";
            String reason = reasons.isEmpty() ? "" : ": " + reasons.get(0);
            throw new NothingUsable("No file of sessions was recognised" + seen + reason + ".");
        }
        FileGroups groups =
                FileGroups.of(kinds.sessions(), file -> SessionSketch.of(file).names());
        undecided.addAll(groups.others());
        FileKinds used = kinds.with(groups.largest());
        write(used, sketches);
        return new ProfileDraft(yaml.toString(), used.files(), used.rows(), yaml.decisions(), undecided);
    }

    private void write(FileKinds kinds, List<FileSketch> all) throws AmbiguousDates {
        yaml.add("# Drafted by mendline profile. Each line says how sure it is and why: sure, likely or guess.\n");
        yaml.add(
                "# Look at every likely and guess, then correct what is wrong. No cell of the exports is repeated here.\n");
        yaml.add("# name: the name of the practice, as the report shall print it\n\n");
        FileSketch together = FileSketch.together(kinds.sessions());
        SessionSketch columns = SessionSketch.of(together);
        SessionSketch.Pick date = columns.picks().get(Column.SESSION_DATE.key());
        DialectDraft dialect = new DialectDraft(yaml, wanted);
        yaml.add("csv:\n");
        dialect.write("csv", "  ", kinds.sessions(), date == null ? -1 : date.index());
        if (kinds.sessions().size() < all.size()) {
            new RolesDraft(yaml, dialect, new FilePatterns(names), undecided).write(kinds, all);
        }
        columns(columns, together);
        some(kinds.sessions());
        columns.rules().write(yaml, together);
        RolesDraft.items(yaml, columns.items());
        values(kinds, columns);
        MissingDraft missing = new MissingDraft();
        missing.wide(together);
        for (List<FileSketch> wide : kinds.wideLayouts()) {
            missing.wide(FileSketch.together(wide));
        }
        for (List<FileSketch> scores : kinds.scoreLayouts()) {
            missing.scores(FileSketch.together(scores));
        }
        missing.write(yaml, undecided);
        undecided.addAll(columns.undecided());
        if (!undecided.isEmpty()) {
            yaml.add("\n# Not decided:\n");
            undecided.forEach(
                    what -> yaml.add("# - ").add(DraftText.oneLine(what)).add("\n"));
        }
    }

    private void columns(SessionSketch columns, FileSketch file) {
        yaml.add("columns:\n");
        columns.picks().forEach((column, pick) -> {
            List<String> headers = new ArrayList<>();
            headers.add(DraftText.quoted(file.names().get(pick.index())));
            if (column.equals(Column.SESSION_DATE.key())) {
                columns.rules()
                        .otherDates()
                        .forEach(place ->
                                headers.add(DraftText.quoted(file.names().get(place))));
            }
            boolean several = headers.size() > 1;
            yaml.line(
                    "  " + column + ": " + (several ? "[" + String.join(", ", headers) + "]" : headers.get(0)),
                    column,
                    several ? Confidence.LIKELY : pick.confidence(),
                    pick.why() + (several ? "; further ones for rows of forms that have a day of their own" : ""));
        });
    }

    private void values(FileKinds kinds, SessionSketch columns) {
        Map<String, Map<String, String>> values = new LinkedHashMap<>(columns.values());
        for (FileSketch file : kinds.courses()) {
            CourseSketch.of(file)
                    .filter(courses -> !courses.values().isEmpty())
                    .ifPresent(courses -> values.merge(Column.COURSE_END.key(), courses.values(), (one, other) -> {
                        Map<String, String> both = new TreeMap<>(one);
                        both.putAll(other);
                        return both;
                    }));
        }
        for (ItemSketch items : kinds.items()) {
            if (items.words()) {
                Map<String, String> answers = new TreeMap<>();
                ItemSketch.HOW_OFTEN.forEach((word, answer) -> answers.put(word, Integer.toString(answer)));
                values.put(items.column(), answers);
            }
        }
        if (!values.isEmpty()) {
            yaml.add("values:\n");
        }
        values.forEach((column, words) -> {
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
}
