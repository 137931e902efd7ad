package mendline.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Effect sizes and expected courses of others that a profile supplies, with where they come from. None ships with the program.
 *
 * @param trials pre-post effect size of treatments in trials
 * @param waiting pre-post effect size of waiting lists
 * @param expected what courses of a reference sample score at the end by how they begin
 * @param responses scores expected session by session, by bands of first scores
 * @param source citation
 */
public record Benchmark(
        OptionalDouble trials,
        OptionalDouble waiting,
        Optional<ExpectedLast> expected,
        List<ExpectedBand> responses,
        String source) {
    /**
     * The regression of last on first scores in a reference sample, in points.
     *
     * @param sd SD of first scores there
     * @param effect pre-post effect size there, added to the severity-adjusted one; 0 leaves the difference from the reference
     */
    public record ExpectedLast(double intercept, double slope, double sd, double effect) {
        public ExpectedLast {
            if (!(sd > 0)) {
                throw new IllegalArgumentException("an SD needs to be above 0, was " + sd);
            }
        }
    }

    /** Whether there is anything to hold effect sizes against, and not expected courses alone. */
    public boolean ofEffects() {
        return trials.isPresent() || waiting.isPresent() || expected.isPresent();
    }

    public Benchmark {
        responses = List.copyOf(responses);
        if (source.isBlank()) {
            throw new IllegalArgumentException("a benchmark needs a source");
        }
    }
}
