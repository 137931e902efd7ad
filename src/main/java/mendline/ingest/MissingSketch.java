package mendline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.measure.Measure;

/**
 * Which codes for "missing" and "withheld" an unknown export seems to use, from how often known ones occur.
 *
 * <p>A number is proposed for a column of scores only where no score can be that high or low; one inside the range may be a score, and is left to
 * somebody who knows the export.
 */
final class MissingSketch {
    /** What systems write where there is no value, beside what is missing without a profile. */
    private static final Set<String> WORDS = Set.of(
            "n/a",
            "n.a.",
            "na",
            "not stated",
            "not known",
            "unknown",
            "not recorded",
            "not applicable",
            "not completed",
            "not collected",
            "not asked",
            "declined",
            "refused",
            "prefer not to say",
            "missing",
            "null",
            "#n/a",
            "#null!",
            "-",
            "--");

    private static final Set<String> WITHHELD = Set.of("*", "**", "[c]", "suppressed", "withheld", "<5", "<10");
    private static final Set<String> NUMBERS = Set.of(
            "-1", "-7", "-8", "-9", "-77", "-88", "-99", "-999", "9", "77", "88", "98", "99", "777", "888", "998",
            "999", "9999");
    private static final int SEVERAL = 3;

    private final SortedSet<String> words = new TreeSet<>();
    private final SortedSet<String> withheld = new TreeSet<>();
    private final SortedMap<String, SortedMap<String, Long>> numbers = new TreeMap<>();
    private final List<String> undecided = new ArrayList<>();

    /** The code that a cell is, in small letters; empty where it is none. */
    static String code(String cell) {
        if (cell.length() > 20) {
            return "";
        }
        String folded = cell.toLowerCase(Locale.ROOT);
        return word(folded) || NUMBERS.contains(folded) ? folded : "";
    }

    /** Whether a code can never be a value of its column. */
    static boolean word(String code) {
        return WORDS.contains(code) || WITHHELD.contains(code);
    }

    /** Takes in a column that the profile will name. */
    void column(ColumnSketch column) {
        column.codesForMissing().keySet().forEach(code -> {
            if (WORDS.contains(code)) {
                words.add(code);
            } else if (WITHHELD.contains(code)) {
                withheld.add(code);
            }
        });
    }

    /** Takes in a column of scores of some measures under its header. */
    void scores(Map<String, Measure> measures, String header, ColumnSketch column) {
        column.codesForMissing().forEach((code, count) -> {
            if (!NUMBERS.contains(code)) {
                return;
            }
            long hundredths = Long.parseLong(code) * 100;
            boolean inside = false;
            for (Measure measure : measures.values()) {
                inside |= hundredths >= measure.min() && hundredths <= measure.max();
            }
            if (!inside) {
                measures.keySet()
                        .forEach(key -> numbers.computeIfAbsent(key, k -> new TreeMap<>())
                                .merge(code, count, Long::sum));
            } else if (code.length() > 1 && count >= SEVERAL && !code.startsWith("-")) {
                undecided.add(
                        String.join(", ", measures.keySet()) + ": " + code + " stands " + count + " times in " + header
                                + " and is a possible score; if it means missing, say so under missing: {"
                                + measures.keySet().iterator().next() + ": [\"" + code + "\"]}");
            }
        });
    }

    /** The mark of 0 in a measure that has no such score in practice, beside a column that says it was skipped. */
    List<String> undecided() {
        return undecided;
    }

    /** Words for missing that occur and are not known without a profile. */
    SortedSet<String> words() {
        SortedSet<String> unknown = new TreeSet<>(words);
        unknown.removeIf(word -> Profiles.DEFAULT.missing().stream().anyMatch(word::equalsIgnoreCase));
        return unknown;
    }

    /** Marks for withheld values that occur; empty where none but the usual one does. */
    SortedSet<String> withheld() {
        return Profiles.DEFAULT.suppressed().containsAll(withheld) ? new TreeSet<>() : withheld;
    }

    /** By column of scores the numbers that cannot be scores, with how often they stand there. */
    SortedMap<String, SortedMap<String, Long>> numbers() {
        return numbers;
    }

    /** How sure one may be that such a number means missing: several times is a habit, once may be a mistype. */
    static Confidence confidence(long count) {
        return count >= SEVERAL ? Confidence.LIKELY : Confidence.GUESS;
    }
}
