package mendline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import mendline.stats.Ar1Noise;
import mendline.stats.RunChart;
import mendline.stats.XmR;

/** How often the latest point of a control chart is a signal when nothing has changed, by simulation with a fixed seed. */
final class SignalChance {
    private static final int SIMULATED = 1_000;
    private static final long SEED = 20_260_101L;

    private SignalChance() {}

    /** The chance of a signal at the latest of so many independent Gaussian points, on a chart with the usual settings. */
    static double ofLatest(int points) {
        return ofLatest(points, XmR.Settings.STANDARD);
    }

    /**
     * The chance of a signal at the latest of so many independent Gaussian points; charts with other limits ask the same
     * rules.
     *
     * @param points values on the chart, at least {@link XmR#FEWEST_FOR_LIMITS}
     */
    static double ofLatest(int points, XmR.Settings settings) {
        return simulated(points, series -> XmR.of(series, settings).types().get(points - 1));
    }

    /** The chance that the latest of so many points lies in a run longer than chance usually gives. */
    static double ofLatestInRun(int points) {
        return simulated(points, series -> RunChart.of(series).types().get(points - 1));
    }

    private static double simulated(int points, Function<List<OptionalDouble>, XmR.PointType> latest) {
        SplittableRandom random = new SplittableRandom(SEED + points);
        double[] values = new double[points];
        int signals = 0;
        for (int i = 0; i < SIMULATED; i++) {
            Ar1Noise.fill(values, 1, 0, random);
            List<OptionalDouble> series = new ArrayList<>(points);
            for (double value : values) {
                series.add(OptionalDouble.of(value));
            }
            if (latest.apply(series) != XmR.PointType.COMMON_CAUSE) {
                signals++;
            }
        }
        return (double) signals / SIMULATED;
    }
}
