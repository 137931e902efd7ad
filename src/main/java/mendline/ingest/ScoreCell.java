package mendline.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import mendline.measure.Measure;
import mendline.model.ProblemCode;

/** Reads the score of one measure from the rows of one file. */
final class ScoreCell {
    private final ScoreKey key;
    private final Measure measure;
    private final int index;
    private final char decimal;
    private final CellCodes codes;
    private final Map<String, String> translation;
    private final Set<ScoreKey> rounded;

    /** Hears what is wrong with a cell; {@code wrongKind} where it holds something that its column cannot hold at all. */
    interface Problems {
        void add(ProblemCode code, int index, boolean wrongKind);
    }

    /**
     * @param index where the measure's column stands
     * @param rounded columns of which it is known already that scores were rounded, shared by all files
     */
    ScoreCell(ScoreKey key, int index, char decimal, Profile profile, Set<ScoreKey> rounded) {
        this.key = key;
        this.measure = profile.measures().get(key.measure());
        this.index = index;
        this.decimal = decimal;
        this.codes = new CellCodes(key.column(), profile);
        this.translation = translation(key.column(), profile);
        this.rounded = rounded;
    }

    /** What a profile says that the words of a column stand for. */
    static Map<String, String> translation(String column, Profile profile) {
        Map<String, String> translation = new HashMap<>();
        if (profile.values().containsKey(column)) {
            profile.values()
                    .get(column)
                    .forEach((word, meaning) -> translation.put(WordCells.comparable(word), meaning));
        }
        return translation;
    }

    static String translated(String text, Map<String, String> translation) {
        return translation.isEmpty() ? text : translation.getOrDefault(WordCells.comparable(text), text);
    }

    ScoreKey key() {
        return key;
    }

    int index() {
        return index;
    }

    /** The score in hundredths, {@link SessionStore#NO_SCORE} where the row has none that can be used. */
    int read(RecordReader records, boolean attended, Problems problems) {
        String text = translated(records.cell(index), translation);
        if (text.isEmpty() || codes.ownMissing(text)) {
            return SessionStore.NO_SCORE;
        }
        long read = Numbers.read(text, decimal);
        if (read != Numbers.NOT_A_NUMBER) {
            long hundredths = Numbers.hundredths(read);
            if (hundredths >= measure.min() && hundredths <= measure.max()) {
                return usable(read, attended, problems);
            }
        }
        if (codes.suppressed(text)) {
            problems.add(ProblemCode.SUPPRESSED_VALUE, index, false);
        } else if (!codes.missing(text)) {
            boolean number = read != Numbers.NOT_A_NUMBER;
            problems.add(number ? ProblemCode.SCORE_OUT_OF_RANGE : ProblemCode.SCORE_NOT_A_NUMBER, index, !number);
        }
        return SessionStore.NO_SCORE;
    }

    private int usable(long read, boolean attended, Problems problems) {
        if (!attended) {
            problems.add(ProblemCode.SCORE_ON_MISSED, index, false);
            return SessionStore.NO_SCORE;
        }
        if (Numbers.rounded(read) && rounded.add(key)) {
            problems.add(ProblemCode.SCORE_ROUNDED, index, false);
        }
        return (int) Numbers.hundredths(read);
    }
}
