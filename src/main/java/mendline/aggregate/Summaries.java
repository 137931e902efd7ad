package mendline.aggregate;

import java.util.stream.Stream;
import mendline.detect.CourseFindings;
import mendline.detect.Instruments;

/** Counts the findings of courses into summaries that add. */
public final class Summaries {
    private Summaries() {}

    /** The summary of these courses, counted one after the other. */
    public static PracticeSummary of(Iterable<CourseFindings> courses, Instruments instruments) {
        Counting counting = new Counting();
        for (CourseFindings findings : courses) {
            CourseFacts.count(findings, instruments, counting);
            EpisodeFacts.count(findings, instruments, counting);
            EpisodeFacts.expected(findings, counting);
            OutcomeFacts.count(findings, instruments, counting);
        }
        return counting.summary();
    }

    /** The sum of summaries, in any order. */
    public static PracticeSummary sum(Stream<PracticeSummary> parts) {
        return parts.reduce(PracticeSummary.NONE, PracticeSummary::plus);
    }
}
