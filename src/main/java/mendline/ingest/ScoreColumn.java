package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mendline.model.Vocabulary;

/** The columns of a file with one score a row. */
enum ScoreColumn {
    CLIENT_ID,
    DATE,
    MEASURE,
    SCORE;

    /** The name as the data contract spells it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ScoreColumn> named(String name) {
        String wanted = Vocabulary.folded(name);
        for (ScoreColumn column : values()) {
            if (Vocabulary.folded(column.name()).equals(wanted)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (ScoreColumn column : values()) {
            keys.add(column.key());
        }
        return keys;
    }
}
