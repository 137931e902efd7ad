package mendline.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a row of an export is.
 *
 * @param sparse whether one session may be spread over several rows, and rows may hold no session
 * @param sparseBy headers whose cells, with the client, tell which rows are one session; empty takes the session's day
 * @param leaveOut by header the words that mean that a row does not count; none of them means any filled cell
 * @param attendanceFrom by word for attendance the header of the column that says yes to it
 * @param otherHeaders by column further headers, read where the first is empty
 */
public record RowRules(
        boolean sparse,
        List<String> sparseBy,
        SortedMap<String, SortedSet<String>> leaveOut,
        SortedMap<String, String> attendanceFrom,
        SortedMap<String, List<String>> otherHeaders) {
    /** A row is a session. */
    public static final RowRules DEFAULT =
            new RowRules(false, List.of(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    public RowRules {
        sparseBy = List.copyOf(sparseBy);
        SortedMap<String, SortedSet<String>> words = new TreeMap<>();
        leaveOut.forEach((header, some) -> words.put(header, Collections.unmodifiableSortedSet(new TreeSet<>(some))));
        leaveOut = Collections.unmodifiableSortedMap(words);
        attendanceFrom = Collections.unmodifiableSortedMap(new TreeMap<>(attendanceFrom));
        SortedMap<String, List<String>> headers = new TreeMap<>();
        otherHeaders.forEach((column, some) -> headers.put(column, List.copyOf(new ArrayList<>(some))));
        otherHeaders = Collections.unmodifiableSortedMap(headers);
    }
}
