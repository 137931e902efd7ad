package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Slopes of single groups beside the mean slope, against {@code ranef} of lme4 with conditional variances. */
class SlopesReferenceTest {
    private static Map<String, Map<String, List<int[]>>> data() {
        Map<String, Map<String, List<int[]>>> sets = new LinkedHashMap<>();
        for (ReferenceRow row : ReferenceRow.of("slopes-data")) {
            sets.computeIfAbsent(row.text("set"), key -> new LinkedHashMap<>())
                    .computeIfAbsent(row.text("group"), key -> new ArrayList<>())
                    .add(new int[] {row.whole("time"), (int) Math.round(100 * row.number("value"))});
        }
        return sets;
    }

    private static LineSums sums(List<int[]> points) {
        return LineSums.of(
                points.stream().mapToInt(p -> p[0]).toArray(),
                points.stream().mapToInt(p -> p[1]).toArray());
    }

    private static LineSample sample(Iterable<List<int[]>> groups) {
        LineSample sample = LineSample.NONE;
        for (List<int[]> group : groups) {
            sample = sample.plus(LineSample.of(sums(group)));
        }
        return sample;
    }

    private static RandomSlopes fit(String set) {
        return RandomSlopes.fit(sample(data().get(set).values()), 100).orElseThrow();
    }

    @Test
    void everyDeviationFromTheMeanSlopeAndItsConditionalSd() {
        Map<String, Map<String, List<int[]>>> data = data();
        Map<String, Answer<RandomSlopes>> fits = new LinkedHashMap<>();
        Agreement agreement = new Agreement();
        int refused = 0;
        for (ReferenceRow row : ReferenceRow.of("slopes")) {
            Answer<RandomSlopes> answer = fits.computeIfAbsent(
                    row.text("set"),
                    set -> RandomSlopes.fit(sample(data.get(set).values()), 100));
            if (row.text("index").isEmpty()) {
                assertThat(answer.refusal()).as(row.toString()).contains(Refusal.SLOPES_FOLLOW_LEVELS);
                refused++;
                continue;
            }
            RandomSlopes.Deviation deviation =
                    answer.orElseThrow().of(sums(data.get(row.text("set")).get(row.text("group"))));
            agreement.compare(deviation.value(), row.number("deviation"), row.number("sd"), row);
            agreement.compare(deviation.sd(), row.number("sd"), row);
            agreement.compare(deviation.index(), row.number("index"), 1, row);
            assertThat(deviation.index() > 1.96 ? "above" : deviation.index() < -1.96 ? "below" : "within")
                    .as(row.toString())
                    .isEqualTo(row.text("verdict"));
        }
        assertThat(refused).isEqualTo(40);
        assertThat(fits.get("together").orElseThrow().border()).isTrue();
        assertThat(fits.get("courses").orElseThrow().border()).isFalse();
        ReferenceTable.holds("Slopes of single courses (HLM)", 1e-4, agreement);
    }

    @Test
    void neitherTheOrderNorTheSplitOfGroupsChangesABit() {
        List<List<int[]>> groups = new ArrayList<>(data().get("courses").values());
        LineSample forwards = sample(groups);
        Collections.shuffle(groups, new Random(3));
        LineSample left = sample(groups.subList(0, 17));
        LineSample right = sample(groups.subList(17, groups.size()));

        assertThat(right.plus(left)).isEqualTo(forwards);
        assertThat(forwards.size()).isEqualTo(groups.size());
        assertThat(RandomSlopes.fit(right.plus(left), 100)).isEqualTo(RandomSlopes.fit(forwards, 100));
    }

    @Test
    void aShiftOfTimeAndAnotherUnitChangeNoIndex() {
        Map<String, List<int[]>> groups = data().get("courses");
        List<List<int[]>> moved = new ArrayList<>();
        groups.values()
                .forEach(group -> moved.add(group.stream()
                        .map(p -> new int[] {3 * p[0] + 20, p[1]})
                        .toList()));
        RandomSlopes as = fit("courses");
        RandomSlopes shifted = RandomSlopes.fit(sample(moved), 1).orElseThrow();

        int i = 0;
        for (List<int[]> group : groups.values()) {
            assertThat(shifted.of(sums(moved.get(i++))).index())
                    .isCloseTo(as.of(sums(group)).index(), within(1e-4));
        }
    }

    @Test
    void theLessAGroupSaysTheNearerItLiesToTheMeanSlope() {
        RandomSlopes model = fit("courses");
        double before = Double.POSITIVE_INFINITY;
        for (int n = 8; n >= 2; n--) {
            List<int[]> steep = new ArrayList<>();
            for (int t = 1; t <= n; t++) {
                steep.add(new int[] {t, 1_800 + 100 * t});
            }
            double deviation = model.of(sums(steep)).value();
            assertThat(deviation).isPositive().isLessThan(before);
            before = deviation;
        }
    }

    @Test
    void withoutGroupsRowsOrSpreadThereIsAReason() {
        assertThat(RandomSlopes.fit(LineSample.NONE, 100).refusal()).contains(Refusal.TOO_FEW_GROUPS);
        LineSums flat = LineSums.of(new int[] {1, 2, 3}, new int[] {500, 500, 500});
        LineSample alike = LineSample.NONE;
        for (int i = 0; i < 40; i++) {
            alike = alike.plus(LineSample.of(flat));
        }
        assertThat(RandomSlopes.fit(alike, 100).refusal()).contains(Refusal.EXACT_FIT);
        LineSums oneTime = LineSums.of(new int[] {2, 2, 2}, new int[] {500, 700, 600});
        assertThat(RandomSlopes.fit(LineSample.of(oneTime).plus(LineSample.of(oneTime)), 100)
                        .refusal())
                .contains(Refusal.SINGULAR_DESIGN);
    }
}
