package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mendline.model.Vocabulary;

/** The columns of a file with one score a row, or with one answer a row where it has the column of items. */
enum ScoreColumn {
    CLIENT_ID,
    DATE,
    MEASURE,
    ITEM,
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

    /** The names of the columns of a file with whole scores. */
    static List<String> withoutItems() {
        List<String> keys = keys();
        keys.remove(ITEM.key());
        return keys;
    }

    static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (ScoreColumn column : values()) {
            keys.add(column.key());
        }
        return keys;
    }
}
