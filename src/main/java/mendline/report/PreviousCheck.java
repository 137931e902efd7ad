package mendline.report;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the check before this one counted.
 *
 * @param asOf ISO date, empty where its data had none
 * @param rows rows read, used, duplicate and set aside, by these words; empty where it did not say
 * @param scores scores by measure; empty where it did not say
 * @param problems problems by the key of their code
 * @param attention checks that needed attention, by id, with how often the data were not as they should be
 */
public record PreviousCheck(
        Optional<String> asOf,
        SortedMap<String, Long> rows,
        SortedMap<String, Long> scores,
        SortedMap<String, Long> problems,
        SortedMap<String, Long> attention) {
    public PreviousCheck {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
        scores = Collections.unmodifiableSortedMap(new TreeMap<>(scores));
        problems = Collections.unmodifiableSortedMap(new TreeMap<>(problems));
        attention = Collections.unmodifiableSortedMap(new TreeMap<>(attention));
    }
}
