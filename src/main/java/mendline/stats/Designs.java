package mendline.stats;

/** Checks and products of designs: a row of numbers for each observation. */
final class Designs {
    private Designs() {}

    /** The number of columns, 0 without rows; throws when a row is of another length or holds something infinite. */
    static int columns(double[][] design, int rows) {
        if (design.length != rows) {
            throw new IllegalArgumentException(
                    "needs a row for each of " + rows + " observations, got " + design.length);
        }
        int columns = rows == 0 ? 0 : design[0].length;
        for (double[] row : design) {
            if (row.length != columns) {
                throw new IllegalArgumentException("rows of " + columns + " and of " + row.length + " columns");
            }
            finite(row);
        }
        return columns;
    }

    static void finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a model needs finite numbers, got " + value);
            }
        }
    }

    static double product(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    static double[][] copy(double[][] design) {
        double[][] copy = new double[design.length][];
        for (int i = 0; i < design.length; i++) {
            copy[i] = design[i].clone();
        }
        return copy;
    }
}
