package mendline.detect;

import static mendline.detect.Sketches.PHQ9;
import static mendline.detect.Sketches.SETTINGS;
import static mendline.detect.Sketches.SRS;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mendline.EdgeTable;
import mendline.measure.Measure;
import mendline.model.Course;
import mendline.model.CurveSettings;
import mendline.model.DetectionSettings;
import mendline.model.GainRules;
import mendline.model.GainStability;
import mendline.model.Rater;
import mendline.model.RuptureRules;
import mendline.model.ScoreSeries;
import mendline.model.SetbackRule;
import org.junit.jupiter.api.Test;

/** The public functions of detection called on their own, on the courses of {@link EdgesOfRulesTest}. */
class EdgesOfDetectionTest {
    private static final Instruments USUAL = Sketches.instruments(PHQ9);
    private static final List<Measure> WATCHED = List.of(SRS, PHQ9.measure());

    private final EdgeTable table = new EdgeTable("function");

    private static Course course(String which) {
        return EdgesOfRulesTest.course(which);
    }

    /** The scores of the course, or a series without any. */
    private static ScoreSeries series(String which, Measure measure) {
        return course(which)
                .series(measure.key(), Rater.CLIENT)
                .orElse(new ScoreSeries(measure.key(), Rater.CLIENT, new int[0], new int[0], new int[0]));
    }

    private static CourseFindings findings(String which) {
        return CourseFindings.of(course(which), USUAL);
    }

    /** By the rule that finds one in two scores. */
    private static List<Episode> setbacks(String which) {
        DetectionSettings worseThanStart = SETTINGS.with(SETTINGS.rules().withSetbacks(SetbackRule.S2, Set.of()));
        return ScoreSetbacks.in(series(which, PHQ9.measure()), PHQ9, true, worseThanStart)
                .confirmed();
    }

    private static SessionSlots slots(String which) {
        return SessionSlots.of(course(which), series(which, PHQ9.measure()), PHQ9.measure());
    }

    private static Optional<TimeToBack> time(String which) {
        return setbacks(which).stream()
                .findFirst()
                .flatMap(setback -> TimeToBack.ofSetback(course(which), setback, USUAL));
    }

    private static SampleTally sample(String which) {
        return SampleTally.of(course(which), WATCHED, SETTINGS);
    }

    private static Instruments settled(String which) {
        return Instruments.settle(
                Optional.of(PHQ9.measure()),
                Optional.of(SRS),
                List.of(PHQ9.measure()),
                sample(which),
                OptionalInt.empty(),
                SETTINGS);
    }

    private static String rules(Iterable<DipRule> rules) {
        StringBuilder keys = new StringBuilder();
        rules.forEach(rule -> keys.append(keys.isEmpty() ? "" : " ").append(rule.key()));
        return keys.toString();
    }

    private void row(String function, Function<String, Object> result) {
        table.row(function, result);
    }

    @Test
    void everyFunctionOfDetectionHasAStatedResultAtItsEdges() {
        row("`CourseFindings.of`, episodes", c -> findings(c).episodes());
        row(
                "`AllianceDips.in`",
                c -> AllianceDips.in(series(c, SRS), 2, true, false, SETTINGS).episodes());
        row(
                "`AllianceDips.in`, assessable",
                c -> AllianceDips.in(series(c, SRS), 2, true, false, SETTINGS).assessable());
        row("`AllianceStates.of`, scores with a state", c -> AllianceStates.of(course(c), USUAL));
        row(
                "`CheckIns.in`, prompts",
                c -> CheckIns.in(series(c, SRS)).stream()
                        .filter(prompt -> prompt != CheckIn.NONE)
                        .toList());
        row("`DipRule.used`", c -> DipRule.used(SETTINGS).key());
        row("`DipRule.beside`", c -> rules(DipRule.beside(SETTINGS)));
        row(
                "`DipRule.dips`, dips by all rules",
                c -> DipRule.dips(course(c), USUAL).values().stream()
                        .flatMap(List::stream)
                        .toList());
        row(
                "`Chance.of`, dips expected",
                c -> Chance.of(course(c), USUAL, 0, 0, 0, 20).expectedDips());
        row(
                "`Chance.of`, setbacks expected",
                c -> Chance.of(course(c), USUAL, 0, 0, 0, 20).expectedSetbacks());
        row(
                "`Chance.shuffledDips`, dips expected",
                c -> Chance.shuffledDips(course(c), USUAL, 0, 20).expectedDips());
        row("`RuleChance.of`, rules with a simulation", c ->
                (double) RuleChance.of(course(c), USUAL, 0, 0, 20).found().size());
        row(
                "`ScoreSetbacks.in`",
                c -> ScoreSetbacks.in(series(c, PHQ9.measure()), PHQ9, false, SETTINGS)
                        .setbacks());
        row(
                "`TimeToBack.laterScores` of a setback by S2",
                c -> setbacks(c).stream().findFirst().map(setback ->
                        (double) TimeToBack.laterScores(course(c), setback)));
        row("`TimeToBack.ofSetback`, the same", c -> time(c).map(found -> (double) found.time()));
        row(
                "`TimeToBack.ofDip`",
                c -> findings(c).episodes(EpisodeKind.DIP, EpisodeSource.SCORE).stream()
                        .map(dip -> TimeToBack.ofDip(course(c), dip, CurveSettings.Clock.SCORES))
                        .toList());
        row("`Learning.of`", c -> Learning.of(setbacks(c), 6).isPresent() ? "a pair" : "fewer than two");
        row("`SessionSlots.of`, slots", c -> slots(c).first() + " to " + slots(c).last());
        row(
                "`SessionSlots.between` 1 and 3, the second",
                c -> SessionSlots.between(1, 3, series(c, PHQ9.measure()), PHQ9.measure())
                        .severity(2));
        row("`SuddenGains.in`", c -> SuddenGains.in(slots(c), PHQ9));
        row(
                "`SuddenGains.changes`, losses by the first two criteria",
                c -> SuddenGains.changes(
                        slots(c),
                        PHQ9,
                        EpisodeKind.SUDDEN_LOSS,
                        new GainRules(
                                true, GainRules.DEFAULT.points(), true, .25, GainStability.OFF, true, false, false)));
        row("`CourseShapes.of`", c -> CourseShapes.of(series(c, PHQ9.measure()), PHQ9, ScoreSetbacks.NONE, List.of()));
        row("`Outcomes.of`", c -> Outcomes.of(course(c), PHQ9, SETTINGS).outcome());
        row(
                "`Outcomes.of`, why not",
                c -> Outcomes.of(course(c), PHQ9, SETTINGS).reason());
        row(
                "`Outcomes.bySlope`",
                c -> Outcomes.bySlope(course(c), settled(c).primary().orElseThrow()));
        row("`ServiceOutcomes.finished`", c -> ServiceOutcomes.finished(course(c)));
        row("`ServiceOutcomes.of`, definitions", c -> ServiceOutcomes.of(course(c), USUAL));
        row("`FollowUps.of`", c -> FollowUps.of(course(c), PHQ9, SETTINGS).isPresent() ? "some" : "no follow-up score");
        row("`Landmarks.of`", c -> Landmarks.of(course(c), USUAL).map(LandmarkPosition::group));
        row("`Landmarks.group`", c -> Landmarks.group(course(c), USUAL));
        row(
                "`Landmarks.byLastDip`",
                c -> Landmarks.byLastDip(findings(c).episodes(EpisodeKind.DIP, EpisodeSource.SCORE)));
        row("`Landmarks.session`, the second", c -> Landmarks.session(course(c), 2));
        row("`MissedSessions.in`", c -> MissedSessions.in(course(c), OptionalInt.empty(), 28));
        row("`NextForms.in`", c -> NextForms.in(findings(c), USUAL));
        row("`Recognitions.in`", c -> Recognitions.in(findings(c), USUAL));
        row(
                "`RecordedReturns.in`",
                c -> RecordedReturns.in(
                        course(c),
                        ScoreSetbacks.in(series(c, PHQ9.measure()), PHQ9, false, SETTINGS),
                        RuptureRules.DEFAULT));
        row("`RecordedSetbacks.in`", c -> RecordedSetbacks.in(course(c)));
        row("`Ruptures.in`", c -> Ruptures.in(course(c), RuptureRules.DEFAULT));
        row("`CourseEvents.in`", c -> CourseEvents.in(course(c), USUAL));
        row("`StuckSessions.in`", c -> StuckSessions.in(course(c), USUAL));
        row(
                "`SampleTally.of`, measures with a score",
                c -> sample(c).measures().keySet().stream().collect(Collectors.joining(" ")));
        row("`Instruments.settle`, scale of the alliance", c -> settled(c).allianceScale());
        row(
                "`Instruments.settle`, SD of first scores",
                c -> settled(c).primary().orElseThrow().baselineSd());
        row("`OwnCourses.settle`, limits at the second score", c -> {
            ScoreSeries scores = series(c, PHQ9.measure());
            OwnCourses own = OwnCourses.settle(ResponseTally.of(course(c), scores, PHQ9.better()), 5, PHQ9.better());
            return scores.size() < 2
                    ? "no second score"
                    : own.at(scores, true, 1).map(limits -> (double) limits.expected());
        });

        table.holds("edges of detection");
    }
}
