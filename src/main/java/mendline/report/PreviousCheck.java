package mendline.report;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the check before this one counted.
 *
 * @param asOf ISO date, empty where its data had none
 * @param problems problems by the key of their code
 */
public record PreviousCheck(Optional<String> asOf, SortedMap<String, Long> problems) {
    public PreviousCheck {
        problems = Collections.unmodifiableSortedMap(new TreeMap<>(problems));
    }
}
