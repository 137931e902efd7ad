package mendline.stats;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Ordinary least squares, {@code b = (X'X)⁻¹X'y}, with four ways to reckon the errors of b. The design has its own
 * column of ones where an intercept is wanted.
 *
 * <p>With e the residuals, h the leverages and {@code M = (X'X)⁻¹}:
 *
 * <ul>
 *   <li>classical: {@code s²M}, {@code s² = e'e/(n − p)};
 *   <li>HC3 (MacKinnon and White 1985; Long and Ervin 2000): {@code M Σ xᵢxᵢ'eᵢ²/(1 − hᵢ)² M}, t with n − p degrees of
 *       freedom;
 *   <li>CR0 and CR1 (Liang and Zeger 1986), rows in G clusters: {@code M Σ X_g'e_g e_g'X_g M}, CR1 times
 *       {@code G/(G − 1)}; t with G − 1 degrees of freedom;
 *   <li>CR2 (Bell and McCaffrey 2002; Pustejovsky and Tipton 2018): e_g replaced by {@code (I − H_gg)^(−1/2) e_g}, t with
 *       Satterthwaite's degrees of freedom for each contrast, both for rows that are independent and equally variable.
 *       A direction in which a cluster has full leverage is left out, as with a Moore-Penrose inverse.
 * </ul>
 */
public final class LeastSquares {
    /** Residuals below this share of the response are rounding. */
    private static final double ROUNDING = 1e-12;

    private final double[][] basis;
    private final double[] coefficients;
    private final double[] residuals;
    private final RealMatrix root;
    private final double squares;

    /**
     * @param basis the design in coordinates in which {@code X'X = I}: {@code XL} with {@code LL' = M}. Errors are reckoned
     *     there and brought back by L once, which keeps digits where columns nearly depend on each other
     */
    private LeastSquares(double[][] basis, double[] coefficients, double[] residuals, RealMatrix root, double squares) {
        this.basis = basis;
        this.coefficients = coefficients;
        this.residuals = residuals;
        this.root = root;
        this.squares = squares;
    }

    /**
     * Fits the response by the columns of the design.
     *
     * @param design a row of finite numbers for each response
     * @return refused with no more rows than columns, with a dependent column, and where nothing is left over
     */
    public static Answer<LeastSquares> fit(double[][] design, double[] response) {
        int columns = Designs.columns(design, response.length);
        Designs.finite(response);
        int rows = response.length;
        if (rows <= columns || columns == 0) {
            return Answer.refused(Refusal.TOO_FEW_ROWS);
        }
        Optional<OrthogonalFit> fit = OrthogonalFit.of(design, response);
        if (fit.isEmpty()) {
            return Answer.refused(Refusal.SINGULAR_DESIGN);
        }
        double[] coefficients = fit.get().coefficients();
        double[] residuals = new double[rows];
        double squares = 0;
        double size = 0;
        for (int i = 0; i < rows; i++) {
            residuals[i] = response[i] - Designs.product(design[i], coefficients);
            squares += residuals[i] * residuals[i];
            size += response[i] * response[i];
        }
        if (squares <= ROUNDING * ROUNDING * size) {
            return Answer.refused(Refusal.EXACT_FIT);
        }
        RealMatrix root = fit.get().rootInverse();
        double[][] basis = new double[rows][];
        for (int i = 0; i < rows; i++) {
            basis[i] = root.preMultiply(design[i]);
        }
        return Answer.given(new LeastSquares(basis, coefficients, residuals, root, squares));
    }

    public int rows() {
        return residuals.length;
    }

    public int columns() {
        return coefficients.length;
    }

    public double coefficient(int column) {
        return coefficients[column];
    }

    /** Sum of squared residuals over n − p. */
    public double residualVariance() {
        return squares / residualFreedom();
    }

    private int residualFreedom() {
        return rows() - columns();
    }

    /** Errors for rows that are independent and equally variable. */
    public LinearErrors classical() {
        RealMatrix middle = MatrixUtils.createRealIdentityMatrix(columns()).scalarMultiply(residualVariance());
        return new LinearErrors(coefficients, around(middle), weights -> residualFreedom());
    }

    /** Errors for independent rows of any variability; refused where a row has full leverage. */
    public Answer<LinearErrors> hc3() {
        RealMatrix middle = zeros();
        for (int i = 0; i < rows(); i++) {
            double free = 1 - Designs.product(basis[i], basis[i]);
            if (free < ClusteredErrors.FULL) {
                return Answer.refused(Refusal.FULL_LEVERAGE);
            }
            double e = residuals[i] / free;
            ClusteredErrors.addSquare(middle, basis[i], e * e);
        }
        return Answer.given(new LinearErrors(coefficients, around(middle), weights -> residualFreedom()));
    }

    /** CR0, for rows that may hang together within their cluster; refused below two clusters. */
    public Answer<LinearErrors> cr0(int[] clusters) {
        return clustered(clusters).plain(false);
    }

    /** CR1: CR0 times {@code G/(G − 1)}. */
    public Answer<LinearErrors> cr1(int[] clusters) {
        return clustered(clusters).plain(true);
    }

    /** CR2 with Satterthwaite's degrees of freedom; refused below two clusters. */
    public Answer<LinearErrors> cr2(int[] clusters) {
        return clustered(clusters).cr2();
    }

    private ClusteredErrors clustered(int[] clusters) {
        if (clusters.length != rows()) {
            throw new IllegalArgumentException(
                    "needs a cluster for each of " + rows() + " rows, got " + clusters.length);
        }
        ClusteredErrors errors = new ClusteredErrors(coefficients, root);
        for (int i = 0; i < rows(); i++) {
            errors.add(clusters[i], basis[i], residuals[i]);
        }
        return errors;
    }

    private RealMatrix zeros() {
        return new Array2DRowRealMatrix(columns(), columns());
    }

    private RealMatrix around(RealMatrix middle) {
        return root.multiply(middle).multiply(root.transpose());
    }
}
