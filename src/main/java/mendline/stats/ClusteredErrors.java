package mendline.stats;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Errors of coefficients whose rows may hang together within clusters, from sums of each cluster. Everything is in
 * coordinates in which {@code X'V⁻¹X = I}, V being what the fit takes the rows' covariance to be (the identity for
 * ordinary least squares); L with {@code LL' = (X'V⁻¹X)⁻¹} brings it back once.
 *
 * <p>CR0 and CR1 after Liang and Zeger (1986); CR2 with Satterthwaite's degrees of freedom after Bell and McCaffrey (2002)
 * and Pustejovsky and Tipton (2018), reckoned on the rows brought to equal variance by {@code V^(−1/2)}.
 */
final class ClusteredErrors {
    /** A leverage nearer to one than this is one. */
    static final double FULL = 1e-10;

    private final double[] coefficients;
    private final RealMatrix root;
    private final SortedMap<Integer, Cluster> all = new TreeMap<>();

    /**
     * @param root L
     */
    ClusteredErrors(double[] coefficients, RealMatrix root) {
        this.coefficients = coefficients.clone();
        this.root = root;
    }

    /** Adds one row, in the coordinates above. */
    void add(int cluster, double[] row, double residual) {
        Cluster at = all.computeIfAbsent(cluster, key -> new Cluster(columns()));
        addSquare(at.crossProducts, row, 1);
        for (int j = 0; j < columns(); j++) {
            at.score[j] += row[j] * residual;
        }
    }

    /**
     * Adds rows by their sums.
     *
     * @param crossProducts {@code X'V⁻¹X} of these rows
     * @param score {@code X'V⁻¹e} of these rows, e being the residuals
     */
    void add(int cluster, RealMatrix crossProducts, double[] score) {
        Cluster at = all.computeIfAbsent(cluster, key -> new Cluster(columns()));
        RealMatrix turned = root.transpose().multiply(crossProducts).multiply(root);
        double[] image = root.preMultiply(score);
        for (int j = 0; j < columns(); j++) {
            at.score[j] += image[j];
            for (int k = 0; k < columns(); k++) {
                at.crossProducts.addToEntry(j, k, turned.getEntry(j, k));
            }
        }
    }

    private int columns() {
        return coefficients.length;
    }

    /** CR0, or CR1 where corrected; refused below two clusters. */
    Answer<LinearErrors> plain(boolean corrected) {
        int count = all.size();
        if (count < 2) {
            return Answer.refused(Refusal.TOO_FEW_GROUPS);
        }
        RealMatrix middle = zeros();
        for (Cluster cluster : all.values()) {
            addSquare(middle, cluster.score, corrected ? count / (count - 1.0) : 1);
        }
        return Answer.given(new LinearErrors(coefficients, around(middle), weights -> count - 1.0));
    }

    /** CR2 with Satterthwaite's degrees of freedom; refused below two clusters. */
    Answer<LinearErrors> cr2() {
        if (all.size() < 2) {
            return Answer.refused(Refusal.TOO_FEW_GROUPS);
        }
        RealMatrix middle = zeros();
        for (Cluster cluster : all.values()) {
            cluster.adjust();
            addSquare(middle, cluster.adjustment.operate(cluster.score), 1);
        }
        return Answer.given(new LinearErrors(coefficients, around(middle), this::satterthwaite));
    }

    /**
     * {@code (Σ P_gg)²/ΣΣ P_gh²} with {@code P_gh = δ_gh b_g'b_g − u_g'u_h}, {@code b_g = A_g Q_g L'c} and
     * {@code u_g = Q_g'b_g} for the design Q in orthonormal coordinates; the double sum over all pairs needs only
     * {@code Σ u_g u_g'}.
     */
    private double satterthwaite(double[] weights) {
        double[] direction = root.preMultiply(weights);
        RealMatrix products = zeros();
        double trace = 0;
        double same = 0;
        for (Cluster cluster : all.values()) {
            double[] v = cluster.adjustment.operate(direction);
            double[] u = cluster.crossProducts.operate(v);
            double length = Designs.product(v, u);
            double taken = Designs.product(u, u);
            addSquare(products, u, 1);
            trace += length - taken;
            same += (length - taken) * (length - taken) - taken * taken;
        }
        double square = products.multiply(products).getTrace() + same;
        return square > 0 ? trace * trace / square : 0;
    }

    /** Sums over the rows of one cluster. */
    private static final class Cluster {
        private final RealMatrix crossProducts;
        private final double[] score;
        private RealMatrix adjustment;

        private Cluster(int columns) {
            this.crossProducts = new Array2DRowRealMatrix(columns, columns);
            this.score = new double[columns];
        }

        /**
         * {@code H_gg = Q_gQ_g'}, so {@code A_g Q_g = Q_g (I − Q_g'Q_g)^(−1/2)}, zero in directions of full leverage. For an
         * eigenvalue λ of {@code Q_g'Q_g} the factor is {@code 1/√(1 − λ)}.
         */
        private void adjust() {
            EigenDecomposition eigen = new EigenDecomposition(symmetric(crossProducts));
            double[] factors = eigen.getRealEigenvalues();
            for (int k = 0; k < factors.length; k++) {
                factors[k] = 1 - factors[k] < FULL ? 0 : 1 / Math.sqrt(1 - factors[k]);
            }
            RealMatrix vectors = eigen.getV();
            adjustment = vectors.multiply(MatrixUtils.createRealDiagonalMatrix(factors))
                    .multiply(vectors.transpose());
        }

        private static RealMatrix symmetric(RealMatrix matrix) {
            return matrix.add(matrix.transpose()).scalarMultiply(0.5);
        }
    }

    private RealMatrix zeros() {
        return new Array2DRowRealMatrix(columns(), columns());
    }

    private RealMatrix around(RealMatrix middle) {
        return root.multiply(middle).multiply(root.transpose());
    }

    static void addSquare(RealMatrix sum, double[] vector, double times) {
        for (int j = 0; j < vector.length; j++) {
            for (int k = 0; k < vector.length; k++) {
                sum.addToEntry(j, k, times * vector[j] * vector[k]);
            }
        }
    }
}
