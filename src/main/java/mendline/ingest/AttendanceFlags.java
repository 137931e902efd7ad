package mendline.ingest;

import java.util.SortedMap;
import java.util.TreeMap;
import mendline.model.Attendance;
import mendline.model.Vocabulary;

/**
 * Attendance from several columns of one file that each say yes or no, or hold the time at which something happened. A
 * cell says yes unless it is empty, a word for no or a code for missing.
 */
final class AttendanceFlags {
    /** No column says yes. */
    static final int NONE = -1;
    /** Columns for different words say yes. */
    static final int CONFLICT = -2;

    private final SortedMap<Integer, Attendance> places = new TreeMap<>();
    private final CellCodes codes;

    AttendanceFlags(Header header, Profile profile) {
        this.codes = new CellCodes("", profile);
        if (!header.has(Column.ATTENDANCE)) {
            profile.rows().attendanceFrom().forEach((word, name) -> {
                for (int i = 0; i < header.size(); i++) {
                    if (Vocabulary.folded(header.name(i)).equals(Vocabulary.folded(name))) {
                        places.put(i, Vocabulary.find(Attendance.class, word).orElseThrow());
                    }
                }
            });
        }
    }

    /** Whether the file has such columns. */
    boolean any() {
        return !places.isEmpty();
    }

    /** Whether a column says that the client came, so that no yes at all says nothing. */
    boolean sayAttended() {
        return places.containsValue(Attendance.ATTENDED);
    }

    /** The ordinal of the word, {@link #NONE} or {@link #CONFLICT}. */
    int read(RecordReader records) {
        int found = NONE;
        for (SortedMap.Entry<Integer, Attendance> place : places.entrySet()) {
            boolean yes = Flags.of(records.cell(place.getKey()), codes) != Flags.Answer.NO;
            int ordinal = place.getValue().ordinal();
            if (yes) {
                found = found == NONE || found == ordinal ? ordinal : CONFLICT;
            }
        }
        return found;
    }

    /** The first of the columns. */
    int index() {
        return places.firstKey();
    }
}
