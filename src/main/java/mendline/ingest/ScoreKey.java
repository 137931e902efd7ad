package mendline.ingest;

import java.util.Optional;
import java.util.SortedMap;
import mendline.measure.Measure;
import mendline.model.Rater;
import mendline.model.Vocabulary;

/** A column of scores: which measure, filled in by whom. */
record ScoreKey(String measure, Rater rater) implements Comparable<ScoreKey> {
    private static final String THERAPIST = "therapist";

    /** The column's name as the contract spells it. */
    String column() {
        return rater == Rater.CLIENT ? measure : measure + "_" + THERAPIST;
    }

    /** The column of that name, where a measure has it. */
    static Optional<ScoreKey> named(String name, SortedMap<String, Measure> measures) {
        String folded = Vocabulary.folded(name);
        if (measures.containsKey(folded)) {
            return Optional.of(new ScoreKey(folded, Rater.CLIENT));
        }
        if (folded.endsWith(THERAPIST)) {
            String measure = folded.substring(0, folded.length() - THERAPIST.length());
            if (measures.containsKey(measure)) {
                return Optional.of(new ScoreKey(measure, Rater.THERAPIST));
            }
        }
        return Optional.empty();
    }

    @Override
    public int compareTo(ScoreKey other) {
        int byMeasure = measure.compareTo(other.measure);
        return byMeasure != 0 ? byMeasure : rater.compareTo(other.rater);
    }
}
