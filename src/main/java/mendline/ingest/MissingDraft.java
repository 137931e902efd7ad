package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import mendline.measure.Measure;

/** Writes the codes for missing and withheld values in the columns that a profile names. */
final class MissingDraft {
    private final MissingSketch codes = new MissingSketch();

    /** Takes in files with one session, or one questionnaire, a row. */
    void wide(FileSketch file) {
        SortedMap<String, Measure> library = Profiles.DEFAULT.measures();
        SessionSketch.of(file).picks().forEach((name, pick) -> {
            ColumnSketch column = file.columns().get(pick.index());
            if (Column.named(name).filter(Column::holdsWords).isEmpty()) {
                codes.column(column);
            }
            SessionColumns.measure(name, library)
                    .ifPresent(measure -> codes.scores(
                            Map.of(name, measure), DraftText.quoted(file.names().get(pick.index())), column));
        });
    }

    /** Takes in files with one score a row. */
    void scores(FileSketch file) {
        ScoreSketch sketch = ScoreSketch.of(file).orElseThrow();
        int place = sketch.columns().get(ScoreColumn.SCORE);
        codes.column(file.columns().get(place));
        codes.scores(
                sketch.measures(),
                DraftText.quoted(file.names().get(place)),
                file.columns().get(place));
    }

    /** Writes {@code missing} and {@code suppressed}, and adds what could not be decided. */
    void write(DraftText yaml, List<String> undecided) {
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
        codes.numbers().forEach((measure, counts) -> {
            long times = counts.values().stream().mapToLong(Long::longValue).sum();
            yaml.line(
                    "  " + measure + ": " + list(counts.keySet()),
                    "missing." + measure,
                    MissingSketch.confidence(times),
                    "no possible score, and a usual code for a missing one; " + times + " times");
        });
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
}
