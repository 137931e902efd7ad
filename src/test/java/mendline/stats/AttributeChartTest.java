package mendline.stats;

import static mendline.stats.XmR.PointType.COMMON_CAUSE;
import static mendline.stats.XmR.PointType.EMPTY;
import static mendline.stats.XmR.PointType.SPECIAL_CAUSE_HIGH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import mendline.stats.AttributeChart.Kind;
import mendline.stats.AttributeChart.Subgroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttributeChartTest {
    private static final XmR.Settings STANDARD = XmR.Settings.STANDARD;

    private static List<Optional<Subgroup>> points(long... countAndSize) {
        List<Optional<Subgroup>> points = new ArrayList<>();
        for (int i = 0; i < countAndSize.length; i += 2) {
            points.add(Optional.of(new Subgroup(countAndSize[i], countAndSize[i + 1])));
        }
        return points;
    }

    private static List<Optional<Subgroup>> same(int times, long count, long size) {
        return Collections.nCopies(times, Optional.of(new Subgroup(count, size)));
    }

    private static void hasNoNaN(AttributeChart chart) {
        for (Optional<PointLimits> limits : chart.limits()) {
            if (limits.isPresent()) {
                assertThat(limits.get().lower()).isFinite();
                assertThat(limits.get().upper()).isFinite();
            }
        }
        assertThat(chart.sigmaZ().orElse(0)).isFinite();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingOneTwoFiveAndAllMissingHaveNoLimits(Kind kind) {
        for (List<Optional<Subgroup>> points : List.of(
                List.<Optional<Subgroup>>of(),
                same(1, 3, 10),
                same(2, 3, 10),
                same(5, 3, 10),
                Collections.nCopies(9, Optional.<Subgroup>empty()))) {
            AttributeChart chart = AttributeChart.of(kind, points, STANDARD);
            assertThat(chart.centre()).isEmpty();
            assertThat(chart.limits()).hasSize(points.size()).allMatch(Optional::isEmpty);
            assertThat(chart.types())
                    .hasSize(points.size())
                    .containsOnly(points.stream()
                            .map(p -> p.isPresent() ? COMMON_CAUSE : EMPTY)
                            .distinct()
                            .toArray(XmR.PointType[]::new));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void sixPointsGetTrialLimitsTwelveFirmOnes(Kind kind) {
        assertThat(AttributeChart.of(kind, same(6, 3, 10), STANDARD)
                        .limits()
                        .get(0)
                        .orElseThrow()
                        .trial())
                .isTrue();
        assertThat(AttributeChart.of(kind, same(11, 3, 10), STANDARD)
                        .limits()
                        .get(0)
                        .orElseThrow()
                        .trial())
                .isTrue();
        assertThat(AttributeChart.of(kind, same(12, 3, 10), STANDARD)
                        .limits()
                        .get(0)
                        .orElseThrow()
                        .trial())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void onlyZerosGetLimitsOfNoWidth(Kind kind) {
        AttributeChart chart = AttributeChart.of(kind, same(8, 0, 10), STANDARD);
        assertThat(chart.limits().get(7)).contains(new PointLimits(0, 0, 0, true));
        assertThat(chart.types()).containsOnly(COMMON_CAUSE);
        hasNoNaN(chart);
    }

    @Test
    void onlyHitsGetLimitsOfNoWidth() {
        for (Kind kind : List.of(Kind.P, Kind.P_PRIME)) {
            AttributeChart chart = AttributeChart.of(kind, same(8, 10, 10), STANDARD);
            assertThat(chart.limits().get(0)).contains(new PointLimits(1, 1, 1, true));
        }
    }

    @Test
    void equalSharesOfDifferentSizesLeaveLaneyNoWidth() {
        AttributeChart chart = AttributeChart.of(Kind.P_PRIME, points(1, 4, 2, 8, 4, 16, 8, 32, 1, 4, 2, 8), STANDARD);
        assertThat(chart.sigmaZ()).hasValue(0);
        assertThat(chart.limits().get(0)).contains(new PointLimits(.25, .25, .25, true));
    }

    @Test
    void limitsAreClippedToWhatCanBe() {
        AttributeChart share = AttributeChart.of(Kind.P, points(9, 10, 10, 10, 8, 10, 10, 10, 9, 10, 10, 10), STANDARD);
        assertThat(share.limits().get(0).orElseThrow().upper()).isEqualTo(1);
        AttributeChart rate = AttributeChart.of(Kind.U, points(1, 10, 0, 10, 2, 10, 1, 10, 0, 10, 1, 10), STANDARD);
        assertThat(rate.limits().get(0).orElseThrow().lower()).isZero();
        assertThat(rate.limits().get(0).orElseThrow().upper()).isGreaterThan(0.3);
    }

    @Test
    void aLargerMonthHasNarrowerLimits() {
        AttributeChart chart =
                AttributeChart.of(Kind.P, points(30, 100, 300, 1000, 29, 100, 31, 100, 30, 100, 33, 100), STANDARD);
        double small =
                chart.limits().get(0).orElseThrow().upper() - chart.centre().orElseThrow();
        double large =
                chart.limits().get(1).orElseThrow().upper() - chart.centre().orElseThrow();
        assertThat(small / large).isEqualTo(Math.sqrt(10), within(1e-9));
    }

    @Test
    void aPointIsHeldAgainstItsOwnLimits() {
        List<Optional<Subgroup>> points = new ArrayList<>(same(12, 300, 1000));
        points.set(4, Optional.of(new Subgroup(6, 10)));
        points.set(8, Optional.of(new Subgroup(600, 1000)));
        AttributeChart chart = AttributeChart.of(Kind.P, points, STANDARD);
        assertThat(chart.types().get(4)).isEqualTo(COMMON_CAUSE);
        assertThat(chart.types().get(8)).isEqualTo(SPECIAL_CAUSE_HIGH);
        assertThat(chart.rules().get(8)).contains(XmR.Rule.OUTSIDE);
    }

    @Test
    void aMonthWithoutAnybodyIsMissing() {
        List<Optional<Subgroup>> points = new ArrayList<>(same(7, 3, 10));
        points.set(3, Optional.of(new Subgroup(0, 0)));
        AttributeChart chart = AttributeChart.of(Kind.U_PRIME, points, STANDARD);
        assertThat(chart.limits().get(3)).isEmpty();
        assertThat(chart.types().get(3)).isEqualTo(EMPTY);
        hasNoNaN(chart);
    }

    @Test
    void aBaselineKeepsLaterMonthsOutOfTheLimits() {
        List<Optional<Subgroup>> points = new ArrayList<>(same(12, 30, 100));
        points.addAll(same(3, 90, 100));
        AttributeChart chart = AttributeChart.of(Kind.P, points, STANDARD.withBaseline(12));
        assertThat(chart.centre()).hasValue(.3);
        assertThat(chart.types().subList(12, 15)).containsOnly(SPECIAL_CAUSE_HIGH);
    }

    @Test
    void aShareOfMoreThanAllIsRefused() {
        assertThatThrownBy(() -> AttributeChart.of(Kind.P, points(11, 10), STANDARD))
                .hasMessageContaining("count <= size");
        assertThat(AttributeChart.of(Kind.U, points(11, 10), STANDARD).types()).containsExactly(COMMON_CAUSE);
    }

    @Test
    void timesBetweenEventsAtTheEdges() {
        assertThat(TChart.of(List.of(), STANDARD).limits()).isEmpty();
        assertThat(TChart.of(List.of(OptionalDouble.of(3)), STANDARD).limits()).isEmpty();
        assertThat(TChart.of(Collections.nCopies(2, OptionalDouble.of(3)), STANDARD)
                        .limits())
                .isEmpty();
        TChart missing = TChart.of(Collections.nCopies(8, OptionalDouble.empty()), STANDARD);
        assertThat(missing.limits()).isEmpty();
        assertThat(missing.types()).hasSize(8).containsOnly(EMPTY);
        PointLimits equal = TChart.of(Collections.nCopies(8, OptionalDouble.of(32)), STANDARD)
                .limits()
                .orElseThrow();
        assertThat(equal.lower()).isEqualTo(32, within(1e-9));
        assertThat(equal.upper()).isEqualTo(32, within(1e-9));
        assertThatThrownBy(() -> TChart.of(List.of(OptionalDouble.of(0)), STANDARD))
                .hasMessageContaining("above 0, got 0.0");
    }

    @Test
    void aVeryLongTimeIsASignal() {
        List<OptionalDouble> times = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            times.add(OptionalDouble.of(i % 2 == 0 ? 10 : 14));
        }
        times.add(OptionalDouble.of(400));
        TChart chart = TChart.of(times, STANDARD.withBaseline(12));
        assertThat(chart.types().get(14)).isEqualTo(SPECIAL_CAUSE_HIGH);
        assertThat(chart.types().subList(0, 14)).containsOnly(COMMON_CAUSE);
    }
}
