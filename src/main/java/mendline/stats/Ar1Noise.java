package mendline.stats;

import java.util.random.RandomGenerator;

/**
 * Gaussian noise in which each value remembers the one before: {@code e₁ = σz₁}, {@code eᵢ = ρeᵢ₋₁ + σ√(1 − ρ²)·zᵢ}, so
 * that every value has standard deviation σ. Normal numbers are made by Marsaglia's polar method with
 * {@link StrictMath}, so a seed gives the same noise on every platform.
 */
public final class Ar1Noise {
    private Ar1Noise() {}

    /** Fills the whole of {@code target}. */
    public static void fill(double[] target, double sd, double rho, RandomGenerator random) {
        fill(target, target.length, sd, rho, random);
    }

    /** Fills the first {@code length} places of {@code target}, so that one array can serve many series. */
    public static void fill(double[] target, int length, double sd, double rho, RandomGenerator random) {
        if (!(sd >= 0) || !(Math.abs(rho) < 1)) {
            throw new IllegalArgumentException("Noise needs sd >= 0 and -1 < rho < 1, got " + sd + " and " + rho);
        }
        double step = sd * Math.sqrt(1 - rho * rho);
        double previous = 0;
        double spare = 0;
        for (int i = 0; i < length; i++) {
            double normal;
            if (i % 2 == 1) {
                normal = spare;
            } else {
                double u;
                double v;
                double square;
                do {
                    u = symmetric(random);
                    v = symmetric(random);
                    square = u * u + v * v;
                } while (square >= 1 || square == 0);
                double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
                normal = u * scale;
                spare = v * scale;
            }
            previous = i == 0 ? sd * normal : rho * previous + step * normal;
            target[i] = previous;
        }
    }

    /** Uniform on −1 (included) to 1 (excluded), in steps of 2⁻⁵². */
    private static double symmetric(RandomGenerator random) {
        return (random.nextLong() >> 11) * 0x1.0p-52;
    }
}
