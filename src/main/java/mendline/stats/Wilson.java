package mendline.stats;

import java.util.Optional;

/**
 * Wilson's score interval for a proportion (Wilson 1927; Newcombe 1998):
 * {@code (2x + z² ∓ z√(z² + 4x(1 − x/n))) / (2(n + z²))}.
 */
public final class Wilson {
    private Wilson() {}

    /** The 95 % interval for {@code x} of {@code n}; empty when {@code n} is 0. */
    public static Optional<Interval> interval(long x, long n) {
        return interval(x, n, Confidence.Z95);
    }

    /** The interval for {@code x} of {@code n} at {@code z} standard errors; empty when {@code n} is 0. */
    public static Optional<Interval> interval(long x, long n, double z) {
        if (x < 0 || x > n) {
            throw new IllegalArgumentException("A share needs 0 <= x <= n, got " + x + " of " + n);
        }
        if (n == 0) {
            return Optional.empty();
        }
        double z2 = z * z;
        double centre = 2.0 * x + z2;
        double halfWidth = z * Math.sqrt(z2 + 4.0 * x * ((double) (n - x) / n));
        double scale = 2 * (n + z2);
        double lower = x == 0 ? 0 : (centre - halfWidth) / scale;
        double upper = x == n ? 1 : (centre + halfWidth) / scale;
        return Optional.of(new Interval(lower, upper));
    }
}
