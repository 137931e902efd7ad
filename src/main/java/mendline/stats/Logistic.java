package mendline.stats;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Logistic regression by iteratively reweighted least squares (McCullagh and Nelder 1989), with Wald and
 * profile-likelihood limits. The design has its own column of ones where an intercept is wanted.
 *
 * <p>Where the outcomes are separated, completely or in part, the likelihood has no maximum (Albert and Anderson 1984).
 * Then Newton's steps do not shrink, and far out each moves rows towards their outcomes or not at all; that is checked row
 * by row and said, instead of printing large coefficients with larger errors.
 */
public final class Logistic {
    private static final int STEPS = 200;
    private static final int HALVINGS = 40;

    /** A step that moves no linear predictor by more than this is the last. */
    private static final double SETTLED = 1e-9;

    /** Log odds so far out that rows which are not separated have long come to rest. */
    private static final double FAR_OUT = 25;

    /** A move of the linear predictor that counts as one, and one that counts as none. */
    private static final double MOVING = 0.5;

    private static final double STILL = 1e-7;

    /** The 95 % point of chi-square with one degree of freedom. */
    private static final double DROP = Confidence.Z95 * Confidence.Z95;

    private static final double FARTHEST = 1 << 12;

    private final double[][] design;
    private final boolean[] outcomes;
    private final double[] coefficients;
    private final RealMatrix covariance;
    private final double deviance;

    private Logistic(
            double[][] design, boolean[] outcomes, double[] coefficients, RealMatrix covariance, double deviance) {
        this.design = design;
        this.outcomes = outcomes;
        this.coefficients = coefficients;
        this.covariance = covariance;
        this.deviance = deviance;
    }

    /** Limits of which either may lie at infinity: then it is empty. */
    public record Limits(OptionalDouble lower, OptionalDouble upper) {}

    /** Fits the log odds of the outcomes by the columns of the design. */
    public static Answer<Logistic> fit(double[][] design, boolean[] outcomes) {
        int columns = Designs.columns(design, outcomes.length);
        if (outcomes.length <= columns || columns == 0) {
            return Answer.refused(Refusal.TOO_FEW_ROWS);
        }
        int yes = 0;
        for (boolean outcome : outcomes) {
            yes += outcome ? 1 : 0;
        }
        if (yes == 0 || yes == outcomes.length) {
            return Answer.refused(Refusal.ONE_OUTCOME);
        }
        if (OrthogonalFit.of(design, new double[outcomes.length]).isEmpty()) {
            return Answer.refused(Refusal.SINGULAR_DESIGN);
        }
        double[][] own = Designs.copy(design);
        Newton newton = new Newton(own, outcomes.clone(), new double[outcomes.length], new double[columns]);
        if (!newton.settles()) {
            return Answer.refused(newton.separated ? Refusal.SEPARATION : Refusal.NOT_CONVERGED);
        }
        RealMatrix root = newton.root;
        return Answer.given(new Logistic(
                own, newton.outcomes, newton.coefficients, root.multiply(root.transpose()), newton.deviance));
    }

    public int columns() {
        return coefficients.length;
    }

    /** A log odds ratio. */
    public double coefficient(int column) {
        return coefficients[column];
    }

    public double standardError(int column) {
        return Math.sqrt(covariance.getEntry(column, column));
    }

    /**
     * The mean of the fitted probabilities with all rows set to one exposure, minus that with all set to another
     * (standardisation), its error by the delta method; limits are normal.
     *
     * @param one the design with every row's exposure set to the first, of any number of rows
     * @param other the same rows with the exposure set to the second
     * @return refused where both are the same
     */
    public Answer<LinearEstimate> standardisedDifference(double[][] one, double[][] other) {
        if (Designs.columns(one, one.length) != columns() || Designs.columns(other, one.length) != columns()) {
            throw new IllegalArgumentException("needs two designs of " + columns() + " columns and as many rows");
        }
        double value = 0;
        double[] gradient = new double[columns()];
        for (int i = 0; i < one.length; i++) {
            double first = probability(one[i]);
            double second = probability(other[i]);
            value += (first - second) / one.length;
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += (first * (1 - first) * one[i][j] - second * (1 - second) * other[i][j]) / one.length;
            }
        }
        double variance = Designs.product(covariance.operate(gradient), gradient);
        if (!(variance > 0)) {
            return Answer.refused(Refusal.EXACT_FIT);
        }
        return Answer.given(normal(value, Math.sqrt(variance)));
    }

    /** A log odds ratio with Wald's limits and p. */
    public LinearEstimate estimate(int column) {
        return normal(coefficients[column], standardError(column));
    }

    private static LinearEstimate normal(double value, double error) {
        double halfWidth = Confidence.Z95 * error;
        return new LinearEstimate(
                value,
                error,
                Double.POSITIVE_INFINITY,
                new Interval(value - halfWidth, value + halfWidth),
                Confidence.twoSidedT(value / error, Double.POSITIVE_INFINITY));
    }

    private double probability(double[] row) {
        double eta = Designs.product(row, coefficients);
        return eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta));
    }

    /** Minus twice the log likelihood. */
    public double deviance() {
        return deviance;
    }

    /** {@code b ± z·SE}. */
    public Interval wald(int column) {
        double halfWidth = Confidence.Z95 * standardError(column);
        return new Interval(coefficients[column] - halfWidth, coefficients[column] + halfWidth);
    }

    /**
     * Where the deviance, least for the other coefficients, has risen by the 95 % point of chi-square with one degree of
     * freedom (Venzon and Moolgavkar 1988).
     */
    public Answer<Limits> profile(int column) {
        try {
            return Answer.given(new Limits(limit(column, -1), limit(column, 1)));
        } catch (MathIllegalStateException e) {
            return Answer.refused(Refusal.NOT_CONVERGED);
        }
    }

    private OptionalDouble limit(int column, int side) {
        double error = standardError(column);
        double near = coefficients[column];
        for (double step = 1; step <= FARTHEST; step *= 2) {
            double far = coefficients[column] + side * step * error;
            if (risen(column, far) >= 0) {
                double low = Math.min(near, far);
                double high = Math.max(near, far);
                return OptionalDouble.of(
                        new BrentSolver(1e-13, 1e-11 * error).solve(200, value -> risen(column, value), low, high));
            }
            near = far;
        }
        return OptionalDouble.empty();
    }

    /** How far the deviance lies above the limit's, the coefficient held at a value. */
    private double risen(int column, double value) {
        int rows = outcomes.length;
        double[] offset = new double[rows];
        double[][] others = new double[rows][columns() - 1];
        for (int i = 0; i < rows; i++) {
            offset[i] = design[i][column] * value;
            System.arraycopy(design[i], 0, others[i], 0, column);
            System.arraycopy(design[i], column + 1, others[i], column, columns() - 1 - column);
        }
        double[] start = new double[columns() - 1];
        System.arraycopy(coefficients, 0, start, 0, column);
        System.arraycopy(coefficients, column + 1, start, column, columns() - 1 - column);
        Newton newton = new Newton(others, outcomes, offset, start);
        if (columns() > 1 && !newton.settles()) {
            throw new MathIllegalStateException();
        }
        return newton.deviance - deviance - DROP;
    }

    /** The search for the highest likelihood; lives only while it runs. */
    private static final class Newton {
        private final double[][] design;
        private final boolean[] outcomes;
        private final double[] offset;
        private double[] coefficients;
        private double deviance;
        private double[] step;
        private RealMatrix root;
        private boolean separated;

        private Newton(double[][] design, boolean[] outcomes, double[] offset, double[] start) {
            this.design = design;
            this.outcomes = outcomes;
            this.offset = offset;
            this.coefficients = start;
            this.step = new double[start.length];
            this.deviance = devianceAt(start);
        }

        private double predictor(int row, double[] at) {
            return offset[row] + Designs.product(design[row], at);
        }

        private double devianceAt(double[] at) {
            double sum = 0;
            for (int i = 0; i < outcomes.length; i++) {
                double eta = predictor(i, at);
                double against = outcomes[i] ? -eta : eta;
                sum += Math.max(against, 0) + Math.log1p(Math.exp(-Math.abs(against)));
            }
            return 2 * sum;
        }

        private boolean settles() {
            for (int i = 0; i < STEPS; i++) {
                if (!solve()) {
                    return false;
                }
                double[] next = plus(step, 1);
                double reached = devianceAt(next);
                for (int h = 1; reached > deviance * (1 + 1e-12) && h <= HALVINGS; h++) {
                    next = plus(step, Math.scalb(1.0, -h));
                    reached = devianceAt(next);
                }
                coefficients = next;
                deviance = reached;
                if (largestMove() <= SETTLED) {
                    return solve();
                }
                separated = separates();
                if (separated) {
                    return false;
                }
            }
            return false;
        }

        private double[] plus(double[] direction, double times) {
            double[] sum = coefficients.clone();
            for (int j = 0; j < sum.length; j++) {
                sum[j] += times * direction[j];
            }
            return sum;
        }

        /** The Newton step at the coefficients; false when the weights leave the design dependent. */
        private boolean solve() {
            double[][] weighted = new double[outcomes.length][];
            double[] rest = new double[outcomes.length];
            for (int i = 0; i < outcomes.length; i++) {
                double eta = predictor(i, coefficients);
                double small = Math.exp(-Math.abs(eta));
                double weight = Math.max(small / ((1 + small) * (1 + small)), Double.MIN_NORMAL);
                double wrong = (outcomes[i] == eta >= 0 ? small : 1) / (1 + small);
                double rootWeight = Math.sqrt(weight);
                weighted[i] = design[i].clone();
                for (int j = 0; j < weighted[i].length; j++) {
                    weighted[i][j] *= rootWeight;
                }
                rest[i] = (outcomes[i] ? wrong : -wrong) / rootWeight;
            }
            Optional<OrthogonalFit> fit = OrthogonalFit.of(weighted, rest);
            if (fit.isEmpty()) {
                return false;
            }
            step = fit.get().coefficients();
            root = fit.get().rootInverse();
            return true;
        }

        private double largestMove() {
            double largest = 0;
            for (double[] row : design) {
                largest = Math.max(largest, Math.abs(Designs.product(row, step)));
            }
            return largest;
        }

        /** Whether far out the last step moves rows, and towards their outcomes only. */
        private boolean separates() {
            double farthest = 0;
            double largest = 0;
            for (int i = 0; i < outcomes.length; i++) {
                double move = Designs.product(design[i], step);
                if ((outcomes[i] ? move : -move) < -STILL) {
                    return false;
                }
                farthest = Math.max(farthest, Math.abs(predictor(i, coefficients)));
                largest = Math.max(largest, Math.abs(move));
            }
            return farthest > FAR_OUT && largest > MOVING;
        }
    }
}
