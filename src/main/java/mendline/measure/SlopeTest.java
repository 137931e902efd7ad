package mendline.measure;

import java.util.Optional;
import mendline.model.Direction;
import mendline.stats.Answer;
import mendline.stats.LineSample;
import mendline.stats.LineSums;
import mendline.stats.RandomSlopes;

/**
 * Reliable change by {@link ChangeMethod#HIERARCHICAL_LINEAR}: the slope of a course's scores over session numbers against the sample's mean
 * slope, in conditional SDs. It says how a course went beside the others, not whether it changed.
 */
public record SlopeTest(RandomSlopes model) implements ChangeTest {
    private static final double HUNDREDTHS = 100;
    private static final double HAIR = 1e-9;

    /** The test settled from the courses of a sample that have at least {@link ChangeMethod#FEWEST_SCORES} scores, or why there is none. */
    public static ChangeTest settle(LineSample courses) {
        ChangeMethod method = ChangeMethod.HIERARCHICAL_LINEAR;
        if (courses.size() < method.fewestPairs()) {
            return new ChangeTest.Refused(
                    method,
                    "it needs at least " + method.fewestPairs() + " courses with " + ChangeMethod.FEWEST_SCORES
                            + " scores or more, and there are " + courses.size());
        }
        Answer<RandomSlopes> model = RandomSlopes.fit(courses, HUNDREDTHS);
        return model.value().isPresent()
                ? new SlopeTest(model.orElseThrow())
                : new ChangeTest.Refused(
                        method, model.refusal().orElseThrow().words().replace("groups", "courses"));
    }

    /** The index of a course's scores in hundredths over session numbers; positive when they rise more than the mean of the sample. */
    public double index(LineSums scores) {
        return model.of(scores).index();
    }

    /** The verdict on a course; empty with fewer than {@link ChangeMethod#FEWEST_SCORES} scores. */
    public Optional<Verdict> verdict(Direction better, LineSums scores) {
        if (scores.n() < ChangeMethod.FEWEST_SCORES) {
            return Optional.empty();
        }
        double beyond = better.sign() * index(scores);
        double critical = ChangeMethod.HIERARCHICAL_LINEAR.critical();
        return Optional.of(
                beyond - critical > HAIR
                        ? Verdict.IMPROVED
                        : -beyond - critical > HAIR ? Verdict.DETERIORATED : Verdict.UNCHANGED);
    }
}
