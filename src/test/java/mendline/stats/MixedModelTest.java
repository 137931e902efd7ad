package mendline.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import mendline.stats.MixedModel.Criterion;
import org.junit.jupiter.api.Test;

class MixedModelTest {
    private static List<GroupSums> sleepstudy() {
        Map<String, GroupSums> groups = new TreeMap<>();
        for (ReferenceRow row : ReferenceRow.of("mixed-data")) {
            if (row.text("set").equals("sleepstudy")) {
                groups.merge(row.text("group"), one(row.number("response"), row.numbers("design")), GroupSums::plus);
            }
        }
        return new ArrayList<>(groups.values());
    }

    private static GroupSums one(double response, double... design) {
        return GroupSums.of(new double[][] {design}, new double[] {response});
    }

    /** A group with one row a response, at times 0, 1, 2 ... */
    private static GroupSums group(double... responses) {
        double[][] design = new double[responses.length][];
        for (int i = 0; i < responses.length; i++) {
            design[i] = new double[] {1, i};
        }
        return GroupSums.of(design, responses);
    }

    @Test
    void sleepstudyWithARandomSlope() {
        MixedModel fit = MixedModel.fit(sleepstudy(), Criterion.REML, 0, 1).orElseThrow();
        assertThat(fit.coefficient(0)).isCloseTo(251.405105, within(1e-6));
        // lme4 with its own settings stops at 6.824597, nlme at 6.824556; the criterion is that flat.
        assertThat(fit.standardError(0)).isCloseTo(6.824556, within(2e-6)).isCloseTo(6.824597, within(5e-5));
        assertThat(fit.coefficient(1)).isCloseTo(10.467286, within(1e-6));
        assertThat(fit.standardError(1)).isCloseTo(1.54579, within(5e-6));
        assertThat(fit.randomSd(0)).isCloseTo(24.74066, within(5e-4));
        assertThat(fit.randomSd(1)).isCloseTo(5.92214, within(5e-5));
        assertThat(fit.randomCorrelation().orElseThrow()).isCloseTo(0.0656, within(5e-5));
        assertThat(fit.residualSd()).isCloseTo(25.5918, within(5e-5));
        assertThat(fit.criterionValue()).isCloseTo(1743.628, within(5e-4));
        assertThat(fit.singular()).isFalse();
    }

    @Test
    void sleepstudyWithARandomIntercept() {
        MixedModel fit = MixedModel.fit(sleepstudy(), Criterion.REML, 0).orElseThrow();
        assertThat(fit.coefficient(1)).isCloseTo(10.467286, within(1e-6));
        assertThat(fit.standardError(0)).isCloseTo(9.746716, within(1e-6));
        assertThat(fit.standardError(1)).isCloseTo(0.8042214, within(1e-7));
        assertThat(fit.randomSd(0)).isCloseTo(37.124, within(5e-4));
        assertThat(fit.residualSd()).isCloseTo(30.991, within(5e-4));
        assertThat(fit.criterionValue()).isCloseTo(1786.465, within(5e-4));
        assertThat(fit.randomCorrelation()).isEmpty();
    }

    @Test
    void saysWhyThereIsNoFit() {
        assertThat(MixedModel.fit(List.of(), Criterion.REML, 0).refusal()).contains(Refusal.TOO_FEW_GROUPS);
        assertThat(MixedModel.fit(List.of(group(1, 2, 4)), Criterion.REML, 0).refusal())
                .contains(Refusal.TOO_FEW_GROUPS);
        assertThat(MixedModel.fit(List.of(group(1), group(3), group(2)), Criterion.REML, 0)
                        .refusal())
                .contains(Refusal.TOO_FEW_ROWS);
        assertThat(MixedModel.fit(List.of(group(1, 2), group(3, 5), group(2, 1)), Criterion.REML, 0, 1)
                        .refusal())
                .contains(Refusal.TOO_FEW_ROWS);
        GroupSums flat = GroupSums.of(new double[][] {{1, 2}, {1, 2}, {1, 2}}, new double[] {1, 4, 2});
        assertThat(MixedModel.fit(List.of(flat, flat), Criterion.REML, 0).refusal())
                .contains(Refusal.SINGULAR_DESIGN);
        assertThat(MixedModel.fit(List.of(group(5, 5, 5), group(5, 5, 5)), Criterion.ML, 0)
                        .refusal())
                .contains(Refusal.EXACT_FIT);
    }

    @Test
    void saysWhenGroupsDoNotDifferBeyondChance() {
        List<GroupSums> alike = List.of(group(1, 5, 2, 6), group(2, 4, 3, 5), group(1.5, 4.5, 2.5, 5.5));
        MixedModel fit = MixedModel.fit(alike, Criterion.REML, 0).orElseThrow();
        assertThat(fit.singular()).isTrue();
        assertThat(fit.randomSd(0)).isZero();
        MixedModel slopes = MixedModel.fit(alike, Criterion.REML, 0, 1).orElseThrow();
        assertThat(slopes.singular()).isTrue();
        assertThat(slopes.criterionValue()).isLessThanOrEqualTo(fit.criterionValue() + 1e-9);
    }

    @Test
    void rowsThatDoNotVaryWithinGroupsAreRefused() {
        assertThat(MixedModel.fit(List.of(group(3, 3, 3), group(8, 8, 8), group(5, 5, 5)), Criterion.REML, 0)
                        .refusal())
                .contains(Refusal.EXACT_FIT);
        assertThat(MixedModel.fit(List.of(group(3, 4, 5), group(8, 10, 12), group(5, 9, 13)), Criterion.REML, 0, 1)
                        .refusal())
                .contains(Refusal.EXACT_FIT);
        assertThat(MixedModel.fit(List.of(group(3, 3, 3), group(8, 8, 8), group(5, 5, 5.01)), Criterion.REML, 0)
                        .refusal())
                .isEmpty();
    }

    @Test
    void theUnitOfTimeDoesNotMatter() {
        Random random = new Random(11);
        List<GroupSums> inSessions = new ArrayList<>();
        List<GroupSums> inSeconds = new ArrayList<>();
        for (int g = 0; g < 30; g++) {
            double level = 20 + 3 * random.nextGaussian();
            double slope = -0.5 + 0.4 * random.nextGaussian();
            double[] y = new double[8];
            double[][] sessions = new double[8][];
            double[][] seconds = new double[8][];
            for (int i = 0; i < 8; i++) {
                y[i] = level + slope * i + 2 * random.nextGaussian();
                sessions[i] = new double[] {1, i};
                seconds[i] = new double[] {1, i * 604_800.0};
            }
            inSessions.add(GroupSums.of(sessions, y));
            inSeconds.add(GroupSums.of(seconds, y));
        }
        MixedModel one = MixedModel.fit(inSessions, Criterion.REML, 0, 1).orElseThrow();
        MixedModel other = MixedModel.fit(inSeconds, Criterion.REML, 0, 1).orElseThrow();
        assertThat(other.coefficient(1) * 604_800).isCloseTo(one.coefficient(1), within(1e-5));
        assertThat(other.randomSd(1) * 604_800).isCloseTo(one.randomSd(1), within(1e-4));
        assertThat(one.randomSd(1)).isCloseTo(0.4, within(0.2));
    }
}
