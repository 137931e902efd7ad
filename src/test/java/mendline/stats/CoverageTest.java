package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import mendline.HeldTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often 95 % intervals hold what they were made to hold, in simulated data whose truth is known. */
class CoverageTest {
    /**
     * One kind of interval in one setting.
     *
     * @param least the smallest share that is allowed over 2,000 seeds
     * @param holds draws data and says whether the interval holds the truth
     */
    private record Setting(String interval, String data, double least, double most, Predicate<Random> holds) {
        private double share(int seeds) {
            long held = IntStream.range(0, seeds)
                    .filter(seed -> holds.test(new Random(Seeds.of("coverage", interval + data, "" + seed))))
                    .count();
            return held / (double) seeds;
        }
    }

    private static Setting usual(String interval, String data, Predicate<Random> holds) {
        return new Setting(interval, data, 0.93, 0.97, holds);
    }

    private static List<Setting> settings() {
        List<Setting> all = new ArrayList<>();
        for (int n : new int[] {15, 40, 150}) {
            all.add(usual("Share, Wilson", "n = " + n + ", share from 0.1 to 0.9", random -> wilson(random, n)));
        }
        all.add(usual("Rate, Byar", "mean count from 15 to 60", random -> rate(random, 15, 60, false)));
        all.add(new Setting("Rate, exact", "mean count from 1 to 9", 0.95, 1, random -> rate(random, 1, 9, true)));
        all.add(usual("Mean difference, Welch", "12 against 30, SDs 3 and 5", CoverageTest::welch));
        all.add(usual("Kaplan-Meier median, log-log", "60 courses, a third censored", CoverageTest::median));
        all.add(usual(
                "Mixed model, slope", "60 courses with 4 to 9 scores, random slopes", random -> slope(random, 60)));
        all.add(usual(
                "Mixed model, difference of slopes, CR2",
                "96 courses of 16 therapists who differ",
                CoverageTest::clusteredSlopes));
        return all;
    }

    private static boolean wilson(Random random, int n) {
        double share = 0.1 + 0.8 * random.nextDouble();
        long found =
                IntStream.range(0, n).filter(i -> random.nextDouble() < share).count();
        return Wilson.interval(found, n).orElseThrow().contains(share);
    }

    private static boolean rate(Random random, double from, double to, boolean exact) {
        double mean = from + (to - from) * random.nextDouble();
        long count = 0;
        for (double product = random.nextDouble(); product > Math.exp(-mean); product *= random.nextDouble()) {
            count++;
        }
        return (exact ? Byar.exact(count) : Byar.interval(count)).contains(mean);
    }

    private static boolean welch(Random random) {
        Moments first = Moments.NONE;
        Moments second = Moments.NONE;
        for (int i = 0; i < 12; i++) {
            first = first.with(Math.round(1500 + 300 * random.nextGaussian()));
        }
        for (int i = 0; i < 30; i++) {
            second = second.with(Math.round(1300 + 500 * random.nextGaussian()));
        }
        return MeanDifference.welch(first, second).orElseThrow().interval().contains(200);
    }

    /** Exponential times in thousandths of a unit, so that ties hardly occur; half as many censorings as events. */
    private static boolean median(Random random) {
        SurvivalTallyBuilder builder = new SurvivalTallyBuilder();
        for (int i = 0; i < 60; i++) {
            int event = (int) Math.ceil(-4000 * Math.log(1 - random.nextDouble()));
            int censored = (int) Math.ceil(-8000 * Math.log(1 - random.nextDouble()));
            if (event <= censored) {
                builder.addEvent(event);
            } else {
                builder.addCensored(censored);
            }
        }
        KaplanMeier curve = KaplanMeier.of(builder.toSurvivalTally());
        double truth = 4000 * Math.log(2);
        OptionalInt lower = curve.medianLower();
        OptionalInt upper = curve.medianUpper();
        return (lower.isEmpty() || lower.getAsInt() <= truth) && (upper.isEmpty() || upper.getAsInt() >= truth);
    }

    private static boolean slope(Random random, int courses) {
        List<GroupSums> groups = new ArrayList<>();
        for (int i = 0; i < courses; i++) {
            groups.add(course(random, 40 + 30 * random.nextGaussian(), new double[0]));
        }
        return MixedModel.fit(groups, MixedModel.Criterion.REML, 0, 1)
                .orElseThrow()
                .wald(1)
                .contains(40);
    }

    /** Scores that improve by the session, the given columns beside intercept and session. */
    private static GroupSums course(Random random, double slope, double... more) {
        int scores = 4 + random.nextInt(6);
        double level = -1500 + 400 * random.nextGaussian();
        double[][] design = new double[scores][];
        double[] response = new double[scores];
        for (int t = 0; t < scores; t++) {
            design[t] = new double[2 + 2 * more.length];
            design[t][0] = 1;
            design[t][1] = t;
            for (int j = 0; j < more.length; j++) {
                design[t][2 + 2 * j] = more[j];
                design[t][3 + 2 * j] = more[j] * t;
            }
            response[t] = Math.round(level + slope * t + 250 * random.nextGaussian());
        }
        return GroupSums.of(design, response);
    }

    private static boolean clusteredSlopes(Random random) {
        List<GroupSums> groups = new ArrayList<>();
        int[] therapists = new int[96];
        for (int i = 0; i < therapists.length; i++) {
            therapists[i] = i / 6;
        }
        double[] own = IntStream.range(0, 16)
                .mapToDouble(i -> 25 * random.nextGaussian())
                .toArray();
        double[] chance = IntStream.range(0, 16)
                .mapToDouble(i -> 0.15 + 0.7 * random.nextDouble())
                .toArray();
        for (int therapist : therapists) {
            double exposed = random.nextDouble() < chance[therapist] ? 1 : 0;
            groups.add(course(random, 40 + 20 * exposed + own[therapist] + 20 * random.nextGaussian(), exposed));
        }
        return MixedModel.fit(groups, MixedModel.Criterion.REML, 0, 1)
                .orElseThrow()
                .cr2(therapists)
                .orElseThrow()
                .coefficient(3)
                .orElseThrow()
                .interval()
                .contains(20);
    }

    @Test
    void fewSeedsAlreadyComeNearToNinetyFiveInAHundred() {
        for (Setting setting : settings()) {
            double share = setting.share(setting.interval().startsWith("Mixed") ? 60 : 400);
            assertThat(share).as(setting.interval()).isGreaterThanOrEqualTo(0.9);
            // An interval that always holds the truth would be useless.
            assertThat(share).as(setting.interval()).isLessThan(1);
        }
    }

    @Test
    @Tag("long")
    void twoThousandSeedsStayBetweenNinetyThreeAndNinetySeven() {
        int seeds = 2000;
        List<String> table = new ArrayList<>();
        table.add("| interval | data | seeds | holds the truth |");
        table.add("|---|---|---|---|");
        for (Setting setting : settings()) {
            double share = setting.share(seeds);
            table.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %,d | %.1f %% |",
                    setting.interval(),
                    setting.data(),
                    seeds,
                    100 * share));
            assertThat(share).as(table.toString()).isBetween(setting.least(), setting.most());
        }
        HeldTable.holds(Path.of("src/site/markdown/coverage.md"), "coverage", table);
    }
}
