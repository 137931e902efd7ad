package mendline.detect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mendline.EdgeTable;
import mendline.measure.Measure;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.DipDetector;
import mendline.model.EpisodeRules;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.model.SetbackRule;
import org.junit.jupiter.api.Test;

/**
 * What every rule finds in an ended course with no session, with one score, two, twelve equal ones, and twelve sessions
 * without a score. The table of {@code edges.md} holds what is found here ({@code -Dapprove=true} writes it anew).
 */
class EdgesOfRulesTest {
    private final EdgeTable table = new EdgeTable("rule");

    static Course course(String which) {
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

    private void row(String rule, DetectionSettings settings, Function<CourseFindings, Object> result) {
        row(
                rule,
                which -> result.apply(CourseFindings.of(course(which), Sketches.instruments(settings, Sketches.PHQ9))));
    }

    private void row(String rule, Function<String, Object> result) {
        table.row(rule, result);
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

        row(
                "setbacks, S7, beside 60 closed courses",
                c -> Sketches.told(beside(c, 60).below()));
        row("expected course beside 60 closed courses", c -> standings(beside(c, 60)));
        row("expected course beside nobody", c -> standings(beside(c, 0)));

        table.holds("edges of rules");
    }

    /** The course of a case beside so many that scored 8 and then 4 to 9 up to session 12. */
    private static ExpectedCourse beside(String which, int others) {
        SampleTally sample = SampleTally.NONE;
        DetectionSettings settings = Sketches.SETTINGS.with(
                EpisodeRules.DEFAULT.withExpectedBands(5).withSetbacks(SetbackRule.S1, Set.of(SetbackRule.S7)));
        List<Measure> measures = List.of(Sketches.PHQ9.measure());
        for (int other = 0; other < others; other++) {
            double[] scores = new double[12];
            Arrays.fill(scores, 4 + other % 6);
            scores[0] = 8;
            sample = sample.plus(SampleTally.of(
                    CourseSketch.dated()
                            .client("r" + other)
                            .scores("phq9", scores)
                            .ended()
                            .course(),
                    measures,
                    settings));
        }
        Instruments instruments = Instruments.settle(
                Optional.of(Sketches.PHQ9.measure()),
                Optional.empty(),
                measures,
                sample,
                OptionalInt.empty(),
                settings);
        Optional<ScoreSeries> series = course(which).series("phq9", Rater.CLIENT);
        return series.map(scores -> ExpectedCourse.of(
                        course(which),
                        scores,
                        Sketches.PHQ9,
                        instruments.expected().orElseThrow(),
                        6))
                .orElse(ExpectedCourse.NONE);
    }

    private static String standings(ExpectedCourse found) {
        return found.scores().isEmpty()
                ? "nothing to hold"
                : found.scores().stream()
                        .map(score ->
                                score.standing().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }
}
