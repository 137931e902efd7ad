package mendline.ingest;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The columns that hold the items of one questionnaire.
 *
 * @param headers the file's headers, in the order of the items
 * @param reverse numbers of the items, from 1, that are still to be turned round
 * @param least lowest answer in hundredths, as the file writes it
 * @param most highest answer in hundredths
 */
public record ItemColumns(List<String> headers, SortedSet<Integer> reverse, int least, int most) {
    public ItemColumns {
        headers = List.copyOf(headers);
        reverse = Collections.unmodifiableSortedSet(new TreeSet<>(reverse));
    }
}
