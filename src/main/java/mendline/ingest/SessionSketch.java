package mendline.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mendline.measure.Measure;
import mendline.model.Vocabulary;

/** Which columns of an unknown file mean what, if it is one of sessions. */
final class SessionSketch {
    private static final long LIKE_NAMES = 20;
    private static final int MOST_WORDS_OF_ATTENDANCE = 8;
    private static final int MOST_TOLD = 4;

    private final FileSketch file;
    private final Map<String, Pick> picks = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> values = new LinkedHashMap<>();
    private final List<String> undecided = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();
    private final List<ItemSketch> items = new ArrayList<>();
    private final RowRulesSketch rules;

    /** A column of the file, and what speaks for it. */
    record Pick(int index, Confidence confidence, String why) {}

    private SessionSketch(FileSketch file) {
        this.file = file;
        this.rules = RowRulesSketch.of(file);
    }

    static SessionSketch of(FileSketch file) {
        SessionSketch sketch = new SessionSketch(file);
        sketch.client();
        sketch.date();
        sketch.course();
        if (sketch.rules.attendance().isEmpty()) {
            sketch.words(Column.ATTENDANCE);
        }
        sketch.scores();
        sketch.items.addAll(ItemSketch.of(file, sketch.undecided));
        sketch.words(Column.STAGE);
        sketch.words(Column.MODE);
        sketch.words(Column.COURSE_END);
        sketch.plain(Column.SESSION_NUMBER);
        sketch.plain(Column.REFERRAL_DATE);
        sketch.plain(Column.THERAPIST_ID);
        sketch.plain(Column.SITE);
        return sketch;
    }

    /** Columns by the contract's name. */
    Map<String, Pick> picks() {
        return picks;
    }

    /** The file's own names of the columns, by the contract's name. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        picks.forEach((column, pick) -> names.put(column, file.names().get(pick.index())));
        return names;
    }

    /** By column the known words that occur in it, with their meaning. */
    Map<String, Map<String, String>> values() {
        return values;
    }

    /** The questionnaires of which the file has all items. */
    List<ItemSketch> items() {
        return items;
    }

    /** What a row is. */
    RowRulesSketch rules() {
        return rules;
    }

    boolean hasScores() {
        return !items.isEmpty()
                || picks.keySet().stream().anyMatch(name -> Column.named(name).isEmpty());
    }

    boolean hasAttendance() {
        return !rules.attendance().isEmpty() || picks.containsKey(Column.ATTENDANCE.key());
    }

    /** Whether another file calls the client and the day by the same names. */
    boolean sameNames(SessionSketch other) {
        for (Column column : List.of(Column.CLIENT_ID, Column.SESSION_DATE)) {
            String here = Vocabulary.folded(names().getOrDefault(column.key(), ""));
            if (!here.equals(Vocabulary.folded(other.names().getOrDefault(column.key(), "")))) {
                return false;
            }
        }
        return true;
    }

    List<String> undecided() {
        return undecided;
    }

    /** Whether the file can be one of sessions. */
    boolean usable() {
        return picks.containsKey(Column.CLIENT_ID.key())
                && (picks.containsKey(Column.SESSION_DATE.key()) || picks.containsKey(Column.SESSION_NUMBER.key()));
    }

    private void pick(String column, int index, Confidence confidence, String why) {
        picks.put(column, new Pick(index, confidence, why));
        taken.add(index);
    }

    private ColumnSketch column(int index) {
        return file.columns().get(index);
    }

    private String quoted(int index) {
        return "\"" + file.names().get(index) + "\"";
    }

    private List<Integer> named(Column column) {
        List<Integer> found = file.where(i ->
                !taken.contains(i) && ExportHeaders.rank(column, file.names().get(i)) >= 0);
        found.sort((a, b) -> Integer.compare(
                ExportHeaders.rank(column, file.names().get(a)),
                ExportHeaders.rank(column, file.names().get(b))));
        return found;
    }

    private void client() {
        List<String> names = new ArrayList<>();
        for (int index : named(Column.CLIENT_ID)) {
            if (column(index).personalPercent() >= LIKE_NAMES) {
                names.add(quoted(index));
            } else {
                boolean recurring = column(index).recurringCodes();
                pick(
                        Column.CLIENT_ID.key(),
                        index,
                        recurring ? Confidence.SURE : Confidence.LIKELY,
                        recurring ? "by name, and its codes come back" : "by name");
                return;
            }
        }
        if (!names.isEmpty()) {
            undecided.add(
                    "client_id: " + String.join(", ", names) + " seems to hold names; export a column of client codes");
            return;
        }
        List<Integer> codes = file.where(i -> column(i).recurringCodes()
                && column(i).personalPercent() < LIKE_NAMES
                && !known(i)
                && !file.names().get(i).matches("(?i).*(therap|clinic|staff|provider|practi|time|type|status|note).*")
                && column(i).decimalPoints() + column(i).decimalCommas() == 0);
        codes.sort((a, b) ->
                Integer.compare(column(b).codes().size(), column(a).codes().size()));
        if (!codes.isEmpty()
                && (codes.size() == 1
                        || column(codes.get(0)).codes().size()
                                > 2 * column(codes.get(1)).codes().size())) {
            pick(
                    Column.CLIENT_ID.key(),
                    codes.get(0),
                    Confidence.GUESS,
                    "by content only: codes in every row that come back");
        } else {
            undecided.add("client_id: no column is known by its name, and the content does not say which it is");
        }
    }

    private boolean known(int index) {
        String name = file.names().get(index);
        for (Column column : Column.values()) {
            if (ExportHeaders.rank(column, name) >= 0) {
                return true;
            }
        }
        return ExportHeaders.score(name, Profiles.DEFAULT.measures()).isPresent();
    }

    private void date() {
        for (int index : named(Column.SESSION_DATE)) {
            if (column(index).anyDates()) {
                boolean serial = column(index).serialDates();
                pick(
                        Column.SESSION_DATE.key(),
                        index,
                        serial ? Confidence.LIKELY : Confidence.SURE,
                        "by name, and its cells are " + (serial ? "days as spreadsheets count them" : "dates"));
                return;
            }
        }
        for (int index : file.where(i -> !taken.contains(i)
                && ExportHeaders.rank(ScoreColumn.DATE, file.names().get(i)) >= 0)) {
            if (column(index).anyDates()) {
                pick(Column.SESSION_DATE.key(), index, Confidence.LIKELY, "by name, as that of a questionnaire");
                return;
            }
        }
        List<Integer> dates = file.where(i -> !taken.contains(i)
                && column(i).dates()
                && !file.names().get(i).toLowerCase(Locale.ROOT).matches(".*(birth|dob|born).*")
                && ExportHeaders.rank(Column.REFERRAL_DATE, file.names().get(i)) < 0);
        if (dates.size() == 1) {
            pick(Column.SESSION_DATE.key(), dates.get(0), Confidence.LIKELY, "by content: the only column of dates");
        } else if (dates.size() > 1) {
            List<String> names = new ArrayList<>();
            dates.forEach(index -> names.add(quoted(index)));
            undecided.add("session_date: it could be any of " + String.join(", ", names));
        }
    }

    private void course() {
        named(Column.COURSE_ID).stream()
                .findFirst()
                .ifPresent(index -> pick(Column.COURSE_ID.key(), index, Confidence.LIKELY, "by name"));
    }

    private void plain(Column column) {
        for (int index : named(column)) {
            boolean fits = column == Column.REFERRAL_DATE
                    ? column(index).dates()
                    : column != Column.SESSION_NUMBER || column(index).numbers();
            if (column(index).personalPercent() >= LIKE_NAMES && column == Column.THERAPIST_ID) {
                undecided.add(column.key() + ": " + quoted(index)
                        + " seems to hold names and was left out; codes would be better");
            } else if (fits && column(index).filled() > 0) {
                pick(column.key(), index, Confidence.LIKELY, "by name");
                return;
            }
        }
    }

    private void words(Column column) {
        for (int index : named(column)) {
            if (recognised(column, index) * 2 >= column(index).words().size()
                    && !column(index).tooMany()
                    && column(index).filled() > 0) {
                words(column, index, "by name");
                return;
            }
            if (column(index).filled() > 0 && column != Column.ATTENDANCE) {
                undecided.add(column.key() + ": " + quoted(index)
                        + " has the name of such a column, but most of its words are not known; if it is one, name it under columns"
                        + " and say what they mean under values");
                return;
            }
        }
        if (column == Column.ATTENDANCE) {
            List<Integer> found = file.where(i -> !taken.contains(i)
                    && column(i).filled() > 0
                    && !column(i).numbers()
                    && recognised(column, i) == column(i).words().size());
            if (found.size() == 1) {
                words(column, found.get(0), "by content");
            } else {
                undecided.add("attendance: no column has words that are known; without one every row counts as attended"
                        + mayBeAttendance());
            }
        }
    }

    /** Columns of a few different words in nearly every row, one of which may say who came in words that are not known. */
    private String mayBeAttendance() {
        ToldHeaders headers = new ToldHeaders(file.names().toArray(new String[0]));
        List<String> columns = file
                .where(i -> !taken.contains(i)
                        && column(i).nearlyAlwaysFilled()
                        && !column(i).numbers()
                        && !column(i).anyDates()
                        && column(i).words().size() >= 2
                        && column(i).words().size() <= MOST_WORDS_OF_ATTENDANCE)
                .stream()
                .limit(MOST_TOLD)
                .map(i -> headers.told("\"" + file.names().get(i) + "\"", i))
                .toList();
        return columns.isEmpty()
                ? ""
                : "; if " + String.join(" or ", columns)
                        + " says who came, name it under columns and say under values: attendance what each of its words means";
    }

    private void words(Column column, int index, String how) {
        ColumnSketch sketch = column(index);
        Map<String, String> meanings =
                sketch.numbers() ? ExportWords.known(column, true) : ExportWords.occurring(column, sketch);
        int all = sketch.words().size();
        int recognised = recognised(column, index);
        boolean sure = recognised == all && !sketch.numbers();
        pick(
                column.key(),
                index,
                sure ? Confidence.SURE : Confidence.LIKELY,
                how + ", and " + recognised + " of its " + all + " words are known"
                        + (sketch.numbers() ? " (as codes of the NHS)" : ""));
        if (recognised < all) {
            undecided.add(column.key() + ": " + (all - recognised) + " of the words in " + quoted(index)
                    + " are not known; say what they mean under values");
        }
        if (meanings.containsKey("Show")) {
            undecided.add(
                    "attendance: some systems write Show for booked appointments as well; if yours does, take it out of values and put it "
                            + "under missing as attendance: [Show]");
        }
        if (!meanings.isEmpty()) {
            values.put(column.key(), meanings);
        }
    }

    private int recognised(Column column, int index) {
        Set<String> known = new HashSet<>();
        ExportWords.known(column, column(index).numbers())
                .keySet()
                .forEach(word -> known.add(WordCells.comparable(word)));
        int recognised = 0;
        for (String word : column(index).words()) {
            recognised += known.contains(word) || column.ordinal(word) >= 0 ? 1 : 0;
        }
        return recognised;
    }

    private void scores() {
        for (int index : file.where(i -> !taken.contains(i))) {
            Optional<ScoreKey> key = ExportHeaders.score(file.names().get(index), Profiles.DEFAULT.measures());
            if (key.isEmpty() || column(index).filled() == 0) {
                continue;
            }
            Measure measure = Profiles.DEFAULT.measures().get(key.get().measure());
            long inside = inside(measure, index);
            long all = column(index).codes().size();
            if (picks.containsKey(key.get().column())) {
                undecided.add(key.get().column() + ": " + quoted(index)
                        + " seems to be a second column of it and was left out");
            } else if (inside * 2 < all) {
                undecided.add(key.get().column() + ": most values of " + quoted(index)
                        + " are outside the range of the measure");
            } else {
                pick(
                        key.get().column(),
                        index,
                        inside == all ? Confidence.SURE : Confidence.LIKELY,
                        "by name, and " + (inside == all ? "all" : inside + " of its " + all)
                                + " distinct values are inside the range of the measure");
            }
        }
    }

    private long inside(Measure measure, int index) {
        char decimal = column(index).decimalCommas() > column(index).decimalPoints() ? ',' : '.';
        long inside = 0;
        for (String cell : column(index).codes()) {
            long read = Numbers.read(cell, decimal);
            long hundredths = Numbers.hundredths(read);
            inside +=
                    read != Numbers.NOT_A_NUMBER && hundredths >= measure.min() && hundredths <= measure.max() ? 1 : 0;
        }
        return inside;
    }
}
