package mendline.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The model {@code y = (b0 + u0) + (b1 + u1) t + e} with any covariance between u0 and u1, by restricted maximum likelihood, and how far one
 * group's slope lies from the mean slope.
 *
 * @param intercept b0
 * @param slope b1
 * @param interceptVariance variance of u0
 * @param covariance of u0 and u1
 * @param slopeVariance variance of u1, above 0
 * @param residualVariance variance of e, above 0
 * @param border whether u0 does not vary or goes entirely together with u1 (a singular fit)
 * @param unit what values are divided by first
 */
public record RandomSlopes(
        double intercept,
        double slope,
        double interceptVariance,
        double covariance,
        double slopeVariance,
        double residualVariance,
        boolean border,
        double unit) {
    /** How many SDs of times the two moments lie apart between which a singular fit's spread must double or halve. */
    private static final double APART = 2;

    /** As lme4's isSingular: an SD below this share of the residual one, at times of mean square one, is zero. */
    private static final double ZERO = 1e-4;

    /** A group's deviation from the mean slope, shrunk by how little the group says of it, and its SD given the group's values. */
    public record Deviation(double value, double sd) {
        /** The deviation in SDs. */
        public double index() {
            return value / sd;
        }
    }

    /**
     * The model of a sample. A singular fit, in which intercepts and slopes are one random number, stands only where that number is more about
     * slopes than about levels: the SD between groups must at least double or halve from one SD of times before the mean time to one after it.
     *
     * @param unit what values are divided by first: 100 turns hundredths into points
     */
    public static Answer<RandomSlopes> fit(LineSample sample, double unit) {
        List<GroupSums> groups = new ArrayList<>();
        double rows = 0;
        double times = 0;
        double timeSquares = 0;
        for (Map.Entry<LineSums, Long> group : sample.groups().entrySet()) {
            double count = group.getValue();
            groups.addAll(Collections.nCopies(
                    Math.toIntExact(group.getValue()), group.getKey().group(unit)));
            rows += count * group.getKey().n();
            times += count * group.getKey().times();
            timeSquares += count * group.getKey().timeSquares();
        }
        Answer<MixedModel> answer = MixedModel.fit(groups, MixedModel.Criterion.REML, 0, 1);
        if (answer.value().isEmpty()) {
            return Answer.refused(answer.refusal().orElseThrow());
        }
        MixedModel model = answer.orElseThrow();
        double residual = model.residualSd();
        double first = model.randomSd(0);
        double second = model.randomSd(1);
        if (second * Math.sqrt(timeSquares / rows) < ZERO * residual) {
            return Answer.refused(Refusal.SLOPES_ALIKE);
        }
        RandomSlopes slopes = new RandomSlopes(
                model.coefficient(0),
                model.coefficient(1),
                first * first,
                model.randomCorrelation().orElse(0) * first * second,
                second * second,
                residual * residual,
                model.singular(),
                unit);
        double mean = times / rows;
        double sd = Math.sqrt(timeSquares / rows - mean * mean);
        double spread = Math.min(slopes.spread(mean - APART / 2 * sd), slopes.spread(mean + APART / 2 * sd));
        return slopes.border && APART * sd * second < spread
                ? Answer.refused(Refusal.SLOPES_FOLLOW_LEVELS)
                : Answer.given(slopes);
    }

    /** The SD between groups at a time. */
    private double spread(double time) {
        return Math.sqrt(Math.max(0, interceptVariance + time * (2 * covariance + time * slopeVariance)));
    }

    /**
     * The empirical Bayes estimate of u1 of one group and its conditional SD, the model taken as known (Laird and Ware 1982; {@code ranef} of
     * lme4 with {@code condVar}): with D the covariance matrix of (u0, u1) and A = Z'Z / s², V = D (I + A D)⁻¹, u = V Z'(y - Xb) / s².
     */
    public Deviation of(LineSums group) {
        double a00 = group.n() / residualVariance;
        double a01 = group.times() / residualVariance;
        double a11 = group.timeSquares() / residualVariance;
        double m00 = 1 + a00 * interceptVariance + a01 * covariance;
        double m01 = a00 * covariance + a01 * slopeVariance;
        double m10 = a01 * interceptVariance + a11 * covariance;
        double m11 = 1 + a01 * covariance + a11 * slopeVariance;
        double determinant = m00 * m11 - m01 * m10;
        // The second row of D times the inverse of I + A D.
        double v10 = (covariance * m11 - slopeVariance * m10) / determinant;
        double v11 = (slopeVariance * m00 - covariance * m01) / determinant;
        double residuals = group.values() / unit - intercept * group.n() - slope * group.times();
        double products = group.products() / unit - intercept * group.times() - slope * group.timeSquares();
        return new Deviation((v10 * residuals + v11 * products) / residualVariance, Math.sqrt(v11));
    }
}
