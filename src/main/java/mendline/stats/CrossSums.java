package mendline.stats;

import java.util.Arrays;

/**
 * The number of rows, the sums and the sums of products of some whole-number variables: exact, so that parts add to the
 * last bit in any order. What a model with any design made linearly of these variables needs of a group of rows.
 */
public final class CrossSums implements Comparable<CrossSums> {
    /** The upper triangle of the products of (1, first variable, second ...), row by row. */
    private final long[] products;

    private final int variables;

    private CrossSums(int variables, long[] products) {
        this.variables = variables;
        this.products = products;
    }

    /** No row of so many variables. */
    public static CrossSums none(int variables) {
        return new CrossSums(variables, new long[(variables + 1) * (variables + 2) / 2]);
    }

    /** These rows and one more. */
    public CrossSums with(int... values) {
        if (values.length != variables) {
            throw new IllegalArgumentException("needs " + variables + " values, got " + values.length);
        }
        long[] sums = products.clone();
        int at = 0;
        for (int i = 0; i <= variables; i++) {
            long left = i == 0 ? 1 : values[i - 1];
            for (int j = i; j <= variables; j++) {
                long right = j == 0 ? 1 : values[j - 1];
                sums[at] = Math.addExact(sums[at], Math.multiplyExact(left, right));
                at++;
            }
        }
        return new CrossSums(variables, sums);
    }

    /** The rows of both. */
    public CrossSums plus(CrossSums other) {
        if (variables != other.variables) {
            throw new IllegalArgumentException(
                    "sums of " + variables + " and of " + other.variables + " variables do not add");
        }
        long[] sums = products.clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Math.addExact(sums[i], other.products[i]);
        }
        return new CrossSums(variables, sums);
    }

    public long rows() {
        return products[0];
    }

    /** The sum of a variable; the first one is 1. */
    public long sum(int variable) {
        return product(0, variable);
    }

    /** The sum of the products of two variables; the first one is 1, and 0 stands for one in every row. */
    public long product(int one, int other) {
        int i = Math.min(one, other);
        int j = Math.max(one, other);
        return products[i * (variables + 1) - i * (i - 1) / 2 + j - i];
    }

    /**
     * The sums of a group whose design and response are made of the variables.
     *
     * @param columns for each column of the design its share of (1, first variable, second ...)
     * @param response the same for the response
     */
    public GroupSums group(double[][] columns, double[] response) {
        int width = columns.length;
        double[][] designDesign = new double[width][width];
        double[] designResponse = new double[width];
        for (int a = 0; a < width; a++) {
            double[] image = image(columns[a]);
            for (int b = a; b < width; b++) {
                designDesign[a][b] = Designs.product(image, columns[b]);
                designDesign[b][a] = designDesign[a][b];
            }
            designResponse[a] = Designs.product(image, response);
        }
        return GroupSums.of(rows(), designDesign, designResponse, Designs.product(image(response), response));
    }

    private double[] image(double[] weights) {
        if (weights.length != variables + 1) {
            throw new IllegalArgumentException("needs " + (variables + 1) + " shares, got " + weights.length);
        }
        double[] image = new double[weights.length];
        for (int i = 0; i < image.length; i++) {
            for (int j = 0; j < image.length; j++) {
                image[i] += product(i, j) * weights[j];
            }
        }
        return image;
    }

    @Override
    public int compareTo(CrossSums other) {
        return Arrays.compare(products, other.products);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CrossSums sums && Arrays.equals(products, sums.products);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(products);
    }

    @Override
    public String toString() {
        return "CrossSums" + Arrays.toString(products);
    }
}
