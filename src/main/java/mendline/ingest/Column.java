package mendline.ingest;

import java.util.Locale;
import java.util.Optional;
import mendline.model.Attendance;
import mendline.model.CarriedForward;
import mendline.model.CourseEnd;
import mendline.model.Mode;
import mendline.model.ProblemCode;
import mendline.model.Response;
import mendline.model.RuptureKind;
import mendline.model.RuptureSource;
import mendline.model.SetbackKind;
import mendline.model.Stage;
import mendline.model.Vocabulary;

/** The columns of the session CSV, beside those of measures and groups. */
enum Column {
    CLIENT_ID,
    SESSION_DATE,
    DAY,
    SESSION_NUMBER,
    COURSE_ID,
    ATTENDANCE(Attendance.values(), false, ProblemCode.UNKNOWN_ATTENDANCE),
    STAGE(Stage.values(), false, ProblemCode.UNKNOWN_STAGE),
    MODE(Mode.values(), false, ProblemCode.UNKNOWN_MODE),
    THERAPIST_ID,
    SITE,
    REFERRAL_DATE,
    SETBACK(SetbackKind.values(), true, ProblemCode.UNKNOWN_SETBACK),
    RESPONSE(Response.values(), true, ProblemCode.UNKNOWN_RESPONSE),
    CARRIED_FORWARD(CarriedForward.values(), true, ProblemCode.UNKNOWN_CARRIED_FORWARD),
    RUPTURE(RuptureKind.values(), false, ProblemCode.UNKNOWN_RUPTURE),
    RUPTURE_SOURCE(RuptureSource.values(), false, ProblemCode.UNKNOWN_RUPTURE_SOURCE),
    RUPTURE_INTENSITY(1, 5),
    REPAIR(1, 5),
    CLIENT_STUCK(0, 10),
    THERAPIST_STUCK(0, 10),
    COURSE_END(CourseEnd.values(), false, ProblemCode.UNKNOWN_COURSE_END);

    private final Vocabulary[] words;
    private final boolean several;
    private final Optional<ProblemCode> unknown;
    private final int least;
    private final int most;

    Column() {
        this(new Vocabulary[0], false, Optional.empty(), 0, -1);
    }

    Column(Vocabulary[] words, boolean several, ProblemCode unknown) {
        this(words, several, Optional.of(unknown), 0, -1);
    }

    Column(int least, int most) {
        this(new Vocabulary[0], false, Optional.empty(), least, most);
    }

    Column(Vocabulary[] words, boolean several, Optional<ProblemCode> unknown, int least, int most) {
        this.words = words;
        this.several = several;
        this.unknown = unknown;
        this.least = least;
        this.most = most;
    }

    /** The name as the data contract spells it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the column holds words of a vocabulary. */
    boolean holdsWords() {
        return words.length > 0;
    }

    /** Whether a cell may hold several words, apart by {@code ;}. */
    boolean holdsSeveral() {
        return several;
    }

    /** Whether the column holds a rating within bounds. */
    boolean isRating() {
        return most >= least;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    Vocabulary[] words() {
        return words.clone();
    }

    /** What a word that is not in the vocabulary is called. */
    ProblemCode unknownWord() {
        return unknown.orElseThrow();
    }

    /** The ordinal of a word of the vocabulary, -1 where there is no such word. */
    int ordinal(String word) {
        String wanted = Vocabulary.folded(word);
        for (int i = 0; i < words.length; i++) {
            if (Vocabulary.folded(words[i].name()).equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    /** The column of that name, ignoring case, spaces, {@code _} and {@code -}. */
    static Optional<Column> named(String name) {
        String wanted = Vocabulary.folded(name);
        for (Column column : values()) {
            if (Vocabulary.folded(column.name()).equals(wanted)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
