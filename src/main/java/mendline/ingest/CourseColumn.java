package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mendline.model.Vocabulary;

/** The columns of a file with one course a row, beside those of groups. */
enum CourseColumn {
    CLIENT_ID,
    COURSE_ID,
    REFERRAL_DATE,
    START,
    END,
    COURSE_END,
    SITE,
    THERAPIST_ID;

    /** The name as a profile spells it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of a fixed column or of a group as we spell it. */
    static Optional<String> named(String name) {
        String wanted = Vocabulary.folded(name);
        for (CourseColumn column : values()) {
            if (Vocabulary.folded(column.name()).equals(wanted)) {
                return Optional.of(column.key());
            }
        }
        return Header.group(name);
    }

    static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (CourseColumn column : values()) {
            keys.add(column.key());
        }
        return keys;
    }
}
