package mendline.ingest;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import mendline.measure.Measure;
import mendline.model.CourseSettings;
import mendline.model.DetectionSettings;
import mendline.model.ReportSettings;

/**
 * What differs between practices.
 *
 * @param files which file holds what
 * @param scoring how scores are made from what the files of sessions hold
 * @param rows what a row is
 * @param columns header in the file by name of the contract
 * @param values for each column the word of the contract by the file's word
 * @param missing codes for a missing value in any column; a number that a column could hold is none of them there
 * @param missingByColumn codes for a missing value in one column, whatever they look like
 * @param suppressed marks of withheld values
 * @param measures the library's measures and the profile's own, by key
 * @param primaryOutcome key; empty takes the outcome measure with most scores
 * @param alliance key; empty takes the alliance measure with most scores
 */
public record Profile(
        Dialect dialect,
        FileRoles files,
        Scoring scoring,
        RowRules rows,
        SortedMap<String, String> columns,
        SortedMap<String, SortedMap<String, String>> values,
        SortedSet<String> missing,
        SortedMap<String, SortedSet<String>> missingByColumn,
        SortedSet<String> suppressed,
        SortedMap<String, Measure> measures,
        Optional<String> primaryOutcome,
        Optional<String> alliance,
        CourseSettings course,
        DetectionSettings detection,
        ReportSettings report) {
    /** Codes that mean "missing" unless a profile says otherwise. */
    static final Set<String> USUAL_MISSING = Set.of("NA", "N/A", "NaN", "NULL", "#N/A", ".");

    public Profile {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        SortedMap<String, SortedMap<String, String>> valuesCopy = new TreeMap<>();
        for (Map.Entry<String, SortedMap<String, String>> entry : values.entrySet()) {
            valuesCopy.put(entry.getKey(), Collections.unmodifiableSortedMap(new TreeMap<>(entry.getValue())));
        }
        values = Collections.unmodifiableSortedMap(valuesCopy);
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        SortedMap<String, SortedSet<String>> missingCopy = new TreeMap<>();
        for (Map.Entry<String, SortedSet<String>> entry : missingByColumn.entrySet()) {
            missingCopy.put(entry.getKey(), Collections.unmodifiableSortedSet(new TreeSet<>(entry.getValue())));
        }
        missingByColumn = Collections.unmodifiableSortedMap(missingCopy);
        suppressed = Collections.unmodifiableSortedSet(new TreeSet<>(suppressed));
        measures = Collections.unmodifiableSortedMap(new TreeMap<>(measures));
    }
}
