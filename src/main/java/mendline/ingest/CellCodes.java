package mendline.ingest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which cells of one column mean "missing" or "withheld". */
final class CellCodes {
    private final Set<String> missing = new HashSet<>();
    private final Set<String> own = new HashSet<>();
    private final Set<String> suppressed = new HashSet<>();
    private int longest;

    CellCodes(String column, Profile profile) {
        profile.missing().forEach(code -> missing.add(comparable(code)));
        if (profile.missingByColumn().containsKey(column)) {
            profile.missingByColumn().get(column).forEach(code -> own.add(comparable(code)));
        }
        missing.addAll(own);
        profile.suppressed().forEach(code -> suppressed.add(comparable(code)));
        missing.forEach(code -> longest = Math.max(longest, code.length()));
        suppressed.forEach(code -> longest = Math.max(longest, code.length()));
    }

    private static String comparable(String code) {
        return RecordReader.trimmed(code).toLowerCase(Locale.ROOT);
    }

    /** Whether the cell is empty or a code for missing, of this column or of all. */
    boolean missing(String cell) {
        return cell.isEmpty() || cell.length() <= longest && missing.contains(comparable(cell));
    }

    /** Whether the cell is a code for missing of this very column, so that even a number in range means missing. */
    boolean ownMissing(String cell) {
        return !own.isEmpty() && own.contains(comparable(cell));
    }

    boolean suppressed(String cell) {
        return cell.length() <= longest && suppressed.contains(comparable(cell));
    }
}
