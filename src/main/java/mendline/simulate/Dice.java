package mendline.simulate;

import java.util.List;
import java.util.SplittableRandom;

/**
 * One private stream of random numbers. Only {@link SplittableRandom#nextLong()} and {@link StrictMath} are used, so
 * that every Java version and processor draws the same numbers.
 */
final class Dice {
    /** What a stream is for; a stream of its own for each concern keeps one choice from moving the others. */
    enum Concern {
        PERSON,
        PLAN,
        CURVES,
        PLANTING,
        SCORES,
        GAPS,
        RECORDS,
        PROBLEMS,
        THERAPIST,
        WEEK,
        ORIGIN
    }

    private static final double UNIT = 0x1.0p-53;

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** The stream of one client (or therapist, or week) for one concern. */
    static Dice of(long seed, long who, Concern concern) {
        return new Dice(new SplittableRandom(mixed(mixed(mixed(seed) + who) + concern.ordinal())));
    }

    /** The stream of one course of a client for one concern. */
    static Dice of(long seed, long who, int course, Concern concern) {
        return of(mixed(seed) + course, who, concern);
    }

    /** The finishing step of SplitMix64 (Steele, Lea and Flood 2014), which spreads neighbouring numbers. */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Between 0 (included) and 1. */
    double uniform() {
        return (random.nextLong() >>> 11) * UNIT;
    }

    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    /** A whole number from the first to the last, both included. */
    int whole(int from, int to) {
        return from + (int) (uniform() * (to - from + 1));
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Gaussian by Box and Muller. */
    double normal(double mean, double sd) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return mean + sd * radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** Log-normal, given its median and the SD of its logarithm. */
    double logNormal(double median, double sdOfLog) {
        return median * StrictMath.exp(normal(0, sdOfLog));
    }

    /** Exponential with the given mean. */
    double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    <T> T pick(List<Weighted<T>> choices) {
        double total = 0;
        for (Weighted<T> choice : choices) {
            total += choice.weight();
        }
        double left = uniform() * total;
        for (Weighted<T> choice : choices) {
            left -= choice.weight();
            if (left < 0) {
                return choice.value();
            }
        }
        return choices.get(choices.size() - 1).value();
    }
}
