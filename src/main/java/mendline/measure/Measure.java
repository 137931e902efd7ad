package mendline.measure;

import java.util.List;
import java.util.Optional;
import mendline.model.Direction;
import mendline.model.MeasureKind;

/**
 * A questionnaire's score: its range, direction and what is known about it. Holds no item text.
 *
 * @param key lower case without separators, as columns are named
 * @param items number of items, 0 where it does not matter
 * @param min lowest possible score in hundredths
 * @param max highest possible score in hundredths
 * @param step smallest possible difference of two scores in hundredths
 * @param caseness clinical at this score or worse (lower is better: at or above; higher is better: below)
 * @param stepChange a larger change for repeated use, where the literature gives one
 * @param functional scores of people who do not seek help
 * @param clinical scores of people who do
 * @param clinicalFromSample take the clinical mean and SD from the data themselves
 * @param source where range, direction and bands come from
 * @param verified whether they were checked there
 * @param note what a reader must know, such as a licence
 * @param outcomeRule what puts a course into its outcome class
 * @param benchmark effect sizes of others, where a profile supplies them
 */
public record Measure(
        String key,
        String name,
        int items,
        int min,
        int max,
        int step,
        Direction better,
        MeasureKind kind,
        Optional<Constant> caseness,
        Optional<ReliableChangeRule> reliableChange,
        Optional<Constant> stepChange,
        Optional<Norm> functional,
        Optional<Norm> clinical,
        boolean clinicalFromSample,
        CutoffRule cutoff,
        List<Band> bands,
        String source,
        boolean verified,
        String note,
        OutcomeRule outcomeRule,
        Optional<Benchmark> benchmark) {

    /** A measure whose courses are classed by reliable change and cut-off, without a benchmark. */
    public Measure(
            String key,
            String name,
            int items,
            int min,
            int max,
            int step,
            Direction better,
            MeasureKind kind,
            Optional<Constant> caseness,
            Optional<ReliableChangeRule> reliableChange,
            Optional<Constant> stepChange,
            Optional<Norm> functional,
            Optional<Norm> clinical,
            boolean clinicalFromSample,
            CutoffRule cutoff,
            List<Band> bands,
            String source,
            boolean verified,
            String note) {
        this(
                key,
                name,
                items,
                min,
                max,
                step,
                better,
                kind,
                caseness,
                reliableChange,
                stepChange,
                functional,
                clinical,
                clinicalFromSample,
                cutoff,
                bands,
                source,
                verified,
                note,
                OutcomeRule.DEFAULT,
                Optional.empty());
    }

    public Measure {
        bands = List.copyOf(bands);
        if (min >= max || step < 1) {
            throw new IllegalArgumentException(
                    "measure " + key + " needs min < max and step >= 1, was " + min + " to " + max + " by " + step);
        }
    }
}
