package mendline.stats;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Least squares by Householder's QR decomposition of the design, its columns first brought to length one.
 *
 * <p>{@code rootInverse} is a matrix L with {@code LL' = (X'X)⁻¹}.
 */
final class OrthogonalFit {
    /** As R's lm: a column is dependent when its part across the earlier ones is shorter than this share of it. */
    private static final double DEPENDENT = 1e-7;

    private final double[] coefficients;
    private final double[][] rootInverse;

    private OrthogonalFit(double[] coefficients, double[][] rootInverse) {
        this.coefficients = coefficients;
        this.rootInverse = rootInverse;
    }

    /** Empty when a column depends on the others; needs at least as many rows as columns, and one of each. */
    static Optional<OrthogonalFit> of(double[][] design, double[] response) {
        int columns = design[0].length;
        double[] length = new double[columns];
        for (double[] row : design) {
            for (int j = 0; j < columns; j++) {
                length[j] = Math.hypot(length[j], row[j]);
            }
        }
        double[][] scaled = new double[design.length][columns];
        for (int j = 0; j < columns; j++) {
            if (!(length[j] > 0)) {
                return Optional.empty();
            }
            for (int i = 0; i < design.length; i++) {
                scaled[i][j] = design[i][j] / length[j];
            }
        }
        QRDecomposition qr = new QRDecomposition(new Array2DRowRealMatrix(scaled, false));
        RealMatrix r = qr.getR();
        for (int j = 0; j < columns; j++) {
            if (!(Math.abs(r.getEntry(j, j)) >= DEPENDENT)) {
                return Optional.empty();
            }
        }
        double[] coefficients =
                qr.getSolver().solve(new ArrayRealVector(response, false)).toArray();
        double[][] root = new double[columns][columns];
        for (int j = 0; j < columns; j++) {
            root[j][j] = 1 / r.getEntry(j, j);
            for (int i = j - 1; i >= 0; i--) {
                double sum = 0;
                for (int k = i + 1; k <= j; k++) {
                    sum += r.getEntry(i, k) * root[k][j];
                }
                root[i][j] = -sum / r.getEntry(i, i);
            }
        }
        for (int i = 0; i < columns; i++) {
            coefficients[i] /= length[i];
            for (int j = 0; j < columns; j++) {
                root[i][j] /= length[i];
            }
        }
        return Optional.of(new OrthogonalFit(coefficients, root));
    }

    double[] coefficients() {
        return coefficients.clone();
    }

    /** L with {@code LL' = (X'X)⁻¹}. */
    RealMatrix rootInverse() {
        return new Array2DRowRealMatrix(rootInverse, true);
    }
}
