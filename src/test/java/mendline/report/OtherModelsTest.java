package mendline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import mendline.aggregate.LandmarkRow;
import mendline.aggregate.Metric;
import mendline.aggregate.ModelRow;
import mendline.aggregate.Topic;
import mendline.detect.LandmarkGroup;
import mendline.stats.CrossSums;
import org.junit.jupiter.api.Test;

/** The other models of page 7. In these courses scores are two points worse while a dip is not yet repaired, and slopes do not differ. */
class OtherModelsTest {
    private static final LandmarkGroup[] GROUPS = LandmarkGroup.values();

    private final Ledger ledger = new Ledger();

    private static SampleInput courses(int each) {
        SampleInput sample = SampleInput.dated().ratio(Metric.DIPS_PER_100, 52, 3000);
        Random random = new Random(11);
        for (int i = 0; i < 3 * each; i++) {
            LandmarkGroup group = GROUPS[i % 3];
            int at = 1400 + (int) Math.round(300 * random.nextGaussian());
            int after = random.nextInt(10) < 4 ? 500 : at + (int) Math.round(200 * random.nextGaussian());
            sample.landmarkRow(new LandmarkRow(i, group, at, after, 14, ""))
                    .moments(Topic.LANDMARK_IMPROVEMENT, group.key(), at - after)
                    .moments(Topic.LANDMARK_START, group.key(), at)
                    .moments(Topic.LANDMARK_SESSIONS, group.key(), 14)
                    .modelRow(course(random, i, group));
        }
        return sample;
    }

    private static ModelRow course(Random random, int draw, LandmarkGroup group) {
        CrossSums none = CrossSums.none(2);
        CrossSums growth = none;
        CrossSums[] states = {none, none, none};
        CrossSums pairs = CrossSums.none(4);
        double level = 300 * random.nextGaussian();
        double slope = 50 + 20 * random.nextGaussian();
        for (int t = 1; t <= 8; t++) {
            LandmarkGroup state = t < 4 ? LandmarkGroup.NO_DIP : t < 6 ? LandmarkGroup.DIP_NOT_YET_REPAIRED : group;
            int worse = state == LandmarkGroup.DIP_NOT_YET_REPAIRED ? 200 : 0;
            int score = (int) Math.round(-1500 + level + slope * t - worse + 100 * random.nextGaussian());
            int alliance = (int) Math.round(3500 + 100 * random.nextGaussian());
            states[state.ordinal()] = states[state.ordinal()].with(t, score);
            growth = growth.with(t, score + worse);
            pairs = pairs.with(t, alliance, score, score + 60);
        }
        return new ModelRow(draw, Optional.of(group), growth, states[0], states[1], states[2], pairs, "");
    }

    private Page page(SampleInput sample) {
        Page page = RepairsAndOutcomesPage.of(sample.input(), ledger);
        PageText.obeysTheLaws(page, ledger);
        return page;
    }

    private static double number(Page page, String row, int column) {
        return Double.parseDouble(PageText.cell(page, row, column).replace('−', '-'));
    }

    @Test
    void standOnThePageOnlyWhereTheProfileAsksForThem() {
        assertThat(PageText.of(page(courses(40)))).doesNotContain("Other ways to look at it");
        assertThat(ledger.rows()).noneMatch(row -> row.id().startsWith("repairs_outcomes.model"));
    }

    @Test
    void aStateThatMakesScoresWorseIsSeenAndSlopesThatDoNotDifferAreNot() {
        Page page = page(courses(40).models());
        String state = "State before each score: dip, not yet repaired against no dip";
        assertThat(number(page, state, 1)).isBetween(-2.6, -1.4);
        assertThat(PageText.cell(page, state, 4)).isEqualTo("<0.001");
        assertThat(number(page, "Growth after session 8: dip, repaired against no dip", 1))
                .isBetween(-0.2, 0.2);
        assertThat(number(page, "Growth after session 8: dip, repaired against no dip", 4))
                .isGreaterThan(0.05);
        assertThat(PageText.of(page))
                .contains("Growth after session 8: 120 courses, 960 scores, REML with a random intercept and slope")
                .contains("errors of the model, courses taken as independent")
                .contains("profile limits")
                .contains("reliably recovered by their last score");
        assertThat(ledger.rows())
                .anySatisfy(
                        row -> assertThat(row.id()).isEqualTo("repairs_outcomes.model_growth_dip_repaired_v_no_dip"))
                .anySatisfy(row -> assertThat(row.id()).isEqualTo("repairs_outcomes.recovered_no_dip"));
    }

    @Test
    void theRecoveryOfEachGroupStandsBesideItsOdds() {
        Page page = page(courses(60).models());
        List<String> rows = PageText.tables(page).get(3).rows().stream()
                .map(row -> PageText.text(row.cells().get(0)) + " in "
                        + PageText.text(row.cells().get(3)))
                .toList();
        assertThat(rows)
                .contains(
                        "Reliable recovery: dip, repaired against not yet repaired in odds ratio",
                        "Reliable recovery: dip, repaired against not yet repaired in share");
        assertThat(number(page, "Reliable recovery: dip, repaired against no dip", 1))
                .isBetween(0.3, 3.0);
    }

    @Test
    void eachSaysWhyItIsNotThere() {
        assertThat(PageText.of(page(courses(10).models())))
                .contains("Alliance and next score is not shown: it needs 50 courses with enough scores")
                .contains("Reliable recovery is not modelled: there are fewer than ten of the rarer outcome for each")
                .contains("Of courses on the clinical side of the cut-off at session 8, reliably recovered");
    }
}
