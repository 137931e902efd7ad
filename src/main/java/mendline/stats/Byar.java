package mendline.stats;

/**
 * 95 % intervals for a count taken to be Poisson. Byar's approximation (Breslow and Day 1987) is close from about ten
 * upwards; below that the exact limits of Garwood (1936) are used.
 */
public final class Byar {
    /** The smallest count for which {@link #interval} uses the approximation. */
    static final long FIRST_APPROXIMATE = 10;

    private Byar() {}

    /** Exact below 10, Byar's approximation from 10 on. */
    public static Interval interval(long count) {
        return count < FIRST_APPROXIMATE ? exact(count) : approximate(count);
    }

    /** {@code x(1 − 1/(9x) − z/(3√x))³} to {@code (x+1)(1 − 1/(9(x+1)) + z/(3√(x+1)))³}; the lower limit of 0 is 0. */
    public static Interval approximate(long count) {
        requireCount(count);
        double next = count + 1.0;
        double upper = next * cube(1 - 1 / (9 * next) + Confidence.Z95 / (3 * Math.sqrt(next)));
        if (count == 0) {
            return new Interval(0, upper);
        }
        double lower = count * cube(1 - 1 / (9.0 * count) - Confidence.Z95 / (3 * Math.sqrt(count)));
        return new Interval(Math.max(0, lower), upper);
    }

    /** Half the 2.5 % point of chi-square with 2x degrees of freedom to half the 97.5 % point with 2x + 2. */
    public static Interval exact(long count) {
        requireCount(count);
        double lower = count == 0 ? 0 : Confidence.chiSquareLower(2.0 * count) / 2;
        return new Interval(lower, Confidence.chiSquareUpper(2.0 * count + 2) / 2);
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static void requireCount(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("A count cannot be negative, got " + count);
        }
    }
}
