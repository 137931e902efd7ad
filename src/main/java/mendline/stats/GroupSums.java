package mendline.stats;

/**
 * What a {@link MixedModel} needs of one group: the number of rows and the cross-products of design and response. The
 * sums of two parts of one group add.
 */
public final class GroupSums {
    private final long rows;
    private final double[][] designDesign;
    private final double[] designResponse;
    private final double responseResponse;

    private GroupSums(long rows, double[][] designDesign, double[] designResponse, double responseResponse) {
        this.rows = rows;
        this.designDesign = designDesign;
        this.designResponse = designResponse;
        this.responseResponse = responseResponse;
    }

    /** The sums over a group's rows; the design has its own column of ones where an intercept is wanted. */
    public static GroupSums of(double[][] design, double[] response) {
        int columns = Designs.columns(design, response.length);
        Designs.finite(response);
        double[][] products = new double[columns][columns];
        double[] mixed = new double[columns];
        double squares = 0;
        for (int i = 0; i < response.length; i++) {
            for (int j = 0; j < columns; j++) {
                mixed[j] += design[i][j] * response[i];
                for (int k = 0; k < columns; k++) {
                    products[j][k] += design[i][j] * design[i][k];
                }
            }
            squares += response[i] * response[i];
        }
        return new GroupSums(response.length, products, mixed, squares);
    }

    static GroupSums of(long rows, double[][] designDesign, double[] designResponse, double responseResponse) {
        return new GroupSums(rows, designDesign, designResponse, responseResponse);
    }

    /** A group of a line's points: a column of ones and one of times. */
    static GroupSums ofLine(
            long rows, double times, double timeSquares, double values, double products, double valueSquares) {
        return new GroupSums(
                rows,
                new double[][] {{rows, times}, {times, timeSquares}},
                new double[] {values, products},
                valueSquares);
    }

    /** The sums of both parts of the group. */
    public GroupSums plus(GroupSums other) {
        if (rows == 0 || other.rows == 0) {
            return rows == 0 ? other : this;
        }
        if (columns() != other.columns()) {
            throw new IllegalArgumentException("parts of " + columns() + " and of " + other.columns() + " columns");
        }
        double[][] products = Designs.copy(designDesign);
        double[] mixed = designResponse.clone();
        for (int j = 0; j < mixed.length; j++) {
            mixed[j] += other.designResponse[j];
            for (int k = 0; k < mixed.length; k++) {
                products[j][k] += other.designDesign[j][k];
            }
        }
        return new GroupSums(rows + other.rows, products, mixed, responseResponse + other.responseResponse);
    }

    public long rows() {
        return rows;
    }

    int columns() {
        return designResponse.length;
    }

    double designDesign(int j, int k) {
        return designDesign[j][k];
    }

    double designResponse(int j) {
        return designResponse[j];
    }

    double responseResponse() {
        return responseResponse;
    }
}
