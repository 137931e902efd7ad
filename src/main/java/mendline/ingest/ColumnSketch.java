package mendline.ingest;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mendline.model.Session;

/** What the cells of one column look like, counted; no cell leaves it but words that are compared with known ones. */
final class ColumnSketch {
    private static final int MOST_WORDS = 60;
    private static final int MOST_CODES = 50_000;
    private static final Pattern PARTS = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.]\\d{4}(?:[T ,].*)?");
    private static final CellCodes MISSING = new CellCodes("", Profiles.DEFAULT);

    private final Set<String> words = new HashSet<>();
    private final Set<String> codes = new HashSet<>();
    private final SortedMap<String, Long> codesForMissing = new TreeMap<>();
    private final int[] firstDay = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
    private final int[] lastDay = {Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
    private final long[] compact = new long[DateOrder.values().length];
    private long cells;
    private long filled;
    private long iso;
    private long dayFirstOnly;
    private long monthFirstOnly;
    private long eitherOrder;
    private long points;
    private long commas;
    private long numbers;
    private long personal;
    private long serials;

    void add(String cell) {
        cells++;
        if (cell.isEmpty()) {
            return;
        }
        String code = MissingSketch.code(cell);
        if (!code.isEmpty()) {
            codesForMissing.merge(code, 1L, Long::sum);
        }
        if (MISSING.missing(cell) || MISSING.suppressed(cell)) {
            return;
        }
        if (words.size() <= MOST_WORDS) {
            words.add(WordCells.comparable(cell));
        }
        if (MissingSketch.word(code)) {
            return;
        }
        filled++;
        if (codes.size() < MOST_CODES) {
            codes.add(cell);
        }
        dates(cell);
        serials += Dates.serial(cell) == Session.NO_DAY ? 0 : 1;
        number(cell);
        personal += cell.indexOf('@') > 0 || cell.indexOf(' ') > 0 && cell.matches("[\\p{L}'.,-]+( [\\p{L}'.,-]+)+")
                ? 1
                : 0;
    }

    /** Takes in what was counted in a column of the same name in another file. */
    void include(ColumnSketch other) {
        words.addAll(other.words);
        codes.addAll(other.codes);
        other.codesForMissing.forEach((code, count) -> codesForMissing.merge(code, count, Long::sum));
        for (int i = 0; i < compact.length; i++) {
            firstDay[i] = Math.min(firstDay[i], other.firstDay[i]);
            lastDay[i] = Math.max(lastDay[i], other.lastDay[i]);
            compact[i] += other.compact[i];
        }
        cells += other.cells;
        filled += other.filled;
        iso += other.iso;
        dayFirstOnly += other.dayFirstOnly;
        monthFirstOnly += other.monthFirstOnly;
        eitherOrder += other.eitherOrder;
        points += other.points;
        commas += other.commas;
        numbers += other.numbers;
        personal += other.personal;
        serials += other.serials;
    }

    private void dates(String cell) {
        Matcher parts = PARTS.matcher(cell);
        if (parts.matches()) {
            int first = Integer.parseInt(parts.group(1));
            int second = Integer.parseInt(parts.group(2));
            boolean dmy = seen(DateOrder.DMY, Dates.read(cell, DateOrder.DMY));
            boolean mdy = seen(DateOrder.MDY, Dates.read(cell, DateOrder.MDY));
            dayFirstOnly += dmy && !mdy && first > 12 ? 1 : 0;
            monthFirstOnly += mdy && !dmy && second > 12 ? 1 : 0;
            eitherOrder += dmy && mdy ? 1 : 0;
        } else if (seen(DateOrder.YMD, Dates.read(cell, DateOrder.YMD))) {
            iso++;
        } else if (cell.length() == 7 || cell.length() == 8) {
            for (DateOrder order : DateOrder.values()) {
                compact[order.ordinal()] += seen(order, Dates.read(cell, order, true)) ? 1 : 0;
            }
        }
    }

    private boolean seen(DateOrder order, int day) {
        if (day == Session.NO_DAY) {
            return false;
        }
        firstDay[order.ordinal()] = Math.min(firstDay[order.ordinal()], day);
        lastDay[order.ordinal()] = Math.max(lastDay[order.ordinal()], day);
        return true;
    }

    private void number(String cell) {
        boolean point = Numbers.read(cell, '.') != Numbers.NOT_A_NUMBER;
        boolean comma = Numbers.read(cell, ',') != Numbers.NOT_A_NUMBER;
        numbers += point || comma ? 1 : 0;
        points += point && !comma ? 1 : 0;
        commas += comma && !point ? 1 : 0;
    }

    long filled() {
        return filled;
    }

    /** Whether nine in ten cells are filled, or more. */
    boolean nearlyAlwaysFilled() {
        return filled > 0 && filled * 10 >= cells * 9;
    }

    /** Whether nearly every filled cell is a date with separators. */
    boolean dates() {
        return mostly(iso + dayFirstOnly + monthFirstOnly + eitherOrder);
    }

    /** Whether nearly every filled cell is a date without separators in that order. */
    boolean compactDates(DateOrder order) {
        return mostly(compact[order.ordinal()]);
    }

    /** Whether nearly every filled cell is a date or the number of a day as spreadsheets count them, and some are the latter. */
    boolean serialDates() {
        return !dates() && serials > 0 && mostly(iso + dayFirstOnly + monthFirstOnly + eitherOrder + serials);
    }

    /** Whether the cells are dates of any kind that a profile can name. */
    boolean anyDates() {
        return dates()
                || serialDates()
                || compactDates(DateOrder.DMY)
                || compactDates(DateOrder.MDY)
                || compactDates(DateOrder.YMD);
    }

    boolean numbers() {
        return mostly(numbers);
    }

    private boolean mostly(long some) {
        return filled > 0 && some * 10 >= filled * 9;
    }

    /** Dates whose first part cannot be a month. */
    long dayFirstOnly() {
        return dayFirstOnly;
    }

    /** Dates whose second part cannot be a month. */
    long monthFirstOnly() {
        return monthFirstOnly;
    }

    /** Dates that can be read in both orders. */
    long eitherOrder() {
        return eitherOrder;
    }

    int firstDay(DateOrder order) {
        return firstDay[order.ordinal()];
    }

    int lastDay(DateOrder order) {
        return lastDay[order.ordinal()];
    }

    long decimalPoints() {
        return points;
    }

    long decimalCommas() {
        return commas;
    }

    /** Whether the cells are codes that come back, as those of clients do. */
    boolean recurringCodes() {
        return filled == cells
                && filled > 3
                && codes.size() > 1
                && codes.size() < filled
                && codes.size() * 100L >= filled
                && !dates();
    }

    /** The share of filled cells in percent that look like names or addresses. */
    long personalPercent() {
        return filled == 0 ? 0 : personal * 100 / filled;
    }

    /** The distinct words in comparable form; more than {@link #tooMany} are not kept. */
    Set<String> words() {
        return words;
    }

    boolean tooMany() {
        return words.size() > MOST_WORDS;
    }

    /** Known codes for missing or withheld values, or numbers that may be such, with how often they occur. */
    SortedMap<String, Long> codesForMissing() {
        return codesForMissing;
    }

    /** Distinct filled cells, up to a bound. */
    Set<String> codes() {
        return codes;
    }
}
