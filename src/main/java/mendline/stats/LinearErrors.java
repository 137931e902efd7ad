package mendline.stats;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.RealMatrix;

/** How sure the coefficients of a fit are, by one way of reckoning it. */
public final class LinearErrors {
    private final double[] coefficients;
    private final RealMatrix covariance;
    private final ToDoubleFunction<double[]> degreesOfFreedom;

    LinearErrors(double[] coefficients, RealMatrix covariance, ToDoubleFunction<double[]> degreesOfFreedom) {
        this.coefficients = coefficients;
        this.covariance = covariance;
        this.degreesOfFreedom = degreesOfFreedom;
    }

    /** One coefficient with its t interval. */
    public Answer<LinearEstimate> coefficient(int column) {
        double[] weights = new double[coefficients.length];
        weights[column] = 1;
        return contrast(weights);
    }

    /** The sum of all coefficients, each times its weight, with its t interval. */
    public Answer<LinearEstimate> contrast(double... weights) {
        if (weights.length != coefficients.length) {
            throw new IllegalArgumentException(
                    "needs " + coefficients.length + " weights, one a coefficient, got " + weights.length);
        }
        double value = 0;
        for (int j = 0; j < weights.length; j++) {
            value += weights[j] * coefficients[j];
        }
        double variance = 0;
        double[] image = covariance.operate(weights);
        for (int j = 0; j < weights.length; j++) {
            variance += weights[j] * image[j];
        }
        double freedom = degreesOfFreedom.applyAsDouble(weights);
        if (!(variance > 0) || !(freedom > 0)) {
            return Answer.refused(Refusal.EXACT_FIT);
        }
        double error = Math.sqrt(variance);
        double halfWidth = Confidence.t95(freedom) * error;
        return Answer.given(new LinearEstimate(
                value,
                error,
                freedom,
                new Interval(value - halfWidth, value + halfWidth),
                Confidence.twoSidedT(value / error, freedom)));
    }
}
