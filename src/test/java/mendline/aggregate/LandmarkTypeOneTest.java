package mendline.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import mendline.HeldTable;
import mendline.detect.LandmarkGroup;
import mendline.model.Direction;
import mendline.stats.Answer;
import mendline.stats.MeanDifference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often the analyses of page 7 find a difference where there is none ({@link NullPractice}), beside the naive
 * comparison, which groups whole courses by their dips and looks at first to last score: it finds plenty.
 */
class LandmarkTypeOneTest {
    private static final int FEWEST = 30;
    private static final LandmarkGroup[][] PAIRS = {
        {LandmarkGroup.DIP_REPAIRED, LandmarkGroup.NO_DIP},
        {LandmarkGroup.DIP_NOT_YET_REPAIRED, LandmarkGroup.NO_DIP},
        {LandmarkGroup.DIP_REPAIRED, LandmarkGroup.DIP_NOT_YET_REPAIRED}
    };

    /** How often one analysis found a difference, by contrast. */
    private static final class Rejections {
        private final String analysis;
        private final String practices;
        private final int[] found = new int[PAIRS.length];
        private int any;
        private int asked;

        private Rejections(String analysis, String practices) {
            this.analysis = analysis;
            this.practices = practices;
        }

        private double share(int contrast) {
            return found[contrast] / (double) asked;
        }

        private List<Double> shares() {
            return List.of(share(0), share(1), share(2));
        }

        private String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %,d | %.1f %% | %.1f %% | %.1f %% |",
                    analysis,
                    practices,
                    asked,
                    100 * share(0),
                    100 * share(1),
                    100 * share(2));
        }

        @Override
        public String toString() {
            return line() + " any after Holm " + any;
        }

        private void landmark(List<LandmarkRow> rows) {
            Direction better = NullPractice.INSTRUMENTS.primary().orElseThrow().better();
            LandmarkComparison comparison = LandmarkComparison.of(rows, better).orElseThrow();
            boolean one = false;
            for (int c = 0; c < PAIRS.length; c++) {
                LandmarkComparison.Contrast contrast = comparison.contrast(PAIRS[c][0], PAIRS[c][1]);
                found[c] += contrast.difference().p() < 0.05 ? 1 : 0;
                one |= contrast.adjustedP() < 0.05;
            }
            any += one ? 1 : 0;
            asked++;
        }

        private void naive(NullPractice practice) {
            for (int c = 0; c < PAIRS.length; c++) {
                found[c] += MeanDifference.welch(
                                        practice.wholeCourses.get(PAIRS[c][0]), practice.wholeCourses.get(PAIRS[c][1]))
                                .orElseThrow()
                                .interval()
                                .contains(0)
                        ? 0
                        : 1;
            }
            asked++;
        }

        private void contrasts(Answer<GroupContrasts> answer) {
            GroupContrasts contrasts = answer.orElseThrow();
            for (int c = 0; c < PAIRS.length; c++) {
                found[c] += contrasts.difference(PAIRS[c][0], PAIRS[c][1]).p() < 0.05 ? 1 : 0;
            }
            asked++;
        }
    }

    @Test
    void rejectsAboutFiveInAHundredWhereNothingIsToBeFound() {
        Rejections landmark = new Rejections("Landmark, HC3", "quick");
        Rejections naive = new Rejections("Naive", "quick");
        independent(400, 2026, landmark, naive);
        assertThat(landmark.asked).as(landmark.toString()).isGreaterThan(380);
        assertThat(landmark.shares())
                .as(landmark.toString())
                .allSatisfy(share -> assertThat(share).isBetween(0.03, 0.07));
        assertThat(landmark.any / (double) landmark.asked).isBetween(0.02, 0.07);
        assertThat(naive.share(0)).isGreaterThan(0.2);
    }

    @Test
    @Tag("long")
    void rejectsFourToSixInAHundredOverManyPractices() {
        Rejections landmark = new Rejections("At the landmark, HC3", "courses independent");
        Rejections naive = new Rejections("Naive, whole courses", "courses independent");
        independent(4000, 77, landmark, naive);
        assertThat(landmark.shares())
                .as(landmark.toString())
                .allSatisfy(share -> assertThat(share).isBetween(0.04, 0.06));
        assertThat(landmark.any / (double) landmark.asked).isBetween(0.03, 0.06);
        assertThat(naive.share(0)).isGreaterThan(0.2);

        Rejections clustered = new Rejections("At the landmark, CR2", "20 therapists who differ");
        Rejections unclustered = new Rejections("The same, HC3", "20 therapists who differ");
        Rejections naiveToo = new Rejections("Naive, whole courses", "20 therapists who differ");
        Rejections growth = new Rejections("Growth after the landmark, CR2", "20 therapists who differ");
        Rejections states = new Rejections("State before each score, CR2", "20 therapists who differ");
        for (int practice = 0; practice < 4000; practice++) {
            NullPractice drawn = new NullPractice(new Random(78 * 1_000_003L + practice), 20, practice < 1000);
            if (drawn.smallestGroup() >= FEWEST) {
                clustered.landmark(drawn.rows);
                unclustered.landmark(drawn.rows.stream()
                        .map(row -> new LandmarkRow(
                                row.draw(), row.group(), row.atLandmark(), row.after(), row.attended(), ""))
                        .toList());
                naiveToo.naive(drawn);
                if (practice < 1000) {
                    growth.contrasts(GroupContrasts.growth(drawn.modelRows, 10));
                    states.contrasts(GroupContrasts.states(drawn.modelRows, 10));
                }
            }
        }
        List<String> table = new ArrayList<>();
        table.add("| analysis | practices | how many | repaired against no dip | not yet against no dip |"
                + " repaired against not yet |");
        table.add("|---|---|---|---|---|---|");
        for (Rejections each : List.of(landmark, naive, clustered, unclustered, naiveToo, growth, states)) {
            table.add(each.line());
        }
        assertThat(clustered.shares())
                .as(table.toString())
                .allSatisfy(share -> assertThat(share).isBetween(0.04, 0.06));
        HeldTable.holds(Path.of("src/site/markdown/coverage.md"), "type one", table);
    }

    private static void independent(int practices, long seed, Rejections landmark, Rejections naive) {
        for (int practice = 0; practice < practices; practice++) {
            NullPractice drawn = new NullPractice(new Random(seed * 1_000_003 + practice), 0, false);
            if (drawn.smallestGroup() >= FEWEST) {
                landmark.landmark(drawn.rows);
                naive.naive(drawn);
            }
        }
    }
}
