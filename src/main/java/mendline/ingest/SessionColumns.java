package mendline.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import mendline.measure.Measure;

/** The header line of a session CSV that needs no profile. */
public final class SessionColumns {
    private SessionColumns() {}

    /** Every column but those of groups, in the order of the codebook; scores stand where the codebook has them. */
    public static List<String> with(Collection<String> scores) {
        List<String> names = new ArrayList<>();
        for (Column column : Column.values()) {
            if (column == Column.SETBACK) {
                names.addAll(scores);
            }
            names.add(column.key());
        }
        return List.copyOf(names);
    }

    /** The column of scores that a name means, as the codebook spells it: a measure, or its rating by the therapist. */
    public static Optional<String> score(String name, SortedMap<String, Measure> measures) {
        return ScoreKey.named(name, measures).map(ScoreKey::column);
    }

    /** The measure whose scores stand in a column. */
    public static Optional<Measure> measure(String column, SortedMap<String, Measure> measures) {
        return ScoreKey.named(column, measures).map(key -> measures.get(key.measure()));
    }
}
