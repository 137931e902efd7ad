package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.measure.Measure;

/** Reads from a profile which file holds what. */
final class FilesYaml {
    private final Dialect dialect;
    private final SortedMap<String, Measure> measures;

    private final Scoring usual;

    private FilesYaml(Dialect dialect, Scoring usual, SortedMap<String, Measure> measures) {
        this.dialect = dialect;
        this.usual = usual;
        this.measures = measures;
    }

    /**
     * Reads {@code files}.
     *
     * @param dialect of the profile, from which a role may differ
     * @param usual scoring of the profile, from which files of scores may differ
     */
    static FileRoles read(Yaml yaml, Dialect dialect, Scoring usual, SortedMap<String, Measure> measures)
            throws ProfileProblem {
        FilesYaml files = new FilesYaml(dialect, usual, measures);
        Map<String, Yaml> roles = yaml.entries("sessions", "scores", "courses");
        Optional<String> sessions = Optional.empty();
        if (roles.containsKey("sessions")) {
            Yaml role = roles.get("sessions");
            sessions = Optional.of(match(role, role.entries("match")));
        }
        List<FileRoles.ScoreFiles> scores = new ArrayList<>();
        for (Yaml role : oneOrMore(roles, "scores")) {
            scores.add(files.scoreFiles(role));
        }
        List<FileRoles.CourseFiles> courses = new ArrayList<>();
        for (Yaml role : oneOrMore(roles, "courses")) {
            courses.add(files.courseFiles(role));
        }
        return new FileRoles(sessions, scores, courses);
    }

    /** A role is a mapping, or a list of mappings where files of several layouts have it. */
    private static List<Yaml> oneOrMore(Map<String, Yaml> roles, String key) throws ProfileProblem {
        if (!roles.containsKey(key)) {
            return List.of();
        }
        return roles.get(key).isMapping()
                ? List.of(roles.get(key))
                : roles.get(key).list();
    }

    private static String match(Yaml role, Map<String, Yaml> entries) throws ProfileProblem {
        if (!entries.containsKey("match")) {
            throw role.problem("needs match, such as {match: \"" + role.key() + "*.csv\"}");
        }
        String match = entries.get("match").filledText();
        if (match.indexOf('/') >= 0 || match.indexOf('\\') >= 0) {
            throw entries.get("match").problem("is compared with the name of a file and cannot have a folder in it");
        }
        return match;
    }

    private FileRoles.ScoreFiles scoreFiles(Yaml yaml) throws ProfileProblem {
        Map<String, Yaml> entries =
                yaml.entries("match", "csv", "columns", "measure", "measures", "items", "scale", "skip");
        SortedMap<String, String> columns = new TreeMap<>();
        if (entries.containsKey("columns")) {
            for (Map.Entry<String, Yaml> entry :
                    entries.get("columns").entries().entrySet()) {
                Optional<String> column = ScoreColumn.named(entry.getKey())
                        .map(ScoreColumn::key)
                        .or(() -> ScoreKey.named(entry.getKey(), measures).map(ScoreKey::column));
                place(columns, column, entry, "column of a file of scores", ScoreColumn.keys());
            }
        }
        SortedMap<String, String> words = new TreeMap<>();
        if (entries.containsKey("measures")) {
            for (Map.Entry<String, Yaml> entry :
                    entries.get("measures").entries().entrySet()) {
                words.put(entry.getKey(), scoreColumn(entry.getValue()));
            }
        }
        Optional<String> measure = Optional.empty();
        if (entries.containsKey("measure")) {
            measure = Optional.of(scoreColumn(entries.get("measure")));
            if (columns.containsKey(ScoreColumn.MEASURE.key()) || !words.isEmpty()) {
                throw entries.get("measure")
                        .problem(
                                "says that all rows hold one measure, so measures and columns: measure cannot stand beside it");
            }
        }
        boolean answers = columns.containsKey(ScoreColumn.ITEM.key());
        Scoring scoring = ScoringYaml.read(entries, usual, measures, answers);
        if (answers) {
            AnswersYaml.check(yaml, columns, words, measure, scoring);
        }
        return new FileRoles.ScoreFiles(match(yaml, entries), dialect(entries), columns, measure, words, scoring);
    }

    private FileRoles.CourseFiles courseFiles(Yaml yaml) throws ProfileProblem {
        Map<String, Yaml> entries = yaml.entries("match", "csv", "columns");
        SortedMap<String, String> columns = new TreeMap<>();
        if (entries.containsKey("columns")) {
            for (Map.Entry<String, Yaml> entry :
                    entries.get("columns").entries().entrySet()) {
                place(
                        columns,
                        CourseColumn.named(entry.getKey()),
                        entry,
                        "column of a file of courses",
                        CourseColumn.keys());
            }
        }
        return new FileRoles.CourseFiles(match(yaml, entries), dialect(entries), columns);
    }

    private Dialect dialect(Map<String, Yaml> entries) throws ProfileProblem {
        return entries.containsKey("csv") ? DialectYaml.read(entries.get("csv"), dialect) : dialect;
    }

    private static void place(
            SortedMap<String, String> columns,
            Optional<String> column,
            Map.Entry<String, Yaml> entry,
            String what,
            List<String> valid)
            throws ProfileProblem {
        if (column.isEmpty()) {
            throw entry.getValue().unknown(what, entry.getKey(), valid);
        }
        if (columns.put(column.get(), entry.getValue().filledText()) != null) {
            throw entry.getValue().problem("names the column " + column.get() + " a second time");
        }
    }

    private String scoreColumn(Yaml at) throws ProfileProblem {
        String name = at.filledText();
        Optional<ScoreKey> key = ScoreKey.named(name, measures);
        if (key.isEmpty()) {
            throw at.unknown("measure", name, measures.keySet());
        }
        return key.get().column();
    }
}
