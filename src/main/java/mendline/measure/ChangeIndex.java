package mendline.measure;

import mendline.model.Direction;

/**
 * A reliable-change index, settled for a sample: (lastWeight · last − firstWeight · first + offset) / standardError, in points. Every method of
 * {@link ChangeMethod} has this form.
 */
public record ChangeIndex(
        ChangeMethod method, double lastWeight, double firstWeight, double offset, double standardError)
        implements ChangeTest {
    private static final double HAIR = 1e-9;

    public ChangeIndex {
        if (!(standardError > 0) || !(lastWeight > 0)) {
            throw new IllegalArgumentException("an index needs a standard error and a weight above 0, was "
                    + standardError + " and " + lastWeight);
        }
    }

    /** The index of two scores in points; positive when the last is higher than expected. */
    public double of(double first, double last) {
        return (lastWeight * last - firstWeight * first + offset) / standardError;
    }

    /** Whether two scores in hundredths show an improvement beyond the critical value. */
    public boolean improved(Direction better, int first, int last) {
        return better.sign() * of(first / 100.0, last / 100.0) - method.critical() > HAIR;
    }

    /** The same for a worsening. */
    public boolean worsened(Direction better, int first, int last) {
        return -better.sign() * of(first / 100.0, last / 100.0) - method.critical() > HAIR;
    }

    /** The last score in points, after a first one in points, at which the index has a value. */
    public double lastAt(double first, double index) {
        return (index * standardError + firstWeight * first - offset) / lastWeight;
    }
}
