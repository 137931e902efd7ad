package mendline.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import mendline.HeldTable;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.DipDetector;
import mendline.model.SetbackRule;
import org.junit.jupiter.api.Test;

/**
 * What every rule finds in an ended course with no session, with one score, two, twelve equal ones, and twelve sessions
 * without a score. The table of {@code edges.md} holds what is found here ({@code -Dapprove=true} writes it anew).
 */
class EdgesOfRulesTest {
    private static final List<String> CASES = List.of("n = 0", "n = 1", "n = 2", "all equal", "all missing");

    private final List<String> table = new ArrayList<>(
            List.of("| rule | " + String.join(" | ", CASES) + " |", "|---" + "|---".repeat(CASES.size()) + "|"));

    private static Course course(String which) {
        CourseSketch sketch = CourseSketch.dated();
        int sessions = switch (which) {
            case "n = 0" -> 0;
            case "n = 1" -> 1;
            case "n = 2" -> 2;
            default -> 12;
        };
        for (int i = 0; i < sessions; i++) {
            sketch.attend();
            if (!which.equals("all missing")) {
                int worse = which.equals("n = 2") ? i : 0;
                sketch.score("phq9", 8 + 8 * worse).score("srs", 38 - 10 * worse);
            }
        }
        return sketch.ended().course();
    }

    private void row(String rule, DetectionSettings settings, Function<CourseFindings, String> result) {
        List<String> cells = new ArrayList<>();
        for (String which : CASES) {
            cells.add(result.apply(CourseFindings.of(course(which), Sketches.instruments(settings, Sketches.PHQ9))));
        }
        table.add("| " + rule + " | " + String.join(" | ", cells) + " |");
    }

    private static String episodes(CourseFindings found, EpisodeKind kind) {
        String told = Sketches.told(found.episodes(kind, EpisodeSource.SCORE));
        return told.isEmpty() ? "none found" : told;
    }

    @Test
    void everyRuleHasAStatedResultAtItsEdges() {
        DetectionSettings usual = Sketches.SETTINGS;
        for (DipDetector detector : DipDetector.values()) {
            row(
                    "alliance dips, detector " + detector,
                    usual.with(usual.rules().withDips(detector)),
                    found -> found.allianceAssessable() ? episodes(found, EpisodeKind.DIP) : "not assessable");
        }
        for (SetbackRule rule : SetbackRule.values()) {
            if (rule != SetbackRule.S7) {
                row(
                        "setbacks, " + rule.id(),
                        usual.with(usual.rules().withSetbacks(rule, Set.of())),
                        found -> episodes(found, EpisodeKind.SETBACK));
            }
        }
        row("spikes, S4", usual, found -> episodes(found, EpisodeKind.SPIKE));
        row("sudden gains", usual, found -> episodes(found, EpisodeKind.SUDDEN_GAIN));
        row("sudden losses", usual, found -> episodes(found, EpisodeKind.SUDDEN_LOSS));
        row("course shape", usual, found -> found.shape().key());
        row(
                "outcome",
                usual,
                found -> found.outcomes().isEmpty()
                        ? "no score"
                        : found.outcomes().get(0).outcome().key());
        row(
                "service outcome, reliable improvement",
                usual,
                found -> found.serviceOutcomes().isEmpty()
                        ? "not finished"
                        : found.serviceOutcomes().get(0).reliablyImproved() ? "yes" : "no");
        row("landmark", usual, found -> found.landmark().isPresent() ? "has a place" : "no score on both sides");
        row("learning curve", usual, found -> found.learning().isPresent() ? "a pair" : "fewer than two setbacks");
        row("stuckness", usual, found -> found.stuckness().isEmpty() ? "none written down" : "some");
        row("lasting gains", usual, found -> found.followUp().equals(Optional.empty()) ? "no follow-up score" : "some");

        assertThat(table.toString()).doesNotContain("NaN", "Infinity", "null");
        HeldTable.holds(Path.of("src/site/markdown/edges.md"), "edges of rules", table);
    }
}
