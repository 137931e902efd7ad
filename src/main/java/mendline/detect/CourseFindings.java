package mendline.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mendline.measure.Measure;
import mendline.measure.Yardstick;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.Direction;
import mendline.model.Rater;
import mendline.model.ScoreSeries;
import mendline.model.SetbackRule;

/**
 * Everything found in one course.
 *
 * @param course the course itself
 * @param outcomes one for each outcome measure of which the course has a score, by key
 * @param episodes in order of onset, then kind, then subtype
 * @param shape the one shape of the primary outcome's scores
 * @param upAndDown whether alliance scores swing so widely that the dip threshold was capped
 * @param allianceAssessable whether at least three alliance scores of the rater in use are there and a scale is known
 * @param serviceOutcomes one for each definition that applies; only for finished courses (two attended treatment
 *     sessions, ended)
 * @param landmark empty without a score on both sides of the landmark or with fewer attended sessions
 * @param learning empty with fewer than two ended score setbacks
 * @param expected the course beside the expected one, where the profile asks for it
 */
public record CourseFindings(
        Course course,
        List<MeasureOutcome> outcomes,
        List<Episode> episodes,
        CourseShape shape,
        boolean upAndDown,
        boolean allianceAssessable,
        List<ServiceOutcome> serviceOutcomes,
        List<MissedSession> missedSessions,
        List<RecordedReturn> recordedReturns,
        Optional<LandmarkPosition> landmark,
        Optional<LearningPair> learning,
        List<Stuckness> stuckness,
        Optional<FollowUp> followUp,
        ExpectedCourse expected) {

    /** Order of onset (session, then day), then kind, subtype and source. */
    static final Comparator<Episode> ORDER = Comparator.comparingInt(
                    (Episode e) -> e.onset().session())
            .thenComparingInt(e -> e.onset().day())
            .thenComparing(Episode::kind)
            .thenComparing(Episode::subtype)
            .thenComparing(Episode::source);

    public CourseFindings {
        outcomes = List.copyOf(outcomes);
        episodes = List.copyOf(episodes);
        serviceOutcomes = List.copyOf(serviceOutcomes);
        missedSessions = List.copyOf(missedSessions);
        recordedReturns = List.copyOf(recordedReturns);
        stuckness = List.copyOf(stuckness);
    }

    /** Everything that a course and the instruments of the run say; no other course has a part in it. */
    public static CourseFindings of(Course course, Instruments instruments) {
        DetectionSettings settings = instruments.settings();
        CourseEnding ending = CourseEnding.of(course);
        Optional<ScoreSeries> primary = instruments.primary().flatMap(p -> course.series(p.key(), Rater.CLIENT));
        List<Episode> episodes = new ArrayList<>();
        episodes.addAll(RecordedSetbacks.in(course));
        episodes.addAll(Ruptures.in(course, settings.rules().ruptures()));

        ScoreSetbacks setbacks = ScoreSetbacks.NONE;
        CourseShape shape = CourseShape.TOO_SHORT;
        ExpectedCourse expected = ExpectedCourse.NONE;
        if (primary.isPresent()) {
            ScoreSeries series = primary.get();
            Yardstick yardstick = instruments.primary().orElseThrow();
            SessionSlots slots = SessionSlots.of(course, series, yardstick.measure());
            setbacks = ScoreSetbacks.in(slots, yardstick, ending, settings);
            ScoreSetbacks stepsBack = settings.rules().setback() == SetbackRule.S1
                    ? setbacks
                    : ScoreSetbacks.in(SetbackRule.S1, slots, yardstick, ending, settings);
            List<SuddenChange> gains = SuddenGains.changes(
                    slots, yardstick, EpisodeKind.SUDDEN_GAIN, settings.rules().gains());
            shape = CourseShapes.of(series, yardstick, stepsBack, gains);
            expected = instruments
                    .expected()
                    .map(reference -> ExpectedCourse.of(course, series, yardstick, reference, settings.setbackWindow()))
                    .orElse(ExpectedCourse.NONE);
            Stream.of(
                            setbacks.setbacks(),
                            ScoreSetbacks.beside(slots, yardstick, ending, settings),
                            settings.rules().alsoSetbacks().contains(SetbackRule.S7)
                                    ? expected.below()
                                    : List.<Episode>of(),
                            setbacks.spikes(),
                            SuddenGains.in(slots, yardstick, settings.rules().gains()))
                    .flatMap(List::stream)
                    .forEach(e -> episodes.add(WrittenDown.joined(e, course, series)));
        }

        Optional<AllianceDips> dips = dips(course, instruments, ending);
        dips.ifPresent(found -> found.episodes()
                .forEach(e -> episodes.add(WrittenDown.joined(
                        e,
                        course,
                        course.series(e.measure().orElseThrow(), e.rater().orElseThrow())
                                .orElseThrow()))));
        episodes.sort(ORDER);

        return new CourseFindings(
                course,
                outcomes(course, instruments),
                episodes,
                shape,
                dips.isPresent() && dips.get().upAndDown(),
                dips.isPresent() && dips.get().assessable(),
                ServiceOutcomes.of(course, instruments),
                MissedSessions.in(course, instruments.asOf(), settings.returnDays()),
                RecordedReturns.in(course, setbacks, settings.rules().ruptures()),
                Landmarks.of(course, instruments),
                Learning.of(setbacks.confirmed(), settings.setbackWindow()),
                StuckSessions.in(course, instruments),
                instruments.primary().flatMap(p -> FollowUps.of(course, p, settings)),
                expected);
    }

    private static Optional<AllianceDips> dips(Course course, Instruments instruments, CourseEnding ending) {
        if (instruments.alliance().isEmpty() || instruments.allianceScale().isEmpty()) {
            return Optional.empty();
        }
        Measure alliance = instruments.alliance().get();
        return instruments
                .allianceSeries(course)
                .map(series -> AllianceDips.in(
                        series,
                        instruments.allianceScale().getAsDouble(),
                        alliance.better() == Direction.HIGHER,
                        ending,
                        instruments.settings()));
    }

    private static List<MeasureOutcome> outcomes(Course course, Instruments instruments) {
        List<MeasureOutcome> outcomes = new ArrayList<>();
        for (Yardstick yardstick : instruments.outcomes()) {
            boolean scored = course.series(yardstick.key(), Rater.CLIENT).isPresent()
                    || course.followUpSeries(yardstick.key(), Rater.CLIENT).isPresent();
            if (scored) {
                outcomes.add(Outcomes.of(course, yardstick, instruments.settings()));
            }
        }
        outcomes.sort(Comparator.comparing(MeasureOutcome::measure));
        return outcomes;
    }

    /** The episodes of a kind and source. */
    public List<Episode> episodes(EpisodeKind kind, EpisodeSource source) {
        return episodes.stream()
                .filter(e -> e.kind() == kind && e.source() == source)
                .toList();
    }
}
