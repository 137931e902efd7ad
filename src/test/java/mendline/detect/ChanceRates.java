package mendline.detect;

import java.util.SplittableRandom;
import mendline.stats.Ar1Noise;

/**
 * How often independent Gaussian noise around a level shows at least one finding: {@value #SERIES} series each, practically unrounded (an SD
 * of 100,000 units).
 */
public final class ChanceRates {
    /** Series behind each rate. */
    public static final int SERIES = 20_000;

    private static final double SD = 100_000;

    private ChanceRates() {}

    /** Share of steady clients with at least one alliance dip, the scale of differences being known. */
    public static double dips(double k, int length) {
        SplittableRandom random = new SplittableRandom(20 + length);
        double[] space = new double[length];
        DipWalk walk = new DipWalk();
        int hits = 0;
        for (int i = 0; i < SERIES; i++) {
            walk.run(noise(length, space, random), length, SD * Math.sqrt(2), k, 5);
            hits += walk.count > 0 ? 1 : 0;
        }
        return hits / (double) SERIES;
    }

    /** Share of steady clients with at least one S1 setback, their noise being the error from which the reliable change comes. */
    public static double setbacks(int length) {
        return share(length, (walk, scores, threshold) -> walk.run(scores, length, threshold));
    }

    /** The same with any single score a step worse than the best one before. */
    public static double singleScores(int length) {
        return share(length, (walk, scores, threshold) -> walk.worseThanBest(scores, length, threshold));
    }

    private interface Rule {
        void run(SetbackWalk walk, int[] scores, int threshold);
    }

    private static double share(int length, Rule rule) {
        SplittableRandom random = new SplittableRandom(60 + length);
        double[] space = new double[length];
        int reliableChange = (int) Math.round(1.96 * Math.sqrt(2) * SD);
        SetbackWalk walk = new SetbackWalk();
        int hits = 0;
        for (int i = 0; i < SERIES; i++) {
            rule.run(walk, noise(length, space, random), reliableChange);
            hits += walk.count > 0 ? 1 : 0;
        }
        return hits / (double) SERIES;
    }

    private static int[] noise(int length, double[] space, SplittableRandom random) {
        Ar1Noise.fill(space, length, SD, 0, random);
        int[] scores = new int[length];
        for (int i = 0; i < length; i++) {
            scores[i] = (int) Math.round(space[i]);
        }
        return scores;
    }
}
