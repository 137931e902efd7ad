package mendline.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mendline.measure.Measure;
import mendline.model.Direction;
import mendline.model.ProblemCode;

/**
 * Reads the score of one measure from the rows of one file: from its items where the file has them, else from the column
 * of the total.
 */
final class ScoreCell {
    private static final int NONE = SessionStore.NO_SCORE;
    private static final int WHOLE = 100;
    private static final Pattern LIKE_A_DATE =
            Pattern.compile("(?i)\\d{1,2}[-/. ](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*([-/. ]\\d{2,4})?"
                    + "|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/. ]\\d{1,4}"
                    + "|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}");

    private final ScoreKey key;
    private final Measure measure;
    private final ScorePlaces places;
    private final char decimal;
    private final ScoreScale scale;
    private final CellCodes codes;
    private final CellCodes skipCodes;
    private final Map<String, String> translation;
    private final Optional<ItemColumns> items;
    private final Set<ScoreKey> rounded;
    private final boolean zeroIsUnlikely;

    private FormCounts.Form form = FormCounts.Form.NONE;
    private boolean marked;
    private boolean neverZero;

    /** Hears what is wrong with a cell; {@code wrongKind} where it holds something that its column cannot hold at all. */
    interface Problems {
        void add(ProblemCode code, int index, boolean wrongKind);
    }

    /** @param rounded columns of which it is known already that scores were rounded, shared by all files */
    ScoreCell(ScoreKey key, ScorePlaces places, Scoring scoring, char decimal, Profile profile, Set<ScoreKey> rounded) {
        this.key = key;
        this.measure = profile.measures().get(key.measure());
        this.places = places;
        this.decimal = decimal;
        this.scale = scoring.scale().getOrDefault(key.column(), ScoreScale.TOTAL);
        this.codes = new CellCodes(key.column(), profile);
        this.skipCodes = new CellCodes("", profile);
        this.translation = translation(key.column(), profile);
        this.items = places.items().isEmpty()
                ? Optional.empty()
                : Optional.of(scoring.items().get(key.column()));
        this.rounded = rounded;
        this.zeroIsUnlikely = zeroIsUnlikely(measure);
    }

    /** Whether 0 is how exports write nothing: on scales of several lines on which more is better, nobody marks the end of each. */
    static boolean zeroIsUnlikely(Measure measure) {
        return measure.min() == 0 && measure.better() == Direction.HIGHER && measure.items() > 1;
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

    /** The column of the total, of the first item where there is none. */
    int index() {
        return places.total() == ScorePlaces.ABSENT ? places.items().get(0) : places.total();
    }

    /** Whether a column holds numbers of this score. */
    boolean holds(int column) {
        return places.total() == column || places.items().contains(column);
    }

    /** The score in hundredths, {@link SessionStore#NO_SCORE} where the row has none that can be used. */
    int read(RecordReader records, boolean attended, Problems problems) {
        form = FormCounts.Form.NONE;
        marked = places.skip() != ScorePlaces.ABSENT;
        neverZero = false;
        int total = places.total() == ScorePlaces.ABSENT ? NONE : total(records, attended, problems);
        int score = items.isEmpty() ? total : fromItems(records, total, items.get(), problems);
        if (marked && skipped(records, problems)) {
            if (score != NONE && score != 0) {
                problems.add(ProblemCode.SCORE_DESPITE_SKIP, index(), false);
            }
            return NONE;
        }
        if (score == NONE) {
            return NONE;
        }
        if (!attended) {
            problems.add(ProblemCode.SCORE_ON_MISSED, index(), false);
            return NONE;
        }
        neverZero = zeroIsUnlikely;
        if (score == 0 && zeroIsUnlikely) {
            problems.add(ProblemCode.ZERO_SCORE, index(), false);
        }
        return score;
    }

    /** Counts the questionnaire that was read last; for rows that stand. */
    void count(FormCounts counts) {
        counts.add(key, form);
        if (marked) {
            counts.addMarked();
        }
        if (neverZero) {
            counts.addNeverZero();
        }
    }

    private boolean skipped(RecordReader records, Problems problems) {
        Flags.Answer answer = Flags.of(records.cell(places.skip()), skipCodes);
        if (answer == Flags.Answer.UNCLEAR) {
            problems.add(ProblemCode.BAD_FLAG, places.skip(), false);
        }
        return answer == Flags.Answer.YES;
    }

    private int fromItems(RecordReader records, int total, ItemColumns columns, Problems problems) {
        ItemScore from = new ItemScore(measure, columns);
        int score = from.of(item -> item(records, places.items().get(item), columns, problems));
        if (score == ItemScore.NONE) {
            return total;
        }
        form = FormCounts.Form.ANSWERED;
        if (score == ItemScore.PARTIAL) {
            problems.add(ProblemCode.PARTIAL_ITEMS, index(), false);
            return NONE;
        }
        if (missingByItself(score)) {
            return NONE;
        }
        if (from.prorated()) {
            problems.add(ProblemCode.SCORE_PRORATED, index(), false);
        }
        if (total != NONE) {
            boolean differs = 2L * Math.abs(total - score) >= measure.step();
            form = FormCounts.Form.of(true, true, differs);
            if (differs) {
                problems.add(ProblemCode.TOTAL_DIFFERS, places.total(), false);
            }
        }
        return score;
    }

    /** Whether a total made from items is a number that the profile calls missing for this measure. */
    private boolean missingByItself(int score) {
        return score % WHOLE == 0 && codes.ownMissing(Integer.toString(score / WHOLE));
    }

    /** The column of the total. */
    private int total(RecordReader records, boolean attended, Problems problems) {
        String cell = records.cell(places.total());
        if (cell.isEmpty()) {
            return NONE;
        }
        String text = translated(cell, translation);
        if (text.isEmpty() || codes.ownMissing(text)) {
            return NONE;
        }
        long read = number(text, cell);
        int score = read == Numbers.NOT_A_NUMBER ? NONE : OtherScale.toTotal(scale, measure, Numbers.hundredths(read));
        if (score != NONE) {
            if (attended && Numbers.rounded(read) && rounded.add(key)) {
                problems.add(ProblemCode.SCORE_ROUNDED, places.total(), false);
            }
            return score;
        }
        if (codes.suppressed(text)) {
            problems.add(ProblemCode.SUPPRESSED_VALUE, places.total(), false);
        } else if (!codes.missing(text)) {
            problems.add(wrong(text, read), places.total(), read == Numbers.NOT_A_NUMBER);
        }
        return NONE;
    }

    /** What is wrong with a cell that holds no score. */
    static ProblemCode wrong(String text, long read) {
        if (read != Numbers.NOT_A_NUMBER) {
            return ProblemCode.SCORE_OUT_OF_RANGE;
        }
        if (text.endsWith("%")) {
            return ProblemCode.PERCENT_FOR_SCORE;
        }
        return LIKE_A_DATE.matcher(text).matches() ? ProblemCode.DATE_FOR_SCORE : ProblemCode.SCORE_NOT_A_NUMBER;
    }

    /** A word that the profile translates has a decimal point, whatever the file has. */
    private long number(String text, String cell) {
        return Numbers.read(text, text.equals(cell) ? decimal : '.');
    }

    /** One item in hundredths, {@link ItemScore#NONE} where its cell holds none. */
    private int item(RecordReader records, int index, ItemColumns columns, Problems problems) {
        String cell = records.cell(index);
        if (cell.isEmpty()) {
            return ItemScore.NONE;
        }
        String text = translated(cell, translation);
        long read = number(text, cell);
        if (read != Numbers.NOT_A_NUMBER) {
            long hundredths = Numbers.hundredths(read);
            if (hundredths >= columns.least() && hundredths <= columns.most()) {
                return (int) hundredths;
            }
        }
        if (codes.suppressed(text)) {
            problems.add(ProblemCode.SUPPRESSED_VALUE, index, false);
        } else if (!codes.missing(text)) {
            problems.add(wrong(text, read), index, read == Numbers.NOT_A_NUMBER);
        }
        return ItemScore.NONE;
    }
}
