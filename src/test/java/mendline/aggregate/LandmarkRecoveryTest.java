package mendline.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mendline.detect.LandmarkGroup;
import mendline.measure.Yardstick;
import mendline.stats.Refusal;
import org.junit.jupiter.api.Test;

class LandmarkRecoveryTest {
    /** PHQ-9: cut-off 10, reliable change 6. */
    private static final Yardstick PHQ9 =
            Told.instruments("2026-12-31", false).primary().orElseThrow();

    private final List<LandmarkRow> rows = new ArrayList<>();

    private void courses(LandmarkGroup group, int recovered, int not) {
        for (int i = 0; i < recovered + not; i++) {
            int at = 1500 + 100 * (i % 4);
            rows.add(new LandmarkRow(rows.size(), group, at, i < recovered ? 500 : at, 12, ""));
        }
    }

    @Test
    void onlyCoursesOnTheClinicalSideCountAndRecoveryMustBeReliable() {
        rows.add(new LandmarkRow(0, LandmarkGroup.NO_DIP, 1500, 900, 12, ""));
        rows.add(new LandmarkRow(1, LandmarkGroup.NO_DIP, 1400, 900, 12, ""));
        rows.add(new LandmarkRow(2, LandmarkGroup.NO_DIP, 1600, 1000, 12, ""));
        rows.add(new LandmarkRow(3, LandmarkGroup.NO_DIP, 900, 100, 12, ""));
        assertThat(LandmarkRecovery.of(rows, PHQ9).recovered())
                .isEqualTo(Map.of(LandmarkGroup.NO_DIP, new Ratio(1, 3)));
    }

    @Test
    void oddsRatiosAreThoseOfTheTableWhereTheScoreSaysNothing() {
        courses(LandmarkGroup.NO_DIP, 40, 40);
        courses(LandmarkGroup.DIP_REPAIRED, 24, 16);
        courses(LandmarkGroup.DIP_NOT_YET_REPAIRED, 12, 28);
        List<LandmarkRecovery.Odds> odds =
                LandmarkRecovery.of(rows, PHQ9).contrasts().orElseThrow();
        assertThat(odds).hasSize(3);
        assertThat(odds.get(0).ratio()).isCloseTo(24 * 40 / (16.0 * 40), within(0.03));
        assertThat(odds.get(2).ratio()).isCloseTo(24 * 28 / (16.0 * 12), within(0.05));
        assertThat(odds.get(2).riskDifference().value()).isCloseTo(0.6 - 0.3, within(0.01));
        assertThat(odds.get(2).profile()).isTrue();
        assertThat(odds.get(2).limits().lower()).isGreaterThan(1);
        assertThat(odds.get(0).ratio() / odds.get(1).ratio())
                .isCloseTo(odds.get(2).ratio(), within(1e-6));
    }

    @Test
    void tenOfTheRarerOutcomeForEachCoefficientAreNeeded() {
        courses(LandmarkGroup.NO_DIP, 10, 40);
        courses(LandmarkGroup.DIP_REPAIRED, 10, 40);
        courses(LandmarkGroup.DIP_NOT_YET_REPAIRED, 9, 40);
        assertThat(LandmarkRecovery.of(rows, PHQ9).contrasts().refusal()).contains(Refusal.TOO_FEW_EVENTS);
        courses(LandmarkGroup.NO_DIP, 1, 0);
        assertThat(LandmarkRecovery.of(rows, PHQ9).contrasts().value()).isPresent();
    }

    @Test
    void aGroupInWhichAllRecoverHasNoLimit() {
        courses(LandmarkGroup.NO_DIP, 30, 40);
        courses(LandmarkGroup.DIP_REPAIRED, 20, 0);
        courses(LandmarkGroup.DIP_NOT_YET_REPAIRED, 10, 10);
        assertThat(LandmarkRecovery.of(rows, PHQ9).contrasts().refusal()).contains(Refusal.SEPARATION);
    }

    @Test
    void withoutAGroupOrACutOffThereIsNothingToCompare() {
        courses(LandmarkGroup.NO_DIP, 40, 40);
        assertThat(LandmarkRecovery.of(rows, PHQ9).contrasts().refusal()).contains(Refusal.TOO_FEW_GROUPS);
        Yardstick without = Told.withoutCutoff(Told.instruments("2026-12-31", false))
                .primary()
                .orElseThrow();
        assertThat(LandmarkRecovery.of(rows, without).contrasts().refusal()).contains(Refusal.NO_RULE);
        assertThat(LandmarkRecovery.of(List.of(), PHQ9).contrasts().refusal()).contains(Refusal.TOO_FEW_GROUPS);
    }
}
