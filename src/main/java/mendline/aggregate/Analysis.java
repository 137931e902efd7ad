package mendline.aggregate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import mendline.detect.Chance;
import mendline.detect.ChanceCounts;
import mendline.detect.CourseFindings;
import mendline.detect.Instruments;
import mendline.detect.RuleChance;
import mendline.detect.SampleTally;
import mendline.measure.Measure;
import mendline.model.Course;
import mendline.model.DetectionSettings;
import mendline.model.Progress;

/**
 * The passes over all courses: the sample's scales first, then findings and their summary, then what chance alone gives. Courses go to the
 * cores in parts; since summaries add exactly, the number of cores shows in nothing but time.
 */
public final class Analysis {
    private static final int PART = 64;
    private static final int PARTS_AT_ONCE = 64;
    private static final int LARGEST_BLOCK = 200;
    private static final int SMALLEST_BLOCK = 5;
    private static final int COPIES_AT_ONCE = 200_000;
    private static final int RULE_COPIES_AT_ONCE = 20_000;
    private static final int MOST_REPLICATIONS = 2_000;
    private static final double RELATIVE_ERROR = 0.01;
    private static final double ABSOLUTE_ERROR = 0.1;

    private Analysis() {}

    /**
     * The measures that a run looks at.
     *
     * @param outcomes all outcome measures in the data, the primary one among them
     */
    public record Measures(Optional<Measure> primary, Optional<Measure> alliance, List<Measure> outcomes) {
        public Measures {
            outcomes = List.copyOf(outcomes);
        }

        private List<Measure> watched() {
            Map<String, Measure> watched = new LinkedHashMap<>();
            outcomes.forEach(measure -> watched.put(measure.key(), measure));
            alliance.ifPresent(measure -> watched.put(measure.key(), measure));
            return List.copyOf(watched.values());
        }
    }

    /** First pass: settles the numbers of every measure, some of which come from the sample. */
    public static Instruments settle(
            CourseSource courses, Measures measures, DetectionSettings settings, OptionalInt asOf, Progress progress) {
        progress.stage("scales", courses.size());
        List<Measure> watched = measures.watched();
        SampleTally sample = sum(
                courses,
                place -> SampleTally.of(courses.course(place), watched, settings),
                SampleTally.NONE,
                SampleTally::plus,
                progress);
        return Instruments.settle(measures.primary(), measures.alliance(), measures.outcomes(), sample, asOf, settings);
    }

    /**
     * Second pass: what happened in each course, and the sum over all.
     *
     * @param each hears the findings of every course, in the order of the courses
     */
    public static PracticeSummary summarise(
            CourseSource courses, Instruments instruments, Consumer<CourseFindings> each, Progress progress) {
        progress.stage("courses", courses.size());
        PracticeSummary summary = PracticeSummary.NONE;
        int atOnce = PART * PARTS_AT_ONCE;
        for (int from = 0; from < courses.size(); from += atOnce) {
            int first = from;
            int to = Math.min(courses.size(), from + atOnce);
            List<Part> parts = IntStream.range(0, (to - from + PART - 1) / PART)
                    .parallel()
                    .mapToObj(part -> first + part * PART)
                    .map(start -> part(courses, instruments, start, Math.min(to, start + PART)))
                    .toList();
            PracticeSummary more = PracticeSummary.NONE;
            for (Part part : parts) {
                part.findings().forEach(each);
                more = more.plus(part.summary());
            }
            summary = summary.plus(more);
            progress.step(to - from);
        }
        return summary;
    }

    private record Part(List<CourseFindings> findings, PracticeSummary summary) {}

    private static Part part(CourseSource courses, Instruments instruments, int from, int to) {
        List<CourseFindings> findings = new ArrayList<>(to - from);
        for (int place = from; place < to; place++) {
            findings.add(CourseFindings.of(courses.course(place), instruments));
        }
        return new Part(findings, Summaries.of(findings, instruments));
    }

    /**
     * Third pass: what noise alone gives, from independent noise to noise as correlated as the data's, with as many replications as bring the
     * Monte-Carlo error of each expected count under one per cent or a tenth of an episode.
     */
    public static ExpectedByChance chance(CourseSource courses, Instruments instruments, Progress progress) {
        if (instruments.primary().isEmpty() && instruments.alliance().isEmpty()) {
            return ExpectedByChance.NONE;
        }
        ChanceCounts independent = simulated(courses, instruments, 0, 0, progress);
        double alliance = instruments.allianceRho().orElse(0);
        double outcome = instruments.outcomeRho().orElse(0);
        ChanceCounts correlated = simulated(courses, instruments, alliance, outcome, progress);
        ChanceCounts shuffled = instruments.allianceScale().isEmpty()
                ? ChanceCounts.NONE
                : blocks(
                        courses,
                        (course, block, replications) -> Chance.shuffledDips(course, instruments, block, replications),
                        progress);
        return new ExpectedByChance(
                independent,
                correlated,
                shuffled,
                rules(courses, instruments, 0, 0),
                rules(courses, instruments, alliance, outcome));
    }

    /** What noise gives by other rules, in fewer copies: their Monte-Carlo error is said where the numbers are. */
    private static RuleChance rules(
            CourseSource courses, Instruments instruments, double allianceRho, double outcomeRho) {
        int replications =
                Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, RULE_COPIES_AT_ONCE / Math.max(1, courses.size())));
        return sum(
                courses,
                place -> RuleChance.of(courses.course(place), instruments, allianceRho, outcomeRho, replications),
                RuleChance.NONE,
                RuleChance::plus,
                Progress.SILENT);
    }

    private static ChanceCounts simulated(
            CourseSource courses, Instruments instruments, double allianceRho, double outcomeRho, Progress progress) {
        return blocks(
                courses,
                (course, block, replications) ->
                        Chance.of(course, instruments, allianceRho, outcomeRho, block, replications),
                progress);
    }

    /** One block of replications of one course. */
    private interface Simulation {
        ChanceCounts of(Course course, int block, int replications);
    }

    /** Blocks of replications over all courses until the counts are known well enough. */
    private static ChanceCounts blocks(CourseSource courses, Simulation simulation, Progress progress) {
        progress.stage("what chance gives", 0);
        ChanceCounts all = ChanceCounts.NONE;
        int size = Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, COPIES_AT_ONCE / Math.max(1, courses.size())));
        for (int block = 0; block * size < MOST_REPLICATIONS; block++) {
            int number = block;
            ChanceCounts more = sum(
                    courses,
                    place -> simulation.of(courses.course(place), number, size),
                    ChanceCounts.NONE,
                    ChanceCounts::plus,
                    Progress.SILENT);
            all = all.plusReplications(more);
            progress.step(size);
            if (settled(all.dips().total(), all.replications())
                    && settled(all.setbacks().total(), all.replications())) {
                break;
            }
        }
        return all;
    }

    /** Whether a count over so many replications is known well enough, taken as a Poisson count. */
    private static boolean settled(long found, int replications) {
        double error = Math.sqrt(found) / replications;
        double expected = (double) found / replications;
        return error <= Math.max(ABSOLUTE_ERROR, RELATIVE_ERROR * expected);
    }

    private static <T> T sum(
            CourseSource courses, IntFunction<T> of, T none, BinaryOperator<T> plus, Progress progress) {
        int parts = (courses.size() + PART - 1) / PART;
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> {
                    T sum = none;
                    int to = Math.min(courses.size(), (part + 1) * PART);
                    for (int place = part * PART; place < to; place++) {
                        sum = plus.apply(sum, of.apply(place));
                    }
                    progress.step(to - (long) part * PART);
                    return sum;
                })
                .reduce(none, plus);
    }
}
