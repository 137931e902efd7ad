package mendline.detect;

import java.util.List;
import java.util.Optional;
import mendline.measure.ExpectedBand;
import mendline.model.Direction;
import mendline.model.ScoreSeries;

/**
 * Expected courses from a table that the profile supplies with its source: a score is below the expected course where it is worse than the
 * expected score by at least a margin. Nothing is filled in between the sessions of the table.
 *
 * @param margin points
 */
public record SuppliedCourses(List<ExpectedBand> bands, double margin, Direction better) implements ResponseReference {
    public SuppliedCourses {
        bands = List.copyOf(bands);
        if (!(margin > 0)) {
            throw new IllegalArgumentException("a margin needs to be above 0, was " + margin);
        }
    }

    @Override
    public Optional<ResponseLimits> at(ScoreSeries series, boolean counted, int i) {
        double first = series.score(0) / 100.0;
        for (ExpectedBand band : bands) {
            Double expected = band.scores().get(ResponseTally.session(series, i));
            if (first >= band.from() && first <= band.to() && expected != null) {
                double severity = better == Direction.LOWER ? expected : -expected;
                int last = ScoreSetbacks.atLeast(severity + margin) - 1;
                return Optional.of(new ResponseLimits(last, last));
            }
        }
        return Optional.empty();
    }
}
