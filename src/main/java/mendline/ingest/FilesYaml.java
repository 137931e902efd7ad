package mendline.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import mendline.measure.Measure;

/** Reads from a profile which file holds what. */
final class FilesYaml {
    private FilesYaml() {}

    static FileRoles read(Yaml yaml, Dialect dialect, SortedMap<String, Measure> measures) throws ProfileProblem {
        Map<String, Yaml> roles = yaml.entries("sessions", "scores");
        Optional<String> sessions = Optional.empty();
        if (roles.containsKey("sessions")) {
            sessions = Optional.of(
                    match(roles.get("sessions"), roles.get("sessions").entries("match")));
        }
        Optional<FileRoles.ScoreFiles> scores = Optional.empty();
        if (roles.containsKey("scores")) {
            scores = Optional.of(scoreFiles(roles.get("scores"), dialect, measures));
        }
        return new FileRoles(sessions, scores);
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

    private static FileRoles.ScoreFiles scoreFiles(Yaml yaml, Dialect dialect, SortedMap<String, Measure> measures)
            throws ProfileProblem {
        Map<String, Yaml> entries = yaml.entries("match", "csv", "columns", "measure", "measures");
        SortedMap<String, String> columns = new TreeMap<>();
        if (entries.containsKey("columns")) {
            for (Map.Entry<String, Yaml> entry :
                    entries.get("columns").entries().entrySet()) {
                Optional<ScoreColumn> column = ScoreColumn.named(entry.getKey());
                if (column.isEmpty()) {
                    throw entry.getValue().unknown("column of a file of scores", entry.getKey(), ScoreColumn.keys());
                }
                if (columns.put(column.get().key(), entry.getValue().filledText()) != null) {
                    throw entry.getValue()
                            .problem("names the column " + column.get().key() + " a second time");
                }
            }
        }
        SortedMap<String, String> words = new TreeMap<>();
        if (entries.containsKey("measures")) {
            for (Map.Entry<String, Yaml> entry :
                    entries.get("measures").entries().entrySet()) {
                words.put(entry.getKey(), scoreColumn(entry.getValue(), measures));
            }
        }
        Optional<String> measure = Optional.empty();
        if (entries.containsKey("measure")) {
            measure = Optional.of(scoreColumn(entries.get("measure"), measures));
            if (columns.containsKey(ScoreColumn.MEASURE.key()) || !words.isEmpty()) {
                throw entries.get("measure")
                        .problem(
                                "says that all rows hold one measure, so measures and columns: measure cannot stand beside it");
            }
        }
        return new FileRoles.ScoreFiles(
                match(yaml, entries),
                entries.containsKey("csv") ? DialectYaml.read(entries.get("csv"), dialect) : dialect,
                columns,
                measure,
                words);
    }

    private static String scoreColumn(Yaml at, SortedMap<String, Measure> measures) throws ProfileProblem {
        String name = at.filledText();
        Optional<ScoreKey> key = ScoreKey.named(name, measures);
        if (key.isEmpty()) {
            throw at.unknown("measure", name, measures.keySet());
        }
        return key.get().column();
    }
}
