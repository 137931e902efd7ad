package mendline.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where the items of one questionnaire stand.
 *
 * @param headers the file's headers, in the order of the items; in a file with one answer a row, its words for the items
 * @param reverse numbers of the items, from 1, that are still to be turned round
 * @param least lowest answer in hundredths, as the file writes it
 * @param most highest answer in hundredths
 * @param total in a file with one answer a row, its word for the total among them
 */
public record ItemColumns(
        List<String> headers, SortedSet<Integer> reverse, int least, int most, Optional<String> total) {
    public ItemColumns {
        headers = List.copyOf(headers);
        reverse = Collections.unmodifiableSortedSet(new TreeSet<>(reverse));
    }

    /** The file's words for the items, and after them that for the total where it has one. */
    List<String> words() {
        List<String> words = new ArrayList<>(headers);
        total.ifPresent(words::add);
        return words;
    }
}
