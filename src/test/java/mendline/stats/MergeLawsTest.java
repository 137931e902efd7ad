package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** However the data are split and in whichever order the parts come back, the sum is the same. */
class MergeLawsTest {
    private static final int SEEDS = 200;

    /** One kind of mergeable: its zero, its sum, and a single random observation added to a part. */
    private record Mergeable<T>(
            T zero, BinaryOperator<T> plus, Function<SplittableRandom, Function<T, T>> observation) {}

    private static <T> void anySplitAndOrderGivesTheSame(Mergeable<T> kind) {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Function<T, T>> observations = new ArrayList<>();
            int count = random.nextInt(40);
            for (int i = 0; i < count; i++) {
                observations.add(kind.observation().apply(random));
            }
            T whole = kind.zero();
            for (Function<T, T> observation : observations) {
                whole = observation.apply(whole);
            }
            List<T> parts = new ArrayList<>();
            int partCount = 1 + random.nextInt(7);
            for (int i = 0; i < partCount; i++) {
                parts.add(kind.zero());
            }
            while (!observations.isEmpty()) {
                Function<T, T> observation = observations.remove(random.nextInt(observations.size()));
                int part = random.nextInt(partCount);
                parts.set(part, observation.apply(parts.get(part)));
            }
            while (parts.size() > 1) {
                T left = parts.remove(random.nextInt(parts.size()));
                int at = random.nextInt(parts.size());
                parts.set(at, kind.plus().apply(left, parts.get(at)));
            }
            assertThat(parts.get(0)).as("seed %d", seed).isEqualTo(whole);
            assertThat(kind.plus().apply(whole, kind.zero())).isEqualTo(whole);
            assertThat(kind.plus().apply(kind.zero(), whole)).isEqualTo(whole);
        }
    }

    @Test
    void moments() {
        anySplitAndOrderGivesTheSame(new Mergeable<>(Moments.NONE, Moments::plus, random -> {
            long value = random.nextLong(-4_000_000_000L, 4_000_000_000L);
            return moments -> moments.with(value);
        }));
    }

    @Test
    void pairedMoments() {
        anySplitAndOrderGivesTheSame(new Mergeable<>(PairedMoments.NONE, PairedMoments::plus, random -> {
            long first = random.nextLong(-100, 2_700);
            long second = random.nextLong(-100, 2_700);
            return pairs -> pairs.with(first, second);
        }));
    }

    @Test
    void histograms() {
        anySplitAndOrderGivesTheSame(new Mergeable<>(Histogram.NONE, Histogram::plus, random -> {
            int value = random.nextInt(-5, 20);
            return histogram -> histogram.with(value);
        }));
    }

    @Test
    void survivalTallies() {
        anySplitAndOrderGivesTheSame(new Mergeable<>(SurvivalTally.NONE, SurvivalTally::plus, random -> {
            int time = random.nextInt(12);
            int kind = random.nextInt(4);
            return tally -> kind == 0
                    ? tally.withEvent(time)
                    : kind == 1
                            ? tally.withCensored(time)
                            : kind == 2 ? tally.withCompeting(time) : tally.withOther(time);
        }));
    }

    @Test
    void pooledAutocorrelations() {
        anySplitAndOrderGivesTheSame(new Mergeable<>(
                PooledAutocorrelation.NONE, PooledAutocorrelation::plus, random -> {
                    double[] series = new double[random.nextInt(3, 15)];
                    Ar1Noise.fill(series, 2.5, 0.4, random);
                    return pooled -> pooled.with(series);
                }));
    }

    @Test
    void whatIsEstimatedFromMergedPartsIsIdenticalToTheLastBit() {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Moments left = Moments.NONE;
            Moments right = Moments.NONE;
            Moments whole = Moments.NONE;
            for (int i = 0; i < 30; i++) {
                long value = random.nextLong(0, 2_700);
                whole = whole.with(value);
                if (random.nextBoolean()) {
                    left = left.with(value);
                } else {
                    right = right.with(value);
                }
            }
            assertThat(right.plus(left).sd()).isEqualTo(whole.sd());
            assertThat(MeanInterval.of(left.plus(right)))
                    .isEqualTo(MeanInterval.of(whole))
                    .isPresent();
        }
    }
}
