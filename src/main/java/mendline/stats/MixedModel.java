package mendline.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * A linear mixed model with one or two random coefficients a group (an intercept, or an intercept and a slope with any
 * covariance between them), {@code y = Xb + Zu + e}, by maximum or restricted maximum likelihood.
 *
 * <p>With {@code u = σΛv} and Λ lower triangular, b and σ are solved for and the criterion, minus twice the log
 * likelihood, is searched over Λ only (Bates, Maechler, Bolker and Walker 2015, J Stat Softw 67(1)):
 * {@code V = I + ZΛΛ'Z'} a group, {@code r² = min (y − Xb)'V⁻¹(y − Xb)},
 *
 * <ul>
 *   <li>ML: {@code log|V| + n(1 + log(2πr²/n))}, {@code σ² = r²/n};
 *   <li>REML: {@code log|V| + log|X'V⁻¹X| + (n − p)(1 + log(2πr²/(n − p)))}, {@code σ² = r²/(n − p)}.
 * </ul>
 *
 * <p>Everything follows from the cross-products of each group, so the time taken does not grow with the rows.
 */
public final class MixedModel {
    /** Which likelihood is made as large as possible. */
    public enum Criterion {
        REML,
        ML
    }

    /** As lme4's isSingular: a diagonal of Λ below this is zero. */
    private static final double ZERO = 1e-4;

    /** A residual sum of squares below this share of the response's is lost in rounding. */
    private static final double ROUNDING = 1e-11;

    /** A residual variance below this share of what it is without random coefficients: rows within groups do not vary. */
    private static final double WITHIN = 1e-8;

    private static final int EVALUATIONS = 5000;
    private static final int RESTARTS = 8;
    private static final double IMPROVED = 1e-7;

    /** A gain below this is rounding. */
    private static final double NOTHING = 1e-9;

    private final Search search;
    private final Solution best;
    private final double[] theta;

    private MixedModel(Search search, Solution best, double[] theta) {
        this.search = search;
        this.best = best;
        this.theta = theta;
    }

    /** A model with one random coefficient: that of the given column. */
    public static Answer<MixedModel> fit(List<GroupSums> groups, Criterion criterion, int randomColumn) {
        return fit(groups, criterion, new int[] {randomColumn});
    }

    /** A model with two random coefficients, of which the first is commonly the intercept. */
    public static Answer<MixedModel> fit(
            List<GroupSums> groups, Criterion criterion, int firstColumn, int secondColumn) {
        return fit(groups, criterion, new int[] {firstColumn, secondColumn});
    }

    private static Answer<MixedModel> fit(List<GroupSums> all, Criterion criterion, int[] random) {
        List<GroupSums> groups = all.stream().filter(group -> group.rows() > 0).toList();
        if (groups.size() < 2) {
            return Answer.refused(Refusal.TOO_FEW_GROUPS);
        }
        GroupSums sum = groups.stream().reduce(GroupSums::plus).orElseThrow();
        if (sum.rows() <= sum.columns() || sum.rows() <= (long) groups.size() * random.length) {
            return Answer.refused(Refusal.TOO_FEW_ROWS);
        }
        Search search = new Search(groups, sum, criterion, random);
        Optional<Solution> without = search.at(new double[random.length == 1 ? 1 : 3]);
        if (without.isEmpty()) {
            return Answer.refused(Refusal.SINGULAR_DESIGN);
        }
        if (without.get().squares <= ROUNDING * sum.responseResponse()) {
            return Answer.refused(Refusal.EXACT_FIT);
        }
        Optional<double[]> theta = random.length == 1 ? search.one() : search.three();
        Optional<Solution> best = theta.flatMap(search::at);
        if (best.isEmpty()) {
            return Answer.refused(Refusal.NOT_CONVERGED);
        }
        return best.get().variance <= WITHIN * without.get().variance
                ? Answer.refused(Refusal.EXACT_FIT)
                : Answer.given(new MixedModel(search, best.get(), theta.get()));
    }

    public Criterion criterion() {
        return search.criterion;
    }

    /** Minus twice the log likelihood, or the restricted one. */
    public double criterionValue() {
        return best.criterion;
    }

    /** A fixed effect. */
    public double coefficient(int column) {
        return best.coefficients[column];
    }

    public double standardError(int column) {
        return Math.sqrt(best.variance * best.inverse.getEntry(column, column));
    }

    /** {@code b ± z·SE}. */
    public Interval wald(int column) {
        double halfWidth = Confidence.Z95 * standardError(column);
        return new Interval(coefficient(column) - halfWidth, coefficient(column) + halfWidth);
    }

    /** Errors as the model has them, with normal limits. */
    public LinearErrors modelBased() {
        return new LinearErrors(
                best.coefficients, best.inverse.scalarMultiply(best.variance), weights -> Double.POSITIVE_INFINITY);
    }

    /**
     * CR2 with Satterthwaite's degrees of freedom for groups that may hang together within clusters (courses of one
     * therapist), the model being the working covariance: Bell and McCaffrey (2002) on rows brought to equal variance by
     * {@code V^(−1/2)}; refused below two clusters.
     *
     * @param clusters one for each group that has rows, in the order in which the groups were given
     */
    public Answer<LinearErrors> cr2(int[] clusters) {
        if (clusters.length != search.groups.size()) {
            throw new IllegalArgumentException(
                    "needs a cluster for each of " + search.groups.size() + " groups, got " + clusters.length);
        }
        ClusteredErrors errors = new ClusteredErrors(best.coefficients, best.root());
        int columns = best.coefficients.length;
        double[][] zx = new double[search.random.length][columns];
        double[] zy = new double[search.random.length];
        for (int g = 0; g < clusters.length; g++) {
            GroupSums group = search.groups.get(g);
            search.whitened(group, theta, zx, zy);
            RealMatrix products = new Array2DRowRealMatrix(columns, columns);
            double[] score = new double[columns];
            for (int j = 0; j < columns; j++) {
                score[j] = group.designResponse(j);
                for (int k = 0; k < columns; k++) {
                    products.setEntry(j, k, group.designDesign(j, k));
                }
                for (int a = 0; a < zy.length; a++) {
                    score[j] -= zx[a][j] * zy[a];
                    for (int k = 0; k < columns; k++) {
                        products.addToEntry(j, k, -zx[a][j] * zx[a][k]);
                    }
                }
            }
            double[] fitted = products.operate(best.coefficients);
            for (int j = 0; j < columns; j++) {
                double left = score[j] - fitted[j];
                score[j] = Math.abs(left) <= ROUNDING * Math.abs(fitted[j]) ? 0 : left;
            }
            errors.add(clusters[g], products, score);
        }
        return errors.cr2();
    }

    /** The SD of what is left within groups. */
    public double residualSd() {
        return Math.sqrt(best.variance);
    }

    /** The SD between groups of the first (0) or second (1) random coefficient. */
    public double randomSd(int which) {
        double length = which == 0 ? Math.abs(theta[0]) : Math.hypot(theta[1], theta[2]);
        return residualSd() * length / search.scale[which];
    }

    /** The correlation of the two random coefficients; empty with one only, and where either does not vary. */
    public OptionalDouble randomCorrelation() {
        if (theta.length == 1 || theta[0] < ZERO || Math.hypot(theta[1], theta[2]) < ZERO) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(theta[1] / Math.hypot(theta[1], theta[2]));
    }

    /**
     * Whether the random coefficients lie on the border of what they can be: one that does not vary, or two that go
     * entirely together. Then a simpler model says as much.
     */
    public boolean singular() {
        return theta[0] < ZERO || theta.length == 3 && theta[2] < ZERO;
    }

    /** What follows from one Λ. */
    private record Solution(
            double criterion, double variance, double squares, double[] coefficients, RealMatrix inverse) {

        /** L with {@code LL' = (X'V⁻¹X)⁻¹}. */
        private RealMatrix root() {
            int columns = coefficients.length;
            double[] size = new double[columns];
            RealMatrix scaled = new Array2DRowRealMatrix(columns, columns);
            for (int j = 0; j < columns; j++) {
                size[j] = Math.sqrt(inverse.getEntry(j, j));
            }
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < columns; k++) {
                    double both = (inverse.getEntry(j, k) + inverse.getEntry(k, j)) / 2;
                    scaled.setEntry(j, k, both / (size[j] * size[k]));
                }
            }
            RealMatrix root = new CholeskyDecomposition(scaled, 1e-9, 1e-14).getL();
            return MatrixUtils.createRealDiagonalMatrix(size).multiply(root);
        }
    }

    /** The search for Λ; random columns are brought to a mean square of one, so that Λ is of the order of one. */
    private static final class Search {
        private final List<GroupSums> groups;
        private final GroupSums sum;
        private final Criterion criterion;
        private final int[] random;
        private final double[] scale;

        private Search(List<GroupSums> groups, GroupSums sum, Criterion criterion, int[] random) {
            this.groups = groups;
            this.sum = sum;
            this.criterion = criterion;
            this.random = random;
            this.scale = new double[random.length];
            for (int a = 0; a < random.length; a++) {
                double square = sum.designDesign(random[a], random[a]) / sum.rows();
                scale[a] = square > 0 ? Math.sqrt(square) : 1;
            }
        }

        /** Empty when the fixed effects cannot be told apart. */
        private Optional<Solution> at(double[] theta) {
            int columns = sum.columns();
            double[][] xx = new double[columns][columns];
            double[] xy = new double[columns];
            double yy = sum.responseResponse();
            for (int j = 0; j < columns; j++) {
                xy[j] = sum.designResponse(j);
                for (int k = 0; k < columns; k++) {
                    xx[j][k] = sum.designDesign(j, k);
                }
            }
            double logDeterminant = 0;
            double[][] zx = new double[random.length][columns];
            double[] zy = new double[random.length];
            for (GroupSums group : groups) {
                logDeterminant += whitened(group, theta, zx, zy);
                for (int a = 0; a < random.length; a++) {
                    yy -= zy[a] * zy[a];
                    for (int j = 0; j < columns; j++) {
                        xy[j] -= zx[a][j] * zy[a];
                        for (int k = 0; k < columns; k++) {
                            xx[j][k] -= zx[a][j] * zx[a][k];
                        }
                    }
                }
            }
            return solved(xx, xy, yy, logDeterminant);
        }

        /**
         * Fills {@code zx} and {@code zy} with {@code C⁻¹Λ'Z'X} and {@code C⁻¹Λ'Z'y}, where {@code CC' = I + Λ'Z'ZΛ}; gives
         * {@code log|V| = 2 log|C|} of the group.
         */
        private double whitened(GroupSums group, double[] theta, double[][] zx, double[] zy) {
            int r0 = random[0];
            double s0 = scale[0];
            int columns = sum.columns();
            if (random.length == 1) {
                double c = Math.sqrt(1 + theta[0] * theta[0] * group.designDesign(r0, r0) / (s0 * s0));
                double factor = theta[0] / (s0 * c);
                for (int j = 0; j < columns; j++) {
                    zx[0][j] = factor * group.designDesign(r0, j);
                }
                zy[0] = factor * group.designResponse(r0);
                return 2 * Math.log(c);
            }
            int r1 = random[1];
            double s1 = scale[1];
            double a = theta[0] / s0;
            double b = theta[1] / s1;
            double d = theta[2] / s1;
            double z00 = group.designDesign(r0, r0);
            double z01 = group.designDesign(r0, r1);
            double z11 = group.designDesign(r1, r1);
            double m00 = 1 + a * a * z00 + 2 * a * b * z01 + b * b * z11;
            double m10 = d * (a * z01 + b * z11);
            double m11 = 1 + d * d * z11;
            double c00 = Math.sqrt(m00);
            double c10 = m10 / c00;
            double c11 = Math.sqrt(m11 - c10 * c10);
            for (int j = 0; j < columns; j++) {
                double first = group.designDesign(r0, j);
                double second = group.designDesign(r1, j);
                zx[0][j] = (a * first + b * second) / c00;
                zx[1][j] = (d * second - c10 * zx[0][j]) / c11;
            }
            double first = group.designResponse(r0);
            double second = group.designResponse(r1);
            zy[0] = (a * first + b * second) / c00;
            zy[1] = (d * second - c10 * zy[0]) / c11;
            return 2 * (Math.log(c00) + Math.log(c11));
        }

        private Optional<Solution> solved(double[][] xx, double[] xy, double yy, double logDeterminant) {
            int columns = xy.length;
            double[] size = new double[columns];
            double[][] scaled = new double[columns][columns];
            double logScale = 0;
            for (int j = 0; j < columns; j++) {
                size[j] = Math.sqrt(xx[j][j]);
                if (!(size[j] > 0)) {
                    return Optional.empty();
                }
                logScale += 2 * Math.log(size[j]);
            }
            double[] right = new double[columns];
            for (int j = 0; j < columns; j++) {
                right[j] = xy[j] / size[j];
                for (int k = 0; k < columns; k++) {
                    scaled[j][k] = xx[j][k] / (size[j] * size[k]);
                }
            }
            CholeskyDecomposition factor;
            try {
                factor = new CholeskyDecomposition(new Array2DRowRealMatrix(scaled, false), 1e-9, 1e-13);
            } catch (NonPositiveDefiniteMatrixException e) {
                return Optional.empty();
            }
            double[] coefficients =
                    factor.getSolver().solve(new ArrayRealVector(right, false)).toArray();
            double squares = yy - Designs.product(coefficients, right);
            RealMatrix inverse = factor.getSolver().getInverse();
            for (int j = 0; j < columns; j++) {
                coefficients[j] /= size[j];
                for (int k = 0; k < columns; k++) {
                    inverse.multiplyEntry(j, k, 1 / (size[j] * size[k]));
                }
            }
            long freedom = criterion == Criterion.REML ? sum.rows() - columns : sum.rows();
            double variance = Math.max(squares, Double.MIN_NORMAL) / freedom;
            double value = logDeterminant + freedom * (1 + Math.log(2 * Math.PI * variance));
            if (criterion == Criterion.REML) {
                value += Math.log(factor.getDeterminant()) + logScale;
            }
            return Optional.of(new Solution(value, variance, squares, coefficients, inverse));
        }

        private double criterionAt(double... theta) {
            return at(theta).map(Solution::criterion).orElse(Double.MAX_VALUE);
        }

        /** One random coefficient: the best of a grid of powers of two, then between its neighbours. */
        private Optional<double[]> one() {
            double best = 0;
            for (double theta = Math.scalb(1.0, -14); theta <= Math.scalb(1.0, 14); theta *= 2) {
                if (criterionAt(theta) < criterionAt(best)) {
                    best = theta;
                }
            }
            try {
                double found = new BrentOptimizer(1e-10, 1e-12)
                        .optimize(
                                new MaxEval(EVALUATIONS),
                                GoalType.MINIMIZE,
                                new UnivariateObjectiveFunction(this::criterionAt),
                                new SearchInterval(best / 2, best == 0 ? Math.scalb(1.0, -14) : best * 2))
                        .getPoint();
                return Optional.of(new double[] {criterionAt(0) <= criterionAt(found) + NOTHING ? 0 : found});
            } catch (MathIllegalStateException e) {
                return Optional.empty();
            }
        }

        /** Two random coefficients: from several starts, again from the best until nothing more is gained. */
        private Optional<double[]> three() {
            List<double[]> starts = new ArrayList<>();
            starts.add(new double[] {1, 0, 1});
            starts.add(new double[] {0.3, 0, 0.1});
            starts.add(new double[] {4, 0, 1});
            PointValuePair best = null;
            for (double[] start : starts) {
                best = better(best, search(start, 0.2));
            }
            for (int i = 0; best != null && i < RESTARTS; i++) {
                PointValuePair again = search(best.getPoint(), 0.05);
                if (again == null || again.getValue() > best.getValue() - IMPROVED) {
                    return Optional.of(better(best, again).getPoint());
                }
                best = again;
            }
            return Optional.empty();
        }

        private static PointValuePair better(PointValuePair one, PointValuePair other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return other.getValue() < one.getValue() ? other : one;
        }

        private PointValuePair search(double[] start, double radius) {
            MultivariateFunction function = this::criterionAt;
            double infinite = Double.POSITIVE_INFINITY;
            try {
                return new BOBYQAOptimizer(7, radius, 1e-9)
                        .optimize(
                                new MaxEval(EVALUATIONS),
                                new ObjectiveFunction(function),
                                GoalType.MINIMIZE,
                                new InitialGuess(start),
                                new SimpleBounds(
                                        new double[] {0, -infinite, 0}, new double[] {infinite, infinite, infinite}));
            } catch (MathIllegalStateException e) {
                return null;
            }
        }
    }
}
